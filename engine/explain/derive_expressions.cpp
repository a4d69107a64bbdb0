// Expressions. Where an operand is unknown, the others may still decide; only what nothing decides is unknown.

#include <algorithm>
#include <functional>

#include "engine/explain/deriver.hpp"

namespace grotius::explain {

using model::Expr;
using model::ExprKind;
using model::IndividualId;

namespace {

/// Calls `use` on each item in turn until it says that it is enough; an item that is unknown is passed over, and is thrown at
/// the end unless another was enough.
template <class Items, class Use>
bool first_of(const Items& items, Use use) {
  std::optional<Unknown> unknown;
  for (const auto& item : items) {
    try {
      if (use(item)) return true;
    } catch (const Unknown& met) {
      if (!unknown) unknown = met;
    }
  }
  if (unknown) throw *unknown;
  return false;
}

void each_free_variable(const Expr& expr, std::set<std::uint32_t> bound, const std::function<void(const Expr&)>& use) {
  if (expr.kind == ExprKind::variable && !bound.contains(expr.ref)) use(expr);
  for (const auto& binder : expr.binders) bound.insert(binder.slot);
  for (const Expr& operand : expr.operands) each_free_variable(operand, bound, use);
}

}  // namespace

const std::vector<Deriver::FreeVariable>& Deriver::free_variables(const Expr& expr) const {
  const auto [place, fresh] = free_variables_.try_emplace(&expr);
  if (fresh) {
    std::map<std::string_view, std::uint32_t> names;
    each_free_variable(expr, {}, [&](const Expr& variable) { names.emplace(model_.sources->text(variable.span), variable.ref); });
    for (const auto& [name, slot] : names) place->second.push_back({name, slot});
  }
  return place->second;
}

// Literals and variables have their value by themselves; everything else is a step.
std::int64_t Deriver::value(const Expr& expr, Tuple& environment, Step& step) {
  switch (expr.kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
      return expr.number;
    case ExprKind::individual:
      return expr.ref;
    case ExprKind::variable:
      return static_cast<std::int64_t>(index(environment[expr.ref]));
    default:
      break;
  }
  const StepId id = expression(expr, environment);
  step.uses.push_back(id);
  return steps_[id].value;
}

Number Deriver::number_of(StepId id) const {
  const Step& step = steps_[id];
  if (!step.range) return Number::of(step.value);
  if (step.rule == Rule::definition) return number_of(step.uses[0]);
  if (step.rule == Rule::expression) return numbers_.at(id);
  return {*step.range, model::Atom{step.deed, step.ref, step.arguments}, 1, 0, false, {}};
}

Number Deriver::number(const Expr& expr, Tuple& environment, Step& step) {
  const std::int64_t alone = value(expr, environment, step);
  const bool literal = expr.kind == ExprKind::integer || expr.kind == ExprKind::date;
  return literal ? Number::of(alone) : number_of(step.uses.back());
}

StepId Deriver::expression(const Expr& expr, Tuple& environment) {
  Step step;
  step.rule = Rule::expression;
  step.expr = &expr;
  step.sort = expr.sort;
  step.arguments = environment;
  const auto operand = [&](std::size_t i) { return value(expr.operands[i], environment, step); };
  std::optional<Number> claimed;
  const bool of_individuals = !expr.operands.empty() && expr.operands[0].sort.kind == model::Sort::Kind::individual;
  const bool of_truths = !expr.operands.empty() && expr.operands[0].sort.kind == model::Sort::Kind::boolean;
  const auto compare = [&](bool (*holds_between)(const Number&, const Number&)) {
    const Number left = number(expr.operands[0], environment, step);
    step.value = holds_between(left, number(expr.operands[1], environment, step));
  };
  switch (expr.kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
    case ExprKind::individual:
    case ExprKind::variable:
      step.value = value(expr, environment, step);
      break;
    case ExprKind::parameter: {
      Step parameter;
      parameter.rule = Rule::parameter;
      parameter.ref = expr.ref;
      parameter.sort = expr.sort;
      if (!world_.parameters[expr.ref]) throw Unknown{};
      parameter.value = *world_.parameters[expr.ref];
      step.value = parameter.value;
      step.uses = {add(std::move(parameter))};
      break;
    }
    case ExprKind::today:
      step.uses = {day()};
      step.value = steps_[step.uses[0]].value;
      break;
    case ExprKind::fact:
    case ExprKind::definition: {
      Tuple arguments;
      for (std::size_t i = 0; i < expr.operands.size(); ++i)
        arguments.push_back(model::id_of<IndividualId>(static_cast<std::size_t>(operand(i))));
      step.uses.push_back(expr.kind == ExprKind::fact ? atom({false, expr.ref, arguments})
                                                      : definition(model::id_of<model::DefinitionId>(expr.ref), arguments));
      step.value = steps_[step.uses.back()].value;
      claimed = number_of(step.uses.back());
      break;
    }
    case ExprKind::negation:
      step.value = operand(0) == 0;
      break;
    case ExprKind::conjunction:
      step.value = !junction(step, expr, environment, false);
      break;
    case ExprKind::disjunction:
      step.value = junction(step, expr, environment, true);
      break;
    case ExprKind::implication:
      implication(step, expr, environment);
      break;
    case ExprKind::equal:
      if (of_individuals || of_truths) {
        step.value = operand(0) == operand(1);
      } else {
        compare(equal);
      }
      break;
    case ExprKind::less:
      compare(less);
      break;
    case ExprKind::less_equal:
      compare(less_equal);
      break;
    case ExprKind::member:
      if (of_individuals || of_truths) {
        const std::int64_t left = operand(0);
        for (std::size_t i = 1; i < expr.operands.size(); ++i) step.value = step.value != 0 || operand(i) == left;
      } else {
        const Number left = number(expr.operands[0], environment, step);
        for (std::size_t i = 1; i < expr.operands.size(); ++i)
          step.value = equal(left, number(expr.operands[i], environment, step)) || step.value != 0;
      }
      break;
    case ExprKind::is_type: {
      const auto individual = model::id_of<IndividualId>(static_cast<std::size_t>(operand(0)));
      step.value = model_.is_or_is_below(type_of(model_, world_.universe, individual), model::id_of<model::TypeId>(expr.ref));
      break;
    }
    case ExprKind::add:
    case ExprKind::subtract:
    case ExprKind::multiply: {
      const Number left = number(expr.operands[0], environment, step);
      const Number right = number(expr.operands[1], environment, step);
      claimed = expr.kind == ExprKind::add ? sum(left, right) : expr.kind == ExprKind::subtract ? difference(left, right) : product(left, right);
      break;
    }
    case ExprKind::some:
    case ExprKind::no:
    case ExprKind::every:
      quantifier(step, expr, environment);
      break;
    case ExprKind::count:
    case ExprKind::sum:
      claimed = aggregate(step, expr, environment);
      break;
    case ExprKind::status:
      deontic(step, expr, environment);
      break;
  }
  if (!claimed) return add(std::move(step));
  const bool open = !claimed->range.is_value();
  if (open) step.range = claimed->range;
  if (!open) step.value = *claimed->range.least;
  const StepId id = add(std::move(step));
  if (open) numbers_[id] = *claimed;
  return id;
}

/// Whether some operand has the truth that decides; then the step rests on it alone, else on all.
bool Deriver::junction(Step& step, const Expr& expr, Tuple& environment, bool deciding) {
  std::vector<StepId> all;
  const bool decided = first_of(expr.operands, [&](const Expr& operand) {
    const StepId id = expression(operand, environment);
    all.push_back(id);
    if (holds(id) != deciding) return false;
    step.uses = {id};
    return true;
  });
  if (!decided) step.uses = all;
  return decided;
}

void Deriver::implication(Step& step, const Expr& expr, Tuple& environment) {
  const bool decided = first_of(std::vector<std::size_t>{0, 1}, [&](std::size_t i) {
    const StepId id = expression(expr.operands[i], environment);
    step.uses.push_back(id);
    if (holds(id) != (i == 1)) return false;
    step.uses = {id};
    return true;
  });
  step.value = decided;
}

std::vector<Tuple> Deriver::bindings(const Expr& expr, const Tuple& environment) const {
  std::vector<Tuple> result = {environment};
  for (const auto& binder : expr.binders) {
    std::vector<Tuple> longer;
    for (const Tuple& before : result)
      for (IndividualId individual : world_.universe.of(binder.type)) {
        Tuple with = before;
        if (with.size() <= binder.slot) with.resize(binder.slot + 1);
        with[binder.slot] = individual;
        longer.push_back(std::move(with));
      }
    result = std::move(longer);
  }
  return result;
}

// `some` holds by one binding, `no` and `every` fail by one; otherwise all bindings are listed.
void Deriver::quantifier(Step& step, const Expr& expr, Tuple& environment) {
  const bool every = expr.kind == ExprKind::every;
  std::vector<StepId> all;
  const bool decided = first_of(bindings(expr, environment), [&](Tuple binding) {
    std::vector<StepId> here = {expression(expr.operands[0], binding)};
    bool decides = holds(here[0]);
    if (every && decides) {
      const StepId satisfied = expression(expr.operands[1], binding);
      decides = !holds(satisfied);
      here = decides ? std::vector{here[0], satisfied} : std::vector{satisfied};
    }
    all.insert(all.end(), here.begin(), here.end());
    if (decides) step.uses = here;
    return decides;
  });
  step.value = decided == (expr.kind == ExprKind::some);
  if (!decided) step.uses = all;
}

// What is open counts between 0 and 1, and the count does not rest on it: a few open members often change nothing.
Number Deriver::aggregate(Step& step, const Expr& expr, Tuple& environment) {
  Number total = Number::of(0);
  for (Tuple& binding : bindings(expr, environment)) {
    try {
      const StepId member = expression(expr.operands[0], binding);
      step.uses.push_back(member);
      if (!holds(member)) continue;
    } catch (const Unknown& unknown) {
      if (expr.kind == ExprKind::sum || !unknown.atom || unknown.split) throw;
      Number one{{0, 1}, {}, 0, 0, true, unknown.atom};
      total = sum(total, one);
      continue;
    }
    if (expr.kind == ExprKind::count) {
      total = sum(total, Number::of(1));
      continue;
    }
    step.uses.push_back(expression(expr.operands[1], binding));
    total = sum(total, number_of(step.uses.back()));
  }
  return total;
}

}  // namespace grotius::explain
