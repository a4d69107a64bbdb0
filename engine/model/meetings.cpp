#include "engine/model/meetings.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "engine/model/superiority.hpp"

namespace grotius::model {
namespace {

/// Who may stand in one role of a common act: one individual, or anybody of a type.
struct Place {
  TypeId type{};
  std::optional<IndividualId> individual;

  /// Adds the demand of an argument; false where nobody is left. Types form a tree, so two that are
  /// not kin have nobody in common.
  bool narrow(const Model& model, const Argument& argument) {
    if (argument.individual) {
      if (individual) return *individual == *argument.individual;
      individual = argument.individual;
      return model.is_or_is_below(model[*individual].type, type);
    }
    if (individual) return model.is_or_is_below(model[*individual].type, argument.type);
    if (model.is_or_is_below(type, argument.type)) return true;
    if (!model.is_or_is_below(argument.type, type)) return false;
    type = argument.type;
    return true;
  }
};

}  // namespace

Meetings::Meetings(const Model& model) : model_(model), below_(model.actions.size()) {
  for (std::size_t i = 0; i < model.actions.size(); ++i) add_paths(id_of<ActionId>(i));
}

void Meetings::add_paths(ActionId from) {
  std::vector<std::uint32_t> own(model_[from].roles.size());
  std::iota(own.begin(), own.end(), 0u);
  std::set<std::pair<ActionId, std::vector<std::uint32_t>>> met{{from, own}};
  std::vector<std::pair<ActionId, std::vector<std::uint32_t>>> waiting{{from, own}};
  while (!waiting.empty()) {
    const auto [action, roles] = std::move(waiting.back());
    waiting.pop_back();
    below_[index(action)].push_back({from, roles});
    for (const Kind& kind : model_[action].kinds) {
      std::vector<std::uint32_t> of_general;
      for (const std::uint32_t role : kind.roles) of_general.push_back(roles[role]);
      if (met.emplace(kind.general, of_general).second)
        waiting.emplace_back(kind.general, std::move(of_general));
    }
  }
}

std::uint32_t Meetings::pattern(NormId id) {
  const Norm& norm = model_[id];
  constexpr std::uint32_t anybody = std::numeric_limits<std::uint32_t>::max();
  const bool reaches_kinds = norm.modality != Modality::oblige;
  std::vector<std::uint32_t> key{static_cast<std::uint32_t>(norm.act.action),
                                 reaches_kinds ? 1u : 0u};
  for (const Argument& argument : norm.act.arguments) {
    key.push_back(argument.individual ? static_cast<std::uint32_t>(*argument.individual) : anybody);
    key.push_back(argument.individual ? 0 : static_cast<std::uint32_t>(argument.type));
  }
  const auto [at, added] =
      numbers_.emplace(std::move(key), static_cast<std::uint32_t>(patterns_.size()));
  if (added) patterns_.push_back({&norm.act, reaches_kinds});
  return at->second;
}

bool Meetings::meet_patterns(std::uint32_t a, std::uint32_t b) {
  if (a > b) std::swap(a, b);
  const std::uint64_t key = (static_cast<std::uint64_t>(a) << 32) | b;
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  const bool result = compute(patterns_[a], patterns_[b]);
  known_.emplace(key, result);
  return result;
}

bool Meetings::compute(const Pattern& a, const Pattern& b) const {
  const auto admits = [](const Pattern& pattern, const Path& path) {
    return pattern.reaches_kinds || path.from == pattern.act->action;
  };
  const auto& to_a = below_[index(a.act->action)];
  const auto& to_b = below_[index(b.act->action)];
  std::size_t first = 0;  // of those paths to b that begin where the path to a does, or later
  for (const Path& path : to_a) {
    while (first < to_b.size() && to_b[first].from < path.from) ++first;
    if (!admits(a, path)) continue;
    for (std::size_t i = first; i < to_b.size() && to_b[i].from == path.from; ++i) {
      if (admits(b, to_b[i]) && leave_an_act(path.from, path, *a.act, to_b[i], *b.act)) return true;
    }
  }
  return false;
}

bool Meetings::leave_an_act(ActionId action, const Path& to_a, const ActPattern& a,
                            const Path& to_b, const ActPattern& b) const {
  std::vector<Place> places;
  for (const Variable& role : model_[action].roles) places.push_back({role.type, std::nullopt});
  const auto narrow = [&](const Path& path, const ActPattern& act) {
    for (std::size_t i = 0; i < path.roles.size() && i < act.arguments.size(); ++i) {
      if (!places[path.roles[i]].narrow(model_, act.arguments[i])) return false;
    }
    return true;
  };
  return narrow(to_a, a) && narrow(to_b, b);
}

bool can_meet(const Model& model, NormId a, NormId b) { return Meetings(model).meet(a, b); }

}  // namespace grotius::model
