#include <algorithm>
#include <string>

#include "engine/model/print.hpp"
#include "engine/model/printer.hpp"

namespace grotius::model::printing {

namespace {

std::string atom_text(const Model& model, bool deed, std::uint32_t ref,
                      const std::vector<IndividualId>& arguments) {
  std::string result;
  if (deed) {
    const Action& action = model[id_of<ActionId>(ref)];
    result = "done " + model.qualified(action.module, action.name) + '(';
  } else {
    const Fact& fact = model[id_of<FactId>(ref)];
    result = model.qualified(fact.module, fact.name) + '(';
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    result += (i > 0 ? ", " : "") + individual_text(model, arguments[i]);
  }
  return result + ')';
}

std::string cited(const Model& model, const std::vector<Citation>& sources) {
  std::string result;
  for (const Citation& source : sources) result += " source " + quoted_text(model.cite(source));
  return result;
}

std::string entry_text(const Model& model, const Entry& entry) {
  const Sort sort = entry.atom.deed ? Sort{} : model[id_of<FactId>(entry.atom.ref)].kind.sort;
  std::string result = atom_text(model, entry.atom.deed, entry.atom.ref, entry.atom.arguments);
  result += entry.values.empty() ? " unknown" : " = ";
  for (std::size_t i = 0; i < entry.values.size(); ++i) {
    if (i > 0) result += " or ";
    result += value_text(model, sort, entry.values[i]);
    if (i < entry.value_sources.size()) result += cited(model, entry.value_sources[i]);
  }
  return result + interval_text(entry.period) + cited(model, entry.sources);
}

std::string_view word(Expectation expectation) {
  switch (expectation) {
    case Expectation::yes:
      return "yes";
    case Expectation::no:
      return "no";
    case Expectation::contested:
      return "contested";
    case Expectation::depends:
      return "depends";
    case Expectation::permitted:
      return "permitted";
    case Expectation::forbidden:
      return "forbidden";
    case Expectation::obliged:
      return "obliged";
    case Expectation::silent:
      return "silent";
    case Expectation::exempt:
      return "exempt";
    case Expectation::empowered:
      return "empowered";
    case Expectation::disabled:
      return "disabled";
  }
  return "";
}

std::string question_text(const Model& model, const Question& question) {
  std::string text = "ask ";
  if (const Act* act = std::get_if<Act>(&question.asked)) {
    text += atom_text(model, true, static_cast<std::uint32_t>(index(act->action)), act->arguments)
                .substr(5);
  } else {
    text += print(model, std::get<Expr>(question.asked));
  }
  text += "\n  in " + std::string(model[question.situation].name);
  for (const ModuleId module : question.under)
    text += "\n  under " + std::string(model[module].name);
  if (question.holder) text += "\n  as held by " + individual_text(model, *question.holder);
  if (question.on) text += "\n  on " + to_string(*question.on);
  for (const Setting& setting : question.with) {
    const Parameter& parameter = model[setting.parameter];
    text += "\n  with " + model.qualified(parameter.module, parameter.name) + " = " +
            (setting.value ? value_text(model, parameter.kind.sort, *setting.value) : "unknown");
  }
  if (question.expect) text += "\n  expect " + std::string(word(*question.expect));
  return text;
}

}  // namespace

std::vector<std::string> situations(const Model& model) {
  std::vector<std::string> result;
  for (const Situation& situation : model.situations) {
    if (!is_named(model, situation.module)) continue;
    std::string text = "situation " + model.qualified(situation.module, situation.name);
    if (!situation.title.empty()) text += ' ' + quoted_text(situation.title);
    if (situation.extends) text += "\n  extends " + std::string(model[*situation.extends].name);
    if (situation.on) text += "\n  on " + to_string(*situation.on);
    std::vector<std::string> lines;
    for (const IndividualId id : situation.individuals) {
      lines.push_back("individual " + std::string(model[id].name) + ": " +
                      type_text(model, model[id].type));
      if (!model[id].label.empty()) lines.back() += ' ' + quoted_text(model[id].label);
    }
    std::sort(lines.begin(), lines.end());
    const auto entries = static_cast<std::ptrdiff_t>(lines.size());
    for (const Entry& entry : situation.entries) lines.push_back(entry_text(model, entry));
    std::sort(lines.begin() + entries, lines.end());
    for (const std::string& line : lines) text += "\n  " + line;
    result.push_back(std::move(text));
  }
  return result;
}

std::vector<std::string> questions(const Model& model) {
  std::vector<std::string> result;
  for (const Question& question : model.questions) {
    if (is_named(model, question.module)) result.push_back(question_text(model, question));
  }
  return result;
}

}  // namespace grotius::model::printing
