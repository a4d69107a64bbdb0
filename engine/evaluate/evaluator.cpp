#include "engine/evaluate/evaluator.hpp"

#include <algorithm>
#include <limits>

namespace grotius::evaluate {

using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

/// Exact sums of 64-bit numbers; the result must fit again.
__extension__ typedef __int128 Wide;
bool fits(Wide value) { return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max(); }

}  // namespace

Evaluator::Evaluator(const ground::Program& program, std::span<const NodeId> roots)
    : program_(&program), needed_(program.nodes.size(), 0), values_(program.nodes.size(), 0) {
  std::vector<NodeId> body_of(program.recursive_members);
  for (const auto& fixpoint : program.fixpoints)
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i) body_of[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];

  std::vector<NodeId> pending(roots.begin(), roots.end());
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (std::exchange(needed_[ground::index(id)], std::uint8_t{1})) continue;
    order_.push_back(static_cast<std::uint32_t>(id));
    const Node& node = program[id];
    for (NodeId operand : program.operands_of(node)) pending.push_back(operand);
    if (node.kind == NodeKind::recursive) pending.push_back(body_of[node.ref]);
  }
  std::ranges::sort(order_);
  for (std::uint32_t i = 0; i < program.fixpoints.size(); ++i) {
    const auto& fixpoint = program.fixpoints[i];
    const bool used = std::ranges::any_of(fixpoint.members, [&](NodeId member) { return needed_[ground::index(member)] != 0; });
    if (used) fixpoints_.push_back(i);
  }
}

bool Evaluator::evaluate(std::span<const std::int64_t> inputs) { return step(0, order_.size(), 0, inputs); }

// `next` is the first used fixed point that begins at or after the first node and has not been entered.
bool Evaluator::step(std::size_t begin, std::size_t end, std::size_t next, std::span<const std::int64_t> inputs) {
  for (std::size_t place = begin; place < end; ++place) {
    const std::uint32_t id = order_[place];
    if (next < fixpoints_.size() && program_->fixpoints[fixpoints_[next]].begin <= id) {
      const auto& fixpoint = program_->fixpoints[fixpoints_[next]];
      const std::size_t after = static_cast<std::size_t>(
          std::ranges::lower_bound(order_.begin() + static_cast<std::ptrdiff_t>(place), order_.end(), fixpoint.end) - order_.begin());
      if (!solve(fixpoint, place, after, next + 1, inputs)) return false;
      while (next < fixpoints_.size() && program_->fixpoints[fixpoints_[next]].begin < fixpoint.end) ++next;
      place = after - 1;
      continue;
    }
    if (!decide(id, inputs)) return false;
  }
  return true;
}

bool Evaluator::solve(const ground::Fixpoint& fixpoint, std::size_t begin, std::size_t end, std::size_t inner, std::span<const std::int64_t> inputs) {
  for (NodeId member : fixpoint.members) values_[ground::index(member)] = 0;
  for (bool changed = true; changed;) {
    if (!step(begin, end, inner, inputs)) return false;
    changed = false;
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i) {
      std::int64_t& member = values_[ground::index(fixpoint.members[i])];
      if (!needed_[ground::index(fixpoint.members[i])] || member == value(fixpoint.bodies[i])) continue;
      member = value(fixpoint.bodies[i]);
      changed = true;
    }
  }
  return true;
}

bool Evaluator::decide(std::uint32_t id, std::span<const std::int64_t> inputs) {
  const Node& node = program_->nodes[id];
  const NodeId* operand = program_->operands.data() + node.first;
  const NodeId* const end = operand + node.size;
  std::int64_t& result = values_[id];
  switch (node.kind) {
    case NodeKind::constant:
    case NodeKind::number: result = node.number; return true;
    case NodeKind::input:
    case NodeKind::input_number: result = inputs[node.ref]; return true;
    case NodeKind::input_is: result = inputs[node.ref] == node.number; return true;
    case NodeKind::negation: result = value(*operand) == 0; return true;
    case NodeKind::conjunction:
      result = 1;
      for (; operand != end; ++operand)
        if (!truth(*operand)) {
          result = 0;
          break;
        }
      return true;
    case NodeKind::disjunction:
      result = 0;
      for (; operand != end; ++operand)
        if (truth(*operand)) {
          result = 1;
          break;
        }
      return true;
    case NodeKind::recursive: return true;  // set by its fixed point
    case NodeKind::less_equal: result = value(operand[0]) <= value(operand[1]); return true;
    case NodeKind::equal: result = value(operand[0]) == value(operand[1]); return true;
    case NodeKind::count:
      result = 0;
      for (; operand != end; ++operand) result += value(*operand);
      return true;
    case NodeKind::choice: result = truth(operand[0]) ? value(operand[1]) : value(operand[2]); return true;
    case NodeKind::sum:
    case NodeKind::scaled: break;
  }
  Wide total = 0;
  if (node.kind == NodeKind::scaled) {
    total = static_cast<Wide>(node.number) * value(*operand);
  } else {
    for (; operand != end; ++operand) total += value(*operand);
  }
  if (!fits(total)) return false;
  result = static_cast<std::int64_t>(total);
  return true;
}

}  // namespace grotius::evaluate
