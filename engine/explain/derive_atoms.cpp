// Atoms, definitions and deeds.

#include <algorithm>

#include "engine/explain/deriver.hpp"

namespace grotius::explain {

using model::ActionId;
using model::DefinitionId;
using model::IndividualId;

namespace {

/// The ways in which an act of another action is one of this.
std::vector<std::pair<ActionId, const model::Kind*>> kinds_of(const model::Model& model, ActionId general) {
  std::vector<std::pair<ActionId, const model::Kind*>> result;
  for (std::size_t special = 0; special < model.actions.size(); ++special)
    for (const model::Kind& kind : model.actions[special].kinds)
      if (kind.general == general) result.emplace_back(model::id_of<ActionId>(special), &kind);
  return result;
}

/// Whether the act of a kind is, as the general act, one with these individuals.
bool fills(const model::Kind& kind, const Tuple& special, const Tuple& general) {
  for (std::size_t i = 0; i < kind.roles.size(); ++i)
    if (special[kind.roles[i]] != general[i]) return false;
  return true;
}

}  // namespace

StepId Deriver::atom(const model::Atom& atom) {
  if (const auto known = atoms_.find(atom); known != atoms_.end()) return known->second;
  ground::Input input;
  if (atom.deed) {
    input = {ground::Input::Kind::deed, atom.ref, atom.arguments, {}};
  } else {
    input = {ground::Input::Kind::fact, atom.ref, atom.arguments, model_.facts[atom.ref].kind};
  }
  const Valuation::Known known = valuation_->of(atom, input);
  Step step;
  step.rule = known.rule;
  if (known.range.is_value()) step.value = *known.range.least;
  if (!known.range.is_value()) step.range = known.range;
  step.entry = known.entry;
  step.deed = atom.deed;
  step.ref = atom.ref;
  step.arguments = atom.arguments;
  step.sort = atom.deed ? model::Sort{} : model_.facts[atom.ref].kind.sort;
  return atoms_[atom] = add(std::move(step));
}

StepId Deriver::day() {
  if (day_) return *day_;
  Step step;
  step.rule = Rule::day;
  step.sort.kind = model::Sort::Kind::date;
  step.value = world_.moment.date.day;
  day_ = add(std::move(step));
  return *day_;
}

StepId Deriver::definition(DefinitionId id, Tuple arguments) {
  return derived({set_, false, static_cast<std::uint32_t>(id), std::move(arguments)});
}
StepId Deriver::done(const model::Act& act) {
  return derived({0, true, static_cast<std::uint32_t>(act.action), act.arguments});
}

std::uint32_t Deriver::component_of(const Key& key) const {
  return key.deed ? world_.strata.of_done[key.ref] : world_.strata.of_definition[key.ref];
}

StepId Deriver::derived(const Key& key) {
  if (world_.strata.recursive[component_of(key)]) return member(key);
  if (const auto known = derived_.find(key); known != derived_.end()) return known->second;
  const StepId id = add(body(key));
  derived_[key] = id;
  return id;
}

Step Deriver::body(const Key& key) {
  const During deeper(depth_, depth_ + 1);
  if (depth_ > 2000) throw ground::ResourceLimit{"the chain of definitions is longer than 2000"};
  return key.deed ? deed(key) : relation(key);
}

Step Deriver::relation(const Key& key) {
  const model::Definition& definition = model_.definitions[key.ref];
  Step step;
  step.rule = Rule::definition;
  step.ref = key.ref;
  step.arguments = key.arguments;
  step.sort = definition.sort;
  Tuple environment = key.arguments;
  if (definition.value) {
    step.uses = {expression(*definition.value, environment)};
    step.value = steps_[step.uses[0]].value;
    step.range = steps_[step.uses[0]].range;
    return step;
  }
  std::optional<Unknown> unknown;
  for (std::size_t i = 0; i < definition.alternatives.size(); ++i) {
    const model::Alternative& alternative = definition.alternatives[i];
    try {
      const StepId when = expression(alternative.when, environment);
      if (!holds(when)) {
        step.uses.push_back(when);
        continue;
      }
      if (alternative.unless) {
        const StepId unless = expression(*alternative.unless, environment);
        if (holds(unless)) {
          step.uses.push_back(unless);
          continue;
        }
        step.uses = {when, unless};
      } else {
        step.uses = {when};
      }
      step.alternative = i;
      step.value = 1;
      return step;
    } catch (const Unknown& met) {
      if (!unknown) unknown = met;
    }
  }
  if (unknown) throw *unknown;
  return step;
}

// Given, attributed, or done as one of its kinds; otherwise each of these fails.
Step Deriver::deed(const Key& key) {
  const auto action = model::id_of<ActionId>(key.ref);
  Step step;
  step.rule = Rule::done;
  step.deed = true;
  step.ref = key.ref;
  step.arguments = key.arguments;
  std::optional<Unknown> unknown;
  const auto attempt = [&](auto&& way) {
    try {
      return way();
    } catch (const Unknown& met) {
      if (!unknown) unknown = met;
      return false;
    }
  };
  const auto settled = [&](std::vector<StepId> uses) {
    step.uses = std::move(uses);
    step.value = 1;
    return true;
  };
  if (attempt([&] {
        const StepId given = atom({true, key.ref, key.arguments});
        step.uses.push_back(given);
        return holds(given) && settled({given});
      }))
    return step;
  for (model::AttributionId id : world_.sets[0].set.attributions) {
    const model::Attribution& attribution = model_[id];
    if (attribution.act.action != action || !fits(attribution.act, key.arguments)) continue;
    if (attempt([&] {
          const StepId when = [&] {
            Tuple environment = key.arguments;
            return expression(attribution.when, environment);
          }();
          step.uses.push_back(when);
          return holds(when) && settled({when});
        }))
      return step;
  }
  const std::size_t before_kinds = step.uses.size();
  const auto through = [&](ActionId special, const model::Kind& kind, const Tuple& tuple) {
    return attempt([&] {
      const StepId deed = done({special, tuple});
      if (!holds(deed)) {
        step.uses.push_back(deed);
        return false;
      }
      if (is_literal(kind.when, true)) return settled({deed});
      Tuple environment = tuple;
      const StepId when = expression(kind.when, environment);
      if (holds(when)) return settled({deed, when});
      step.uses.push_back(when);
      return false;
    });
  };
  // What is given makes it done far sooner than what could be.
  for (const auto& [special, kind] : kinds_of(model_, action))
    for (const Tuple& tuple : likely(special))
      if (fills(*kind, tuple, key.arguments) && through(special, *kind, tuple)) return step;
  step.uses.resize(before_kinds);
  for (const auto& [special, kind] : kinds_of(model_, action)) {
    const auto& roles = model_[special].roles;
    Tuple tuple(roles.size());
    bool found = false;
    auto bind = [&](auto& self, std::size_t role) -> void {
      if (found) return;
      if (role == tuple.size()) {
        found = through(special, *kind, tuple);
        return;
      }
      const auto filled = std::ranges::find(kind->roles, role);
      for (IndividualId individual : world_.universe.of(roles[role].type)) {
        if (filled != kind->roles.end() && key.arguments[static_cast<std::size_t>(filled - kind->roles.begin())] != individual) continue;
        tuple[role] = individual;
        if (role + 1 < tuple.size() || fills(*kind, tuple, key.arguments)) self(self, role + 1);
      }
    };
    bind(bind, 0);
    if (found) return step;
  }
  if (unknown) throw *unknown;
  return step;
}

const std::set<Tuple>& Deriver::likely(ActionId action) {
  if (!likely_) {
    likely_.emplace();
    std::vector<model::Act> pending;
    for (const model::Atom& deed : valuation_->given_deeds()) pending.push_back({model::id_of<ActionId>(deed.ref), deed.arguments});
    while (!pending.empty()) {
      const model::Act act = pending.back();
      pending.pop_back();
      if (!(*likely_)[act.action].insert(act.arguments).second) continue;
      for (const model::Kind& kind : model_[act.action].kinds) {
        model::Act general{kind.general, {}};
        for (std::uint32_t role : kind.roles) general.arguments.push_back(act.arguments[role]);
        pending.push_back(std::move(general));
      }
    }
  }
  return (*likely_)[action];
}

}  // namespace grotius::explain
