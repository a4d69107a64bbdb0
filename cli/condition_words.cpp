// Conditions and terms of the language in words. What stands in a file as `some s: State where
// unwilling(s)` is told as a person would.

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/model_words.hpp"

namespace grotius::cli {

using model::Expr;
using model::ExprKind;
using model::Sort;

namespace {

std::string_view status_word(model::Status status) {
  switch (status) {
    case model::Status::permitted:
      return "permitted";
    case model::Status::forbidden:
      return "forbidden";
    case model::Status::obliged:
      return "obliged";
    case model::Status::exempted:
      return "exempted";
    case model::Status::empowered:
      return "can validly be done";
    case model::Status::disabled:
      return "cannot validly be done";
    case model::Status::contested:
      return "contested";
    case model::Status::silent:
      return "no norm speaks of it";
    case model::Status::done:
      return "it is done";
    case model::Status::fulfilled:
      return "fulfilled as a duty";
    case model::Status::breached:
      return "breached";
    case model::Status::valid:
      return "validly done";
  }
  return "";
}

}  // namespace

std::string ModelWords::relation(ExprKind kind, const Sort& sort, bool mirrored) {
  const bool date = sort.kind == Sort::Kind::date;
  if (kind == ExprKind::less)
    return mirrored ? (date ? "after" : "more than") : (date ? "before" : "less than");
  if (kind == ExprKind::less_equal)
    return mirrored ? (date ? "on or after" : "at least") : (date ? "on or before" : "at most");
  return "";
}

ModelWords::Phrases ModelWords::bound(const Expr& expr, const Phrases& around) const {
  Phrases phrases = around;
  for (const model::Variable& binder : expr.binders) {
    std::size_t before = 0, all = 0;
    for (const model::Variable& other : expr.binders) {
      if (other.type != binder.type) continue;
      ++all;
      if (other.slot < binder.slot) ++before;
    }
    static constexpr std::string_view kPlaces[] = {"the first ", "the second ", "the third ",
                                                   "the next "};
    const std::string_view which = all == 1 ? "this " : kPlaces[std::min<std::size_t>(before, 3)];
    phrases[std::string(binder.name)] = std::string(which) + noun(binder.type);
  }
  return phrases;
}

std::string ModelWords::ranges_over(const Expr& expr) const {
  std::vector<std::string> nouns;
  for (const model::Variable& binder : expr.binders)
    nouns.push_back(with_article(noun(binder.type)));
  return listed(nouns);
}

std::string ModelWords::application(const Expr& expr, const Phrases& phrases, bool denies) const {
  std::vector<std::string> arguments;
  for (const Expr& operand : expr.operands) arguments.push_back(term(operand, phrases));
  if (expr.kind == ExprKind::fact) {
    const auto& fact = model_.facts[expr.ref];
    return filled(fact.text, fact.name, fact.parameters, arguments, denies);
  }
  if (expr.kind == ExprKind::definition) {
    const auto& definition = model_.definitions[expr.ref];
    return filled(definition.text, definition.name, definition.parameters, arguments, denies);
  }
  const auto& action = model_.actions[expr.ref];
  std::string text = std::string(status_word(expr.status));
  if (expr.under) text += fmt::format(" under {}", model_[*expr.under].name);
  text += ": " + filled(action.text, action.name, action.roles, arguments);
  return denies ? "not " + text : text;
}

std::string ModelWords::quantified(const Expr& expr, const Phrases& phrases) const {
  const Phrases inner = bound(expr, phrases);
  const std::string where =
      is_literal(expr.operands[0], true) ? "" : condition(expr.operands[0], inner);
  const std::string of_which = where.empty() ? "" : " of which this holds: " + where;
  std::vector<std::string> nouns;
  for (const model::Variable& binder : expr.binders) nouns.push_back(plural(noun(binder.type)));
  switch (expr.kind) {
    case ExprKind::some:
      return "there is " + ranges_over(expr) + of_which;
    case ExprKind::no: {
      std::string what = ranges_over(expr);
      what.erase(0, what.find(' '));
      return "there is no" + what + of_which;
    }
    case ExprKind::every:
      return fmt::format("for all {}{}: {}", listed(nouns), of_which,
                         condition(expr.operands[1], inner));
    case ExprKind::count:
      return fmt::format("the number of {}{}", listed(nouns), of_which);
    default:
      return fmt::format("the sum of “{}” over the {}{}", term(expr.operands[1], inner),
                         listed(nouns), of_which);
  }
}

std::string ModelWords::brief(const Expr& expr, const Phrases& phrases) const {
  constexpr std::size_t kBrief = 200;
  std::string text = condition(expr, phrases);
  if (text.size() <= kBrief) return text;
  const auto conditions = [](const Expr& body) -> std::string {
    if (body.kind != ExprKind::conjunction) return "the condition";
    return body.operands.size() == 2 ? "both conditions"
                                     : fmt::format("all {} conditions", body.operands.size());
  };
  if (expr.kind == ExprKind::disjunction)
    return fmt::format("one of {} alternatives; each fails", expr.operands.size());
  std::string what = ranges_over(expr);
  if (expr.kind == ExprKind::every) {
    const std::string where = condition(expr.operands[0], bound(expr, phrases));
    const bool all = is_literal(expr.operands[0], true) || where.size() > kBrief;
    what.replace(0, what.find(' '), "every");
    return all ? fmt::format("{} meets {}", what, conditions(expr.operands[1]))
               : fmt::format("whenever {}, it meets {}", where, conditions(expr.operands[1]));
  }
  if (expr.kind == ExprKind::no) what.replace(0, what.find(' '), "no");
  return fmt::format("there is {} meeting {}", what, conditions(expr.operands[0]));
}

std::string ModelWords::condition(const Expr& expr, const Phrases& phrases, bool denies) const {
  const auto inner = [&](std::size_t i, bool deny) {
    return condition(expr.operands[i], phrases, deny);
  };
  const auto joined = [&](std::string_view word, bool deny) {
    std::vector<std::string> parts;
    for (const Expr& operand : expr.operands) parts.push_back(condition(operand, phrases, deny));
    return listed(parts, word);
  };
  switch (expr.kind) {
    case ExprKind::boolean:
      return (expr.number != 0) != denies ? "always" : "never";
    case ExprKind::negation:
      return inner(0, !denies);
    case ExprKind::conjunction:
      return joined(denies ? "or" : "and", denies);
    case ExprKind::disjunction:
      return joined(denies ? "and" : "or", denies);
    case ExprKind::implication:
      if (denies) return inner(0, false) + ", and yet " + inner(1, true);
      return fmt::format("if {}, then {}", inner(0, false), inner(1, false));
    case ExprKind::equal: {
      const bool reading = expr.operands[0].kind == ExprKind::parameter &&
                           expr.operands[0].sort.kind == Sort::Kind::individual;
      const std::string value = term(expr.operands[1], phrases);
      return fmt::format("{} is {}{}", term(expr.operands[0], phrases), denies ? "not " : "",
                         reading ? "“" + value + "”" : value);
    }
    case ExprKind::less:
    case ExprKind::less_equal: {
      const bool mirrored = expr.operands[1].span.begin < expr.operands[0].span.begin;
      const Expr& first = expr.operands[mirrored ? 1 : 0];
      return fmt::format("{} is {}{} {}", term(first, phrases), denies ? "not " : "",
                         relation(expr.kind, first.sort, mirrored),
                         term(expr.operands[mirrored ? 0 : 1], phrases));
    }
    case ExprKind::member: {
      std::vector<std::string> members;
      for (std::size_t i = 1; i < expr.operands.size(); ++i)
        members.push_back(term(expr.operands[i], phrases));
      return fmt::format("{} is {}{}", term(expr.operands[0], phrases),
                         denies               ? "none of "
                         : members.size() > 1 ? "one of "
                                              : "",
                         listed(members, denies ? "and" : "or"));
    }
    case ExprKind::is_type:
      return fmt::format("{} is {}{}", term(expr.operands[0], phrases), denies ? "not " : "",
                         with_article(words_of(model_.types[expr.ref].name)));
    case ExprKind::fact:
    case ExprKind::definition:
    case ExprKind::status:
      return application(expr, phrases, denies);
    default:
      break;
  }
  const std::string text = quantified(expr, phrases);
  return denies ? "it is not so that " + text : text;
}

std::string ModelWords::term(const Expr& expr, const Phrases& phrases) const {
  switch (expr.kind) {
    case ExprKind::integer:
    case ExprKind::date:
      return value(expr.sort, expr.number);
    case ExprKind::individual:
      return individual(model::id_of<model::IndividualId>(expr.ref));
    case ExprKind::variable: {
      const std::string name(model_.sources->text(expr.span));
      const auto phrase = phrases.find(name);
      return phrase == phrases.end() ? name : phrase->second;
    }
    case ExprKind::parameter:
      return parameter(expr.ref);
    case ExprKind::today:
      return "the day of the question";
    case ExprKind::fact:
    case ExprKind::definition:
      return application(expr, phrases, false);
    case ExprKind::add:
      return fmt::format("{} plus {}", term(expr.operands[0], phrases),
                         term(expr.operands[1], phrases));
    case ExprKind::subtract:
      return fmt::format("{} minus {}", term(expr.operands[0], phrases),
                         term(expr.operands[1], phrases));
    case ExprKind::multiply:
      return fmt::format("{} times {}", term(expr.operands[0], phrases),
                         term(expr.operands[1], phrases));
    case ExprKind::count:
    case ExprKind::sum:
      return quantified(expr, phrases);
    default:
      return condition(expr, phrases);
  }
}

}  // namespace grotius::cli
