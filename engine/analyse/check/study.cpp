#include "engine/analyse/check/study.hpp"

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/units.hpp"

namespace grotius::analyse {

namespace {

constexpr std::uint32_t kOtherwise = 2;  // individuals of each open type where no number suffices

}  // namespace

namespace {

std::vector<model::ActionId> actions_in(const ground::World& world) {
  std::vector<model::ActionId> actions = general_first(*world.model);
  if (!world.homes.empty())
    std::erase_if(actions, [&](model::ActionId action) {
      return std::ranges::find(world.homes, (*world.model)[action].module) == world.homes.end();
    });
  return actions;
}

}  // namespace

Study::Study(ground::World the_world, const CheckOptions& the_options, Effort the_effort,
             Report& the_report)
    : model(*the_world.model),
      world(std::move(the_world)),
      options(the_options),
      effort(std::move(the_effort)),
      report(the_report),
      demands(world),
      actions_(actions_in(world)) {
  for (model::NormId norm : set().norms) ++named_[model[norm].name];
}

bool Study::asks(model::ActionId action) const {
  return units == nullptr || !settled.contains(units->of(action));
}
bool Study::asks(model::DefinitionId definition) const {
  return units == nullptr || !settled.contains(units->of(definition));
}
bool Study::asks(model::ThesisId thesis) const {
  return units == nullptr || !settled.contains(units->of_thesis(model[thesis].name));
}

const Scope& Study::scope(const Demands& demanded) {
  if (!of_constraints_) of_constraints_ = demands.of_constraints();
  Demands all = demanded;
  all.add(*of_constraints_);
  const auto [known, is_new] =
      scopes_.try_emplace(Counts{all.existentials, all.counted_once(), all.too_many, all.obstacles});
  if (is_new) known->second = scope_alone(all);
  return known->second;
}

Scope Study::scope_alone(const Demands& demanded) const {
  Scope scope = scope_of(model, demanded, options.scope.value_or(kOtherwise), world.homes);
  if (options.scope)
    for (std::size_t type = 0; type < scope.unnamed.size(); ++type)
      if (!model.types[type].closed)
        scope.unnamed[type] = std::max(scope.unnamed[type], *options.scope);
  return scope;
}

Symbolic& Study::symbolic(const Scope& scope) {
  auto& known = symbolics_[scope.unnamed];
  if (known) return *known;
  known = std::make_unique<Symbolic>(world, scope);
  for (const auto& [type, count] : universe(scope))
    report.universe[type] = std::max(report.universe[type], count);
  return *known;
}

std::map<std::string, std::uint32_t> Study::universe(const Scope& scope) const {
  std::map<std::string, std::uint32_t> universe;
  for (std::size_t type = 0; type < scope.unnamed.size(); ++type)
    if (!model.types[type].closed)
      universe[std::string(model.types[type].name)] = scope.unnamed[type];
  return universe;
}

std::string Study::name_of(model::NormId id) const {
  const auto same = named_.find(model[id].name);
  return same != named_.end() && same->second > 1 ? model.qualified(id) : std::string(model[id].name);
}

std::string Study::name_of(model::ActionId id) const { return std::string(model[id].name); }

void Study::not_seen(FindingKind kind, std::vector<std::string> names,
                     std::vector<model::NormId> norms, const Scope& scope) {
  if (scope.complete) return;
  report.not_seen.push_back(
      {kind, std::move(names), std::move(norms), universe(scope), scope.reason});
}

void Study::undecided(FindingKind kind, std::vector<std::string> names,
                      std::vector<model::NormId> norms, std::string reason) {
  report.undecided.push_back({kind, std::move(names), std::move(norms), std::move(reason)});
}

void Study::attempt(FindingKind kind, const std::vector<std::string>& names,
                    const std::vector<model::NormId>& norms, const std::function<void()>& step) {
  try {
    effort.left();
    step();
  } catch (const GaveUp& gave_up) {
    undecided(kind, names, norms, gave_up.reason);
  } catch (const ground::ResourceLimit& limit) {
    undecided(kind, names, norms, limit.message);
  }
}

Shows show(Decider& decider, const Symbolic& symbolic, const Ways& ways) {
  Shows shows;
  shows.possible = decider.any(ways.goals);
  if (shows.possible == Possible::undecided) shows.reason = decider.reason();
  if (shows.possible != Possible::yes) return shows;
  const auto shown = decider.witness(ways.goals);
  if (!shown) {
    shows.possible = Possible::undecided;
    shows.reason = decider.reason();
    if (shows.reason.empty())
      shows.reason = "something can be, but no situation that a case file can state shows it";
    return shows;
  }
  shows.way = shown->goal;
  shows.witness = in_words(symbolic, shown->witness,
                           ways.acts.empty() ? nullptr : &ways.acts[shown->goal]);
  return shows;
}

}  // namespace grotius::analyse
