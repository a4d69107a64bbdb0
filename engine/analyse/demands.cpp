// Which existentials a condition makes, and within which universals.

#include <algorithm>
#include <limits>

#include "engine/analyse/scope.hpp"

namespace grotius::analyse {

using model::Expr;
using model::ExprKind;
using model::TypeId;

namespace {

constexpr std::uint64_t kMany = 1'000'000;  // beyond every limit; keeps products small

}  // namespace

void Demands::add(const Demands& other, std::uint64_t times) {
  for (const auto& [existential, count] : other.existentials) {
    auto& total = existentials[existential];
    total = std::min(kMany, total + std::min(kMany, count) * std::min(kMany, times));
  }
  obstacles.insert(other.obstacles.begin(), other.obstacles.end());
}

void Demands::either(const Demands& other) {
  for (const auto& [existential, count] : other.existentials) {
    auto& most = existentials[existential];
    most = std::max(most, count);
  }
  obstacles.insert(other.obstacles.begin(), other.obstacles.end());
}

DemandReader::DemandReader(const model::Model& model, const model::NormSet& set,
                           const model::Strata& strata, OfStatus of_status)
    : model_(model), set_(set), strata_(strata), of_status_(std::move(of_status)) {}

Demands DemandReader::witness(TypeId type, std::uint64_t how_many) const {
  Demands demands;
  if (is_open(type)) demands.existentials[{type, {}}] = how_many;
  return demands;
}

Demands DemandReader::within(Demands demands, const std::vector<model::Variable>& universals) {
  Demands result;
  result.obstacles = std::move(demands.obstacles);
  for (const auto& [existential, count] : demands.existentials) {
    Demands::Existential inner = existential;
    for (const auto& universal : universals) inner.within.push_back(universal.type);
    std::ranges::sort(inner.within);
    result.existentials[inner] += count;
  }
  return result;
}

Demands DemandReader::of_constraints() {
  Demands all;
  for (model::ConstraintId id : set_.constraints)
    all.add(within(of(model_[id].condition, true), model_[id].binders));
  return all;
}

Demands DemandReader::of(const Expr& expr, bool positive) {
  Demands demands;
  switch (expr.kind) {
    case ExprKind::negation:
      return of(expr.operands[0], !positive);
    case ExprKind::implication:
    case ExprKind::conjunction:
    case ExprKind::disjunction:
      return of_junction(expr, positive);
    case ExprKind::some:
    case ExprKind::no:
    case ExprKind::every:
      return of_quantifier(expr, positive);
    case ExprKind::equal:
    case ExprKind::less:
    case ExprKind::less_equal:
      return of_comparison(expr, positive);
    case ExprKind::definition:
      demands = of_arguments(expr);
      demands.add(of_definition(model::id_of<model::DefinitionId>(expr.ref), positive));
      return demands;
    case ExprKind::status:
      demands = of_arguments(expr);
      if (expr.status == model::Status::done)
        demands.add(of_done(model::id_of<model::ActionId>(expr.ref), positive));
      else if (of_status_)
        demands.add(of_status_(expr, positive));
      return demands;
    default:
      return of_arguments(expr);
  }
}

// Of what must hold together each part demands its own; of alternatives one suffices, but within a universal different tuples may
// need different ones, which the pointwise maximum covers as well.
Demands DemandReader::of_junction(const Expr& expr, bool positive) {
  const bool together = positive == (expr.kind == ExprKind::conjunction);
  Demands demands;
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    const bool denied = expr.kind == ExprKind::implication && i == 0;
    const Demands part = of(expr.operands[i], positive != denied);
    if (together)
      demands.add(part);
    else
      demands.either(part);
  }
  return demands;
}

Demands DemandReader::of_arguments(const Expr& expr) {
  Demands demands;
  for (const Expr& operand : expr.operands)
    if (operand.sort.kind != model::Sort::Kind::boolean) demands.add(of_number(operand));
  return demands;
}

Demands DemandReader::of_quantifier(const Expr& expr, bool positive) {
  const bool existential = positive == (expr.kind == ExprKind::some);
  Demands demands = of(expr.operands[0], existential);
  if (expr.kind == ExprKind::every) demands.add(of(expr.operands[1], !existential));
  if (!existential) return within(std::move(demands), expr.binders);
  for (const auto& binder : expr.binders) demands.add(witness(binder.type));
  return demands;
}

const Expr& DemandReader::unfolded(const Expr& number) const {
  if (number.kind != ExprKind::definition) return number;
  const auto& definition = model_.definitions[number.ref];
  return definition.value ? unfolded(*definition.value) : number;
}

// A count compared with a constant is that many existentials, or a universal; every other
// comparison has both polarities.
Demands DemandReader::of_comparison(const Expr& expr, bool positive) {
  const Expr& left = unfolded(expr.operands[0]);
  const Expr& right = unfolded(expr.operands[1]);
  const bool count_left = left.kind == ExprKind::count && right.kind == ExprKind::integer;
  const bool count_right = right.kind == ExprKind::count && left.kind == ExprKind::integer;
  Demands demands = of_arguments(expr.operands[0]);
  demands.add(of_arguments(expr.operands[1]));
  if (!count_left && !count_right) {
    demands.add(of_number(expr.operands[0]));
    demands.add(of_number(expr.operands[1]));
    return demands;
  }
  const Expr& count = count_left ? left : right;
  const std::int64_t number = (count_left ? right : left).number;
  if (number < 0 || number >= std::numeric_limits<std::int32_t>::max()) return demands;
  if (expr.kind == ExprKind::equal) {
    demands.add(of_count(count, number, positive));
    demands.add(of_count(count, number + 1, !positive));
  } else if (count_left) {  // count < n, count <= n: fewer than that
    demands.add(of_count(count, number + (expr.kind == ExprKind::less_equal), !positive));
  } else {  // n < count, n <= count
    demands.add(of_count(count, number + (expr.kind == ExprKind::less), positive));
  }
  return demands;
}

Demands DemandReader::of_count(const Expr& count, std::int64_t at_least, bool positive) {
  if (at_least <= 0) return {};
  if (!positive) return within(of(count.operands[0], false), count.binders);
  Demands one = of(count.operands[0], true);
  for (const auto& binder : count.binders) one.add(witness(binder.type));
  Demands demands;
  demands.add(one, static_cast<std::uint64_t>(at_least));
  return demands;
}

void DemandReader::forbid_open(Demands& demands, const std::vector<model::Variable>& binders,
                               const char* what) const {
  for (const auto& binder : binders)
    if (is_open(binder.type))
      demands.obstacles.insert(std::string(what) + " over the open type " +
                               std::string(model_[binder.type].name));
}

Demands DemandReader::of_number(const Expr& expr) {
  Demands demands;
  if (expr.kind == ExprKind::definition) {
    demands = of_arguments(expr);
    if (const auto& value = model_.definitions[expr.ref].value) demands.add(of_number(*value));
    return demands;
  }
  if (expr.kind != ExprKind::count && expr.kind != ExprKind::sum) {
    for (const Expr& operand : expr.operands) demands.add(of_number(operand));
    return demands;
  }
  forbid_open(demands, expr.binders,
              expr.kind == ExprKind::sum ? "sums" : "counts that are not compared with a constant");
  Demands members = of(expr.operands[0], true);
  members.add(of(expr.operands[0], false));
  if (expr.kind == ExprKind::sum) members.add(of_number(expr.operands[1]));
  demands.add(within(std::move(members), expr.binders));
  return demands;
}

Demands DemandReader::of_definition(model::DefinitionId id, bool positive) {
  const auto [known, is_new] = definitions_.try_emplace({static_cast<std::uint32_t>(id), positive});
  if (!is_new) return known->second;
  const std::uint32_t component = strata_.of_definition[index(id)];
  if (strata_.recursive[component]) {
    of_component(component, positive);
  } else {
    Demands demands = of_body(model_[id], positive);
    definitions_[{static_cast<std::uint32_t>(id), positive}] = std::move(demands);
  }
  return definitions_[{static_cast<std::uint32_t>(id), positive}];
}

Demands DemandReader::of_done(model::ActionId id, bool positive) {
  const auto [known, is_new] = done_.try_emplace({static_cast<std::uint32_t>(id), positive});
  if (!is_new) return known->second;
  const std::uint32_t component = strata_.of_done[index(id)];
  if (strata_.recursive[component]) {
    of_component(component, positive);
  } else {
    Demands demands = of_deed(id, positive);
    done_[{static_cast<std::uint32_t>(id), positive}] = std::move(demands);
  }
  return done_[{static_cast<std::uint32_t>(id), positive}];
}

// The members of a least fixed point demand together what each of their bodies demands, references
// to each other aside. That is a bound only where they range over closed types.
void DemandReader::of_component(std::uint32_t component, bool positive) {
  std::vector<Demands*> members;
  for (std::uint32_t id = 0; id < model_.definitions.size(); ++id)
    if (strata_.of_definition[id] == component) members.push_back(&definitions_[{id, positive}]);
  for (std::uint32_t id = 0; id < model_.actions.size(); ++id)
    if (strata_.of_done[id] == component) members.push_back(&done_[{id, positive}]);
  Demands together;
  for (std::uint32_t id = 0; id < model_.definitions.size(); ++id) {
    if (strata_.of_definition[id] != component) continue;
    forbid_open(together, model_.definitions[id].parameters, "recursion");
    together.add(of_body(model_.definitions[id], positive));
  }
  for (std::uint32_t id = 0; id < model_.actions.size(); ++id) {
    if (strata_.of_done[id] != component) continue;
    forbid_open(together, model_.actions[id].roles, "recursion");
    together.add(of_deed(model::id_of<model::ActionId>(id), positive));
  }
  for (const auto& [existential, times] : together.existentials)
    together.obstacles.insert("recursion over the open type " +
                              std::string(model_[existential.type].name));
  for (Demands* member : members) *member = together;
}

Demands DemandReader::of_body(const model::Definition& definition, bool positive) {
  Demands demands;
  for (const auto& alternative : definition.alternatives) {
    Demands one = of(alternative.when, positive);
    if (alternative.unless && positive) one.add(of(*alternative.unless, false));
    if (alternative.unless && !positive) one.either(of(*alternative.unless, true));
    if (positive)
      demands.either(one);
    else
      demands.add(one);
  }
  return demands;
}

Demands DemandReader::of_deed(model::ActionId id, bool positive) {
  Demands demands;
  const auto one_of = [&](const Demands& way) { positive ? demands.either(way) : demands.add(way); };
  for (model::AttributionId attribution : set_.attributions)
    if (model_[attribution].act.action == id) one_of(of(model_[attribution].when, positive));
  for (std::uint32_t special = 0; special < model_.actions.size(); ++special) {
    for (const model::Kind& kind : model_.actions[special].kinds) {
      if (kind.general != id) continue;
      Demands through = of(kind.when, positive);
      const Demands deed = of_done(model::id_of<model::ActionId>(special), positive);
      positive ? through.add(deed) : through.either(deed);
      std::vector<model::Variable> dropped;
      for (const auto& role : model_.actions[special].roles)
        if (std::ranges::find(kind.roles, role.slot) == kind.roles.end()) dropped.push_back(role);
      if (!positive) through = within(std::move(through), dropped);
      for (const auto& role : dropped)
        if (positive) through.add(witness(role.type));
      one_of(through);
    }
  }
  return demands;
}

}  // namespace grotius::analyse
