#include <algorithm>

#include "engine/model/printer.hpp"

namespace grotius::model::printing {

std::string quoted_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string type_text(const Model& model, TypeId type) {
  return model.qualified(model[type].module, model[type].name);
}

std::string individual_text(const Model& model, IndividualId id) {
  const Individual& individual = model[id];
  return individual.situation ? std::string(individual.name)
                              : model.qualified(individual.module, individual.name);
}

std::string kind_text(const Model& model, const ValueKind& kind) {
  switch (kind.sort.kind) {
    case Sort::Kind::boolean:
      return "boolean";
    case Sort::Kind::integer:
      break;
    case Sort::Kind::date:
      return "date";
    case Sort::Kind::individual:
      return type_text(model, kind.sort.type);
  }
  if (!kind.low && !kind.high) return "int";
  return "int in " + number_text(kind.low) + ".." + number_text(kind.high);
}

std::string value_text(const Model& model, const Sort& sort, std::int64_t value) {
  switch (sort.kind) {
    case Sort::Kind::boolean:
      return value != 0 ? "true" : "false";
    case Sort::Kind::integer:
      break;
    case Sort::Kind::date:
      return to_string(Date{value});
    case Sort::Kind::individual:
      return individual_text(model, id_of<IndividualId>(static_cast<std::size_t>(value)));
  }
  return std::to_string(value);
}

std::string variables_text(const Model& model, const std::vector<Variable>& variables) {
  std::string result;
  for (const Variable& variable : variables) {
    if (!result.empty()) result += ", ";
    result += std::string(variable.name) + '#' + std::to_string(variable.slot) + ": " +
              type_text(model, variable.type);
  }
  return result;
}

std::string interval_text(const Interval& interval) {
  std::string result;
  if (interval.from) result += " from " + to_string(*interval.from);
  if (interval.until) result += " until " + to_string(*interval.until);
  return result;
}

std::string sources_text(const Model& model, const std::vector<Citation>& sources) {
  std::string result;
  for (const Citation& source : sources) result += "\n  source " + quoted_text(model.cite(source));
  return result;
}

std::string act_text(const Model& model, const ActPattern& act) {
  std::string result = model.qualified(model[act.action].module, model[act.action].name) + '(';
  for (std::size_t i = 0; i < act.arguments.size(); ++i) {
    const Argument& argument = act.arguments[i];
    if (i > 0) result += ", ";
    if (argument.individual) {
      result += individual_text(model, *argument.individual);
    } else {
      result += std::string(argument.name) + '#' + std::to_string(i) + ": " +
                type_text(model, argument.type);
    }
  }
  return result + ')';
}

std::string_view word(Modality modality) {
  switch (modality) {
    case Modality::permit:
      return "permit";
    case Modality::forbid:
      return "forbid";
    case Modality::oblige:
      return "oblige";
    case Modality::exempt:
      return "exempt";
    case Modality::empower:
      return "empower";
    case Modality::disable:
      return "disable";
  }
  return "";
}

bool is_named(const Model& model, ModuleId module) {
  return model[module].anonymous ||
         std::find(model.named_modules.begin(), model.named_modules.end(), module) !=
             model.named_modules.end();
}

}  // namespace grotius::model::printing
