// Cases, one after the other, and what of their steps a derivation keeps.

#include "engine/explain/deriver.hpp"

#include <algorithm>

namespace grotius::explain {

Deriver::Deriver(const ground::World& world) : world_(world), model_(*world.model) {}

// A claim holds by what it uses: if none of that is supposed, it holds in every case.
void Deriver::suppose(const Valuation& valuation) {
  valuation_ = &valuation;
  const std::size_t before = rests_on_supposition_.size();
  rests_on_supposition_.resize(steps_.size(), false);
  // Members that fail together rest on each other, so once more until nothing changes.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t id = before; id < steps_.size(); ++id) {
      // A range may be narrower once more is supposed: of a count, what is open is not among what it uses.
      const bool rests = steps_[id].rule == Rule::supposed || steps_[id].range ||
                         std::ranges::any_of(steps_[id].uses, [&](StepId use) { return rests_on_supposition_[use]; });
      if (rests == rests_on_supposition_[id]) continue;
      rests_on_supposition_[id] = true;
      changed = true;
    }
  }
  const auto forget = [&](auto& memo) { std::erase_if(memo, [&](const auto& known) { return rests_on_supposition_[known.second]; }); };
  forget(atoms_);
  forget(derived_);
  forget(statuses_);
  forget(applying_);
  demanded_.clear();
  demanded_in_order_.clear();
  rounds_.clear();
  possible_.clear();
}

StepId Deriver::add(Step step) {
  if (steps_.size() >= 5'000'000) throw ground::ResourceLimit{"the derivation has more than 5 000 000 steps"};
  steps_.push_back(std::move(step));
  return static_cast<StepId>(steps_.size() - 1);
}

Derivation Deriver::finish(StepId root) const {
  std::vector<bool> needed(steps_.size(), false);
  std::vector<StepId> pending = {root};
  while (!pending.empty()) {
    const StepId id = pending.back();
    pending.pop_back();
    if (needed[id]) continue;
    needed[id] = true;
    pending.insert(pending.end(), steps_[id].uses.begin(), steps_[id].uses.end());
  }
  std::vector<StepId> number(steps_.size(), 0);
  Derivation derivation;
  for (StepId id = 0; id < steps_.size(); ++id)
    if (needed[id]) {
      number[id] = static_cast<StepId>(derivation.steps.size());
      derivation.steps.push_back(steps_[id]);
    }
  for (Step& step : derivation.steps) {
    for (StepId& use : step.uses) use = number[use];
    if (step.rule == Rule::expression)
      for (const FreeVariable& variable : free_variables(*step.expr))
        step.environment.push_back({std::string(variable.name), step.arguments[variable.slot]});
  }
  derivation.root = number[root];
  return derivation;
}

}  // namespace grotius::explain
