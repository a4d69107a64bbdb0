#include "engine/explore/change_reason_store.hpp"

#include <algorithm>

namespace grotius::explore {

using ground::InputId;

std::size_t class_of(const ChangeProblem& problem, InputId input, std::int64_t value) {
  const auto& classes = problem.alternatives[ground::index(input)];
  const auto after = std::ranges::upper_bound(classes, value, {}, &ValueClass::first);
  return static_cast<std::size_t>(after - classes.begin());
}

const Change* change_of(const Path& path, InputId input) {
  const auto found = std::ranges::find(path, input, &Change::input);
  return found == path.end() ? nullptr : &*found;
}

/// Whether an input that is not changed may have (or must have) a value like this one.
bool ReasonStore::as_known(const Change& value, bool must) const {
  const ground::Domain& known = problem_.known[ground::index(value.input)];
  const auto alike = [&](std::int64_t other) {
    return class_of(problem_, value.input, other) == class_of(problem_, value.input, value.to);
  };
  if (known.values.empty()) return !must;
  if (must && !known.known()) return false;
  return std::ranges::any_of(known.values, alike);
}

void ReasonStore::keep(Reason reason) {
  Kept& kept = kept_.emplace_back();
  for (const Change& value : reason.values)
    if (!as_known(value, reason.known)) kept.needed.push_back(value);
  kept.reason = std::move(reason);
}

bool ReasonStore::speaks(const Kept& kept, const Path& path) const {
  const Reason& reason = kept.reason;
  for (const Change& value : kept.needed)
    if (change_of(path, value.input) == nullptr) return false;
  for (const Change& change : path) {
    const auto value = std::ranges::lower_bound(reason.values, change.input, {}, &Change::input);
    if (value != reason.values.end() && value->input == change.input &&
        class_of(problem_, change.input, value->to) != class_of(problem_, change.input, change.to))
      return false;
    if (std::ranges::find(reason.listed, change.input) != reason.listed.end() && !as_known(change, false)) return false;
    if (change.to == 0 && std::ranges::find(reason.undone, change.input) != reason.undone.end()) return false;
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
    return reason->values.size() + reason->listed.size() + reason->undone.size();
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
      for (const Change& value : reason->values) visit(value.input);
      for (InputId input : reason->listed) visit(input);
      for (InputId input : reason->undone) visit(input);
    };
    each([&](InputId input) {
      const auto& weight = problem_.weight[ground::index(input)];
      if (!weight || change_of(path, input) != nullptr) return;
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

std::vector<Change> ReasonStore::ways_out(const Path& path, const Reason& reason) const {
  std::vector<Change> ways;
  const auto add = [&](InputId input, auto&& other) {
    const std::size_t at = ground::index(input);
    if (!problem_.weight[at] || change_of(path, input) != nullptr) return;
    const ground::Domain& known = problem_.known[at];
    for (const ValueClass& values : problem_.alternatives[at]) {
      if (known.known() && values.contains(known.values[0])) continue;
      const Change change{input, values.nearest(problem_.near[at])};
      if (other(change) && std::ranges::find(ways, change) == ways.end()) ways.push_back(change);
    }
  };
  for (const Change& value : reason.values)
    add(value.input, [&](const Change& change) {
      return class_of(problem_, value.input, value.to) != class_of(problem_, value.input, change.to);
    });
  for (InputId input : reason.listed) add(input, [&](const Change& change) { return !as_known(change, false); });
  for (InputId input : reason.undone) add(input, [&](const Change& change) { return change.to == 0; });
  std::ranges::stable_sort(ways, {}, [&](const Change& change) { return problem_.rank[ground::index(change.input)]; });
  return ways;
}

}  // namespace grotius::explore
