#include "engine/explore/change_reason_store.hpp"

#include <algorithm>

namespace grotius::explore {

using ground::InputId;

namespace {

std::uint64_t distance(std::int64_t a, std::int64_t b) {
  return a < b ? static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a)
               : static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
}

}  // namespace

const Step* step_of(const Path& path, InputId input) {
  const auto found = std::ranges::find(path, input, &Step::input);
  return found == path.end() ? nullptr : &*found;
}

std::vector<Change> changes_of(const Path& path) {
  std::vector<Change> changes;
  for (const Step& step : path) changes.push_back({step.input, step.to});
  return changes;
}

ReasonStore::ReasonStore(const ChangeProblem& problem) : problem_(problem), nearest_(problem.known.size()) {
  for (std::size_t input = 0; input < nearest_.size(); ++input) {
    if (!problem.weight[input]) continue;
    const ground::Domain& known = problem.known[input];
    const auto& classes = problem.alternatives[input];
    for (std::size_t i = 0; i < classes.size(); ++i)
      if (!known.known() || !classes[i].contains(known.values[0])) nearest_[input].push_back(static_cast<std::uint16_t>(i));
    const auto kind = problem.program->inputs[input].value.sort.kind;
    if (kind != model::Sort::Kind::integer && kind != model::Sort::Kind::date) continue;
    std::ranges::stable_sort(nearest_[input], {}, [&](std::uint16_t i) {
      return distance(classes[i].nearest(problem.near[input]), problem.near[input]);
    });
  }
}

/// Whether an input that is not changed may have, or must have, a value that is blamed.
bool ReasonStore::as_known(const Reason::Blamed& blamed, bool must) const {
  const ground::Domain& known = problem_.known[ground::index(blamed.input)];
  const auto is_blamed = [&](std::int64_t value) { return blamed.classes[class_of(problem_, blamed.input, value)]; };
  if (known.values.empty()) return !must;
  return must ? std::ranges::all_of(known.values, is_blamed) : std::ranges::any_of(known.values, is_blamed);
}

void ReasonStore::keep(Reason reason) {
  Kept& kept = kept_.emplace_back();
  for (const Reason::Blamed& blamed : reason.blamed)
    if (!as_known(blamed, reason.known)) kept.needed.push_back(blamed.input);
  kept.reason = std::move(reason);
}

bool ReasonStore::speaks(const Kept& kept, const Path& path) const {
  const Reason& reason = kept.reason;
  for (InputId input : kept.needed)
    if (step_of(path, input) == nullptr) return false;
  for (const Step& step : path) {
    const auto blamed = std::ranges::lower_bound(reason.blamed, step.input, {}, &Reason::Blamed::input);
    if (blamed != reason.blamed.end() && blamed->input == step.input &&
        !blamed->classes[class_of(problem_, step.input, step.to)])
      return false;
    if (step.to == 0 && std::ranges::find(reason.undone, step.input) != reason.undone.end()) return false;
  }
  return true;
}

std::vector<const Reason*> ReasonStore::against(const Path& path) const {
  std::vector<const Reason*> result;
  const std::size_t looked = std::min(kept_.size(), kLooked);
  for (std::size_t i = 0; i < looked; ++i)
    if (speaks(kept_[i], path)) result.push_back(&kept_[i].reason);
  // What was found last was found close by.
  for (std::size_t i = kept_.size(); i-- > looked && result.empty();)
    if (speaks(kept_[i], path)) result.push_back(&kept_[i].reason);
  std::ranges::stable_sort(result, {}, [](const Reason* reason) {
    return reason->blamed.size() + reason->undone.size();
  });
  return result;
}

Weight ReasonStore::least(const Path& path, const std::vector<const Reason*>& reasons) const {
  Weight sum;
  std::vector<bool> used(problem_.known.size(), false);
  for (const Reason* reason : reasons) {
    Weight least = Weight::never();
    bool apart = true;
    const auto each = [&](auto&& visit) {
      for (const Reason::Blamed& blamed : reason->blamed) visit(blamed.input);
      for (InputId input : reason->undone) visit(input);
    };
    each([&](InputId input) {
      const auto& weight = problem_.weight[ground::index(input)];
      if (!weight) return;
      if (const Step* step = step_of(path, input)) {
        if (step->classes.size() > 1) least = {};  // another value may do
        return;
      }
      apart = apart && !used[ground::index(input)];
      least = std::min(least, *weight);
    });
    if (!apart) continue;
    if (least.impossible()) return Weight::never();
    sum = sum + least;
    each([&](InputId input) { used[ground::index(input)] = true; });
  }
  return sum;
}

/// A step with the classes of an input that answer a reason; nothing where there are none.
template <class Keep>
void ReasonStore::add_step(const Path& path, InputId input, const Keep& keep, std::vector<Step>& steps) const {
  const std::size_t at = ground::index(input);
  if (!problem_.weight[at]) return;
  const Step* taken = step_of(path, input);
  Step step{input, 0, {}};
  for (std::uint16_t number : taken != nullptr ? taken->classes : nearest_[at])
    if (keep(number)) step.classes.push_back(number);
  if (step.classes.empty()) return;
  step.to = problem_.alternatives[at][step.classes.front()].nearest(problem_.near[at]);
  if (std::ranges::find(steps, step) == steps.end()) steps.push_back(std::move(step));
}

std::vector<Step> ReasonStore::ways_out(const Path& path, const Reason& reason) const {
  std::vector<Step> steps;
  for (const Reason::Blamed& blamed : reason.blamed)
    add_step(path, blamed.input, [&](std::uint16_t number) { return !blamed.classes[number]; }, steps);
  for (InputId input : reason.undone)
    add_step(path, input, [&](std::uint16_t number) {
      return problem_.alternatives[ground::index(input)][number].contains(0);
    }, steps);
  std::ranges::stable_sort(steps, {}, [&](const Step& step) { return problem_.rank[ground::index(step.input)]; });
  return steps;
}

}  // namespace grotius::explore
