#include <algorithm>
#include <functional>

#include "tests/properties/reference_model.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

Environment environment_of(const Bindings& bindings) { return {bindings.begin(), bindings.end()}; }

Status reported(const Statuses& statuses) {
  if (statuses.may == May::contested) return Status::contested;
  if (statuses.must == Must::obliged) return Status::obliged;
  if (statuses.may == May::forbidden) return Status::forbidden;
  return statuses.may == May::permitted ? Status::permitted : Status::silent;
}

// The acts that this act is, where the condition of each `is` on the way holds, itself included.
void Model::add_generals(int action, const Tuple& arguments, std::set<Act>& acts) {
  if (!acts.emplace(action, arguments).second) return;
  Environment environment;
  for (std::size_t role = 0; role < arguments.size(); ++role) {
    environment.emplace_back(asked_.world.actions[action].roles[role].name, arguments[role]);
  }
  for (const IsLink& link : asked_.world.actions[action].is) {
    if (link.when && !holds(*link.when, environment)) continue;
    Tuple filled;
    for (int role : link.roles) filled.push_back(arguments[role]);
    add_generals(link.general, filled, acts);
  }
}

std::set<std::pair<int, Tuple>> Model::counts_as(int action, const Tuple& arguments) {
  std::set<Act> result;
  add_generals(action, arguments, result);
  return result;
}

// How the head's variables must be bound for the head to be about these individuals.
std::optional<Bindings> Model::match(const std::vector<Argument>& arguments,
                                     const Tuple& tuple) const {
  Bindings result;
  for (std::size_t role = 0; role < tuple.size(); ++role) {
    const Argument& argument = arguments[role];
    if (argument.form == Argument::Form::constant) {
      if (argument.individual != tuple[role]) return std::nullopt;
      continue;
    }
    const int type = asked_.world.individuals[tuple[role]].type;
    if (!is_subtype(asked_.world, type, argument.variable.type)) return std::nullopt;
    result.emplace_back(argument.variable.name, tuple[role]);
  }
  return result;
}

bool Model::applies(const Norm& norm, const Bindings& bindings) {
  const std::optional<Value> date = asked_.situation.date;
  if (!holds_on(norm.in_force, date)) return false;
  if (norm.module != absent && !holds_on(asked_.world.modules[norm.module].in_force, date)) {
    return false;
  }
  Environment environment = environment_of(bindings);
  if (norm.when && !holds(*norm.when, environment)) return false;
  return !(norm.unless && holds(*norm.unless, environment));
}

bool Model::in_scope(int index, int action, const Tuple& arguments) {
  const Norm& norm = asked_.world.norms[index];
  std::set<Act> acts;
  add_generals(action, arguments, acts);
  for (const auto& [general, tuple] : acts) {
    if (norm.action != general) continue;
    if (norm.modality == Modality::oblige && (general != action || tuple != arguments)) continue;
    const auto bindings = match(norm.arguments, tuple);
    if (!bindings) continue;
    Environment environment = environment_of(*bindings);
    if (!norm.when || holds(*norm.when, environment)) return true;
  }
  return false;
}

std::vector<Instance> Model::instances(int action, const Tuple& arguments) {
  std::set<Act> acts;
  add_generals(action, arguments, acts);
  std::vector<Instance> result;
  for (int index : norms_.norms) {
    const Norm& norm = asked_.world.norms[index];
    std::set<Bindings> seen;
    for (const auto& [general, tuple] : acts) {
      if (norm.action != general) continue;
      // "To oblige to some kind obliges to no other", and to oblige to the general act to no kind.
      if (norm.modality == Modality::oblige && (general != action || tuple != arguments)) continue;
      const auto bindings = match(norm.arguments, tuple);
      if (!bindings || !seen.insert(*bindings).second || !applies(norm, *bindings)) continue;
      result.push_back({index, *bindings, false, {}});
    }
  }
  // Defeated: by an opposed superior instance that is not itself defeated.
  std::function<bool(std::size_t)> stands = [&](std::size_t place) {
    result[place].defeated_by.clear();
    for (std::size_t other = 0; other < result.size(); ++other) {
      if (opposed(asked_.world.norms[result[place].norm].modality,
                  asked_.world.norms[result[other].norm].modality) &&
          norms_.superior.contains({result[other].norm, result[place].norm}) && stands(other)) {
        result[place].defeated_by.push_back(other);
      }
    }
    return result[place].defeated_by.empty();
  };
  for (std::size_t place = 0; place < result.size(); ++place) {
    result[place].stands = stands(place);
  }
  return result;
}

Statuses Model::statuses(int action, const Tuple& arguments) {
  const auto known = statuses_.find({action, arguments});
  if (known != statuses_.end()) return known->second;
  std::set<Modality> standing;
  for (const Instance& instance : instances(action, arguments)) {
    if (instance.stands) standing.insert(asked_.world.norms[instance.norm].modality);
  }
  const auto some = [&](Modality modality) { return standing.contains(modality); };
  Statuses result;

  const bool may_for = some(Modality::permit) || some(Modality::oblige);
  const bool may_against = some(Modality::forbid);
  if (may_for) result.may = may_against ? May::contested : May::permitted;
  if (may_against && !may_for) result.may = May::forbidden;

  const bool must_against = some(Modality::exempt) || some(Modality::forbid);
  if (some(Modality::oblige)) result.must = must_against ? Must::contested : Must::obliged;
  if (some(Modality::exempt) && !some(Modality::oblige)) result.must = Must::exempt;

  if (some(Modality::empower)) {
    result.can = some(Modality::disable) ? Can::contested : Can::empowered;
  } else if (some(Modality::disable)) {
    result.can = Can::disabled;
  }
  statuses_[{action, arguments}] = result;
  return result;
}

}  // namespace grotius::properties
