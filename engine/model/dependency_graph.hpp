#pragma once
// The dependency graph of a norm set (semantics.md, Definitions): its nodes are the definitions,
// the `done` and the status of every action; an arc leads from what rests to what it rests on, and
// knows how it is used. Private to the folder.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/digraph.hpp"
#include "engine/model/norm_set.hpp"

namespace grotius::model {

/// How one thing is used by another. All but `positive` are strict: what is used must be settled
/// before.
enum class Use : std::uint8_t {
  positive,    ///< under nothing but `and`, `or`, `some`
  negated,     ///< under `not`
  antecedent,  ///< on the left of `implies`
  every,       ///
  no,          ///
  count,       ///
  sum,         ///
  compared,    ///< in a comparison, or as an argument
  exception,   ///< in an `unless`
  value,       ///< in the value of a definition
  status,      ///< through a status of an act
};

struct Dependency {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Use use = Use::positive;
  Span span;                   ///< of the use
  std::optional<NormId> norm;  ///< in whose conditions it stands
};

/// A reference to the norms of another module: `permitted A(…) under MODULE`.
struct Asks {
  ModuleId module{};
  Span span;
};

class DependencyGraph {
 public:
  /// O(size of the definitions, and of the norms and attributions of the set).
  DependencyGraph(const Model& model, const NormSet& set);

  std::uint32_t definition(std::size_t id) const { return static_cast<std::uint32_t>(id); }
  std::uint32_t done(std::size_t action) const {
    return static_cast<std::uint32_t>(definitions_ + action);
  }
  std::uint32_t status(std::size_t action) const {
    return static_cast<std::uint32_t>(definitions_ + actions_ + action);
  }
  std::size_t nodes() const { return definitions_ + 2 * actions_; }

  const std::vector<Dependency>& dependencies() const { return dependencies_; }
  Digraph digraph() const;

  bool is_value(const Model& model, std::uint32_t node) const;
  /// "`adopted`", "`done protect`", "the status of `protect`".
  std::string name(const Model& model, std::uint32_t node) const;

 private:
  void add_definitions(const Model& model);
  void add_actions(const Model& model);

  std::size_t definitions_;
  std::size_t actions_;
  std::vector<Dependency> dependencies_;
};

/// The references to other norm sets in the norms of a set, in `question` if there is one, and in
/// the definitions that these rest on; each module once, at its first reference, in the order in
/// which they are met.
std::vector<Asks> asks_elsewhere(const Model& model, const NormSet& set, const Expr* question);

}  // namespace grotius::model
