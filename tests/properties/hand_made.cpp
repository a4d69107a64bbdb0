#include "tests/properties/hand_made.hpp"

namespace grotius::properties {
namespace {

Expression who() {
  Expression result;
  result.op = Op::variable;
  result.sort = {Kind::individual, 0};
  result.name = "who";
  return result;
}

Expression person(int individual) {
  Expression result;
  result.sort = {Kind::individual, 0};
  result.value = individual;
  return result;
}

Expression apply(Op op, int index, Expression argument) {
  Expression result;
  result.op = op;
  result.index = index;
  result.operands = {std::move(argument)};
  return result;
}

}  // namespace

HandMade::HandMade() {
  module("m");
  world.types = {{"Person", absent, false, 0}};
  world.individuals = {{"ann", 0, 0, absent}, {"ben", 0, 0, absent}};
  Situation situation;
  situation.name = "case";
  world.situations = {situation};
}

int HandMade::module(const std::string& name) {
  Module module;
  module.name = name;
  world.modules.push_back(module);
  return static_cast<int>(world.modules.size()) - 1;
}

int HandMade::fact(const std::string& name, Sort sort) {
  Fact fact;
  fact.name = name;
  fact.module = 0;
  fact.sort = sort;
  fact.parameters = {{"who", 0}};
  world.facts.push_back(fact);
  return static_cast<int>(world.facts.size()) - 1;
}

int HandMade::action(const std::string& name) {
  Action action;
  action.name = name;
  action.module = 0;
  action.roles = {{"who", 0}};
  world.actions.push_back(action);
  return static_cast<int>(world.actions.size()) - 1;
}

int HandMade::norm(Modality modality, int action, std::optional<Expression> when, int module) {
  Norm norm;
  norm.name = "norm" + std::to_string(world.norms.size());
  norm.module = module;
  norm.modality = modality;
  norm.action = action;
  norm.arguments = {{Argument::Form::role, absent, {"who", 0}}};
  norm.when = std::move(when);
  world.norms.push_back(norm);
  return static_cast<int>(world.norms.size()) - 1;
}

void HandMade::is(int kind, int general, std::optional<Expression> when) {
  world.actions[kind].is.push_back({general, {0}, std::move(when)});
}

void HandMade::attribute(int action, Expression when) {
  world.attributions.push_back(
      {0, action, {{Argument::Form::role, absent, {"who", 0}}}, std::move(when)});
}

void HandMade::priority(std::vector<int> norms) {
  world.priorities.push_back({0, std::move(norms)});
}

LineEntry HandMade::entry(bool deed, int index, int individual) const {
  LineArgument argument;
  argument.individuals = {individual};
  return {deed, index, {argument}, false, {}};
}

void HandMade::given(int fact, int individual, Interval interval) {
  world.situations[0].lines.push_back({false, {entry(false, fact, individual)}, interval});
}

void HandMade::value(int fact, int individual, std::vector<Value> values) {
  LineEntry line = entry(false, fact, individual);
  line.values = std::move(values);
  world.situations[0].lines.push_back({false, {line}, {}});
}

void HandMade::deed(int action, int individual, bool negated) {
  LineEntry line = entry(true, action, individual);
  line.negated = negated;
  world.situations[0].lines.push_back({false, {line}, {}});
}

void HandMade::unknown(int fact, int individual) {
  world.situations[0].lines.push_back({true, {entry(false, fact, individual)}, {}});
}

Question HandMade::about(int action, int individual) const {
  Question question;
  question.situation = 0;
  question.action = action;
  question.arguments = {individual};
  question.under = {0};
  return question;
}

Question HandMade::about(Expression expression) const {
  Question question;
  question.situation = 0;
  question.expression = std::move(expression);
  question.under = {0};
  return question;
}

Expression holds(int fact) { return apply(Op::fact, fact, who()); }

Expression holds_of(int fact, int individual) { return apply(Op::fact, fact, person(individual)); }

Expression act(Deontic deontic, int action, int under) {
  Expression result = apply(Op::deontic, action, who());
  result.deontic = deontic;
  result.under = under;
  return result;
}

Expression act_of(Deontic deontic, int action, int individual, int under) {
  Expression result = act(deontic, action, under);
  result.operands = {person(individual)};
  return result;
}

Expression operator!(Expression expression) {
  Expression result;
  result.op = Op::negation;
  result.operands = {std::move(expression)};
  return result;
}

Expression operator&&(Expression left, Expression right) {
  Expression result;
  result.op = Op::conjunction;
  result.operands = {std::move(left), std::move(right)};
  return result;
}

}  // namespace grotius::properties
