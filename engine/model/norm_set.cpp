#include "engine/model/norm_set.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace grotius::model {
namespace {

void sort_by_name(const Model& model, std::vector<ModuleId>& modules) {
  std::sort(modules.begin(), modules.end(), [&](ModuleId a, ModuleId b) {
    return std::pair(model[a].name, a) < std::pair(model[b].name, b);
  });
  modules.erase(std::unique(modules.begin(), modules.end()), modules.end());
}

/// Adds to `modules`, in place, all that `next` leads to from them.
template <class Next>
void close(const Model& model, std::vector<ModuleId>& modules, Next next) {
  std::vector<bool> seen(model.modules.size(), false);
  for (const ModuleId id : modules) seen[index(id)] = true;
  for (std::size_t i = 0; i < modules.size(); ++i) {
    next(modules[i], [&](ModuleId id) {
      if (seen[index(id)]) return;
      seen[index(id)] = true;
      modules.push_back(id);
    });
  }
}

/// Orders as the qualified names do: a dot comes before every letter, digit and `_`.
std::pair<std::string_view, std::string_view> order_key(const Model& model, const Norm& norm) {
  const Module& module = model[norm.module];
  if (module.anonymous) return {norm.name, {}};
  return {module.name, norm.name};
}

template <class Id, class Items>
std::vector<Id> standing_in(const std::vector<bool>& modules, const Items& items) {
  std::vector<Id> result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (modules[index(items[i].module)]) result.push_back(id_of<Id>(i));
  }
  return result;
}

std::vector<bool> marks(const Model& model, const std::vector<ModuleId>& modules) {
  std::vector<bool> result(model.modules.size(), false);
  for (const ModuleId id : modules) result[index(id)] = true;
  return result;
}

bool includes(const Model& model, const Acceptance::Who& who, IndividualId holder) {
  if (who.individual) return *who.individual == holder;
  return model.is_or_is_below(model[holder].type, who.type) &&
         std::find(who.except.begin(), who.except.end(), holder) == who.except.end();
}

}  // namespace

NormSet norm_set(const Model& model, const std::vector<ModuleId>& asked,
                 std::optional<ModuleId> asking) {
  const bool adds_its_own = asking && model[*asking].anonymous;
  NormSet set;
  set.asked = asked;
  sort_by_name(model, set.asked);

  set.modules = set.asked;
  close(model, set.modules, [&](ModuleId id, auto add) {
    for (const ModuleId included : model[id].includes) add(included);
  });
  // The asking file adds its own items, not those of the modules that it happens to use: a case
  // that compares two norm sets uses both, and the constraints of the one must not bind under the
  // other.
  set.world = set.modules;
  close(model, set.world, [&](ModuleId id, auto add) {
    for (const ModuleId included : model[id].includes) add(included);
    for (const ModuleId used : model[id].uses) add(used);
  });
  if (adds_its_own) {
    set.modules.push_back(*asking);
    set.world.push_back(*asking);
  }
  sort_by_name(model, set.modules);
  sort_by_name(model, set.world);

  const std::vector<bool> in_set = marks(model, set.modules);
  const std::vector<bool> in_world = marks(model, set.world);
  set.norms = standing_in<NormId>(in_set, model.norms);
  std::sort(set.norms.begin(), set.norms.end(), [&](NormId a, NormId b) {
    return std::pair(order_key(model, model[a]), a) < std::pair(order_key(model, model[b]), b);
  });
  for (std::size_t i = 0; i < model.priorities.size(); ++i) {
    if (in_set[index(model.priorities[i].module)]) set.priorities.push_back(i);
  }
  set.attributions = standing_in<AttributionId>(in_world, model.attributions);
  set.constraints = standing_in<ConstraintId>(in_world, model.constraints);
  set.incompatibilities = standing_in<IncompatibilityId>(in_world, model.incompatibilities);
  return set;
}

NormSet joined(const NormSet& one, const NormSet& other) {
  NormSet both = one;
  const auto append = [](auto& list, const auto& more) {
    const std::set known(list.begin(), list.end());
    for (const auto& item : more)
      if (!known.contains(item)) list.push_back(item);
  };
  append(both.asked, other.asked);
  append(both.modules, other.modules);
  append(both.world, other.world);
  append(both.norms, other.norms);
  append(both.priorities, other.priorities);
  append(both.attributions, other.attributions);
  append(both.constraints, other.constraints);
  append(both.incompatibilities, other.incompatibilities);
  return both;
}

std::vector<ModuleId> accepted_by(const Model& model, IndividualId holder,
                                  std::optional<Date> date) {
  std::vector<ModuleId> result;
  for (const Acceptance& acceptance : model.acceptances) {
    const bool in_force =
        date ? acceptance.period.holds_on(*date) : acceptance.period.holds_after_all();
    const bool holds =
        std::any_of(acceptance.who.begin(), acceptance.who.end(),
                    [&](const Acceptance::Who& who) { return includes(model, who, holder); });
    if (in_force && holds) result.push_back(acceptance.accepted);
  }
  sort_by_name(model, result);
  return result;
}

}  // namespace grotius::model
