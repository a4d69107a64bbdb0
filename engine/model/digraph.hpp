#pragma once
// Directed graphs for the questions that must have no cycle: what rests on what, and who outranks
// whom. Private to this folder. Nothing here recurses, so a chain of a hundred thousand definitions
// is no danger to the stack.

#include <cstdint>
#include <vector>

namespace grotius::model {

struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// A graph over the nodes 0 … nodes-1; arcs are named by their place in `arcs`. Built in O(nodes +
/// arcs).
class Digraph {
 public:
  Digraph(std::size_t nodes, std::vector<Arc> arcs);

  std::size_t nodes() const { return first_.size() - 1; }
  const std::vector<Arc>& arcs() const { return arcs_; }
  /// The arcs that leave a node, in the order in which they were given: `leaving(k)` for k in
  /// [begin(n), begin(n + 1)).
  std::uint32_t begin(std::uint32_t node) const { return first_[node]; }
  std::uint32_t leaving(std::uint32_t place) const { return by_node_[place]; }

 private:
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> first_;    ///< by node, and one past the last
  std::vector<std::uint32_t> by_node_;  ///< indices of arcs
};

/// Strongly connected components, numbered so that an arc leads to the same or a smaller number.
struct Components {
  std::vector<std::uint32_t> of;  ///< by node
  std::uint32_t count = 0;

  bool together(const Arc& arc) const { return of[arc.from] == of[arc.to]; }
};

/// Tarjan's algorithm. O(nodes + arcs).
Components strongly_connected(const Digraph& graph);

/// The arcs of a shortest cycle that begins with `arc`, whose ends lie in one component. O(arcs of
/// the component).
std::vector<std::uint32_t> shortest_cycle(const Digraph& graph, const Components& components,
                                          std::uint32_t arc);

}  // namespace grotius::model
