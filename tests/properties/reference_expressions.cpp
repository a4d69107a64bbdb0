#include <algorithm>
#include <stdexcept>

#include "tests/properties/reference_model.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

// Applies `visit` to every way of binding the variables, until it returns false.
template <typename Visit>
void each_binding(const Snapshot& situation, const std::vector<Binder>& binders,
                  Environment& environment, const Visit& visit) {
  const std::size_t outer = environment.size();
  for (const Tuple& tuple : situation.tuples(binders)) {
    for (std::size_t place = 0; place < tuple.size(); ++place) {
      environment.emplace_back(binders[place].name, tuple[place]);
    }
    const bool go_on = visit();
    environment.resize(outer);
    if (!go_on) return;
  }
}

bool compare(Op op, Value left, Value right) {
  switch (op) {
    case Op::equal:
      return left == right;
    case Op::unequal:
      return left != right;
    case Op::less:
      return left < right;
    case Op::at_most:
      return left <= right;
    case Op::greater:
      return left > right;
    default:
      return left >= right;
  }
}

}  // namespace

bool Model::holds(const Expression& expression, Environment& environment) {
  return value(expression, environment) != 0;
}

Tuple Model::tuple(const std::vector<Expression>& operands, Environment& environment) {
  Tuple result;
  for (const Expression& operand : operands) {
    result.push_back(static_cast<int>(value(operand, environment)));
  }
  return result;
}

Value Model::value(const Expression& expression, Environment& environment) {
  const auto operand = [&](std::size_t place) {
    return value(expression.operands[place], environment);
  };
  switch (expression.op) {
    case Op::literal:
      return expression.value;
    case Op::variable:
      for (auto bound = environment.rbegin(); bound != environment.rend(); ++bound) {
        if (bound->first == expression.name) return bound->second;
      }
      throw std::logic_error("unbound variable " + expression.name);
    case Op::parameter:
      return state_.parameters[expression.index];
    case Op::today:
      return asked_.situation.date.value();
    case Op::fact:
      return state_.facts[expression.index].at(tuple(expression.operands, environment));
    case Op::definition:
      return read(asked_.dependencies.definition(expression.index),
                  tuple(expression.operands, environment));
    case Op::negation:
      return operand(0) == 0;
    case Op::conjunction:
      return operand(0) != 0 && operand(1) != 0;
    case Op::disjunction:
      return operand(0) != 0 || operand(1) != 0;
    case Op::implication:
      return operand(0) == 0 || operand(1) != 0;
    case Op::equal:
    case Op::unequal:
    case Op::less:
    case Op::at_most:
    case Op::greater:
    case Op::at_least:
      return compare(expression.op, operand(0), operand(1));
    case Op::member:
      return std::count(expression.members.begin(), expression.members.end(), operand(0)) > 0;
    case Op::is_type:
      return is_subtype(asked_.world, asked_.world.individuals[operand(0)].type, expression.index);
    case Op::plus:
      return operand(0) + operand(1);
    case Op::minus:
      return operand(0) - operand(1);
    case Op::times:
      return operand(0) * operand(1);
    case Op::deontic:
      return deontic(expression, environment);
    default:
      return quantified(expression, environment);
  }
}

Value Model::quantified(const Expression& expression, Environment& environment) {
  const std::vector<Expression>& operands = expression.operands;
  const bool sums = expression.op == Op::sum;
  Value result = expression.op == Op::no || expression.op == Op::every ? 1 : 0;
  each_binding(asked_.situation, expression.binders, environment, [&] {
    const std::size_t condition = sums ? 1 : 0;
    const bool met = operands.size() <= condition || holds(operands[condition], environment);
    if (!met) return true;
    switch (expression.op) {
      case Op::some:
        result = 1;
        return false;
      case Op::no:
        result = 0;
        return false;
      case Op::count:
        ++result;
        return true;
      case Op::sum:
        result += value(operands[0], environment);
        return true;
      default:  // every
        if (holds(operands[1], environment)) return true;
        result = 0;
        return false;
    }
  });
  return result;
}

// "The operators are skeptical: a contested question gives none of them, and breaches nothing."
// `contested` and `silent` are the reported status: they speak of the *may* question.
bool Model::deontic(const Expression& expression, Environment& environment) {
  const Tuple arguments = tuple(expression.operands, environment);
  Model& model = expression.under == absent ? *this : in(expression.under);
  const auto is_done = [&] { return model.done(expression.index, arguments); };
  if (expression.deontic == Deontic::done) return is_done();
  const Statuses statuses = model.statuses(expression.index, arguments);
  switch (expression.deontic) {
    case Deontic::permitted:
      return statuses.may == May::permitted;
    case Deontic::forbidden:
      return statuses.may == May::forbidden;
    case Deontic::obliged:
      return statuses.must == Must::obliged;
    case Deontic::exempted:
      return statuses.must == Must::exempt;
    case Deontic::empowered:
      return statuses.can == Can::empowered;
    case Deontic::disabled:
      return statuses.can == Can::disabled;
    case Deontic::contested:
      return reported(statuses) == Status::contested;
    case Deontic::silent:
      return reported(statuses) == Status::silent;
    case Deontic::fulfilled:
      return statuses.must == Must::obliged && is_done();
    case Deontic::breached:
      return (statuses.must == Must::obliged && !is_done()) ||
             (statuses.may == May::forbidden && is_done());
    default:
      return statuses.can == Can::empowered && is_done();  // valid
  }
}

}  // namespace grotius::properties
