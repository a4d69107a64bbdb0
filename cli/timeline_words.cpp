#include "cli/timeline_words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/english.hpp"

namespace grotius::cli {

using explore::Change;
using explore::Standing;

namespace {

constexpr std::size_t kNamed = 3;  ///< so many individuals of one line are named, more are counted

/// The individuals in one place of the atoms of a line.
std::string in_place(const ModelWords& words, const Change::Line& line, std::size_t place) {
  std::vector<model::IndividualId> seen;
  for (const model::Atom& atom : line.atoms)
    if (std::ranges::find(seen, atom.arguments[place]) == seen.end()) seen.push_back(atom.arguments[place]);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < seen.size() && i < kNamed; ++i) names.push_back(words.individual(seen[i]));
  if (seen.size() > kNamed) {
    names.pop_back();
    names.push_back(fmt::format("{} others", seen.size() - kNamed + 1));
  }
  return listed(names);
}

/// The sentence of a line, or of values the noun phrase.
std::string sentence(const ModelWords& words, const Change::Line& line, bool denies) {
  const model::Atom& atom = line.atoms.front();
  if (line.atoms.size() == 1) return words.atom(atom, denies);
  std::vector<std::string> arguments;
  for (std::size_t i = 0; i < atom.arguments.size(); ++i) arguments.push_back(in_place(words, line, i));
  const model::Model& model = words.model();
  if (!atom.deed) {
    const auto& fact = model.facts[atom.ref];
    return words.filled(fact.text, fact.name, fact.parameters, arguments, denies);
  }
  const auto& action = model.actions[atom.ref];
  return (denies ? "it is not done: " : "it is done: ") + words.filled(action.text, action.name, action.roles, arguments);
}

std::string line_words(const ModelWords& words, const Change::Line& line) {
  const model::Atom& atom = line.atoms.front();
  const model::Sort sort = atom.deed ? model::Sort{} : words.model().facts[atom.ref].kind.sort;
  const bool is_relation = sort.kind == model::Sort::Kind::boolean;
  const std::string no_longer = line.begins ? "" : "no longer ";
  if (line.values.empty())
    return no_longer + (is_relation ? "unknown whether " : "unknown: ") + sentence(words, line, false);
  const std::string otherwise = line.begins ? "" : "no longer: ";
  if (is_relation) return otherwise + sentence(words, line, line.values.front() == 0 && line.values.size() == 1);
  std::vector<std::string> values;
  for (std::int64_t value : line.values) values.push_back(words.value(sort, value));
  return otherwise + sentence(words, line, false) + ": " + listed(values, "or");
}

std::string day_words(const ModelWords& words, const Change& change) {
  std::vector<std::string> dates;
  for (const Change::Compared& compared : change.compared) {
    const model::Sort& sort = words.model().facts[compared.atom->ref].kind.sort;
    std::string date = words.atom(*compared.atom);
    if (sort.kind != model::Sort::Kind::date || compared.value != change.on.day) date += ": " + words.value(sort, compared.value);
    dates.push_back(std::move(date));
  }
  return dates.empty() ? "a date that stands in a condition" : listed(dates);
}

std::string in_force(const Change& change) { return change.begins ? " comes into force" : " goes out of force"; }

}  // namespace

std::string words(const ModelWords& words, const Change& change, Naming naming) {
  const model::Model& model = words.model();
  const auto named = [&](const std::string& name, const std::string& title) {
    return naming == Naming::names || title.empty() ? name : "“" + title + "”";
  };
  switch (change.kind) {
    case Change::Kind::lines: {
      std::string text;
      for (const Change::Line& line : change.lines) text += (text.empty() ? "" : "; ") + line_words(words, line);
      return text;
    }
    case Change::Kind::norm: {
      const auto& norm = model[*change.norm];
      if (naming == Naming::titles) return named(words_of(norm.name), norm.title) + in_force(change);
      return model.qualified(*change.norm) + (norm.title.empty() ? "" : " “" + norm.title + "”") + in_force(change);
    }
    case Change::Kind::module:
      return named(std::string(model[*change.module].name), model[*change.module].title) + in_force(change);
    case Change::Kind::acceptance:
      return fmt::format("{} {} {}", words.individual(*change.holder), change.begins ? "accepts" : "no longer accepts",
                         named(std::string(model[*change.module].name), model[*change.module].title));
    case Change::Kind::day:
      return day_words(words, change);
  }
  return {};
}

std::string citation(const ModelWords& words, const Change& change) {
  std::vector<std::string> parts;
  const auto add = [&](const std::vector<model::Citation>& sources) {
    std::string cited = words.cite(sources);
    if (!cited.empty() && std::ranges::find(parts, cited) == parts.end()) parts.push_back(std::move(cited));
  };
  for (const Change::Line& line : change.lines) add(line.sources);
  for (const Change::Compared& compared : change.compared) add(compared.sources);
  add(change.sources);
  if (change.norm) add(words.model()[*change.norm].sources);
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string status_word(const Standing& standing) {
  if (!standing.answer) return "error";
  return std::string(standing.status ? analyse::name(*standing.status) : analyse::name(*standing.answer));
}

std::string remark(const Standing& standing) {
  if (!standing.reason.empty()) return standing.reason;
  if (standing.possible.size() < 2) return {};
  std::vector<std::string> statuses;
  for (const auto& one : standing.possible)
    statuses.emplace_back(one.status ? analyse::name(*one.status) : analyse::name(one.answer));
  return listed(statuses, "or");
}

std::string heading(const explore::TimelineRow& row) { return row.holder ? "as held by " + row.name : row.name; }

std::string asked_words(const ModelWords& words, const model::Question& question) {
  if (const auto* act = std::get_if<model::Act>(&question.asked)) return words.act(*act);
  return question.text;
}

}  // namespace grotius::cli
