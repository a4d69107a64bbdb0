#include "tests/properties/print_items.hpp"

#include <algorithm>

#include "tests/properties/print.hpp"

namespace grotius::properties {
namespace {

const char* modality_word(Modality modality) {
  static const char* const words[] = {"permit", "forbid", "oblige", "exempt", "empower", "disable"};
  return words[static_cast<int>(modality)];
}

}  // namespace

std::string ItemPrinter::interval(const Interval& interval) {
  std::string result;
  if (interval.from) result += " from " + date_text(*interval.from);
  if (interval.until) result += " until " + date_text(*interval.until);
  return result;
}

std::string ItemPrinter::title(const std::string& text) {
  return to_.perhaps(10) ? " \"" + text + "\"" : "";
}

std::string ItemPrinter::header(const Module& module) {
  const auto names = [&](const std::vector<int>& modules) {
    std::vector<std::string> texts;
    for (int other : modules) texts.push_back(world_.modules[other].name);
    return join(texts, ", ");
  };
  std::string result = "module " + module.name + title("A title");
  if (!module.uses.empty()) result += "\n  uses " + names(module.uses);
  if (!module.includes.empty()) result += "\n  includes " + names(module.includes);
  if (module.in_force.from) result += "\n  in force" + interval(module.in_force);
  std::vector<std::string> criteria;
  for (Module::Criterion criterion : module.resolve_by) {
    static const char* const words[] = {"lex_superior", "lex_posterior", "lex_specialis"};
    criteria.push_back(words[static_cast<int>(criterion)]);
  }
  if (!criteria.empty()) result += "\n  resolve by " + join(criteria, ", ");
  if (!module.ranks.empty()) result += "\n  ranks " + join(module.ranks, " > ");
  return result + "\n\n";
}

std::string ItemPrinter::document(const Document& document) {
  std::string result = "document " + document.name + " \"The citation of " + document.name + "\"";
  if (!document.rank.empty()) result += " rank " + document.rank;
  if (document.dated) result += " dated " + date_text(*document.dated);
  return result + "\n";
}

std::string ItemPrinter::type_declaration(int index) {
  const Type& type = world_.types[index];
  std::string result = "type " + type.name;
  if (type.supertype != absent) result += ": " + to_.type(type.supertype);
  if (type.closed) {
    std::vector<std::string> values;
    for (const Individual& individual : world_.individuals) {
      if (individual.type == index) values.push_back(individual.name);
    }
    result += " = " + join(values, " | ");
  }
  return result + "\n";
}

std::string ItemPrinter::parameter(const Parameter& parameter) {
  const std::string type = parameter.sort.kind == Kind::integer ? "int"
                           : parameter.sort.kind == Kind::date  ? "date"
                                                                : to_.type(parameter.sort.type);
  return "parameter " + parameter.name + ": " + type + " = " +
         to_.value(parameter.sort, parameter.value) + title("what the law leaves open") + "\n";
}

std::string ItemPrinter::fact(const Fact& fact) {
  std::string result = "fact " + fact.name + "(" + to_.binders(fact.parameters) + ")";
  if (fact.sort.kind == Kind::integer) {
    result += ": int";
    if (fact.low || fact.high) {
      result += " in " + (fact.low ? std::to_string(*fact.low) : "") + ".." +
                (fact.high ? std::to_string(*fact.high) : "");
    }
  }
  if (fact.sort.kind == Kind::date) result += ": date";
  if (fact.sort.kind == Kind::individual) result += ": " + to_.type(fact.sort.type);
  if (fact.presumption == Fact::Presumption::unknown) result += " presumed unknown";
  if (fact.presumption == Fact::Presumption::stated) {
    result += " presumed " + to_.value(fact.sort, fact.presumed);
  }
  if (to_.perhaps(10)) result += " cost 3";
  return result + title("a template") + "\n";
}

std::vector<std::string> ItemPrinter::definition(const Definition& definition) {
  const std::string head =
      "define " + definition.name + "(" + to_.binders(definition.parameters) + ")";
  if (definition.value) {
    const std::string sort = definition.sort.kind == Kind::integer ? ": int" : ": date";
    return {head + sort + "\n  = " + to_.expression(*definition.value) + "\n"};
  }
  std::vector<std::string> result;
  for (const Definition::Alternative& alternative : definition.alternatives) {
    std::string item = head + "\n  when " + to_.expression(alternative.when);
    if (alternative.unless) item += "\n  unless " + to_.expression(*alternative.unless);
    result.push_back(item + "\n");
  }
  return result;
}

std::string ItemPrinter::action(const Action& action) {
  std::string result = "action " + action.name + "(" + to_.binders(action.roles) + ")";
  std::vector<std::string> links;
  for (const IsLink& link : action.is) {
    const Action& general = world_.actions[link.general];
    std::vector<std::string> roles;
    for (int role : link.roles) roles.push_back(action.roles[role].name);
    std::string text = to_.name(general.name, general.module) + "(" + join(roles, ", ") + ")";
    if (link.when) text += " when " + to_.expression(*link.when);
    links.push_back(text);
  }
  if (!links.empty()) result += "\n  is " + join(links, ",\n     ");
  if (action.done_presumed_unknown) result += "\n  done presumed unknown";
  return result + "\n";
}

std::string ItemPrinter::arguments(const std::vector<Argument>& arguments) {
  std::vector<std::string> texts;
  for (const Argument& argument : arguments) {
    switch (argument.form) {
      case Argument::Form::constant:
        texts.push_back(to_.individual(argument.individual));
        break;
      case Argument::Form::role:
        texts.push_back(argument.variable.name);
        break;
      case Argument::Form::variable:
        texts.push_back(to_.binders({argument.variable}));
        break;
    }
  }
  return "(" + join(texts, ", ") + ")";
}

std::string ItemPrinter::attribution(const Attribution& attribution) {
  const Action& action = world_.actions[attribution.action];
  return "attribution" + title("a title") + " " + to_.name(action.name, action.module) +
         arguments(attribution.arguments) + "\n  when " + to_.expression(attribution.when) + "\n";
}

std::string ItemPrinter::norm_names(const std::vector<int>& norms, const std::string& separator) {
  std::vector<std::string> names;
  for (int norm : norms)
    names.push_back(to_.name(world_.norms[norm].name, world_.norms[norm].module));
  return join(names, separator);
}

std::string ItemPrinter::norm(const Norm& norm) {
  std::string result = "norm " + norm.name + title("a title");
  for (int document : norm.sources) {
    const Document& source = world_.documents[document];
    result += "\n  source " + to_.name(source.name, source.module);
    if (to_.perhaps(50)) result += " \"art. 1\"";
  }
  if (norm.in_force.from) result += "\n  in force" + interval(norm.in_force);
  const Action& action = world_.actions[norm.action];
  result += norm.by_default ? "\n  by default " : "\n  ";
  result += modality_word(norm.modality);
  result += " " + to_.name(action.name, action.module) + arguments(norm.arguments);
  if (norm.when) result += "\n  when " + to_.expression(*norm.when);
  if (norm.unless) result += "\n  unless " + to_.expression(*norm.unless);
  if (!norm.overrides.empty()) result += "\n  overrides " + norm_names(norm.overrides, ", ");
  return result + "\n";
}

std::string ItemPrinter::priority(const Priority& priority) {
  return "priority " + norm_names(priority.norms, " > ") + "\n";
}

std::string ItemPrinter::incompatibility(const Incompatibility& incompatibility) {
  std::vector<std::string> acts;
  for (const Incompatibility::Act& act : incompatibility.acts) {
    const Action& action = world_.actions[act.action];
    acts.push_back(to_.name(action.name, action.module) + "(" + join(act.variables, ", ") + ")");
  }
  return "incompatible " + join(acts, ", ") + "\n";
}

std::string ItemPrinter::constraint(const Constraint& constraint) {
  std::string result = "constraint " + constraint.name + title("a title");
  if (!constraint.binders.empty()) result += "\n  for " + to_.binders(constraint.binders);
  return result + "\n  " + to_.expression(constraint.expression) + "\n";
}

std::string ItemPrinter::thesis(const Thesis& thesis) {
  std::string result = "thesis " + thesis.name + title("a title");
  result += thesis.always ? "\n  always" : "\n  sometimes";
  if (!thesis.binders.empty()) result += " for " + to_.binders(thesis.binders);
  return result + "\n  " + to_.expression(thesis.expression) + "\n";
}

std::map<int, std::string> individual_items(const World& world, std::mt19937_64* random) {
  std::map<int, std::string> result;
  for (int index = 0; index < static_cast<int>(world.individuals.size()); ++index) {
    const Individual& individual = world.individuals[index];
    if (individual.module == absent || world.types[individual.type].closed) continue;
    ExpressionPrinter to(world, individual.module, random);
    result[individual.module] += "individual " + individual.name +
                                 (to.perhaps(10) ? " \"a label\"" : "") + ": " +
                                 to.type(individual.type) + "\n";
  }
  return result;
}

}  // namespace grotius::properties
