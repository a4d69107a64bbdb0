#include <algorithm>

#include "tests/properties/generator.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

// Definitions free of statuses; later ones may use earlier ones in any way, and some relations use
// themselves or their neighbour positively.
void Generator::definitions() {
  const int count = chance_.between(1, 3);
  const bool mutual = count > 1 && chance_.percent(15);
  for (int index = 0; index < count; ++index) {
    Definition definition;
    definition.name = "def" + std::to_string(index);
    definition.module =
        chance_.percent(80) ? 0 : chance_.below(static_cast<int>(world_.modules.size()));
    if (mutual) definition.module = 0;
    definition.parameters = some_parameters("q", 2);
    definition.sort.kind = chance_.percent(25) && !mutual ? Kind::integer : Kind::truth;
    world_.definitions.push_back(definition);
  }
  for (int index = 0; index < count; ++index) {
    Definition& definition = world_.definitions[index];
    Place place{definition.module, definition.parameters, mutual ? 0 : index, {}, 0, false, false};
    place.done = chance_.percent(10);
    if (definition.sort.kind == Kind::integer) {
      definition.value = chance_.percent(60) ? aggregate(1, place) : number(2, place);
      continue;
    }
    if (mutual) {
      for (int other = 0; other < count; ++other) {
        if (world_.definitions[other].sort.kind == Kind::truth) place.recursive.push_back(other);
      }
    } else if (chance_.percent(20)) {
      place.recursive.push_back(index);
    }
    relation(index, place, !place.recursive.empty());
  }
  if (chance_.percent(20)) reachability();
}

void Generator::relation(int index, const Place& place, bool recursive) {
  const int alternatives = chance_.between(1, recursive ? 3 : 2);
  for (int alternative = 0; alternative < alternatives; ++alternative) {
    Place here = place;
    Definition::Alternative made;
    made.when = formula(chance_.between(1, 2), here, true);
    if (chance_.percent(20)) {
      here = place;
      here.recursive.clear();
      here.done_positively = false;
      made.unless = formula(1, here, false);
    }
    world_.definitions[index].alternatives.push_back(made);
  }
}

// `define linked(x, y) when R(x, y)` and `when some z where R(x, z) and linked(z, y)`.
void Generator::reachability() {
  for (int fact = 0; fact < static_cast<int>(world_.facts.size()); ++fact) {
    const Fact& relation = world_.facts[fact];
    if (relation.sort.kind != Kind::truth || relation.parameters.size() != 2 ||
        relation.parameters[0].type != relation.parameters[1].type) {
      continue;
    }
    const int type = relation.parameters[0].type;
    const int index = static_cast<int>(world_.definitions.size());
    const auto variable = [&](const std::string& name) {
      Expression result;
      result.op = Op::variable;
      result.sort = {Kind::individual, type};
      result.name = name;
      return result;
    };
    const auto apply = [&](Op op, int subject, const std::string& left, const std::string& right) {
      Expression result;
      result.op = op;
      result.index = subject;
      result.operands = {variable(left), variable(right)};
      return result;
    };
    Expression step;
    step.op = Op::conjunction;
    step.operands = {apply(Op::fact, fact, "q0", "between"),
                     apply(Op::definition, index, "between", "q1")};
    Expression some;
    some.op = Op::some;
    some.binders = {{"between", type}};
    some.operands = {step};
    Definition definition;
    definition.name = "linked";
    definition.module = 0;
    definition.parameters = {{"q0", type}, {"q1", type}};
    definition.alternatives = {{apply(Op::fact, fact, "q0", "q1"), {}}, {some, {}}};
    world_.definitions.push_back(definition);
    return;
  }
}

void Generator::conditions_of_is() {
  for (Action& action : world_.actions) {
    for (IsLink& link : action.is) {
      if (!chance_.percent(40)) continue;
      Place place{0,     action.roles, static_cast<int>(world_.definitions.size()), {}, 0,
                  false, false};
      place.done = chance_.percent(8);
      place.done_positively = chance_.percent(15);
      link.when = formula(1, place, true);
    }
  }
}

// Fills the roles of an action in a head: with role names, constants of the module, narrowing
// variables. The variables that stand in it go into `scope`.
std::vector<Argument> Generator::arguments(int module, int action, std::vector<Binder>& scope) {
  std::vector<Argument> result;
  for (const Binder& role : world_.actions[action].roles) {
    Argument argument;
    std::vector<int> constants, narrower;
    for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
      const Individual& individual = world_.individuals[index];
      if (individual.module != absent && visible(module, individual.module) &&
          is_subtype(world_, individual.type, role.type)) {
        constants.push_back(index);
      }
    }
    for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
      if (is_subtype(world_, type, role.type)) narrower.push_back(type);
    }
    if (!constants.empty() && chance_.percent(20)) {
      argument.form = Argument::Form::constant;
      argument.individual = chance_.pick(constants);
    } else if (chance_.percent(25)) {
      argument.form = Argument::Form::variable;
      argument.variable = {"v" + std::to_string(result.size()), chance_.pick(narrower)};
    } else {
      argument.variable = role;
    }
    if (argument.form != Argument::Form::constant) scope.push_back(argument.variable);
    result.push_back(argument);
  }
  return result;
}

void Generator::attributions() {
  const int count = chance_.percent(45) ? chance_.between(1, 3) : 0;
  for (int index = 0; index < count; ++index) {
    Attribution attribution;
    attribution.module =
        chance_.percent(15) ? absent : chance_.below(static_cast<int>(world_.modules.size()));
    attribution.action = chance_.below(static_cast<int>(world_.actions.size()));
    Place place{attribution.module, {}, 0, {}, 0, false, true};
    place.definitions_below = static_cast<int>(world_.definitions.size());
    attribution.arguments = arguments(place.module, attribution.action, place.scope);
    place.done = chance_.percent(8);
    attribution.when = formula(chance_.between(0, 1), place, true);
    world_.attributions.push_back(attribution);
  }
}

void Generator::constraints() {
  if (!chance_.percent(30)) return;
  Constraint constraint;
  constraint.name = "con";
  constraint.module =
      chance_.percent(20) ? absent : chance_.below(static_cast<int>(world_.modules.size()));
  constraint.binders = some_parameters("w", 2);
  Place place{constraint.module, constraint.binders, 0, {}, 0, true, true};
  place.definitions_below = static_cast<int>(world_.definitions.size());
  constraint.expression = formula(1, place, true);
  world_.constraints.push_back(constraint);
}

// Definitions that ask statuses, themselves for the norms of later actions.
void Generator::definitions_with_statuses() {
  if (!options_.statuses_in_conditions) return;
  const int count = chance_.percent(30) ? 1 : 0;
  for (int made = 0; made < count; ++made) {
    const int index = static_cast<int>(world_.definitions.size());
    Definition definition;
    definition.name = "def" + std::to_string(index);
    definition.module = 0;
    definition.parameters = some_parameters("q", 2);
    world_.definitions.push_back(definition);
    const int actions = static_cast<int>(world_.actions.size());
    Place place{0, definition.parameters, index, {}, chance_.between(1, actions), true, true};
    relation(index, place, false);
  }
}

}  // namespace grotius::properties
