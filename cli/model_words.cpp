#include "cli/model_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"

namespace grotius::cli {

using model::Sort;

namespace {

/// Titles such as "whether …" are continued as a question.
bool asks(std::string_view title) {
  for (std::string_view word :
       {"whether ", "which ", "when ", "how ", "what ", "who ", "whose ", "where ", "from whom "})
    if (title.starts_with(word)) return true;
  return false;
}

}  // namespace

std::string ModelWords::individual(model::IndividualId id) const {
  if (const auto other = called.find(id); other != called.end()) return other->second;
  const auto& one = model_[id];
  return one.label.empty() ? words_of(one.name) : one.label;
}

std::vector<std::string> ModelWords::individuals(
    const std::vector<model::IndividualId>& ids) const {
  std::vector<std::string> result;
  for (model::IndividualId id : ids) result.push_back(individual(id));
  return result;
}

std::string ModelWords::noun(model::TypeId type) const { return words_of(model_[type].name); }

std::string ModelWords::value(const Sort& sort, std::int64_t value) const {
  switch (sort.kind) {
    case Sort::Kind::boolean:
      return value != 0 ? "yes" : "no";
    case Sort::Kind::integer:
      return spaced(value);
    case Sort::Kind::date:
      return in_words(Date{value});
    case Sort::Kind::individual:
      break;
  }
  return individual(model::id_of<model::IndividualId>(static_cast<std::size_t>(value)));
}

std::string ModelWords::range(const Sort& sort, const explain::Range& range) const {
  const bool date = sort.kind == Sort::Kind::date;
  if (range.is_value()) return value(sort, *range.least);
  if (range.least && range.greatest)
    return fmt::format("between {} and {}", value(sort, *range.least),
                       value(sort, *range.greatest));
  if (range.least) return value(sort, *range.least) + (date ? " or later" : " or more");
  if (range.greatest) return (date ? "on or before " : "at most ") + value(sort, *range.greatest);
  return "whatever it is";
}

std::string ModelWords::filled(std::string_view text, std::string_view name,
                               const std::vector<model::Variable>& variables,
                               const std::vector<std::string>& arguments, bool denies) const {
  if (text.empty()) {
    std::string call = words_of(name);
    if (!arguments.empty()) call += fmt::format(" ({})", fmt::join(arguments, ", "));
    return denies ? "not " + call : call;
  }
  std::string result = denies ? denied(text) : std::string(text);
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const std::string hole = fmt::format("{{{}}}", variables[i].name);
    for (std::size_t at = result.find(hole); at != std::string::npos;
         at = result.find(hole, at + arguments[i].size()))
      result.replace(at, hole.size(), arguments[i]);
  }
  return result;
}

std::string ModelWords::act(const model::Act& act) const {
  const auto& action = model_[act.action];
  return filled(action.text, action.name, action.roles, individuals(act.arguments));
}

std::string ModelWords::atom(const model::Atom& atom, bool denies) const {
  if (atom.deed) {
    const auto& action = model_.actions[atom.ref];
    const std::string deed =
        filled(action.text, action.name, action.roles, individuals(atom.arguments));
    return (denies ? "it is not done: " : "it is done: ") + deed;
  }
  const auto& fact = model_.facts[atom.ref];
  return filled(fact.text, fact.name, fact.parameters, individuals(atom.arguments), denies);
}

std::string ModelWords::definition(std::uint32_t ref,
                                   const std::vector<model::IndividualId>& arguments,
                                   bool denies) const {
  const auto& definition = model_.definitions[ref];
  return filled(definition.text, definition.name, definition.parameters, individuals(arguments),
                denies);
}

std::string ModelWords::supposed(const model::Atom& of, const explain::Range& value) const {
  const Sort sort = of.deed ? Sort{} : model_.facts[of.ref].kind.sort;
  if (sort.kind == Sort::Kind::boolean) return atom(of, value.is_value() && *value.least == 0);
  // No number is less than the least that the fact can have.
  explain::Range within = value;
  if (!value.is_value() && within.least == model_.facts[of.ref].kind.low) within.least.reset();
  if (!value.is_value() && within.greatest == model_.facts[of.ref].kind.high)
    within.greatest.reset();
  return atom(of) + " to be " + range(sort, within);
}

std::string ModelWords::parameter(std::uint32_t ref) const {
  const auto& parameter = model_.parameters[ref];
  const bool reading = parameter.kind.sort.kind == Sort::Kind::individual;
  if (parameter.title.empty()) return (reading ? "the reading of " : "") + words_of(parameter.name);
  if (asks(parameter.title)) return "the reading on " + parameter.title;
  return reading ? fmt::format("the reading of “{}”", parameter.title) : parameter.title;
}

std::string ModelWords::cite(const std::vector<model::Citation>& sources) const {
  std::string text;
  for (const auto& source : sources) {
    text += (text.empty() ? "" : "; ") + model_.cite(source);
    unconfirmed = unconfirmed || source.unconfirmed;
    if (source.document && std::ranges::find(cited, *source.document) == cited.end())
      cited.push_back(*source.document);
  }
  return text;
}

}  // namespace grotius::cli
