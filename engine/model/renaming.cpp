#include "engine/model/renaming.hpp"

#include <stdexcept>
#include <string>

namespace grotius::model {

void Renaming::apply(IndividualId& id) const {
  const auto& known = ids_.individuals_of_second[index(id)];
  if (!known) throw std::logic_error("an item of a module speaks of an individual of a situation");
  id = *known;
}

void Renaming::apply(Sort& sort) const {
  if (sort.kind == Sort::Kind::individual) apply(sort.type);
}

std::int64_t Renaming::value(const ValueKind& kind, std::int64_t value) const {
  if (kind.sort.kind != Sort::Kind::individual) return value;
  auto id = id_of<IndividualId>(static_cast<std::size_t>(value));
  apply(id);
  return static_cast<std::int64_t>(index(id));
}

void Renaming::apply(Expr& expr) const {
  apply(expr.sort);
  switch (expr.kind) {
    case ExprKind::individual: {
      auto id = id_of<IndividualId>(expr.ref);
      apply(id);
      expr.ref = number(id);
      break;
    }
    case ExprKind::parameter:
      expr.ref = number(ids_.parameters_of_second[expr.ref]);
      break;
    case ExprKind::fact:
      expr.ref = number(ids_.facts_of_second[expr.ref]);
      break;
    case ExprKind::definition:
      expr.ref = number(ids_.definitions_of_second[expr.ref]);
      break;
    case ExprKind::is_type:
      expr.ref = number(ids_.types_of_second[expr.ref]);
      break;
    case ExprKind::status:
      expr.ref = number(ids_.actions_of_second[expr.ref]);
      break;
    default:
      break;
  }
  apply(expr.under);
  apply(expr.binders);
  apply(expr.operands);
}

// Vocabulary

void Renaming::apply(Module& module) const {
  apply(module.uses);
  apply(module.includes);
}

void Renaming::apply(Type& type) const {
  apply(type.module);
  apply(type.supertype);
  apply(type.members);
}

void Renaming::apply(Individual& individual) const {
  apply(individual.module);
  apply(individual.type);
}

void Renaming::apply(Parameter& parameter) const {
  apply(parameter.module);
  parameter.value = value(parameter.kind, parameter.value);
  apply(parameter.kind);
  apply(parameter.sources);
}

void Renaming::apply(Fact& fact) const {
  apply(fact.module);
  apply(fact.parameters);
  if (fact.presumed) fact.presumed = value(fact.kind, *fact.presumed);
  apply(fact.kind);
}

void Renaming::apply(Definition& definition) const {
  apply(definition.module);
  apply(definition.parameters);
  apply(definition.sort);
  apply(definition.alternatives);
  apply(definition.value);
  apply(definition.sources);
}

void Renaming::apply(Alternative& alternative) const {
  apply(alternative.when);
  apply(alternative.unless);
  apply(alternative.sources);
}

void Renaming::apply(Action& action) const {
  apply(action.module);
  apply(action.roles);
  apply(action.kinds);
}

void Renaming::apply(Kind& kind) const {
  apply(kind.general);
  apply(kind.when);
}

// What holds

void Renaming::apply(Argument& argument) const {
  apply(argument.individual);
  apply(argument.type);
}

void Renaming::apply(ActPattern& act) const {
  apply(act.action);
  apply(act.arguments);
}

void Renaming::apply(Attribution& attribution) const {
  apply(attribution.module);
  apply(attribution.sources);
  apply(attribution.act);
  apply(attribution.when);
}

void Renaming::apply(Norm& norm) const {
  apply(norm.module);
  apply(norm.sources);
  apply(norm.act);
  apply(norm.when);
  apply(norm.unless);
}

void Renaming::apply(StatedPriority& priority) const {
  apply(priority.module);
  apply(priority.superior);
  apply(priority.inferior);
}

void Renaming::apply(Incompatibility& incompatibility) const {
  apply(incompatibility.module);
  apply(incompatibility.acts);
  apply(incompatibility.variables);
}

void Renaming::apply(Constraint& constraint) const {
  apply(constraint.module);
  apply(constraint.binders);
  apply(constraint.condition);
}

void Renaming::apply(Thesis& thesis) const {
  apply(thesis.module);
  apply(thesis.sources);
  apply(thesis.binders);
  apply(thesis.condition);
}

void Renaming::apply(Acceptance& acceptance) const {
  apply(acceptance.module);
  apply(acceptance.accepted);
  apply(acceptance.who);
  apply(acceptance.sources);
}

void Renaming::apply(Acceptance::Who& who) const {
  apply(who.individual);
  if (!who.individual) apply(who.type);
  apply(who.except);
}

}  // namespace grotius::model
