// Expressions as lines of an outline: what only joins others is passed through.

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/why_builder.hpp"

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;
using model::ExprKind;

namespace {

void append(std::vector<Node>& to, std::vector<Node>&& more) {
  for (Node& one : more) to.push_back(std::move(one));
}

bool is_leaf(const Node& node) { return node.below.empty() && !node.cut && node.repeats == 0; }

}  // namespace

// Where the condition of more fails, nothing more is asked.
std::vector<Node> WhyBuilder::implication(StepId id, std::size_t level) {
  const Step& step = at(id);
  const bool by_left = step.uses.size() == 1 && at(step.uses[0]).expr == &step.expr->operands[0];
  if (step.uses.size() == 1 && !by_left) return lines(step.uses[0], level);
  Node node = line(id);
  if (by_left)
    node.sentence = fmt::format("more would be asked only if {}, which is not so",
                                words.words.condition(step.expr->operands[0], words.phrases(step)));
  node.below = all(step.uses, level);
  if (by_left && node.below.size() == 1 && is_leaf(node.below[0])) {
    node.origin = node.below[0].origin;
    node.below.clear();
  }
  return {node};
}

// One binding that decides: its claims tell by themselves of whom they speak, unless they are
// several.
std::vector<Node> WhyBuilder::witness(StepId id, std::size_t level) {
  const Step& step = at(id);
  std::vector<Node> below = all(step.uses, level);
  if (below.size() <= 1 && step.expr->kind == ExprKind::some) return below;
  const auto found = members_of(step);
  std::vector<std::string> names;
  if (!found.empty())
    for (model::IndividualId who : found[0].who) names.push_back(words.words.individual(who));
  Node node = line(id);
  if (step.expr->kind == ExprKind::some && !names.empty())
    node.sentence = fmt::format("{} of which all this holds: {}",
                                words.words.ranges_over(*step.expr), listed(names));
  node.origin.clear();
  node.below = std::move(below);
  return {node};
}

std::vector<Node> WhyBuilder::status_operator(StepId id, std::size_t level) {
  const Step& step = at(id);
  Node node = line(id);
  if (step.uses.size() == 1 && at(step.uses[0]).rule == Rule::status) {
    const StepId status = step.uses[0];
    if (step.value == 0)
      node.sentence +=
          "; it is " + words.sentence(at(status)).substr(0, words.sentence(at(status)).find(':'));
    ground(node, status, level, [&] { return norms(status, level + 1); });
  } else {
    ground(node, id, level, [&] { return questions(step.uses, level + 1); });
  }
  return {node};
}

// Two questions about one act may have one answer: it is told once.
std::vector<Node> WhyBuilder::questions(const std::vector<StepId>& uses, std::size_t level) {
  std::vector<Node> result;
  std::vector<std::string> told;
  for (StepId use : uses) {
    const std::string sentence = words.sentence(at(use));
    if (at(use).rule == Rule::status && std::ranges::find(told, sentence) != told.end()) continue;
    told.push_back(sentence);
    append(result, lines(use, level));
  }
  return result;
}

std::vector<Node> WhyBuilder::expression(StepId id, std::size_t level) {
  const Step& step = at(id);
  const bool holds = step.value != 0;
  switch (step.expr->kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
    case ExprKind::individual:
    case ExprKind::variable:
      return {};
    case ExprKind::negation:
      return all(step.uses, level);
    case ExprKind::conjunction:
      return all(step.uses, level);
    case ExprKind::disjunction: {
      std::vector<Node> below = all(step.uses, level);
      if (holds || below.size() <= 1) return below;
      Node node;
      node.mark = Node::Mark::fails;
      node.sentence = words.words.brief(*step.expr, words.phrases(step));
      node.joins = true;
      node.below = std::move(below);
      return {node};
    }
    case ExprKind::implication:
      return implication(id, level);
    case ExprKind::some:
    case ExprKind::no:
    case ExprKind::every: {
      const bool all_members = holds != (step.expr->kind == ExprKind::some);
      if (!all_members) return witness(id, level);
      Node node = line(id);
      ground(node, id, level, [&] { return members(step, level + 1); });
      const bool whole = node.below.size() == 1 && is_leaf(node.below[0]) &&
                         node.below[0].members.size() == step.uses.size();
      const ExprKind body = step.expr->operands[0].kind;
      if (whole && step.expr->kind != ExprKind::every &&
          (body == ExprKind::fact || body == ExprKind::definition)) {
        node.origin = node.below[0].origin;
        node.members = node.below[0].members;
        node.below.clear();
        said_in_full(id);
      }
      return {node};
    }
    case ExprKind::count:
    case ExprKind::sum: {
      Node node = line(id);
      node.origin.clear();
      ground(node, id, level, [&] { return members(step, level + 1); });
      return {node};
    }
    case ExprKind::status:
      return status_operator(id, level);
    case ExprKind::fact:
    case ExprKind::definition: {
      // A member of a fixed point that fails with others.
      Node node = line(id);
      const StepId together = step.uses.back();
      if (at(together).rule != Rule::unfounded) return {this->node(together, level)};
      if (at(together).together.size() == 1) return {this->node(together, level)};
      node.origin.clear();
      ground(node, id, level, [&] { return std::vector<Node>{this->node(together, level + 1)}; });
      return {node};
    }
    default: {
      Node node = line(id);
      ground(node, id, level, [&] { return all(words.operands(step).others, level + 1); });
      return {node};
    }
  }
}

}  // namespace grotius::cli
