// Least fixed points. A member that holds is shown by members that became true before it; members that fail are shown to fail together.

#include "engine/explain/deriver.hpp"

namespace grotius::explain {

namespace {

constexpr std::size_t kMembers = 200'000;

}  // namespace

StepId Deriver::provisional(bool value) {
  Step step;
  step.rule = Rule::unfounded;
  step.value = value;
  return add(std::move(step));
}

StepId Deriver::member(const Key& key) {
  const std::uint32_t component = component_of(key);
  if (context_ && context_->component == component) {
    const auto round = rounds_.find(key);
    if (round == rounds_.end())
      if (const auto possible = possible_.find(key); possible != possible_.end()) throw Unknown(possible->second);
    if (context_->solving) {
      demand(key);
      return provisional(round != rounds_.end());
    }
    if (context_->failing != nullptr && round == rounds_.end()) {
      context_->failing->insert(key);
      return context_->together;
    }
    const bool too_late = round == rounds_.end() || (context_->below && round->second >= *context_->below);
    if (too_late) return provisional(false);
  }
  if (const auto known = derived_.find(key); known != derived_.end()) return known->second;
  solve(key);
  if (const auto round = rounds_.find(key); round != rounds_.end()) {
    const During showing(context_, std::optional(Context{component, round->second, nullptr, 0, false}));
    const StepId id = add(body(key));
    derived_[key] = id;
  } else if (const auto possible = possible_.find(key); possible != possible_.end()) {
    throw Unknown(possible->second);
  } else {
    unfounded(key);
  }
  return derived_.at(key);
}

// Round by round, as the least fixed point is defined, over the members on which the asked one rests: first what holds whatever is unknown,
// then what could hold. What was found for members asked before stands.
void Deriver::solve(const Key& key) {
  const std::uint32_t component = component_of(key);
  const std::size_t first = demanded_in_order_.size();
  demand(key);
  if (demanded_in_order_.size() == first) return;
  const During solving(context_, std::optional(Context{component, std::nullopt, nullptr, 0, true}));
  const auto each_undecided = [&](auto use) {
    for (std::size_t i = first; i < demanded_in_order_.size(); ++i) {
      const Key one = demanded_in_order_[i];
      if (component_of(one) == component && !rounds_.contains(one) && !possible_.contains(one)) use(one);
    }
  };
  // One round of what holds.
  const auto holding = [&] {
    std::vector<Key> fresh;
    each_undecided([&](const Key& one) {
      try {
        if (body(one).value != 0) fresh.push_back(one);
      } catch (const Unknown&) {
        // Perhaps in a later round.
      }
    });
    for (const Key& one : fresh) rounds_[one] = round_;
    ++round_;
    return !fresh.empty();
  };
  // A member that could hold through others alone rests on what those rest on.
  const auto could_hold = [&] {
    bool any = false;
    each_undecided([&](const Key& one) {
      try {
        body(one);
      } catch (const Unknown& unknown) {
        possible_.emplace(one, unknown);
        any = true;
      }
    });
    return any;
  };
  for (;;) {
    const std::size_t demanded = demanded_in_order_.size();
    if (holding() || demanded_in_order_.size() > demanded) continue;
    if (!could_hold() && demanded_in_order_.size() == demanded) return;
  }
}

void Deriver::demand(const Key& key) {
  if (!demanded_.insert(key).second) return;
  if (demanded_.size() > kMembers) throw ground::ResourceLimit{"a relation by recursion has too many tuples to explain"};
  demanded_in_order_.push_back(key);
}

void Deriver::unfounded(const Key& key) {
  std::set<Key> failing = {key};
  const StepId together = provisional(false);
  std::vector<StepId> uses;
  std::set<Key> shown;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Key& one : std::set<Key>(failing)) {
      if (!shown.insert(one).second) continue;
      const During showing(context_, std::optional(Context{component_of(key), std::nullopt, &failing, together, false}));
      uses.push_back(add(body(one)));
      changed = true;
    }
  }
  Step& step = steps_[together];
  step.uses = std::move(uses);
  step.ref = key.ref;
  step.deed = key.deed;
  step.arguments = key.arguments;
  for (const Key& one : failing) {
    derived_[one] = together;
    step.together.push_back({one.deed, one.ref, one.arguments});
  }
}

}  // namespace grotius::explain
