#include "cli/verify/norm_set.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace grotius::verify {

namespace {

std::vector<bool> closed(const Law& law, const std::vector<Index>& from, bool also_used) {
  std::vector<bool> reached(law.modules.size(), false);
  std::vector<Index> pending = from;
  while (!pending.empty()) {
    const Index at = pending.back();
    pending.pop_back();
    if (reached[at]) continue;
    reached[at] = true;
    const Module& module = law.modules[at];
    pending.insert(pending.end(), module.includes.begin(), module.includes.end());
    if (also_used) pending.insert(pending.end(), module.uses.begin(), module.uses.end());
  }
  return reached;
}

template <class Items>
std::vector<Index> standing_in(const std::vector<bool>& modules, const Items& items) {
  std::vector<Index> result;
  for (Index i = 0; i < items.size(); ++i)
    if (modules[items[i].module]) result.push_back(i);
  return result;
}

}  // namespace

NormSet norm_set(const Law& law, std::vector<Index> asked, std::optional<Index> asking) {
  std::ranges::sort(asked, {}, [&](Index one) { return law.modules[one].name; });
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  std::vector<bool> in_set = closed(law, asked, false);
  std::vector<bool> in_world = closed(law, asked, true);
  if (asking && law.modules[*asking].anonymous()) in_set[*asking] = in_world[*asking] = true;
  return {std::move(asked), standing_in(in_set, law.norms), standing_in(in_set, law.priorities),
          standing_in(in_world, law.attributions), standing_in(in_world, law.constraints)};
}

std::vector<Index> accepted_by(const Scene& scene, Index holder) {
  const Law& law = scene.law;
  std::vector<Index> result;
  for (const Module& module : law.modules)
    for (const syntax::Item& item : module.file->items) {
      const auto* acceptance = std::get_if<syntax::Acceptance>(&item.node);
      if (acceptance == nullptr) continue;
      Interval period;
      if (acceptance->period.from) period.from = acceptance->period.from->date;
      if (acceptance->period.until) period.until = acceptance->period.until->date;
      const auto from = law.home(item.span.source);
      const auto is = [&](const syntax::Name& name) {
        return law.need(Entity::individual, name, from) == holder;
      };
      const bool meant = std::ranges::any_of(acceptance->who, [&](const syntax::Everyone& who) {
        if (!who.every) return is(who.name);
        return law.is_below(law.individuals[holder].type, law.need(Entity::type, who.name, from)) &&
               std::ranges::none_of(who.except, is);
      });
      if (!meant || !scene.holds(period)) continue;
      if (const auto accepted = law.module(acceptance->module.text)) result.push_back(*accepted);
    }
  return result;
}

bool opposed(syntax::Modality a, syntax::Modality b) {
  using enum syntax::Modality;
  const std::set<std::set<syntax::Modality>> pairs = {
      {permit, forbid}, {oblige, forbid}, {oblige, exempt}, {empower, disable}};
  return pairs.contains({a, b});
}

bool fits(const Law& law, const Pattern& pattern, const Tuple& arguments) {
  if (pattern.places.size() != arguments.size()) return false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Place& place = pattern.places[i];
    const bool here = place.individual
                          ? *place.individual == arguments[i]
                          : law.is_below(law.individuals[arguments[i]].type, place.variable.type);
    if (!here) return false;
  }
  return true;
}

Act general_by(const Act& act, const Way& way) {
  Act general{way.general, {}};
  for (std::size_t role : way.roles) general.arguments.push_back(act.arguments[role]);
  return general;
}

std::vector<Act> generals(const Law& law, const Act& act) {
  std::vector<Act> result = {act};
  for (std::size_t i = 0; i < result.size(); ++i)
    for (const Way& way : law.actions[result[i].action].ways) {
      Act general = general_by(result[i], way);
      if (std::ranges::find(result, general) == result.end()) result.push_back(std::move(general));
    }
  return result;
}

namespace {

/// Roles of a special action as they fill those of a general one.
using Filling = std::vector<std::size_t>;

void fillings(const Law& law, Index action, const Filling& filling, Index wanted,
              std::set<Filling>& result) {
  if (action == wanted) result.insert(filling);
  for (const Way& way : law.actions[action].ways) {
    Filling further;
    for (std::size_t role : way.roles) further.push_back(filling[role]);
    fillings(law, way.general, further, wanted, result);
  }
}

/// How the acts of `action` can be acts of the norm's own.
std::set<Filling> reach(const Law& law, Index action, const Norm& norm) {
  Filling own(law.actions[action].roles.size());
  std::iota(own.begin(), own.end(), 0u);
  if (norm.item->modality == syntax::Modality::oblige)
    return action == norm.act.action ? std::set<Filling>{own} : std::set<Filling>{};
  std::set<Filling> result;
  fillings(law, action, own, norm.act.action, result);
  return result;
}

/// Narrows who can stand in a role; false where nobody is left. Types form a tree: of two that have
/// anybody in common one is below the other.
bool narrow(const Law& law, Place& who, const Place& demanded) {
  if (demanded.individual) {
    if (who.individual) return who.individual == demanded.individual;
    if (!law.is_below(law.individuals[*demanded.individual].type, who.variable.type)) return false;
    who.individual = demanded.individual;
    return true;
  }
  if (who.individual)
    return law.is_below(law.individuals[*who.individual].type, demanded.variable.type);
  if (law.is_below(who.variable.type, demanded.variable.type)) return true;
  if (!law.is_below(demanded.variable.type, who.variable.type)) return false;
  who.variable.type = demanded.variable.type;
  return true;
}

bool leaves_somebody(const Law& law, Index action, const Filling& to_a, const Pattern& a,
                     const Filling& to_b, const Pattern& b) {
  std::vector<Place> who;
  for (const Variable& role : law.actions[action].roles) who.push_back({{}, role});
  const auto demand = [&](const Filling& filling, const Pattern& pattern) {
    for (std::size_t i = 0; i < filling.size(); ++i)
      if (!narrow(law, who[filling[i]], pattern.places[i])) return false;
    return true;
  };
  return demand(to_a, a) && demand(to_b, b);
}

}  // namespace

bool can_meet(const Law& law, const Norm& a, const Norm& b) {
  for (Index action = 0; action < law.actions.size(); ++action) {
    const std::set<Filling> to_a = reach(law, action, a);
    if (to_a.empty()) continue;
    const std::set<Filling> to_b = reach(law, action, b);
    for (const Filling& one : to_a)
      for (const Filling& other : to_b)
        if (leaves_somebody(law, action, one, a.act, other, b.act)) return true;
  }
  return false;
}

}  // namespace grotius::verify
