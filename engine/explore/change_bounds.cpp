#include "engine/explore/change_bounds.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

namespace grotius::explore {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

constexpr std::size_t kSupportWords = 8'000'000;

bool allows(const ground::Domain& domain, std::int64_t value) {
  if (!domain.values.empty()) return std::ranges::binary_search(domain.values, value);
  return (!domain.low || *domain.low <= value) && (!domain.high || value <= *domain.high);
}

}  // namespace

ChangeBounds::ChangeBounds(const ChangeProblem& problem, const Structure& structure)
    : problem_(problem),
      structure_(structure),
      groups_(problem.program->nodes.size()),
      cheapest_(problem.program->nodes.size(), Weight::never()),
      weights_(problem.program->nodes.size()) {
  find_supports();
  for (NodeId id : structure_.cone) {
    const Node& node = (*problem_.program)[id];
    if (node.kind == NodeKind::disjunction || node.kind == NodeKind::negation || words_ == 0) continue;
    if (const auto test = tally(*problem_.program, node)) join_operands(id, *test);
  }
}

void ChangeBounds::find_supports() {
  const ground::Program& program = *problem_.program;
  std::vector<std::uint32_t> bit(program.inputs.size());
  std::uint32_t changeable = 0;
  for (std::size_t i = 0; i < bit.size(); ++i)
    if (problem_.weight[i]) bit[i] = changeable++;
  words_ = changeable / 64 + 1;
  if (words_ * program.nodes.size() > kSupportWords) words_ = 0;
  supports_.assign(words_ * program.nodes.size(), 0);
  const auto add_input = [&](NodeId id, std::uint32_t input) {
    if (!problem_.weight[input]) return;
    Weight& cheapest = cheapest_[ground::index(id)];
    cheapest = std::min(cheapest, *problem_.weight[input]);
    if (words_ > 0) supports_[ground::index(id) * words_ + bit[input] / 64] |= std::uint64_t{1} << (bit[input] % 64);
  };
  for (NodeId id : structure_.cone) {
    const Node& node = program[id];
    if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
      add_input(id, node.ref);
    if (node.kind == NodeKind::recursive)
      for (InputId input : structure_.fixpoint_rests[structure_.fixpoint_of[node.ref]])
        add_input(id, static_cast<std::uint32_t>(ground::index(input)));
    for (NodeId operand : program.operands_of(node)) {
      cheapest_[ground::index(id)] = std::min(cheapest_[ground::index(id)], cheapest_[ground::index(operand)]);
      for (std::size_t word = 0; word < words_; ++word)
        supports_[ground::index(id) * words_ + word] |= supports_[ground::index(operand) * words_ + word];
    }
  }
}

/// Operands with no input in common cost what they cost together; those with one may be mended by one change.
void ChangeBounds::join_operands(NodeId id, const Tally& tally) {
  auto& group = groups_[ground::index(id)];
  group.resize(tally.operands.size());
  std::iota(group.begin(), group.end(), 0u);
  const auto root = [&](std::uint32_t operand) {
    while (group[operand] != operand) operand = group[operand];
    return operand;
  };
  std::map<std::size_t, std::uint32_t> owner;  // by bit
  for (std::uint32_t i = 0; i < tally.operands.size(); ++i)
    for (std::size_t word = 0; word < words_; ++word)
      for (std::uint64_t left = supports_[ground::index(tally.operands[i]) * words_ + word]; left != 0; left &= left - 1) {
        const auto [place, is_new] = owner.emplace(word * 64 + static_cast<std::size_t>(std::countr_zero(left)), i);
        if (is_new) continue;
        const std::uint32_t a = root(place->second), b = root(i);
        group[std::max(a, b)] = std::min(a, b);
      }
  for (std::uint32_t i = 0; i < group.size(); ++i) group[i] = root(i);
}

Weight ChangeBounds::least(const ground::Certain& certain, const Changed& changed) {
  certain_ = &certain;
  changed_ = &changed;
  const auto above = unchanged_.empty() ? std::nullopt : structure_.above(changed.inputs);
  if (above) weights_ = unchanged_;
  for (NodeId id : above ? *above : structure_.cone)
    if (problem_.program->is_truth(id)) weights_[ground::index(id)] = weigh(id);
  if (changed.inputs.empty()) unchanged_ = weights_;
  Weight result = weights_[ground::index(problem_.goal)].yes;
  for (const auto& required : problem_.required) {
    if (std::ranges::find(changed.required, required.node) == changed.required.end()) continue;
    Weight needed = weights_[ground::index(required.node)].yes;
    // What a deed requires that is given as not done ends when the deed is changed.
    if (required.until_done && problem_.weight[ground::index(*required.until_done)])
      needed = std::min(needed, *problem_.weight[ground::index(*required.until_done)]);
    result = std::max(result, needed);
  }
  return result;
}

ChangeBounds::Weights ChangeBounds::weigh(NodeId id) const {
  const Node& node = (*problem_.program)[id];
  switch (node.kind) {
    case NodeKind::constant:
      return node.number != 0 ? Weights{{}, Weight::never()} : Weights{Weight::never(), {}};
    case NodeKind::input:
    case NodeKind::input_is:
      return weigh_input(node);
    case NodeKind::recursive:
      return weigh_numbers(id);
    default:
      break;
  }
  const auto test = tally(*problem_.program, node);
  if (!test) return weigh_numbers(id);
  return {weigh_tally(id, *test, true), weigh_tally(id, *test, false)};
}

ChangeBounds::Weights ChangeBounds::weigh_input(const Node& node) const {
  const std::int64_t wanted = node.kind == NodeKind::input ? 1 : node.number;
  const ground::Domain& now = changed_->known[node.ref];
  const bool taken = now != problem_.known[node.ref];  // what is changed has one of the values that are left to it
  const auto& weight = problem_.weight[node.ref];
  const Weight other = taken || !weight ? Weight::never() : *weight;
  const bool may_be = allows(now, wanted);
  const bool may_not = !now.known() || !may_be;
  return {may_be ? Weight{} : other, may_not ? Weight{} : other};
}

/// Only what is certain is seen of comparisons of numbers and of fixed points: what must change there is one input at least.
ChangeBounds::Weights ChangeBounds::weigh_numbers(NodeId id) const {
  const auto truth = certain_->truth(id);
  if (!truth) return {};
  return *truth ? Weights{{}, cheapest_[ground::index(id)]} : Weights{cheapest_[ground::index(id)], {}};
}

Weight ChangeBounds::weigh_tally(NodeId id, const Tally& tally, bool holds) const {
  const auto total = static_cast<std::int64_t>(tally.operands.size());
  if (holds) return std::max(at_least(id, tally, tally.least, true), at_least(id, tally, total - tally.most, false));
  const Weight fewer = tally.least > 0 ? at_least(id, tally, total - tally.least + 1, false) : Weight::never();
  const Weight more = tally.most < total ? at_least(id, tally, tally.most + 1, true) : Weight::never();
  return std::min(fewer, more);
}

/// Of so many operands holding, or failing.
Weight ChangeBounds::at_least(NodeId id, const Tally& tally, std::int64_t number, bool holds) const {
  if (number <= 0) return {};
  const auto total = static_cast<std::int64_t>(tally.operands.size());
  if (number > total) return Weight::never();
  if (number == total) return all(id, tally, holds);
  const auto weight = [&](NodeId operand) {
    const Weights& weights = weights_[ground::index(operand)];
    return holds ? weights.yes : weights.no;
  };
  if (number == 1) {
    Weight least = Weight::never();
    for (NodeId operand : tally.operands) least = std::min(least, weight(operand));
    return least;
  }
  std::vector<Weight> weights;
  for (NodeId operand : tally.operands) weights.push_back(weight(operand));
  std::ranges::sort(weights);
  const auto& group = groups_[ground::index(id)];
  bool apart = !group.empty();
  for (std::uint32_t i = 0; i < group.size(); ++i) apart = apart && group[i] == i;
  if (!apart) return weights[static_cast<std::size_t>(number - 1)];
  Weight sum;
  for (std::size_t i = 0; i < static_cast<std::size_t>(number); ++i) sum = sum + weights[i];
  return sum;
}

Weight ChangeBounds::all(NodeId id, const Tally& tally, bool holds) const {
  const auto& group = groups_[ground::index(id)];
  std::vector<Weight> greatest(tally.operands.size());
  for (std::size_t i = 0; i < tally.operands.size(); ++i) {
    const Weights& weights = weights_[ground::index(tally.operands[i])];
    Weight& of_group = greatest[group.empty() ? 0 : group[i]];
    of_group = std::max(of_group, holds ? weights.yes : weights.no);
  }
  Weight sum;
  for (const Weight& weight : greatest) sum = sum + weight;
  return sum;
}

}  // namespace grotius::explore
