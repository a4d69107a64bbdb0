#include "engine/solve/recursion.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace grotius::solve {

using ground::NodeId;
using ground::NodeKind;

Recursion::Recursion(const ground::Program& program, const ground::Certain& certain) {
  for (const ground::Fixpoint& fixpoint : program.fixpoints)
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
      bodies_.emplace(fixpoint.members[i], fixpoint.bodies[i]);
  if (!bodies_.empty()) find(program, certain);
}

const Recursion::Component* Recursion::component(NodeId id) const {
  const auto found = component_of_.find(id);
  return found == component_of_.end() ? nullptr : &components_[found->second];
}

// Tarjan's strongly connected components with a stack of its own: programs are deep.
void Recursion::find(const ground::Program& program, const ground::Certain& certain) {
  constexpr std::uint32_t unvisited = 0;
  struct Visit {
    NodeId node;
    std::size_t next;
  };
  std::vector<std::uint32_t> order(program.nodes.size(), unvisited);
  std::vector<std::uint32_t> low(program.nodes.size());
  std::vector<bool> open(program.nodes.size());
  std::vector<NodeId> path;
  std::vector<Visit> visits;
  std::uint32_t count = 0;

  auto successors = [&](NodeId id) -> std::span<const NodeId> {
    const ground::Node& node = program[id];
    if (node.kind == NodeKind::recursive) return {&bodies_.at(id), 1};
    return program.operands_of(node);
  };
  auto enter = [&](NodeId id) {
    order[ground::index(id)] = low[ground::index(id)] = ++count;
    open[ground::index(id)] = true;
    path.push_back(id);
    visits.push_back({id, 0});
  };
  auto decided = [&](NodeId id) { return certain.of[ground::index(id)].decided(); };

  for (const ground::Fixpoint& fixpoint : program.fixpoints)
    for (NodeId root : fixpoint.members) {
      if (order[ground::index(root)] != unvisited || decided(root)) continue;
      enter(root);
      while (!visits.empty()) {
        Visit& visit = visits.back();
        const NodeId id = visit.node;
        const auto next = successors(id);
        if (visit.next < next.size()) {
          const NodeId successor = next[visit.next++];
          const std::size_t place = ground::index(successor);
          if (order[place] == unvisited && !decided(successor))
            enter(successor);
          else if (open[place])
            low[ground::index(id)] = std::min(low[ground::index(id)], order[place]);
          continue;
        }
        visits.pop_back();
        if (!visits.empty()) {
          std::uint32_t& above = low[ground::index(visits.back().node)];
          above = std::min(above, low[ground::index(id)]);
        }
        if (low[ground::index(id)] != order[ground::index(id)]) continue;
        std::vector<NodeId> nodes;
        do {
          nodes.push_back(path.back());
          open[ground::index(path.back())] = false;
          path.pop_back();
        } while (nodes.back() != id);
        if (nodes.size() > 1 || std::ranges::count(next, id) > 0) add(program, std::move(nodes));
      }
    }
}

void Recursion::add(const ground::Program& program, std::vector<NodeId> nodes) {
  std::ranges::sort(nodes);
  Component component;
  for (NodeId id : nodes) {
    const NodeKind kind = program[id].kind;
    if (kind != NodeKind::recursive && kind != NodeKind::conjunction &&
        kind != NodeKind::disjunction)
      throw std::logic_error("a fixed point of the program depends on itself through a strict use");
    (kind == NodeKind::recursive ? component.members : component.inner).push_back(id);
    component_of_.emplace(id, components_.size());
  }
  components_.push_back(std::move(component));
}

}  // namespace grotius::solve
