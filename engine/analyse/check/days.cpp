#include "engine/analyse/check/days.hpp"

#include <algorithm>

#include "engine/analyse/check/norm_demands.hpp"

namespace grotius::analyse {

using model::ExprKind;

Days::Days(const ground::World& world) : world_(world), model_(*world.model) {}

bool Days::rests_on_day(model::ActionId action) {
  actions_.clear();
  definitions_.clear();
  return constraints() || about(action);
}

bool Days::rests_on_day(const model::Expr& expr) {
  actions_.clear();
  definitions_.clear();
  return constraints() || in(expr);
}

bool Days::constraints() {
  for (std::size_t set : world_.binding)
    for (model::ConstraintId id : world_.sets[set].set.constraints)
      if (in(model_[id].condition)) return true;
  return false;
}

bool Days::about(model::ActionId action) {
  if (!actions_.insert(action).second) return false;
  const std::vector<model::ActionId> generals = generals_of(model_, action);
  for (model::ActionId general : generals)
    for (const model::Kind& kind : model_[general].kinds)
      if (in(kind.when)) return true;
  for (const ground::RankedSet& ranked : world_.sets) {
    for (model::NormId id : ranked.set.norms) {
      const model::Norm& norm = model_[id];
      if (std::ranges::find(generals, norm.act.action) == generals.end()) continue;
      if (in(norm.when) || (norm.unless && in(*norm.unless))) return true;
    }
    for (model::AttributionId id : ranked.set.attributions)
      if (model_[id].act.action == action && in(model_[id].when)) return true;
  }
  // Doing it may be doing one of its kinds.
  for (model::ActionId kind : kinds_of(model_, action))
    if (kind != action && about(kind)) return true;
  return false;
}

bool Days::in(const model::Expr& expr) {
  if (expr.kind == ExprKind::today) return true;
  if (expr.kind == ExprKind::definition && in(model::id_of<model::DefinitionId>(expr.ref))) return true;
  if (expr.kind == ExprKind::status && about(model::id_of<model::ActionId>(expr.ref))) return true;
  return std::ranges::any_of(expr.operands, [&](const model::Expr& operand) { return in(operand); });
}

bool Days::in(model::DefinitionId id) {
  if (!definitions_.insert(id).second) return false;
  const model::Definition& definition = model_[id];
  if (definition.value && in(*definition.value)) return true;
  return std::ranges::any_of(definition.alternatives, [&](const model::Alternative& alternative) {
    return in(alternative.when) || (alternative.unless && in(*alternative.unless));
  });
}

}  // namespace grotius::analyse
