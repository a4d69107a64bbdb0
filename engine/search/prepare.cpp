// Required nodes taken apart into conjuncts, and which fields each rests on.

#include <algorithm>

#include "engine/search/core.hpp"

namespace grotius::search {

namespace {

using ground::Node;
using ground::NodeId;
using ground::NodeKind;

/// The inputs that a node rests on, also through what is opaque to the search.
class Inputs {
 public:
  explicit Inputs(const ground::Program& program)
      : program_(program), bodies_(program.recursive_members), seen_(program.nodes.size(), 0) {
    for (const ground::Fixpoint& fixpoint : program.fixpoints)
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
        bodies_[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
  }

  std::vector<std::uint32_t> of(NodeId root) {
    ++call_;
    std::vector<std::uint32_t> inputs;
    std::vector<NodeId> pending{root};
    while (!pending.empty()) {
      const NodeId id = pending.back();
      pending.pop_back();
      if (seen_[ground::index(id)] == call_) continue;
      seen_[ground::index(id)] = call_;
      const Node& node = program_[id];
      if (node.kind == NodeKind::input || node.kind == NodeKind::input_is ||
          node.kind == NodeKind::input_number)
        inputs.push_back(node.ref);
      if (node.kind == NodeKind::recursive) pending.push_back(bodies_[node.ref]);
      for (NodeId operand : program_.operands_of(node)) pending.push_back(operand);
    }
    std::ranges::sort(inputs);
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
  }

 private:
  const ground::Program& program_;
  std::vector<NodeId> bodies_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t call_ = 0;
};

/// The nodes that rest on today; again as long as a least fixed point brings more.
std::vector<bool> dated(const ground::Program& program) {
  std::vector<bool> result(program.nodes.size(), false);
  std::vector<bool> members(program.recursive_members, false);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < program.nodes.size(); ++i) {
      const Node& node = program.nodes[i];
      bool rests = node.kind == NodeKind::recursive && members[node.ref];
      if (node.kind == NodeKind::input_number)
        rests = program.inputs[node.ref].kind == ground::Input::Kind::today;
      for (NodeId operand : program.operands_of(node))
        rests = rests || result[ground::index(operand)];
      result[i] = rests;
    }
    for (const ground::Fixpoint& fixpoint : program.fixpoints)
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
        if (result[ground::index(fixpoint.bodies[i])] && !members[program[fixpoint.members[i]].ref])
          changed = members[program[fixpoint.members[i]].ref] = true;
  }
  return result;
}

void take_apart(const ground::Program& program, NodeId id, bool holds,
                std::vector<Requirement>& out) {
  std::vector<std::pair<NodeId, bool>> pending{{id, holds}};
  while (!pending.empty()) {
    const auto [next, wanted] = pending.back();
    pending.pop_back();
    const Node& node = program[next];
    const auto operands = program.operands_of(node);
    if (node.kind == NodeKind::negation) {
      pending.emplace_back(operands[0], !wanted);
    } else if (node.kind == (wanted ? NodeKind::conjunction : NodeKind::disjunction)) {
      for (NodeId operand : operands) pending.emplace_back(operand, wanted);
    } else if (!program.is_constant(next, wanted)) {
      Requirement& requirement = out.emplace_back();
      requirement.node = next;
      requirement.holds = wanted;
    }
  }
}

}  // namespace

std::shared_ptr<const Compiled> prepare(const ground::Program& program,
                                        const ground::Knowledge& knowledge,
                                        std::span<const NodeId> required) {
  auto result = std::make_shared<Compiled>();
  result->gates = compile(program, knowledge);
  for (NodeId node : required) take_apart(program, node, true, result->required);
  auto same = [](const Requirement& r) { return std::pair(r.node, r.holds); };
  std::ranges::sort(result->required, {}, same);
  const auto repeated = std::ranges::unique(result->required, {}, same);
  result->required.erase(repeated.begin(), repeated.end());

  result->dated = dated(program);
  Cones cones(result->gates);
  Inputs inputs(program);
  result->touching.resize(result->gates.fields.size());
  for (std::uint32_t i = 0; i < result->required.size(); ++i) {
    Requirement& requirement = result->required[i];
    const Ref ref = result->gates.of_node[ground::index(requirement.node)];
    requirement.ref = requirement.holds ? ref : ref ^ 1;
    requirement.cone = cones.of(std::span(&requirement.ref, 1));
    requirement.opaque = std::ranges::any_of(requirement.cone, [&](std::uint32_t gate) {
      return result->gates.gates[gate].kind == Gate::Kind::opaque;
    });
    requirement.fields = inputs.of(requirement.node);
    for (std::uint32_t field : requirement.fields) result->touching[field].push_back(i);
  }
  if (std::ranges::any_of(result->required, &Requirement::opaque)) result->program = program;
  return result;
}

}  // namespace grotius::search
