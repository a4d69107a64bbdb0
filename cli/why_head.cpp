#include "cli/why_head.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "engine/ground/print.hpp"

namespace grotius::cli {

namespace {

using analyse::Answer;
using analyse::Verdict;

std::string with_title(std::string_view name, const std::string& title) {
  return title.empty() ? std::string(name) : fmt::format("{} “{}”", name, title);
}

std::string meaning(const Answer& answer) {
  const bool act = std::holds_alternative<model::Act>(answer.question.asked);
  switch (answer.answer) {
    case Verdict::yes:
      if (!act) return "it is so";
      if (!answer.status) return "it may be done, whatever is unknown";
      return *answer.status == analyse::ReportedStatus::obliged
                 ? "obliged; a norm that stands demands it, and none that stands forbids it"
                 : "permitted; a norm that stands permits it, and none that stands forbids it";
    case Verdict::no:
      return act ? "forbidden; a norm that stands forbids it, and none that stands permits it"
                 : "it is not so";
    case Verdict::contested:
      return "a norm that stands permits it and another that stands forbids it; nothing says which "
             "prevails";
    case Verdict::silent:
      return "no norm that stands permits or forbids it";
    case Verdict::depends:
      return "it turns on what is not known";
    case Verdict::unknown:
      return "it could not be decided";
  }
  return "";
}

/// What an expectation of a file is called in it.
std::string expected(model::Expectation expectation) {
  static constexpr std::string_view kNames[] = {"yes",       "no",        "contested", "depends",
                                                "permitted", "forbidden", "obliged",   "silent",
                                                "exempt",    "empowered", "disabled"};
  return std::string(kNames[static_cast<std::size_t>(expectation)]);
}

/// How `ask` writes the atoms that are supposed somewhere, with what they say.
std::map<std::string, std::string> sentences(const explain::Explanation& explanation,
                                             const ModelWords& words) {
  std::map<std::string, std::string> result;
  const auto add = [&](const model::Atom& atom) {
    ground::Input input;
    input.kind = atom.deed ? ground::Input::Kind::deed : ground::Input::Kind::fact;
    input.ref = atom.ref;
    input.arguments = atom.arguments;
    if (!atom.deed) input.value = words.model().facts[atom.ref].kind;
    const bool value = !atom.deed && input.value.sort.kind != model::Sort::Kind::boolean;
    result.emplace(ground::print(explanation.world, input),
                   (value ? "" : "whether ") + words.atom(atom));
  };
  for (const explain::Case& one : explanation.cases)
    for (const auto& [atom, value] : one.supposed) add(atom);
  for (const auto& possibility : explanation.answer.possible)
    for (const auto& [atom, value] : possibility.completed) add(atom);
  return result;
}

void settle(Outline& outline, const explain::Explanation& explanation, const ModelWords& words) {
  const Answer& answer = explanation.answer;
  if (answer.decisive.empty()) return;
  const auto said = sentences(explanation, words);
  std::vector<std::string> ways;
  for (const auto& set : answer.decisive) {
    std::vector<std::string> facts;
    for (const std::string& fact : set) facts.push_back(said.contains(fact) ? said.at(fact) : fact);
    ways.push_back(listed(facts));
  }
  for (std::size_t i = 0; i < ways.size(); ++i)
    outline.remarks.push_back((i == 0 ? "to know this would settle it: " : "or this: ") + ways[i]);
  if (answer.more_decisive) outline.remarks.emplace_back("there may be more that would settle it");
}

std::string day_of(const Answer& answer) {
  return answer.on ? in_words(*answer.on) : "after the last date";
}

}  // namespace

Outline why_head(const explain::Explanation& explanation, const ModelWords& words) {
  const model::Model& model = words.model();
  const Answer& answer = explanation.answer;
  const model::Question& question = answer.question;
  Outline outline;
  outline.asked = question.text;
  if (const auto* act = std::get_if<model::Act>(&question.asked)) {
    if (!model[act->action].text.empty()) {
      outline.asked = words.act(*act);
      outline.written = question.text;
    }
  } else if (std::string said = words.condition(std::get<model::Expr>(question.asked), {});
             said.size() < 400) {
    outline.asked = std::move(said);
    outline.written = question.text;
  }
  const model::Situation& situation = model[question.situation];
  outline.circumstances.push_back("case: " + with_title(situation.name, situation.title));
  outline.circumstances.push_back("day: " + day_of(answer));
  std::vector<std::string> modules;
  for (model::ModuleId module : answer.under)
    modules.push_back(with_title(model[module].name, model[module].title));
  std::string norms = modules.empty() ? "none" : listed(modules);
  if (question.holder)
    norms = fmt::format("as held by {}: {}", words.individual(*question.holder), norms);
  outline.circumstances.push_back("norms: " + norms);
  for (const model::Setting& one : question.with) {
    const auto& parameter = model[one.parameter];
    outline.circumstances.push_back(
        fmt::format("with: {} = {}", parameter.name,
                    one.value ? words.value(parameter.kind.sort, *one.value) : "unknown"));
  }
  outline.answer = analyse::name(answer.answer);
  outline.verdict = meaning(answer);
  if (answer.must && *answer.must != analyse::Must::no)
    outline.remarks.push_back(fmt::format("must it be done? {}", analyse::name(*answer.must)));
  if (answer.can && *answer.can != analyse::Can::no)
    outline.remarks.push_back(
        fmt::format("can it be done validly? {}", analyse::name(*answer.can)));
  settle(outline, explanation, words);
  if (question.expect)
    outline.remarks.push_back(fmt::format("the file expects {}: {}", expected(*question.expect),
                                          *answer.as_expected ? "so it is" : "it is NOT so"));
  if (!explanation.reason.empty())
    outline.notes.push_back("there are no grounds: " + explanation.reason);
  if (!explanation.exhaustive && !explanation.cases.empty())
    outline.notes.emplace_back(
        "the parts are examples, one for each possible answer; there are other ways in which what "
        "is unknown can be");
  return outline;
}

std::string supposition(const explain::Case& one, const ModelWords& words) {
  std::vector<std::string> relations, values;
  for (const auto& [atom, value] : one.supposed) {
    const bool relation =
        atom.deed || words.model().facts[atom.ref].kind.sort.kind == model::Sort::Kind::boolean;
    (relation ? relations : values).push_back(words.supposed(atom, value));
  }
  std::string text = relations.empty() ? "" : "If " + listed(relations);
  if (!values.empty()) text += (text.empty() ? "Supposing " : ", supposing ") + listed(values);
  return text;
}

std::string verdict_of(const explain::Step& root) {
  if (!root.answers) return root.value != 0 ? "yes" : "no";
  if (root.answers->must == "obliged") return "obliged";
  return root.answers->may == "silent" ? "no norm speaks" : std::string(root.answers->may);
}

std::string why_excluded(const model::Model& model, const explain::Step& root) {
  for (const model::Constraint& constraint : model.constraints)
    if (root.expr == &constraint.condition)
      return "that cannot be, by the constraint " + with_title(constraint.name, constraint.title);
  return "that cannot be, as something else is given";
}

}  // namespace grotius::cli
