#include <algorithm>

#include "tests/properties/print.hpp"
#include "tests/properties/print_items.hpp"

namespace grotius::properties {

std::string ItemPrinter::line_argument(const LineArgument& argument) {
  std::vector<std::string> names;
  for (int individual : argument.individuals) names.push_back(to_.individual(individual));
  switch (argument.form) {
    case LineArgument::Form::single:
      return names.front();
    case LineArgument::Form::set:
      return "{" + join(names, ", ") + "}";
    default:
      return "every " + to_.type(argument.type) +
             (names.empty() ? "" : " except {" + join(names, ", ") + "}");
  }
}

std::string ItemPrinter::entry(const LineEntry& entry, const Line& line) {
  std::string name;
  Sort sort;
  if (entry.deed) {
    const Action& action = world_.actions[entry.index];
    name = "done " + to_.name(action.name, action.module);
  } else {
    const Fact& fact = world_.facts[entry.index];
    name = to_.name(fact.name, fact.module);
    sort = fact.sort;
  }
  std::vector<std::string> arguments;
  for (const LineArgument& argument : entry.arguments) arguments.push_back(line_argument(argument));
  std::string result = entry.negated ? "not " : "";
  result += name + "(" + join(arguments, ", ") + ")";
  if (line.unknown || entry.values.empty()) return result;
  std::vector<std::string> values;
  for (Value value : entry.values) {
    const bool cited =
        line.entries.size() == 1 && !line.interval.from && !line.interval.until && to_.perhaps(20);
    values.push_back(to_.value(sort, value) + (cited ? " source \"a report\"" : ""));
  }
  return result + " = " + join(values, " or ");
}

std::string ItemPrinter::situation(int index) {
  const Situation& situation = world_.situations[index];
  std::string result = "situation " + situation.name;
  if (situation.extends != absent) {
    result += " extends " + world_.situations[situation.extends].name;
  }
  if (situation.date) result += " on " + date_text(*situation.date);
  result += "\n";
  std::vector<std::string> lines;
  for (const Individual& individual : world_.individuals) {
    if (individual.situation == index) {
      lines.push_back("individual " + individual.name + ": " + to_.type(individual.type));
    }
  }
  for (const Line& line : situation.lines) {
    const std::string word = line.unknown ? "unknown " : "given ";
    std::vector<std::string> entries;
    for (const LineEntry& part : line.entries) entries.push_back(entry(part, line));
    lines.push_back(word + join(entries, ", ") + interval(line.interval));
  }
  if (random_ != nullptr) std::shuffle(lines.begin(), lines.end(), *random_);
  for (const std::string& line : lines) result += "  " + line + "\n";
  return result;
}

std::string ItemPrinter::acceptance(const Acceptance& acceptance) {
  std::vector<std::string> who;
  for (const LineArgument& holder : acceptance.who) who.push_back(line_argument(holder));
  return "acceptance of " + world_.modules[acceptance.module].name + " by " + join(who, ", ") +
         interval(acceptance.interval) + "\n";
}

std::string ItemPrinter::question(const Question& question) {
  std::string result = "ask ";
  if (question.expression) {
    result += to_.expression(*question.expression);
  } else {
    std::vector<std::string> arguments;
    for (int individual : question.arguments) arguments.push_back(to_.individual(individual));
    const Action& action = world_.actions[question.action];
    result += to_.name(action.name, action.module) + "(" + join(arguments, ", ") + ")";
  }
  result += " in " + world_.situations[question.situation].name;
  std::vector<std::string> modules;
  for (int module : question.under) modules.push_back(world_.modules[module].name);
  if (question.held_by != absent) {
    result += " as held by " + to_.individual(question.held_by);
  } else {
    result += " under " + join(modules, ", ");
  }
  if (question.on) result += " on " + date_text(*question.on);
  std::vector<std::string> with;
  for (const Question::With& setting : question.with) {
    const Parameter& parameter = world_.parameters[setting.parameter];
    with.push_back(to_.name(parameter.name, parameter.module) + " = " +
                   (setting.value ? to_.value(parameter.sort, *setting.value) : "unknown"));
  }
  if (!with.empty()) result += " with " + join(with, ", ");
  return result + "\n";
}

}  // namespace grotius::properties
