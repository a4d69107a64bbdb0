#include "engine/explore/change_reasons.hpp"

#include <algorithm>

namespace grotius::explore {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

constexpr std::uint32_t kHuge = 1u << 30;

std::uint32_t plus(std::uint32_t a, std::uint32_t b) { return std::min(kHuge, a + b); }

/// Wide enough for sums of products of two 64-bit numbers.
__extension__ typedef __int128 Wide;

/// A number that rests on constants and one input.
Wide number(const ground::Program& program, NodeId id, std::int64_t input) {
  const Node& node = program[id];
  if (node.kind == NodeKind::input_number) return input;
  if (node.kind == NodeKind::number) return node.number;
  Wide result = 0;
  for (NodeId operand : program.operands_of(node)) result += number(program, operand, input);
  return node.kind == NodeKind::scaled ? result * node.number : result;
}

/// The truth of a comparison in which the only input has this value.
bool compares(const ground::Program& program, const Node& node, std::int64_t input) {
  const auto operands = program.operands_of(node);
  const Wide left = number(program, operands[0], input), right = number(program, operands[1], input);
  return node.kind == NodeKind::equal ? left == right : left <= right;
}

}  // namespace

/// Truths as this view has them; `measure` and `explain` then look at nothing else.
void Reasons::begin(const Changed& changed) {
  changed_ = &changed;
  const std::size_t nodes = problem_.program->nodes.size();
  seen_.assign(nodes, Seen::undecided);
  values_.assign(problem_.program->inputs.size(), std::nullopt);
  clear();
}

void Reasons::clear() {
  explained_.assign(problem_.program->nodes.size(), false);
  taken_.assign(problem_.program->inputs.size(), {});
  inputs_.clear();
  undone_.clear();
}

Reason Reasons::of_failure(const ChangeOracle& oracle, const Changed& changed) {
  begin(changed);
  for (NodeId id : structure_.cone)
    if (problem_.program->is_truth(id))
      if (const auto truth = oracle.certain().truth(id)) seen_[ground::index(id)] = *truth ? Seen::yes : Seen::no;
  for (std::size_t i = 0; i < values_.size(); ++i)
    if (changed.known[i].known()) values_[i] = changed.known[i].values[0];
  measure();
  explain(problem_.goal);
  return taken(true);
}

Reason Reasons::of_impossibility(const ChangeOracle& oracle, const Changed& changed) {
  of_failure(oracle, changed);  // for the view
  clear();
  const auto failing = std::ranges::find_if(problem_.required, [&](const ChangeProblem::Required& required) {
    return seen(required.node) == Seen::no && std::ranges::find(changed.required, required.node) != changed.required.end();
  });
  if (failing != problem_.required.end()) {
    explain(failing->node);
    // It would no longer be required if the deed were done itself.
    if (failing->until_done) take_value(static_cast<std::uint32_t>(ground::index(*failing->until_done)));
  } else {
    // Together they exclude each other; all that is known of them is a reason.
    for (std::size_t i = 0; i < problem_.required.size(); ++i) {
      const NodeId node = problem_.required[i].node;
      if (seen(node) == Seen::yes || std::ranges::find(changed.required, node) == changed.required.end()) continue;
      for (InputId input : structure_.required_rests[i]) take_value(static_cast<std::uint32_t>(ground::index(input)));
    }
  }
  // A requirement that a change brought about speaks only against sets with that change.
  for (const auto& required : problem_.required)
    if (required.if_undone && std::ranges::find(changed.required, required.node) != changed.required.end())
      take_value(static_cast<std::uint32_t>(ground::index(*required.if_undone)));
  return taken(true);
}

Reason Reasons::of_counterexample(const ChangeOracle& oracle, const Changed& changed) {
  begin(changed);
  for (NodeId id : structure_.cone)
    if (problem_.program->is_truth(id)) seen_[ground::index(id)] = oracle.evaluator().truth(id) ? Seen::yes : Seen::no;
  for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = oracle.completion()[i];
  measure();
  explain(problem_.goal);
  take_requirements();
  return taken(false);
}

/// An input that is not known can still have another value in a completion that is left, so what is required and rests on it must follow too.
void Reasons::take_requirements() {
  std::vector<bool> done(problem_.required.size(), false);
  for (std::size_t at = 0; at < inputs_.size(); ++at) {
    const std::uint32_t input = inputs_[at];
    if (problem_.known[input].known()) continue;
    for (std::uint32_t number : structure_.touching[input]) {
      if (done[number]) continue;
      done[number] = true;
      const auto& required = problem_.required[number];
      if (seen(required.node) == Seen::yes) {
        explain(required.node);
      } else if (required.if_undone) {
        undone_.push_back(*required.if_undone);
      } else if (required.until_done) {
        take_value(static_cast<std::uint32_t>(ground::index(*required.until_done)));
      }
    }
  }
}

Reason Reasons::taken(bool known) const {
  Reason reason;
  reason.known = known;
  reason.undone = undone_;
  std::vector<std::uint32_t> inputs = inputs_;
  std::ranges::sort(inputs);
  for (std::uint32_t input : inputs) reason.blamed.push_back({static_cast<InputId>(input), taken_[input]});
  return reason;
}

/// What is blamed of one input for several things is what is blamed for each.
template <class Blames>
void Reasons::take(std::uint32_t input, const Blames& blames) {
  const auto& classes = problem_.alternatives[input];
  if (taken_[input].empty()) {
    taken_[input].assign(classes.size(), true);
    inputs_.push_back(input);
  }
  for (std::size_t i = 0; i < classes.size(); ++i)
    if (!blames(classes[i])) taken_[input][i] = false;
}

/// A truth that one input decides: every value with which it is as it is.
void Reasons::take_literal(NodeId id) {
  const Node& node = (*problem_.program)[id];
  const bool holds = seen(id) == Seen::yes;
  const std::int64_t number = node.kind == NodeKind::input ? 1 : node.number;
  if (node.kind == NodeKind::input || node.kind == NodeKind::input_is)
    return take(node.ref, [&](const ValueClass& values) { return values.contains(number) == holds; });
  const auto input = static_cast<std::uint32_t>(ground::index(*structure_.only_number[ground::index(id)]));
  take(input, [&](const ValueClass& values) {
    return compares(*problem_.program, node, values.nearest(problem_.near[input])) == holds;
  });
}

/// Whatever it decides: the value that it has, or all that it may have now. One that may have every value is no reason.
void Reasons::take_value(std::uint32_t input) {
  if (values_[input]) return take(input, [&](const ValueClass& values) { return values.contains(*values_[input]); });
  const auto& listed = changed_->known[input].values;
  if (listed.empty()) return;
  take(input, [&](const ValueClass& values) {
    return std::ranges::any_of(listed, [&](std::int64_t value) { return values.contains(value); });
  });
}

/// An input that may not change costs nothing in a reason: nothing branches on it.
std::uint32_t Reasons::measure_input(std::uint32_t input) const {
  if (!values_[input]) return problem_.known[input].values.empty() ? 0 : 1;
  if (changed_->known[input] != problem_.known[input]) return 0;
  const bool open = !problem_.known[input].known() && !structure_.touching[input].empty();
  return (problem_.weight[input] ? 1 : 0) + (open ? 2 : 0);
}

void Reasons::measure() {
  size_.assign(seen_.size(), 0);
  for (NodeId id : structure_.cone) size_[ground::index(id)] = measure(id);
}

std::uint32_t Reasons::measure(NodeId id) const {
  const Node& node = (*problem_.program)[id];
  const Seen truth = seen(id);
  if (problem_.program->is_truth(id) && truth == Seen::undecided) return kHuge;
  switch (node.kind) {
    case NodeKind::constant:
    case NodeKind::number:
      return 0;
    case NodeKind::input:
    case NodeKind::input_is:
    case NodeKind::input_number:
      return measure_input(node.ref);
    case NodeKind::recursive:
      return static_cast<std::uint32_t>(structure_.fixpoint_rests[structure_.fixpoint_of[node.ref]].size());
    default:
      break;
  }
  if (const auto test = tally(*problem_.program, node)) return measure_tally(*test, truth);
  std::uint32_t size = 0;
  const auto operands = problem_.program->operands_of(node);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (node.kind == NodeKind::choice && i > 0 && seen(operands[0]) != Seen::undecided &&
        (seen(operands[0]) == Seen::yes) != (i == 1))
      continue;
    const std::uint32_t below = size_[ground::index(operands[i])];
    if (below < kHuge) size = plus(size, below);
  }
  return size;
}

std::uint32_t Reasons::measure_tally(const Tally& tally, Seen truth) const {
  if (truth == Seen::undecided) return kHuge;
  std::uint32_t size = 0;
  for (NodeId operand : chosen(tally, truth)) size = plus(size, size_[ground::index(operand)]);
  return size;
}

/// Operands from which the truth of the tally follows: the cheapest.
std::vector<NodeId> Reasons::chosen(const Tally& tally, Seen truth) const {
  const auto size = [&](NodeId node) { return size_[ground::index(node)]; };
  std::vector<NodeId> holding, failing;
  for (NodeId operand : tally.operands) {
    if (seen(operand) == Seen::yes) holding.push_back(operand);
    if (seen(operand) == Seen::no) failing.push_back(operand);
  }
  const auto total = static_cast<std::int64_t>(tally.operands.size());
  const auto first = [&](std::vector<NodeId> from, std::int64_t number) {
    if (number <= 0) return std::vector<NodeId>{};
    const auto wanted = static_cast<std::size_t>(number);
    if (wanted < from.size()) {
      std::ranges::stable_sort(from, {}, size);
      from.resize(wanted);
    }
    return from;
  };
  if (truth == Seen::yes) {
    std::vector<NodeId> result = first(holding, tally.least);
    for (NodeId operand : first(failing, total - tally.most)) result.push_back(operand);
    return result;
  }
  const std::int64_t too_few = total - tally.least + 1;
  if (tally.least > 0 && static_cast<std::int64_t>(failing.size()) >= too_few) return first(failing, too_few);
  return first(holding, tally.most + 1);
}

void Reasons::explain(NodeId from) {
  std::vector<NodeId> pending = {from};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (explained_[ground::index(id)]) continue;
    explained_[ground::index(id)] = true;
    const Node& node = (*problem_.program)[id];
    switch (node.kind) {
      case NodeKind::constant:
      case NodeKind::number:
        break;
      case NodeKind::input:
      case NodeKind::input_is:
        take_literal(id);
        break;
      case NodeKind::input_number:
        take_value(node.ref);
        break;
      default:
        if (structure_.only_number[ground::index(id)]) {
          take_literal(id);
          break;
        }
        explain_operands(node, seen(id), pending);
    }
  }
}

void Reasons::explain_operands(const Node& node, Seen truth, std::vector<NodeId>& pending) {
  const auto operands = problem_.program->operands_of(node);
  if (node.kind == NodeKind::recursive) {
    // What fails together in a fixed point fails because every body does; what holds may rest on anything below it.
    if (truth == Seen::no) return pending.push_back(structure_.bodies[node.ref]);
    for (InputId input : structure_.fixpoint_rests[structure_.fixpoint_of[node.ref]])
      take_value(static_cast<std::uint32_t>(ground::index(input)));
    return;
  }
  if (const auto test = tally(*problem_.program, node)) {
    for (NodeId operand : chosen(*test, truth)) pending.push_back(operand);
    return;
  }
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool is_truth = problem_.program->is_truth(operands[i]);
    if (is_truth && seen(operands[i]) == Seen::undecided) continue;  // counts for whatever it may be
    if (node.kind == NodeKind::choice && i > 0 && seen(operands[0]) != Seen::undecided &&
        (seen(operands[0]) == Seen::yes) != (i == 1))
      continue;
    pending.push_back(operands[i]);
  }
}

}  // namespace grotius::explore
