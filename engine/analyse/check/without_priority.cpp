#include "engine/analyse/check/without_priority.hpp"

#include <algorithm>

#include "engine/analyse/specificity.hpp"

namespace grotius::analyse {

using model::NormId;

WithoutPriority::WithoutPriority(const Study& study)
    : study_(study), up_(study.model.norms.size()), down_(study.model.norms.size()) {
  const model::Model& model = study.model;
  by_criteria_ = std::ranges::any_of(model.modules, [](const auto& module) { return !module.resolve_by.empty(); });
  if (by_criteria_) return;
  const auto add = [&](NormId superior, NormId inferior, std::optional<std::size_t> priority) {
    up_[index(inferior)].push_back({superior, priority});
    down_[index(superior)].push_back({inferior, priority});
  };
  for (std::size_t i : study.set().priorities) add(model.priorities[i].superior, model.priorities[i].inferior, i);
  for (NormId norm : study.set().norms)
    for (const model::Prevails& above : study.superiority().superiors[index(norm)])
      if (above.ground == model::Ground::by_default) add(above.superior, norm, std::nullopt);
}

std::vector<NormId> WithoutPriority::at_or_below(NormId norm) const {
  std::vector<NormId> reached = {norm};
  std::vector<bool> seen(down_.size(), false);
  seen[index(norm)] = true;
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (const Arc& arc : down_[index(reached[i])])
      if (!seen[index(arc.to)]) {
        seen[index(arc.to)] = true;
        reached.push_back(arc.to);
      }
  return reached;
}

/// By NormId: what outranks the norm when one stated pair is left out.
std::vector<bool> WithoutPriority::above(NormId norm, std::size_t without) const {
  std::vector<NormId> reached = {norm};
  std::vector<bool> seen(up_.size(), false);
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (const Arc& arc : up_[index(reached[i])])
      if (arc.priority != without && !seen[index(arc.to)]) {
        seen[index(arc.to)] = true;
        reached.push_back(arc.to);
      }
  return seen;
}

std::map<NormId, std::vector<NormId>> WithoutPriority::superiors(std::size_t priority) const {
  const auto& before = study_.superiority().superiors;
  std::map<NormId, std::vector<NormId>> changed;
  const auto list = [](const std::vector<model::Prevails>& superiors, auto keeps) {
    std::vector<NormId> norms;
    for (const model::Prevails& above : superiors)
      if (keeps(above.superior)) norms.push_back(above.superior);
    return norms;
  };
  if (by_criteria_) {
    const ground::RankedSet without = ranked(priority, study_.world.sets[0]);
    for (NormId norm : study_.set().norms)
      if (before[index(norm)] != without.superiority.superiors[index(norm)])
        changed[norm] = list(without.superiority.superiors[index(norm)], [](NormId) { return true; });
    return changed;
  }
  // Without criteria superiority is reachability, and leaving out a pair takes superiors away from the norms at or below its inferior.
  for (NormId norm : at_or_below(study_.model.priorities[priority].inferior)) {
    if (before[index(norm)].empty()) continue;
    const std::vector<bool> still = above(norm, priority);
    std::vector<NormId> left = list(before[index(norm)], [&](NormId superior) { return still[index(superior)]; });
    if (left.size() != before[index(norm)].size()) changed[norm] = std::move(left);
  }
  return changed;
}

ground::RankedSet WithoutPriority::ranked(std::size_t priority, const ground::RankedSet& ranked) const {
  ground::RankedSet result = ranked;
  if (std::erase(result.set.priorities, priority) == 0) return result;
  Diagnostics reported_already;
  const double seconds = study_.effort.deadline ? study_.effort.left() : 0;
  result.superiority = model::superiority(study_.model, result.set, specificity(study_.model, result.set, seconds),
                                          reported_already);
  return result;
}

}  // namespace grotius::analyse
