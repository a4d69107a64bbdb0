#pragma once
// The part of superiority that is stated: norms by default give way, `overrides` and `priority`
// rank, and what follows from both transitively. Private to the folder.

#include <cstdint>
#include <vector>

#include "engine/model/digraph.hpp"
#include "engine/model/meetings.hpp"
#include "engine/model/superiority.hpp"

namespace grotius::model {

/// The stated pairs of a set that lex_superior voids: indices into Model::priorities.
std::vector<std::size_t> void_priorities(const Model& model, const NormSet& set);

/// The graph of stated pairs and pairs by default, from superior to inferior. Pairs by default go
/// through two further nodes for each two groups of norms with equal heads, so that the graph is
/// linear in the norms however many pairs there are.
class StatedGraph {
 public:
  /// Without the pairs in `ignored`, sorted indices into Model::priorities.
  StatedGraph(const Model& model, const NormSet& set, const std::vector<std::size_t>& ignored,
              Meetings& meetings);

  /// The nodes: norms have their own index, the others come behind.
  std::size_t nodes() const { return nodes_; }
  const std::vector<Arc>& arcs() const { return arcs_; }

  /// Reports every cycle and removes the stated pairs on it.
  void remove_cycles(Diagnostics& diagnostics);

  /// Adds to `superiors` the opposed norms of the set that outrank each and can meet it.
  void close(std::vector<std::vector<Prevails>>& superiors) const;

 private:
  void add_defaults();
  void report(const Digraph& graph, const Components& components, std::uint32_t start,
              Diagnostics& diagnostics) const;

  const Model& model_;
  const NormSet& set_;
  Meetings& meetings_;
  std::size_t nodes_;
  std::vector<Arc> arcs_;                ///< the stated ones first
  std::vector<std::size_t> priorities_;  ///< of the stated arcs: indices into Model::priorities
};

}  // namespace grotius::model
