// Claims as lines of an outline, each with its grounds.

#include <algorithm>

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
  // A norm that does not stand says so in its sentence.
  const bool tells = step.rule == Rule::status || (step.rule == Rule::stands && step.value == 0);
  if (step.sort.kind != model::Sort::Kind::boolean || tells) return Node::Mark::none;
  return step.value != 0 ? Node::Mark::holds : Node::Mark::fails;
}

/// Without folders: a reader knows the files.
std::string file_and_line(const Sources& sources, const Span& span) {
  const std::string at = sources.at(span);
  const std::size_t folder = at.rfind('/');
  return folder == std::string::npos ? at : at.substr(folder + 1);
}

}  // namespace

std::string WhyBuilder::place(const Step& step) const {
  const auto at = [&](const Span& span) { return file_and_line(*model_.sources, span); };
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
      return at(step.alternative ? definition.alternatives[*step.alternative].span
                                 : definition.span);
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
  if (step.rule == Rule::expression && DerivationWords::compares_or_adds(*step.expr))
    return !words.operands(step).others.empty();
  return !step.uses.empty();
}

bool WhyBuilder::speaks_of_called(const Step& step) const {
  return std::ranges::any_of(words.words.called,
                             [&](const auto& one) { return speaks_of(step, one.first); });
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
  const auto planned = planned_.find(id);
  if (planned != planned_.end() && level > 0) {
    node.repeats = planned->second;
    return;
  }
  const std::size_t place = among_.size();
  const std::size_t writing = planned != planned_.end() ? planned->second : ++writings_;
  (among ? among_[place - 1] : written_)[id] = writing;
  node.written = writing;
  node.below = grounds();
  if (node.below.empty()) said_in_full(id);
}

// What has no grounds of its own is said in full wherever it is said.
void WhyBuilder::said_in_full(StepId id) {
  written_.erase(id);
  if (!among_.empty()) among_.back().erase(id);
}

std::vector<Node> WhyBuilder::all(const std::vector<StepId>& uses, std::size_t level) {
  std::vector<Node> result;
  for (StepId use : uses) append(result, lines(use, level));
  return result;
}

std::vector<Node> WhyBuilder::of_definition(const Step& step, std::size_t level) {
  const auto& definition = model_.definitions[step.ref];
  const auto excepts = [&](StepId use) {
    return at(use).rule == Rule::expression &&
           std::ranges::any_of(definition.alternatives, [&](const model::Alternative& one) {
             return one.unless && &*one.unless == at(use).expr;
           });
  };
  std::vector<Node> result;
  for (StepId use : step.uses) {
    // "the number of … is 3" says again what the value says.
    const Step& below = at(use);
    const bool aggregate = below.rule == Rule::expression && (below.expr->kind == ExprKind::count ||
                                                              below.expr->kind == ExprKind::sum);
    std::vector<Node> some =
        definition.value && aggregate ? members(below, level) : lines(use, level);
    if (excepts(use))
      for (Node& one : some) one.sentence = "exception: " + one.sentence;
    append(result, std::move(some));
  }
  if (result.size() == 1 && result[0].joins) return std::vector<Node>(result[0].below);
  return result;
}

// A deed that is given says where from; what else could have made it done is listed only where it
// is not.
std::vector<Node> WhyBuilder::of_deed(const Step& step, Node& node, std::size_t level) {
  std::vector<Node> result;
  for (StepId use : step.uses) {
    const Step& below = at(use);
    const bool own = below.deed && below.ref == step.ref && below.arguments == step.arguments &&
                     below.rule != Rule::done;
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
      ground(node, id, level, [&] {
        if (step.together.size() != 1) return all(step.uses, level + 1);
        const Step& alone = at(step.uses[0]);
        return alone.rule == Rule::done ? of_deed(alone, node, level + 1)
                                        : of_definition(alone, level + 1);
      });
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

}  // namespace grotius::cli
