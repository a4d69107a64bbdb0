// Conditions as lines of an outline.

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

Node::Mark mark_of(const Step& step) {
  if (step.sort.kind != model::Sort::Kind::boolean || step.rule == Rule::status) return Node::Mark::none;
  return step.value != 0 ? Node::Mark::holds : Node::Mark::fails;
}

bool is_leaf(const Node& node) { return node.below.empty() && !node.cut && node.repeats == 0; }

}  // namespace

std::string WhyBuilder::place(const Step& step) const {
  const auto at = [&](const Span& span) { return model_.sources->at(span); };
  switch (step.rule) {
    case Rule::given:
      return at(step.entry->span);
    case Rule::presumed:
    case Rule::supposed:
      if (step.entry != nullptr) return at(step.entry->span);
      return at(step.deed ? model_.actions[step.ref].span : model_.facts[step.ref].span);
    case Rule::parameter:
      return at(model_.parameters[step.ref].span);
    case Rule::definition: {
      const auto& definition = model_.definitions[step.ref];
      return at(step.alternative ? definition.alternatives[*step.alternative].span : definition.span);
    }
    case Rule::expression:
      return at(step.expr->span);
    case Rule::in_force:
    case Rule::applies:
    case Rule::stands:
      return at(model_.norms[step.ref].span);
    default:
      return "";
  }
}

Node WhyBuilder::line(StepId id) const {
  const Step& step = at(id);
  Node node;
  node.mark = mark_of(step);
  node.sentence = words.sentence(step);
  node.origin = words.origin(step);
  node.at = place(step);
  return node;
}

bool WhyBuilder::has_grounds(const Step& step) const {
  if (step.rule == Rule::expression) {
    switch (step.expr->kind) {
      case ExprKind::equal:
      case ExprKind::less:
      case ExprKind::less_equal:
      case ExprKind::member:
      case ExprKind::add:
      case ExprKind::subtract:
      case ExprKind::multiply:
        return !words.operands(step).others.empty();
      default:
        break;
    }
  }
  return !step.uses.empty();
}

bool WhyBuilder::speaks_of_called(const Step& step) const {
  return std::ranges::any_of(words.words.called, [&](const auto& one) { return speaks_of(step, one.first); });
}

void WhyBuilder::ground(Node& node, StepId id, std::size_t level, const Lines& grounds) {
  const bool among = speaks_of_called(at(id));
  if (!among) {
    if (const auto before = written_.find(id); before != written_.end()) {
      node.repeats = before->second;
      return;
    }
  } else {
    for (const auto& written : among_)
      if (const auto before = written.find(id); before != written.end()) {
        node.repeats = before->second;
        return;
      }
  }
  if (!options_.full && level >= options_.depth) {
    node.cut = has_grounds(at(id));
    return;
  }
  const std::size_t place = among_.size();
  const std::size_t writing = ++writings_;
  (among ? among_[place - 1] : written_)[id] = writing;
  node.written = writing;
  node.below = grounds();
  // What has no grounds is said in full wherever it is said.
  if (node.below.empty()) (among ? among_[place - 1] : written_).erase(id);
}

std::vector<Node> WhyBuilder::all(const std::vector<StepId>& uses, std::size_t level) {
  std::vector<Node> result;
  for (StepId use : uses) append(result, lines(use, level));
  return result;
}

std::vector<Node> WhyBuilder::of_definition(const Step& step, std::size_t level) {
  const auto& definition = model_.definitions[step.ref];
  const auto excepts = [&](StepId use) {
    return at(use).rule == Rule::expression && std::ranges::any_of(definition.alternatives, [&](const model::Alternative& one) {
             return one.unless && &*one.unless == at(use).expr;
           });
  };
  std::vector<Node> result;
  for (StepId use : step.uses) {
    // "the number of … is 3" says again what the value says.
    const Step& below = at(use);
    const bool aggregate = below.rule == Rule::expression && (below.expr->kind == ExprKind::count || below.expr->kind == ExprKind::sum);
    std::vector<Node> some = definition.value && aggregate ? members(below, level) : lines(use, level);
    if (excepts(use))
      for (Node& one : some) one.sentence = "exception: " + one.sentence;
    append(result, std::move(some));
  }
  if (result.size() == 1 && result[0].joins) return std::vector<Node>(result[0].below);
  return result;
}

// A deed that is given says where from; what else could have made it done is listed only where it is not.
std::vector<Node> WhyBuilder::of_deed(const Step& step, Node& node, std::size_t level) {
  std::vector<Node> result;
  for (StepId use : step.uses) {
    const Step& below = at(use);
    const bool own = below.deed && below.ref == step.ref && below.arguments == step.arguments && below.rule != Rule::done;
    if (own) {
      node.origin = words.origin(below);
      node.at = place(below);
    } else {
      append(result, lines(use, level));
    }
  }
  return result;
}

Node WhyBuilder::node(StepId id, std::size_t level) {
  const Step& step = at(id);
  Node node = line(id);
  switch (step.rule) {
    case Rule::definition:
      ground(node, id, level, [&] { return of_definition(step, level + 1); });
      break;
    case Rule::done:
      ground(node, id, level, [&] { return of_deed(step, node, level + 1); });
      break;
    case Rule::counts_as:
      ground(node, id, level, [&] { return all(step.uses, level + 1); });
      break;
    case Rule::unfounded:
      ground(node, id, level, [&] { return step.together.size() == 1 ? of_definition(at(step.uses[0]), level + 1) : all(step.uses, level + 1); });
      break;
    case Rule::status:
      ground(node, id, level, [&] { return norms(id, level + 1); });
      break;
    case Rule::stands:
      return norm(id, level);
    default:
      break;
  }
  return node;
}

std::vector<Node> WhyBuilder::lines(StepId use, std::size_t level) {
  const StepId id = words.passed_on(use);
  if (at(id).rule == Rule::expression) return expression(id, level);
  if (at(id).rule == Rule::in_force && at(id).value != 0) return {};
  return {node(id, level)};
}

// Where the condition of more fails, nothing more is asked.
std::vector<Node> WhyBuilder::implication(StepId id, std::size_t level) {
  const Step& step = at(id);
  const bool by_left = step.uses.size() == 1 && at(step.uses[0]).expr == &step.expr->operands[0];
  if (step.uses.size() == 1 && !by_left) return lines(step.uses[0], level);
  Node node = line(id);
  if (by_left) node.sentence = "more would be asked only if " + words.words.condition(step.expr->operands[0], words.phrases(step));
  node.below = all(step.uses, level);
  if (by_left && node.below.size() == 1 && is_leaf(node.below[0])) {
    node.origin = node.below[0].origin;
    node.below.clear();
  }
  return {node};
}

// One binding that decides: its claims tell by themselves of whom they speak, unless they are several.
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
    node.sentence = fmt::format("{} of which all this holds: {}", words.words.ranges_over(*step.expr), listed(names));
  node.origin.clear();
  node.below = std::move(below);
  return {node};
}

std::vector<Node> WhyBuilder::status_operator(StepId id, std::size_t level) {
  const Step& step = at(id);
  Node node = line(id);
  if (step.uses.size() == 1 && at(step.uses[0]).rule == Rule::status) {
    const StepId status = step.uses[0];
    if (step.value == 0) node.sentence += "; it is " + words.sentence(at(status)).substr(0, words.sentence(at(status)).find(':'));
    ground(node, status, level, [&] { return norms(status, level + 1); });
  } else {
    ground(node, id, level, [&] { return all(step.uses, level + 1); });
  }
  return {node};
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
      node.sentence = "at least one of these";
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
      const bool whole = node.below.size() == 1 && is_leaf(node.below[0]) && node.below[0].members.size() == step.uses.size();
      const ExprKind body = step.expr->operands[0].kind;
      if (whole && step.expr->kind != ExprKind::every && (body == ExprKind::fact || body == ExprKind::definition)) {
        node.origin = node.below[0].origin;
        node.members = node.below[0].members;
        node.below.clear();
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
