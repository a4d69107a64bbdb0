#pragma once
// Which nodes of a program really depend on each other. A fixed point of the program
// (ground::Fixpoint) names a range of nodes; under the knowledge of a situation most of it is
// decided, and the rest falls into components, each of which is a least fixed point of its own.
// Nested fixed points that depend on each other make one component: for monotone bodies the nested
// and the joint least solution are the same (Bekić). Within a component there are only `and`, `or`
// and members (semantics.md, Definitions: cycles run through positive uses alone).

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::solve {

class Recursion {
 public:
  struct Component {
    std::vector<ground::NodeId> members;  ///< recursive nodes, ascending
    std::vector<ground::NodeId> inner;  ///< the other nodes, ascending: operands before their users
  };

  /// Complexity: linear in the fixed points' ranges. Throws std::logic_error for a cycle through
  /// anything but `and`, `or` and members.
  Recursion(const ground::Program& program, const ground::Certain& certain);

  ground::NodeId body(ground::NodeId member) const { return bodies_.at(member); }
  /// The component of a node that lies on a cycle.
  const Component* component(ground::NodeId id) const;

 private:
  void find(const ground::Program& program, const ground::Certain& certain);
  void add(const ground::Program& program, std::vector<ground::NodeId> nodes);

  std::unordered_map<ground::NodeId, ground::NodeId> bodies_;
  std::unordered_map<ground::NodeId, std::size_t> component_of_;
  std::vector<Component> components_;
};

}  // namespace grotius::solve
