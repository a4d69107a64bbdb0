#include "engine/explore/interview_estimate.hpp"

#include <algorithm>
#include <cmath>

namespace grotius::explore {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

constexpr double kNever = 1e6;      ///< questions for what nobody knows
constexpr double kLeast = 1e-9;     ///< chances are kept away from 0 and 1
constexpr int kFixpointRounds = 4;  ///< passes over programs with least fixed points

double bounded(double chance) { return std::clamp(chance, kLeast, 1 - kLeast); }

double share(const ground::Domain& domain, const solve::SingleComparison& said, std::size_t cuts) {
  if (domain.values.empty())
    return said.kind == solve::SingleComparison::Kind::is ? 1.0 / static_cast<double>(cuts + 1) : 0.5;
  const auto meets = [&](std::int64_t value) {
    switch (said.kind) {
      case solve::SingleComparison::Kind::at_least:
        return value >= said.number;
      case solve::SingleComparison::Kind::below:
        return value < said.number;
      default:
        return value == said.number;
    }
  };
  return static_cast<double>(std::ranges::count_if(domain.values, meets)) / static_cast<double>(domain.values.size());
}

}  // namespace

Estimate::Estimate(const analyse::Inquiry& inquiry, const solve::Comparisons& comparisons, const std::set<InputId>& silent)
    : inquiry_(inquiry), comparisons_(comparisons), silent_(silent), guesses_(inquiry.program.nodes.size()), bodies_(inquiry.program.recursive_members) {
  const ground::Program& program = inquiry.program;
  for (const auto& fixpoint : program.fixpoints)
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i) {
      bodies_[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
      guesses_[ground::index(fixpoint.members[i])] = {kLeast, 1};
    }
  const int rounds = program.fixpoints.empty() ? 1 : kFixpointRounds;
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < program.nodes.size(); ++i) {
      const NodeId node = static_cast<NodeId>(i);
      if (round == 0 && program.nodes[i].kind == NodeKind::recursive) continue;
      if (!decided(node)) guesses_[i] = guess(node);
    }
}

double Estimate::effort(NodeId node) const {
  const Guess& one = guesses_[ground::index(node)];
  return one.questions / bounded(one.chance);
}

Estimate::Guess Estimate::of_input(InputId input, double chance) const {
  return {bounded(chance), silent_.contains(input) ? kNever : 1.0};
}

Estimate::Guess Estimate::guess(NodeId id) const {
  const Node& node = inquiry_.program[id];
  const auto operands = inquiry_.program.operands_of(node);
  const auto of = [&](std::size_t i) { return guesses_[ground::index(operands[i])]; };
  const auto sum = [&] {
    Guess all{0.5, 0};
    for (NodeId operand : operands)
      if (!decided(operand)) all.questions = std::min(kNever, all.questions + guesses_[ground::index(operand)].questions);
    return all;
  };
  switch (node.kind) {
    case NodeKind::input:
    case NodeKind::input_number:
      return of_input(static_cast<InputId>(node.ref), 0.5);
    case NodeKind::input_is:
      return of_input(static_cast<InputId>(node.ref),
                      1.0 / static_cast<double>(std::max<std::size_t>(2, inquiry_.knowledge[node.ref].values.size())));
    case NodeKind::negation:
      return {1 - of(0).chance, of(0).questions};
    case NodeKind::conjunction:
      return of_connective(node, true);
    case NodeKind::disjunction:
      return of_connective(node, false);
    case NodeKind::less_equal:
    case NodeKind::equal:
      return of_comparison(node);
    case NodeKind::recursive:
      return guesses_[ground::index(bodies_[node.ref])];
    case NodeKind::constant:
    case NodeKind::number:
      return {0.5, 0};
    case NodeKind::sum:
    case NodeKind::scaled:
    case NodeKind::count:
    case NodeKind::choice:
      return sum();
  }
  return {};
}

// The undecided operands in the order to ask in: of a conjunction (`all`) those first that fail for few questions.
std::vector<NodeId> Estimate::in_order(const Node& node, bool all) const {
  std::vector<std::pair<double, NodeId>> ratios;
  for (NodeId operand : inquiry_.program.operands_of(node)) {
    if (decided(operand)) continue;
    const Guess& one = guesses_[ground::index(operand)];
    ratios.emplace_back(one.questions / bounded(all ? 1 - one.chance : one.chance), operand);
  }
  std::ranges::sort(ratios);
  std::vector<NodeId> order;
  for (const auto& [ratio, operand] : ratios) order.push_back(operand);
  return order;
}

Estimate::Guess Estimate::of_connective(const Node& node, bool all) const {
  double goes_on = 1, questions = 0;
  for (NodeId operand : in_order(node, all)) {
    const Guess& one = guesses_[ground::index(operand)];
    questions += goes_on * one.questions;
    goes_on *= all ? one.chance : 1 - one.chance;
  }
  return {bounded(all ? goes_on : 1 - goes_on), std::min(kNever, questions)};
}

std::optional<InputId> Estimate::leaf(const Node& node) const {
  if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
    return static_cast<InputId>(node.ref);
  if (node.kind != NodeKind::less_equal && node.kind != NodeKind::equal) return std::nullopt;
  const auto said = comparisons_.single(node);
  using Kind = solve::SingleComparison::Kind;
  if (!said || said->kind == Kind::never || said->kind == Kind::always) return std::nullopt;
  return said->input;
}

Estimate::Guess Estimate::of_comparison(const Node& node) const {
  if (const auto input = leaf(node)) {
    const auto said = comparisons_.single(node);
    return of_input(*input, share(inquiry_.knowledge[ground::index(*input)], *said, comparisons_.thresholds(*input).size()));
  }
  const auto operands = inquiry_.program.operands_of(node);
  const auto& first = inquiry_.certain.of[ground::index(operands[0])];
  const auto& second = inquiry_.certain.of[ground::index(operands[1])];
  if (node.kind == NodeKind::less_equal && first.decided() && inquiry_.program[operands[1]].kind == NodeKind::count)
    return of_count(inquiry_.program[operands[1]], *first.least);
  if (node.kind == NodeKind::less_equal && second.decided() && inquiry_.program[operands[0]].kind == NodeKind::count) {
    const Guess more = of_count(inquiry_.program[operands[0]], *second.least + 1);
    return {1 - more.chance, more.questions};
  }
  double questions = 0;
  for (NodeId operand : operands) questions += guesses_[ground::index(operand)].questions;
  return {0.5, std::min(kNever, questions)};
}

// At least so many hold: by the normal approximation, asked until enough hold or fail.
Estimate::Guess Estimate::of_count(const Node& node, std::int64_t least) const {
  double mean = 0, variance = 0, questions = 0, undecided = 0;
  for (NodeId operand : inquiry_.program.operands_of(node)) {
    if (const auto truth = inquiry_.certain.truth(operand)) {
      mean += *truth ? 1 : 0;
      least -= *truth ? 1 : 0;
      mean -= *truth ? 1 : 0;
      continue;
    }
    const Guess& one = guesses_[ground::index(operand)];
    mean += one.chance;
    variance += one.chance * (1 - one.chance);
    questions += one.questions;
    undecided += 1;
  }
  const double need = static_cast<double>(least);
  const double chance = bounded(0.5 * std::erfc((need - 0.5 - mean) / std::sqrt(2 * std::max(variance, kLeast))));
  const double each = mean / std::max(undecided, 1.0);
  const double asked = chance * need / bounded(each) + (1 - chance) * (undecided - need + 1) / bounded(1 - each);
  return {chance, std::min(kNever, questions / std::max(undecided, 1.0) * std::clamp(asked, 1.0, std::max(undecided, 1.0)))};
}

std::optional<Estimate::Way> Estimate::way(NodeId node, const std::function<bool(InputId)>& wanted) const {
  Way found;
  std::set<NodeId> seen;
  if (decided(node) || !descend(node, wanted, seen, found)) return std::nullopt;
  return found;
}

bool Estimate::descend(NodeId id, const std::function<bool(InputId)>& wanted, std::set<NodeId>& seen, Way& way) const {
  if (!seen.insert(id).second) return false;
  const Node& node = inquiry_.program[id];
  if (const auto input = leaf(node)) {
    way.input = *input;
    return wanted(*input);
  }
  if (node.kind == NodeKind::recursive) return !decided(bodies_[node.ref]) && descend(bodies_[node.ref], wanted, seen, way);
  const bool connective = node.kind == NodeKind::conjunction || node.kind == NodeKind::disjunction;
  const bool all = node.kind != NodeKind::disjunction;
  const std::vector<NodeId> order = in_order(node, all);
  for (NodeId operand : order) {
    const std::size_t before = way.beside.size();
    if (connective)
      for (NodeId other : order)
        if (other != operand) way.beside.push_back({other, all});
    if (descend(operand, wanted, seen, way)) return true;
    way.beside.resize(before);
  }
  return false;
}

}  // namespace grotius::explore
