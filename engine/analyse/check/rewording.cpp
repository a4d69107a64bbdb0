#include "engine/analyse/check/rewording.hpp"

#include <algorithm>

#include "engine/model/print.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::Expr;
using model::NormId;

std::string head(const model::Model& model, const model::Norm& norm) {
  std::string text = std::to_string(static_cast<int>(norm.modality)) + " " + std::string(model[norm.act.action].name) + "(";
  for (const model::Argument& argument : norm.act.arguments)
    text += argument.individual ? std::string(model[*argument.individual].name) + ","
                                : ": " + std::string(model[argument.type].name) + ",";
  return text + ")";
}

std::string period(const Interval& interval) {
  return (interval.from ? std::to_string(interval.from->day) : "") + ".." +
         (interval.until ? std::to_string(interval.until->day) : "");
}

/// Renames the actions and modules of the second side to those of the first; false where one has no twin.
bool say_as_first(const model::Merged& merged, Expr& expr) {
  if (expr.kind == model::ExprKind::status) {
    if (const auto twin = merged.twin[expr.ref])
      expr.ref = static_cast<std::uint32_t>(*twin);
    else
      return false;
    if (expr.under) {
      const auto& modules = merged.model.modules;
      const auto same = std::ranges::find(modules, merged.model[*expr.under].name, &model::Module::name);
      expr.under = model::id_of<model::ModuleId>(static_cast<std::size_t>(same - modules.begin()));
    }
  }
  return std::ranges::all_of(expr.operands, [&](Expr& operand) { return say_as_first(merged, operand); });
}

}  // namespace

std::string wording(const model::Model& model, NormId id) {
  const model::Norm& norm = model[id];
  std::string text = head(model, norm) + (norm.by_default ? " by default " : " ") + period(norm.in_force) + " " +
                     norm.title + " when " + print(model, norm.when);
  if (norm.unless) text += " unless " + print(model, *norm.unless);
  for (const model::Citation& source : norm.sources) text += " source " + model.cite(source);
  return text;
}

std::optional<model::Model> with_norm_of_twin(const model::Merged& merged, NormId norm, NormId of_second) {
  model::Norm said = merged.model[of_second];
  const auto action = merged.twin[index(said.act.action)];
  if (!action || !say_as_first(merged, said.when) || (said.unless && !say_as_first(merged, *said.unless)))
    return std::nullopt;
  said.act.action = *action;
  said.module = merged.model[norm].module;
  model::Model with = merged.model;
  with.norms.push_back(std::move(said));
  return with;
}

void replace_norm(ground::RankedSet& ranked, NormId norm, NormId instead) {
  std::ranges::replace(ranked.set.norms, norm, instead);
  auto& superiors = ranked.superiority.superiors;
  if (superiors.size() <= index(instead)) superiors.resize(index(instead) + 1);
  superiors[index(instead)] = superiors[index(norm)];
  for (auto& above : superiors)
    for (model::Prevails& prevails : above)
      if (prevails.superior == norm) prevails.superior = instead;
}

}  // namespace grotius::analyse
