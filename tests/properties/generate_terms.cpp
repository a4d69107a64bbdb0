#include <algorithm>

#include "tests/properties/generator.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

Expression binary(Op op, Expression left, Expression right, Kind kind) {
  Expression result;
  result.op = op;
  result.sort.kind = kind;
  result.operands = {std::move(left), std::move(right)};
  return result;
}

Expression literal(Sort sort, Value value) {
  Expression result;
  result.sort = sort;
  result.value = value;
  return result;
}

}  // namespace

// A term whose type is `type` or below it: "a term of a supertype is not accepted".
std::optional<Expression> Generator::term(int type, Place& place) {
  std::vector<Expression> variables, others;
  for (const Binder& binder : place.scope) {
    if (!is_subtype(world_, binder.type, type)) continue;
    Expression variable;
    variable.op = Op::variable;
    variable.sort = {Kind::individual, binder.type};
    variable.name = binder.name;
    variables.push_back(variable);
  }
  for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
    const Individual& individual = world_.individuals[index];
    if (individual.module != absent && visible(place.module, individual.module) &&
        is_subtype(world_, individual.type, type)) {
      others.push_back(literal({Kind::individual, individual.type}, index));
    }
  }
  if (world_.types[type].closed && chance_.percent(20)) {
    for (int index = 0; index < static_cast<int>(world_.facts.size()); ++index) {
      const Fact& fact = world_.facts[index];
      if (fact.sort == Sort{Kind::individual, type} && fact.parameters.size() < 2) {
        if (const auto value = applied(Op::fact, index, fact.parameters, place)) {
          others.push_back(*value);
        }
      }
    }
    for (int index = 0; index < static_cast<int>(world_.parameters.size()); ++index) {
      if (world_.parameters[index].sort != Sort{Kind::individual, type}) continue;
      Expression parameter;
      parameter.op = Op::parameter;
      parameter.sort = world_.parameters[index].sort;
      parameter.index = index;
      others.push_back(parameter);
    }
  }
  if (variables.empty() && others.empty()) return std::nullopt;
  if (others.empty() || (!variables.empty() && chance_.percent(80))) return chance_.pick(variables);
  return chance_.pick(others);
}

// A literal, a parameter or `today`: what the value of any fact may be compared with.
Expression Generator::constant(Kind kind) {
  for (int index = 0; index < static_cast<int>(world_.parameters.size()); ++index) {
    if (world_.parameters[index].sort.kind != kind || !chance_.percent(35)) continue;
    Expression result;
    result.op = Op::parameter;
    result.sort = world_.parameters[index].sort;
    result.index = index;
    return result;
  }
  if (kind == Kind::date && dated_ && chance_.percent(35)) {
    Expression result;
    result.op = Op::today;
    result.sort.kind = Kind::date;
    return result;
  }
  return literal({kind}, kind == Kind::date ? some_date() : chance_.between(-1, 4));
}

// `thresholds`: facts that are only compared with constants; else those that may stand anywhere.
std::optional<Expression> Generator::fact_of(Kind kind, bool thresholds, Place& place) {
  std::vector<int> facts;
  for (int index = 0; index < static_cast<int>(world_.facts.size()); ++index) {
    const Fact& fact = world_.facts[index];
    if (fact.sort.kind == kind && fact.only_compared_with_constants == thresholds) {
      facts.push_back(index);
    }
  }
  if (facts.empty()) return std::nullopt;
  const int index = chance_.pick(facts);
  return applied(Op::fact, index, world_.facts[index].parameters, place);
}

std::optional<Expression> Generator::comparison(Place& place) {
  static const Op operators[] = {Op::equal,   Op::unequal, Op::less,
                                 Op::at_most, Op::greater, Op::at_least};
  const Op op = operators[chance_.below(6)];
  const int draw = chance_.below(100);
  if (draw < 25) return threshold(place);
  if (draw < 50) return value_comparison(place);
  if (draw < 70) {
    const std::optional<Expression> left = date(place);
    const std::optional<Expression> right = date(place);
    if (!left || !right) return std::nullopt;
    return binary(op, *left, *right, Kind::truth);
  }
  return binary(op, number(2, place), number(chance_.percent(70) ? 0 : 1, place), Kind::truth);
}

std::optional<Expression> Generator::threshold(Place& place) {
  const Kind kind = chance_.percent(60) ? Kind::integer : Kind::date;
  std::optional<Expression> fact = fact_of(kind, true, place);
  if (!fact) return std::nullopt;
  static const Op operators[] = {Op::equal,   Op::unequal, Op::less,
                                 Op::at_most, Op::greater, Op::at_least};
  const Op op = operators[chance_.below(6)];
  return chance_.percent(75) ? binary(op, *fact, constant(kind), Kind::truth)
                             : binary(op, constant(kind), *fact, Kind::truth);
}

// The value of a closed type: compared with a value, with another term, or in a set of values.
std::optional<Expression> Generator::value_comparison(Place& place) {
  std::optional<Expression> left = fact_of(Kind::individual, false, place);
  if (!left) return std::nullopt;
  const int type = left->sort.type;
  std::vector<int> values;
  for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
    if (world_.individuals[index].type == type) values.push_back(index);
  }
  if (chance_.percent(25)) {
    Expression result;
    result.op = Op::member;
    for (int value : values) {
      if (chance_.percent(50)) result.members.push_back(value);
    }
    if (result.members.empty()) result.members.push_back(values.front());
    result.operands = {*left};
    return result;
  }
  const std::optional<Expression> right = term(type, place);
  if (!right) return std::nullopt;
  return binary(chance_.percent(75) ? Op::equal : Op::unequal, *left, *right, Kind::truth);
}

// About who a variable is: `=`, `!=`, `in`, `is`.
std::optional<Expression> Generator::identity(Place& place) {
  if (place.scope.empty()) return std::nullopt;
  const Binder binder = chance_.pick(place.scope);
  Expression variable;
  variable.op = Op::variable;
  variable.sort = {Kind::individual, binder.type};
  variable.name = binder.name;
  const int draw = chance_.below(100);
  if (draw < 50) {
    const std::optional<Expression> right = term(binder.type, place);
    if (!right) return std::nullopt;
    return binary(chance_.percent(60) ? Op::equal : Op::unequal, variable, *right, Kind::truth);
  }
  Expression result;
  result.operands = {variable};
  if (draw < 75) {
    result.op = Op::member;
    for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
      const Individual& individual = world_.individuals[index];
      if (individual.module != absent && visible(place.module, individual.module) &&
          are_kin(world_, individual.type, binder.type) && chance_.percent(50)) {
        result.members.push_back(index);
      }
    }
    if (result.members.empty()) return std::nullopt;
    return result;
  }
  std::vector<int> types;
  for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
    if (type != binder.type && is_subtype(world_, type, binder.type)) types.push_back(type);
  }
  if (types.empty()) return std::nullopt;
  result.op = Op::is_type;
  result.index = chance_.pick(types);
  return result;
}

Expression Generator::number(int depth, Place& place) {
  const int draw = chance_.below(100);
  if (depth <= 0 || draw < 15) return constant(Kind::integer);
  if (draw < 45) {
    if (const auto fact = fact_of(Kind::integer, false, place)) return *fact;
    return aggregate(depth, place);
  }
  if (draw < 55) {
    std::vector<int> values;
    for (int index = 0; index < static_cast<int>(world_.definitions.size()); ++index) {
      if (world_.definitions[index].sort.kind == Kind::integer && usable(index, place, false)) {
        values.push_back(index);
      }
    }
    if (!values.empty()) {
      const int index = chance_.pick(values);
      const auto value =
          applied(Op::definition, index, world_.definitions[index].parameters, place);
      if (value) return *value;
    }
  }
  if (draw < 75) return aggregate(depth, place);
  if (draw < 82) {
    const auto left = date(place), right = date(place);
    if (left && right) return binary(Op::minus, *left, *right, Kind::integer);
  }
  if (draw < 92) {
    return binary(chance_.percent(50) ? Op::plus : Op::minus, number(depth - 1, place),
                  number(depth - 1, place), Kind::integer);
  }
  const Expression factor = literal({Kind::integer}, chance_.between(0, 3));
  return chance_.percent(50) ? binary(Op::times, factor, number(depth - 1, place), Kind::integer)
                             : binary(Op::times, number(depth - 1, place), factor, Kind::integer);
}

Expression Generator::aggregate(int depth, Place& place) {
  Expression result;
  result.op = chance_.percent(60) ? Op::count : Op::sum;
  result.sort.kind = Kind::integer;
  const std::size_t outer = place.scope.size();
  result.binders.push_back(fresh_variable(place));
  if (chance_.percent(10)) result.binders.push_back(fresh_variable(place));
  if (result.op == Op::sum) {
    const auto summand = fact_of(Kind::integer, false, place);
    result.operands.push_back(summand ? *summand : number(depth - 1, place));
  }
  if (!chance_.percent(12)) result.operands.push_back(formula(depth - 1, place, false));
  place.scope.resize(outer);
  return result;
}

std::optional<Expression> Generator::date(Place& place) {
  const int draw = chance_.below(100);
  if (!options_.dates) return std::nullopt;
  if (draw < 45) return constant(Kind::date);
  if (draw < 80) return fact_of(Kind::date, false, place);
  const std::optional<Expression> day = date(place);
  if (!day) return std::nullopt;
  return binary(chance_.percent(50) ? Op::plus : Op::minus, *day, number(1, place), Kind::date);
}

}  // namespace grotius::properties
