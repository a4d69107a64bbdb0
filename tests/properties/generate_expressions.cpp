#include <algorithm>

#include "tests/properties/generator.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

Expression node(Op op, std::vector<Expression> operands) {
  Expression result;
  result.op = op;
  result.operands = std::move(operands);
  return result;
}

Expression truth(bool value) {
  Expression result;
  result.value = value;
  return result;
}

}  // namespace

bool Generator::visible(int module, int owner) const {
  if (module == absent || module == owner) return true;
  const Module& here = world_.modules[module];
  return std::count(here.uses.begin(), here.uses.end(), owner) > 0 ||
         std::count(here.includes.begin(), here.includes.end(), owner) > 0;
}

// One more than the last action whose status the definition asks, through any number of steps.
int Generator::status_tier(const Definition& definition) const {
  int result = 0;
  for (const Definition::Alternative& alternative : definition.alternatives) {
    const auto visit = [&](const Expression& part) {
      if (part.op == Op::deontic && part.deontic != Deontic::done) {
        result = std::max(result, part.index + 1);
      }
      if (part.op == Op::definition && &world_.definitions[part.index] < &definition) {
        result = std::max(result, status_tier(world_.definitions[part.index]));
      }
    };
    each_subexpression(alternative.when, visit);
    if (alternative.unless) each_subexpression(*alternative.unless, visit);
  }
  return result;
}

bool Generator::usable(int index, const Place& place, bool positive) const {
  const Definition& definition = world_.definitions[index];
  if (!visible(place.module, definition.module)) return false;
  if (positive && std::count(place.recursive.begin(), place.recursive.end(), index) > 0)
    return true;
  return index < place.definitions_below && status_tier(definition) <= place.statuses_below;
}

Binder Generator::fresh_variable(Place& place) {
  Binder result{"x" + std::to_string(variables_++),
                chance_.below(static_cast<int>(world_.types.size()))};
  // Rather a type about which there is something to say: one that a fact speaks of.
  const Fact& fact = chance_.pick(world_.facts);
  if (!fact.parameters.empty() && chance_.percent(80))
    result.type = chance_.pick(fact.parameters).type;
  place.scope.push_back(result);
  return result;
}

Expression Generator::formula(int depth, Place& place, bool positive) {
  const int draw = chance_.below(100);
  if (depth <= 0 || draw < 30) return atom(place, positive);
  if (draw < 52) {
    return node(Op::conjunction,
                {formula(depth - 1, place, positive), formula(depth - 1, place, positive)});
  }
  if (draw < 66) {
    return node(Op::disjunction,
                {formula(depth - 1, place, positive), formula(depth - 1, place, positive)});
  }
  if (draw < 76) return node(Op::negation, {formula(depth - 1, place, false)});
  if (draw < 80) {
    return node(Op::implication,
                {formula(depth - 1, place, false), formula(depth - 1, place, positive)});
  }
  return quantified(depth, place, positive);
}

Expression Generator::quantified(int depth, Place& place, bool positive) {
  Expression result;
  const int draw = chance_.below(100);
  result.op = draw < 60 ? Op::some : draw < 80 ? Op::no : Op::every;
  const std::size_t outer = place.scope.size();
  result.binders.push_back(fresh_variable(place));
  if (chance_.percent(15)) result.binders.push_back(fresh_variable(place));
  const bool inside = positive && result.op == Op::some;
  if (result.op == Op::every) {
    result.operands.push_back(chance_.percent(50) ? truth(true) : formula(depth - 1, place, false));
    result.operands.push_back(formula(depth - 1, place, false));
  } else if (!chance_.percent(8)) {
    result.operands.push_back(formula(depth - 1, place, inside));
  }
  place.scope.resize(outer);
  return result;
}

Expression Generator::atom(Place& place, bool positive) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    const int draw = chance_.below(100);
    std::optional<Expression> result;
    if (draw < 45) {
      result = relation_atom(place, positive);
    } else if (draw < 65) {
      result = comparison(place);
    } else if (draw < 75) {
      result = identity(place);
    } else {
      result = act_atom(place, positive);
    }
    if (result) return *result;
  }
  return truth(chance_.percent(80));
}

std::optional<Expression> Generator::relation_atom(Place& place, bool positive) {
  if (chance_.percent(35) || !place.recursive.empty()) {
    std::vector<int> relations;
    for (int index = 0; index < static_cast<int>(world_.definitions.size()); ++index) {
      if (world_.definitions[index].sort.kind == Kind::truth && usable(index, place, positive)) {
        relations.push_back(index);
      }
    }
    if (!relations.empty() && chance_.percent(80)) {
      const int index = chance_.pick(relations);
      return applied(Op::definition, index, world_.definitions[index].parameters, place);
    }
  }
  const int index = chance_.below(static_cast<int>(world_.facts.size()));
  if (world_.facts[index].sort.kind != Kind::truth) return std::nullopt;
  return applied(Op::fact, index, world_.facts[index].parameters, place);
}

std::optional<Expression> Generator::act_atom(Place& place, bool positive) {
  const bool status =
      place.statuses_below > 0 && options_.statuses_in_conditions && chance_.percent(75);
  if (!status && !place.done && !(place.done_positively && positive)) return std::nullopt;
  const int actions = static_cast<int>(world_.actions.size());
  const int index = chance_.below(status ? std::min(place.statuses_below, actions) : actions);
  std::optional<Expression> result =
      applied(Op::deontic, index, world_.actions[index].roles, place);
  if (!result || !status) return result;
  static const Deontic operators[] = {Deontic::permitted, Deontic::forbidden, Deontic::obliged,
                                      Deontic::exempted,  Deontic::empowered, Deontic::disabled,
                                      Deontic::contested, Deontic::silent,    Deontic::fulfilled,
                                      Deontic::breached,  Deontic::breached,  Deontic::valid};
  result->deontic = operators[chance_.below(12)];
  const std::vector<int> uses =
      place.module == absent ? std::vector<int>{} : world_.modules[place.module].uses;
  if (!uses.empty() && chance_.percent(25)) result->under = chance_.pick(uses);
  return result;
}

std::optional<Expression> Generator::applied(Op op, int index,
                                             const std::vector<Binder>& parameters, Place& place) {
  Expression result;
  result.op = op;
  result.index = index;
  for (const Binder& parameter : parameters) {
    const std::optional<Expression> argument = term(parameter.type, place);
    if (!argument) return std::nullopt;
    result.operands.push_back(*argument);
  }
  if (op == Op::fact) result.sort = world_.facts[index].sort;
  if (op == Op::definition) result.sort = world_.definitions[index].sort;
  return result;
}

}  // namespace grotius::properties
