#include "cli/derivation_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;
using model::ExprKind;

namespace {

std::string not_so(const std::string& sentence) { return "it is not the case that " + sentence; }

std::string_view verb(model::Modality modality) {
  static constexpr std::string_view kVerbs[] = {"permits", "forbids", "obliges to", "exempts from", "empowers to", "disables"};
  return kVerbs[static_cast<std::size_t>(modality)];
}

std::string_view right(model::Ground ground) {
  static constexpr std::string_view kRights[] = {"holds only by default", "by stated priority", "by lex superior",
                                                 "by lex specialis", "by lex posterior"};
  return kRights[static_cast<std::size_t>(ground)];
}

std::string in_one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

}  // namespace

std::string range_words(const explain::Range& range, const model::Sort& sort) {
  const auto bound = [&](std::int64_t value) { return sort.kind == model::Sort::Kind::date ? to_string(Date{value}) : std::to_string(value); };
  if (range.least && range.greatest) return fmt::format("between {} and {}", bound(*range.least), bound(*range.greatest));
  if (range.least) return bound(*range.least) + " or more";
  if (range.greatest) return "at most " + bound(*range.greatest);
  return "whatever it is";
}

DerivationWords::DerivationWords(const model::Model& model, const explain::Derivation& derivation)
    : model_(model), derivation_(derivation) {}

std::string DerivationWords::individual(model::IndividualId id) const {
  const auto& one = model_[id];
  return one.label.empty() ? std::string(one.name) : one.label;
}

std::string DerivationWords::filled(const std::string& text, const std::string& name,
                                    const std::vector<model::Variable>& variables,
                                    const std::vector<model::IndividualId>& arguments) const {
  if (text.empty()) {
    std::string call = name + "(";
    for (std::size_t i = 0; i < arguments.size(); ++i) call += (i == 0 ? "" : ", ") + individual(arguments[i]);
    return call + ")";
  }
  std::string result = text;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const std::string hole = "{" + std::string(variables[i].name) + "}";
    const std::string filler = individual(arguments[i]);
    for (std::size_t at = result.find(hole); at != std::string::npos; at = result.find(hole, at + filler.size()))
      result.replace(at, hole.size(), filler);
  }
  return result;
}

std::string DerivationWords::act(const model::Act& act) const {
  const auto& action = model_[act.action];
  return filled(action.text, std::string(action.name), action.roles, act.arguments);
}

std::string DerivationWords::value(const Step& step) const {
  if (step.range) return range_words(*step.range, step.sort);
  switch (step.sort.kind) {
    case model::Sort::Kind::boolean:
      return step.value != 0 ? "yes" : "no";
    case model::Sort::Kind::integer:
      return std::to_string(step.value);
    case model::Sort::Kind::date:
      return to_string(Date{step.value});
    case model::Sort::Kind::individual:
      return individual(model::id_of<model::IndividualId>(static_cast<std::size_t>(step.value)));
  }
  return "";
}

std::string DerivationWords::atom(const Step& step) const {
  std::string sentence;
  if (step.deed) {
    const auto& action = model_.actions[step.ref];
    sentence = filled(action.text, std::string(action.name), action.roles, step.arguments);
  } else {
    const auto& fact = model_.facts[step.ref];
    sentence = filled(fact.text, std::string(fact.name), fact.parameters, step.arguments);
  }
  if (step.sort.kind != model::Sort::Kind::boolean) return sentence + ": " + value(step);
  return step.value != 0 ? sentence : not_so(sentence);
}

std::string DerivationWords::expression(const Step& step) const {
  const model::Expr& expr = *step.expr;
  std::string text = in_one_line(model_.sources->text(expr.span));
  std::string with;
  for (const auto& [name, id] : step.environment) with += (with.empty() ? "" : ", ") + name + " = " + individual(id);
  if (!with.empty()) with = " (" + with + ")";
  switch (expr.kind) {
    case ExprKind::equal:
    case ExprKind::less:
    case ExprKind::less_equal:
    case ExprKind::member:
    case ExprKind::is_type:
      return fmt::format("{} {}{}", step.value != 0 ? "so it is that" : "it is not so that", text, with);
    case ExprKind::count:
    case ExprKind::sum:
    case ExprKind::add:
    case ExprKind::subtract:
    case ExprKind::multiply:
      return fmt::format("{} is {}{}", text, value(step), with);
    case ExprKind::some:
    case ExprKind::every:
    case ExprKind::no:
      return fmt::format("{}: {}{}", step.value != 0 ? "there it holds" : "it fails everywhere that counts", text, with);
    default:
      break;
  }
  if (step.sort.kind != model::Sort::Kind::boolean) return fmt::format("{} is {}{}", text, value(step), with);
  return fmt::format("{}{}: {}", text, with, step.value != 0 ? "yes" : "no");
}

std::string DerivationWords::claim(const Step& step) const {
  switch (step.rule) {
    case Rule::given:
    case Rule::presumed:
    case Rule::supposed:
      return atom(step);
    case Rule::parameter:
      return fmt::format("{} is {}", model_.parameters[step.ref].name, value(step));
    case Rule::day:
      return "the day is " + value(step);
    case Rule::expression:
      return expression(step);
    case Rule::definition: {
      const auto& definition = model_.definitions[step.ref];
      const std::string sentence =
          filled(definition.text, std::string(definition.name), definition.parameters, step.arguments);
      if (definition.value) return sentence + ": " + value(step);
      return step.value != 0 ? sentence : not_so(sentence);
    }
    case Rule::unfounded: {
      std::string all;
      for (const model::Atom& one : step.together) {
        Step claimed;
        claimed.rule = one.deed ? Rule::done : Rule::definition;
        claimed.ref = one.ref;
        claimed.deed = one.deed;
        claimed.arguments = one.arguments;
        all += (all.empty() ? "" : "; ") + claim(claimed);
      }
      return all;
    }
    case Rule::done: {
      const std::string sentence =
          act({model::id_of<model::ActionId>(step.ref), step.arguments});
      return step.value != 0 ? "it is done: " + sentence : "it is not done: " + sentence;
    }
    case Rule::counts_as:
      return fmt::format("“{}” {} “{}”", act(*step.act), step.value != 0 ? "counts as" : "does not count as", act(*step.as));
    case Rule::in_force: {
      const auto& norm = model_.norms[step.ref];
      return fmt::format("{} is {}in force", norm.name, step.value != 0 ? "" : "not ");
    }
    case Rule::applies: {
      const auto& norm = model_.norms[step.ref];
      return fmt::format("{} {}", norm.name, step.value != 0 ? "applies" : "does not apply");
    }
    case Rule::stands: {
      const auto& norm = model_.norms[step.ref];
      if (step.value != 0)
        return fmt::format("{} {}: {}", norm.name, verb(norm.modality), act({norm.act.action, step.arguments}));
      if (!step.ground) return fmt::format("{} is silent here", norm.name);
      const Step& by = derivation_.steps[step.uses.front()];
      return fmt::format("{} is defeated by {} ({})", norm.name, model_.norms[by.ref].name,
                         *step.ground == model::Ground::by_default ? "it " + std::string(right(*step.ground)) : std::string(right(*step.ground)));
    }
    case Rule::status:
      return fmt::format("{}: {}", act(*step.act),
                         step.answers->must == "obliged" ? std::string_view("obliged") : step.answers->may);
  }
  return "";
}

std::string DerivationWords::origin(const Step& step) const {
  const auto cited = [&](const std::vector<model::Citation>& sources) {
    std::string text;
    for (const auto& source : sources) text += (text.empty() ? "" : "; ") + model_.cite(source);
    return text;
  };
  switch (step.rule) {
    case Rule::given: {
      const std::string sources = cited(step.entry->sources);
      return sources.empty() ? "given" : "given, " + sources;
    }
    case Rule::presumed:
      return "presumed: no line speaks of it";
    case Rule::supposed:
      return "supposed";
    case Rule::parameter:
      return cited(model_.parameters[step.ref].sources);
    case Rule::definition: {
      const auto& definition = model_.definitions[step.ref];
      if (definition.value) return cited(definition.sources);
      return step.alternative ? cited(definition.alternatives[*step.alternative].sources) : "";
    }
    case Rule::stands:
    case Rule::applies:
    case Rule::in_force:
      return cited(model_.norms[step.ref].sources);
    case Rule::unfounded:
      return "nothing makes any of these true";
    default:
      return "";
  }
}

StepId DerivationWords::shown(StepId id) const {
  for (;;) {
    const Step& step = derivation_.steps[id];
    if (step.rule != Rule::expression || step.uses.size() != 1) return id;
    const Step& below = derivation_.steps[step.uses[0]];
    const ExprKind kind = step.expr->kind;
    const bool passes = kind == ExprKind::fact || kind == ExprKind::definition || kind == ExprKind::negation ||
                        kind == ExprKind::conjunction || kind == ExprKind::disjunction || kind == ExprKind::implication ||
                        (kind == ExprKind::status && step.expr->status == model::Status::done);
    if (!passes || below.rule == Rule::unfounded) return id;
    id = step.uses[0];
  }
}

std::vector<StepId> DerivationWords::grounds(StepId id) const {
  std::vector<StepId> result;
  const auto add = [&](auto& self, StepId use) -> void {
    const StepId what = shown(use);
    const Step& step = derivation_.steps[what];
    const bool joins = step.rule == Rule::expression &&
                       (step.expr->kind == ExprKind::conjunction || step.expr->kind == ExprKind::disjunction ||
                        step.expr->kind == ExprKind::implication || step.expr->kind == ExprKind::boolean);
    if (joins) {
      for (StepId further : step.uses) self(self, further);
    } else if (step.rule != Rule::in_force || step.value == 0) {
      if (std::ranges::find(result, what) == result.end()) result.push_back(what);
    }
  };
  for (StepId use : derivation_.steps[id].uses) add(add, use);
  return result;
}

}  // namespace grotius::cli
