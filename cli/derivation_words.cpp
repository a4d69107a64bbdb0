#include "cli/derivation_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;
using model::ExprKind;

std::string_view DerivationWords::verb(model::Modality modality, bool would) {
  static constexpr std::string_view kDoes[] = {"permits",
                                               "forbids",
                                               "demands",
                                               "exempts from",
                                               "gives the power for",
                                               "takes the power for"};
  static constexpr std::string_view kWould[] = {
      "permit", "forbid", "demand", "exempt from", "give the power for", "take the power for"};
  return (would ? kWould : kDoes)[static_cast<std::size_t>(modality)];
}

std::string DerivationWords::norm(model::NormId id) const {
  const auto& norm = model_[id];
  return norm.title.empty() ? std::string(norm.name)
                            : fmt::format("{} “{}”", norm.name, norm.title);
}

std::string DerivationWords::value(const Step& step) const {
  return step.range ? words.range(step.sort, *step.range) : words.value(step.sort, step.value);
}

ModelWords::Phrases DerivationWords::phrases(const Step& step) const {
  ModelWords::Phrases phrases;
  for (const auto& [name, id] : step.environment) phrases[std::string(name)] = words.individual(id);
  return phrases;
}

StepId DerivationWords::passed_on(StepId id) const {
  for (;;) {
    const Step& step = derivation_.steps[id];
    if (step.rule != Rule::expression || step.uses.empty()) return id;
    const ExprKind kind = step.expr->kind;
    const bool passes = kind == ExprKind::fact || kind == ExprKind::definition ||
                        kind == ExprKind::parameter || kind == ExprKind::today ||
                        (kind == ExprKind::status && step.expr->status == model::Status::done);
    if (!passes || derivation_.steps[step.uses.back()].rule == Rule::unfounded) return id;
    id = step.uses.back();
  }
}

std::string DerivationWords::some_of(const Step& step) const {
  const model::Expr& expr = *step.expr;
  const bool no = expr.kind == ExprKind::no;
  ModelWords::Phrases around = phrases(step);
  const ExprKind body = expr.operands[0].kind;
  const bool listed_all = (step.value != 0) == no;
  if (step.uses.empty() && listed_all && expr.binders.size() == 1)
    return fmt::format("there is {} in this case",
                       no ? "no " + words.noun(expr.binders[0].type)
                          : with_article(words.noun(expr.binders[0].type)));
  if (expr.binders.size() != 1 ||
      (body != ExprKind::fact && body != ExprKind::definition &&
       !is_literal(expr.operands[0], true)) ||
      !listed_all)
    return words.brief(expr, around);
  const std::string noun = words.noun(expr.binders[0].type);
  std::string which =
      step.uses.size() == 1
          ? "the only " + noun
          : "one of the " + counted(static_cast<std::int64_t>(step.uses.size()), noun);
  if (no) which = "none of the " + counted(static_cast<std::int64_t>(step.uses.size()), noun);
  if (no && step.uses.size() == 1) return words.brief(expr, around);
  around[std::string(expr.binders[0].name)] = which;
  return words.condition(expr.operands[0], around);
}

std::string DerivationWords::expression(const Step& step) const {
  const model::Expr& expr = *step.expr;
  switch (expr.kind) {
    case ExprKind::equal:
      return equality(step);
    case ExprKind::less:
    case ExprKind::less_equal:
      return comparison(step);
    case ExprKind::member:
      return membership(step);
    case ExprKind::some:
    case ExprKind::no:
      return some_of(step);
    default:
      break;
  }
  if (expr.kind == ExprKind::every) return words.brief(expr, phrases(step));
  if (expr.sort.kind == model::Sort::Kind::boolean) return words.condition(expr, phrases(step));
  return words.term(expr, phrases(step)) + ": " + value(step);
}

/// What keeps a norm from speaking: it is not in force, it is about other acts, a condition fails,
/// an exception holds.
std::string DerivationWords::why_not(const Step& step) const {
  const Step& first = derivation_.steps[step.uses.front()];
  if (first.rule == Rule::counts_as) return ", but only if it counted as what the norm is about";
  const Step& reason = derivation_.steps[first.uses.front()];
  const model::Norm& one = model_.norms[step.ref];
  if (reason.rule == Rule::expression)
    return one.unless && reason.expr == &*one.unless ? ", but an exception applies"
                                                     : ", but does not apply";
  const Interval& own = one.in_force;
  const Interval& period = own.from || own.until ? own : model_[one.module].in_force;
  std::string when;
  if (period.from) when += " from " + in_words(*period.from);
  if (period.until) when += " until " + in_words(*period.until);
  return ", but it is in force only" + when;
}

std::string DerivationWords::stands(const Step& step) const {
  const auto id = model::id_of<model::NormId>(step.ref);
  const model::Norm& one = model_[id];
  const std::string about = words.act({one.act.action, step.arguments});
  const std::string_view by_default = one.by_default ? " by default" : "";
  if (step.value != 0)
    return fmt::format("{} {}{}: {}", norm(id), verb(one.modality, false), by_default, about);
  const std::string would =
      fmt::format("{} would {} this{}", norm(id), verb(one.modality, true), by_default);
  if (!step.ground) return would + why_not(step);
  const auto by = model::id_of<model::NormId>(derivation_.steps[step.uses.front()].ref);
  const std::string other(model_[by].name);
  switch (*step.ground) {
    case model::Ground::by_default:
      return fmt::format("{}, but gives way to {}: a norm by default yields to every other", would,
                         other);
    case model::Ground::stated:
      return fmt::format("{}, but {} prevails over it, as is stated", would, other);
    case model::Ground::lex_superior:
      return fmt::format("{}, but {} prevails over it by its higher rank (lex superior)", would,
                         other);
    case model::Ground::lex_specialis:
      return fmt::format("{}, but {} prevails over it as the more special norm (lex specialis)",
                         would, other);
    case model::Ground::lex_posterior:
      break;
  }
  return fmt::format("{}, but {} prevails over it as the later norm (lex posterior)", would, other);
}

std::string DerivationWords::of_status(const Step& step) const {
  const auto& said = *step.answers;
  std::string_view word = said.must == "obliged" || said.may.empty() ? said.must : said.may;
  if (word == "silent") word = "no norm permits or forbids it";
  return fmt::format("{}: {}", word.empty() ? "open" : word, words.act(*step.act));
}

std::string DerivationWords::sentence(const Step& step) const {
  switch (step.rule) {
    case Rule::given:
    case Rule::presumed:
    case Rule::supposed: {
      const std::string text = words.atom({step.deed, step.ref, step.arguments});
      return step.sort.kind == model::Sort::Kind::boolean ? text : text + ": " + value(step);
    }
    case Rule::parameter:
      return fmt::format("{}: {}", words.parameter(step.ref), value(step));
    case Rule::day:
      return "the day of the question: " + value(step);
    case Rule::expression:
      return expression(step);
    case Rule::definition: {
      const std::string text = words.definition(step.ref, step.arguments);
      return step.sort.kind == model::Sort::Kind::boolean ? text : text + ": " + value(step);
    }
    case Rule::unfounded: {
      std::vector<std::string> all;
      for (const model::Atom& one : step.together)
        all.push_back(one.deed ? words.atom(one) : words.definition(one.ref, one.arguments));
      if (all.size() == 1) return all[0];
      return fmt::format("one of these {}, which could only follow from each other: {}", all.size(),
                         fmt::join(all, "; "));
    }
    case Rule::done:
      return words.atom({true, step.ref, step.arguments});
    case Rule::counts_as:
      return fmt::format("“{}” counts as “{}”", words.act(*step.act), words.act(*step.as));
    case Rule::in_force:
      return fmt::format("{} is in force", norm(model::id_of<model::NormId>(step.ref)));
    case Rule::applies:
      return fmt::format("{} applies", norm(model::id_of<model::NormId>(step.ref)));
    case Rule::stands:
      return stands(step);
    case Rule::status:
      return of_status(step);
  }
  return "";
}

std::string DerivationWords::claim(const Step& step) const {
  const bool tells_itself = step.rule == Rule::stands || step.rule == Rule::status ||
                            step.sort.kind != model::Sort::Kind::boolean;
  return tells_itself || step.value != 0 ? sentence(step) : "not so: " + sentence(step);
}

std::string DerivationWords::given(const Step& step) const {
  std::string text = "given";
  const model::Entry& entry = *step.entry;
  if (entry.period.from && entry.period.until)
    text += fmt::format(" from {} until {}", in_words(*entry.period.from),
                        in_words(*entry.period.until));
  else if (entry.period.from)
    text += " from " + in_words(*entry.period.from);
  else if (entry.period.until)
    text += " until " + in_words(*entry.period.until);
  const std::string sources = words.cite(entry.sources);
  return sources.empty() ? text : text + ": " + sources;
}

// Where the sources disagree, those that say so.
std::string DerivationWords::supposed(const Step& step) const {
  if (step.entry != nullptr && !step.range)
    for (std::size_t i = 0; i < step.entry->value_sources.size(); ++i)
      if (step.entry->values[i] == step.value)
        if (const std::string sources = words.cite(step.entry->value_sources[i]); !sources.empty())
          return "supposed, with " + sources;
  return "supposed";
}

std::string DerivationWords::origin(const Step& step) const {
  switch (step.rule) {
    case Rule::given:
      return given(step);
    case Rule::presumed:
      return "presumed";
    case Rule::supposed:
      return supposed(step);
    case Rule::parameter: {
      const auto& parameter = model_.parameters[step.ref];
      const std::string sources = words.cite(parameter.sources);
      return fmt::format("parameter {}{}{}", parameter.name, sources.empty() ? "" : ": ", sources);
    }
    case Rule::expression: {
      if (!compares_or_adds(*step.expr)) return "";
      std::vector<std::string> all;
      for (StepId leaf : operands(step).leaves) {
        std::string one = origin(derivation_.steps[leaf]);
        if (!one.empty() && std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
      }
      return fmt::format("{}", fmt::join(all, "; "));
    }
    case Rule::definition: {
      const auto& definition = model_.definitions[step.ref];
      if (definition.value) return words.cite(definition.sources);
      return step.alternative ? words.cite(definition.alternatives[*step.alternative].sources) : "";
    }
    case Rule::stands:
    case Rule::applies:
    case Rule::in_force:
      return words.cite(model_.norms[step.ref].sources);
    default:
      return "";
  }
}

}  // namespace grotius::cli
