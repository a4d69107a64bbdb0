#include "engine/explore/change_structure.hpp"

#include <algorithm>

namespace grotius::explore {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

std::optional<Tally> tally(const ground::Program& program, const Node& node) {
  const auto operands = program.operands_of(node);
  const auto size = static_cast<std::int64_t>(operands.size());
  if (node.kind == NodeKind::conjunction) return Tally{operands, size, size};
  if (node.kind == NodeKind::disjunction) return Tally{operands, 1, size};
  if (node.kind == NodeKind::negation) return Tally{operands, 0, 0};
  if (node.kind != NodeKind::less_equal && node.kind != NodeKind::equal) return std::nullopt;
  const bool count_first = program[operands[0]].kind == NodeKind::count;
  const Node& count = program[operands[count_first ? 0 : 1]];
  const Node& bound = program[operands[count_first ? 1 : 0]];
  if (count.kind != NodeKind::count || bound.kind != NodeKind::number) return std::nullopt;
  Tally result{program.operands_of(count), 0, static_cast<std::int64_t>(count.size)};
  if (node.kind == NodeKind::equal || !count_first) result.least = bound.number;
  if (node.kind == NodeKind::equal || count_first) result.most = bound.number;
  const auto total = static_cast<std::int64_t>(count.size);
  // Beyond the number of operands nothing changes; the sums of the callers stay small.
  result.least = std::clamp<std::int64_t>(result.least, 0, total + 1);
  result.most = std::clamp<std::int64_t>(result.most, -1, total);
  return result;
}

namespace {

/// What nodes rest on, themselves included, ascending; fixed points by their bodies.
std::vector<NodeId> below(const ground::Program& program, const std::vector<NodeId>& bodies, std::vector<NodeId> pending) {
  std::vector<bool> seen(program.nodes.size());
  std::vector<NodeId> nodes;
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (seen[ground::index(id)]) continue;
    seen[ground::index(id)] = true;
    nodes.push_back(id);
    const Node& node = program[id];
    if (node.kind == NodeKind::recursive) pending.push_back(bodies[node.ref]);
    for (NodeId operand : program.operands_of(node)) pending.push_back(operand);
  }
  std::ranges::sort(nodes);
  return nodes;
}

std::vector<InputId> inputs_of(const ground::Program& program, const std::vector<NodeId>& nodes) {
  std::vector<InputId> inputs;
  for (NodeId id : nodes) {
    const Node& node = program[id];
    if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
      inputs.push_back(static_cast<InputId>(node.ref));
  }
  std::ranges::sort(inputs);
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return inputs;
}

/// For each node the only input number in a comparison, if everything else there is constant.
std::vector<std::optional<InputId>> only_numbers(const ground::Program& program) {
  constexpr std::int64_t kNone = -1, kSeveral = -2;  // else the input
  std::vector<std::int64_t> number(program.nodes.size(), kNone);
  std::vector<std::optional<InputId>> result(program.nodes.size());
  for (std::size_t i = 0; i < number.size(); ++i) {
    const Node& node = program.nodes[i];
    if (node.kind == NodeKind::input_number) number[i] = node.ref;
    if (node.kind == NodeKind::count || node.kind == NodeKind::choice) number[i] = kSeveral;
    const bool compares = node.kind == NodeKind::less_equal || node.kind == NodeKind::equal;
    if (node.kind != NodeKind::sum && node.kind != NodeKind::scaled && !compares) continue;
    for (NodeId operand : program.operands_of(node)) {
      const std::int64_t below = number[ground::index(operand)];
      if (below == kNone) continue;
      number[i] = number[i] == kNone || number[i] == below ? below : kSeveral;
    }
    if (compares && number[i] >= 0) result[i] = static_cast<InputId>(number[i]);
  }
  return result;
}

}  // namespace

std::size_t class_of(const ChangeProblem& problem, InputId input, std::int64_t value) {
  const auto& classes = problem.alternatives[ground::index(input)];
  const auto after = std::ranges::upper_bound(classes, value, {}, &ValueClass::first);
  return static_cast<std::size_t>(after - classes.begin()) - 1;
}

Structure::Structure(const ChangeProblem& problem)
    : bodies(problem.program->recursive_members),
      fixpoint_of(problem.program->recursive_members),
      touching(problem.program->inputs.size()) {
  const ground::Program& program = *problem.program;
  for (std::uint32_t i = 0; i < program.fixpoints.size(); ++i) {
    const ground::Fixpoint& fixpoint = program.fixpoints[i];
    for (std::size_t j = 0; j < fixpoint.members.size(); ++j) {
      bodies[program[fixpoint.members[j]].ref] = fixpoint.bodies[j];
      fixpoint_of[program[fixpoint.members[j]].ref] = i;
    }
  }
  for (const ground::Fixpoint& fixpoint : program.fixpoints)
    fixpoint_rests.push_back(inputs_of(program, below(program, bodies, fixpoint.bodies)));
  std::vector<NodeId> roots = {problem.goal};
  for (std::uint32_t i = 0; i < problem.required.size(); ++i) {
    roots.push_back(problem.required[i].node);
    required_rests.push_back(inputs_of(program, below(program, bodies, {problem.required[i].node})));
    for (InputId input : required_rests.back()) touching[ground::index(input)].push_back(i);
  }
  cone = below(program, bodies, std::move(roots));
  only_number = only_numbers(program);
  recursive_.resize(program.nodes.size());
  for (const ground::Fixpoint& fixpoint : program.fixpoints)
    for (std::uint32_t i = fixpoint.begin; i < fixpoint.end; ++i) recursive_[i] = true;
  users_.resize(program.nodes.size());
  leaves_.resize(program.inputs.size());
  above_.resize(program.inputs.size());
  for (NodeId id : cone) {
    const Node& node = program[id];
    if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
      leaves_[node.ref].push_back(id);
    for (NodeId operand : program.operands_of(node)) users_[ground::index(operand)].push_back(id);
  }
}

std::optional<std::vector<NodeId>> Structure::above(std::span<const InputId> inputs) const {
  std::vector<NodeId> all;
  for (InputId input : inputs) {
    auto& kept = above_[ground::index(input)];
    if (!kept) {
      std::vector<NodeId> pending = leaves_[ground::index(input)];
      std::vector<NodeId> nodes;
      std::vector<bool> seen(users_.size());
      while (!pending.empty()) {
        const NodeId id = pending.back();
        pending.pop_back();
        if (seen[ground::index(id)]) continue;
        seen[ground::index(id)] = true;
        nodes.push_back(id);
        pending.insert(pending.end(), users_[ground::index(id)].begin(), users_[ground::index(id)].end());
      }
      std::ranges::sort(nodes);
      kept = std::move(nodes);
    }
    all.insert(all.end(), kept->begin(), kept->end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (std::ranges::any_of(all, [&](NodeId id) { return recursive_[ground::index(id)]; })) return std::nullopt;
  return all;
}

}  // namespace grotius::explore
