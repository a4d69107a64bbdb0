// Facts, definitions, deeds and their least fixed points.

#include <algorithm>
#include <utility>

#include "engine/ground/grounder.hpp"

namespace grotius::ground {

using model::IndividualId;

std::size_t GroundKeyHash::operator()(const GroundKey& key) const {
  std::size_t hash =
      static_cast<std::size_t>(key.kind) * 0x9e3779b97f4a7c15ull + key.ref + (key.set << 40);
  for (IndividualId argument : key.arguments)
    hash = (hash ^ model::index(argument)) * 0x100000001b3ull + 0x9e37;
  return hash;
}

Input Grounder::Impl::fact_input(model::FactId id, Tuple arguments) const {
  return {Input::Kind::fact, static_cast<std::uint32_t>(id), std::move(arguments), model[id].kind};
}

Input Grounder::Impl::deed_input(const model::Act& act) const {
  const std::size_t action = index(act.action);
  const bool shared = action < world.deed_of.size() && world.deed_of[action];
  const model::ActionId leaf = shared ? *world.deed_of[action] : act.action;
  return {Input::Kind::deed, static_cast<std::uint32_t>(leaf), act.arguments, {}};
}

NodeId Grounder::Impl::fact(model::FactId id, Tuple arguments) {
  return builder.input(fact_input(id, std::move(arguments)));
}

bool Grounder::Impl::belongs(IndividualId individual, model::TypeId type) const {
  return model.is_or_is_below(type_of(model, world.universe, individual), type);
}

bool Grounder::Impl::matches(const model::ActPattern& pattern, Bindings arguments) const {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const model::Argument& argument = pattern.arguments[i];
    if (argument.individual ? *argument.individual != arguments[i]
                            : !belongs(arguments[i], argument.type))
      return false;
  }
  return true;
}

NodeId Grounder::Impl::exists(IndividualId individual) {
  if (!world.universe.is_unnamed(model, individual)) return builder.truth(true);
  return builder.input({Input::Kind::exists, 0, {individual}, {}});
}

NodeId Grounder::Impl::exist(Bindings individuals) {
  std::vector<NodeId> all;
  for (IndividualId individual : individuals) all.push_back(exists(individual));
  return builder.conjunction(std::move(all));
}

NodeId Grounder::Impl::body(const model::Expr& expr, Bindings bindings) {
  Tuple environment(bindings.begin(), bindings.end());
  return truth(expr, environment);
}

NodeId Grounder::Impl::body_in(std::size_t set, const model::Expr& expr) {
  const std::size_t asking_set = std::exchange(set_, set);
  const NodeId holds = body(expr, {});
  set_ = asking_set;
  return holds;
}

NodeId Grounder::Impl::definition(model::DefinitionId id, Tuple arguments) {
  const std::size_t set = world.strata.asks_statuses[index(id)] ? set_ : 0;
  return in_component(
      world.strata.of_definition[index(id)],
      {GroundKey::Kind::definition, static_cast<std::uint32_t>(id), set, std::move(arguments)});
}

NodeId Grounder::Impl::done(const model::Act& act) {
  return in_component(
      world.strata.of_done[index(act.action)],
      {GroundKey::Kind::done, static_cast<std::uint32_t>(act.action), 0, act.arguments});
}

// A key of a recursive component becomes a member of the fixed point that is being built for that
// component, or opens a new one. A closed fixed point holds everything that its members rest on, so
// a later one may use them as they are.
NodeId Grounder::Impl::in_component(std::uint32_t component, GroundKey key) {
  if (const auto known = memo_.find(key); known != memo_.end()) return known->second;
  const Depth depth(depth_);
  if (!world.strata.recursive[component]) {
    const NodeId node = body_of(key);
    memo_.emplace(std::move(key), node);
    return node;
  }
  const std::pair<std::size_t, std::uint32_t> place{key.set, component};
  const bool opens = !open_.contains(place);
  if (opens) open_.emplace(place, Open{builder.size(), {}, {}});
  const NodeId member = builder.recursive();
  memo_.emplace(key, member);
  open_[place].keys.push_back(std::move(key));
  open_[place].members.push_back(member);
  if (!opens) return member;
  std::vector<NodeId> bodies;
  for (std::size_t i = 0; i < open_[place].keys.size(); ++i) {
    const GroundKey next = open_[place].keys[i];
    bodies.push_back(body_of(next));
  }
  const Open closed = std::move(open_[place]);
  open_.erase(place);
  builder.close(closed.begin, closed.members, std::move(bodies));
  return member;
}

NodeId Grounder::Impl::body_of(const GroundKey& key) {
  if (key.kind == GroundKey::Kind::done)
    return done_body({model::id_of<model::ActionId>(key.ref), key.arguments});
  return definition_body(model::id_of<model::DefinitionId>(key.ref), key.arguments);
}

NodeId Grounder::Impl::definition_body(model::DefinitionId id, const Tuple& arguments) {
  const model::Definition& definition = model[id];
  if (definition.value) {
    Tuple environment = arguments;
    return number(*definition.value, environment);
  }
  std::vector<NodeId> any;
  for (std::size_t i = 0; i < definition.alternatives.size(); ++i) {
    const model::Alternative& alternative = definition.alternatives[i];
    NodeId holds = body(alternative.when, arguments);
    if (alternative.unless && !builder.program().is_constant(holds, false))
      holds = builder.conjunction({holds, builder.negation(body(*alternative.unless, arguments))});
    any.push_back(holds);
    alternatives.push_back({id, i, holds});
  }
  return builder.disjunction(std::move(any));
}

// Done is what is given as done, what a deed that is of this kind does, and what is attributed.
NodeId Grounder::Impl::done_body(const model::Act& act) {
  std::vector<NodeId> any = {builder.input(deed_input(act)), done_through_kinds(act)};
  for (model::AttributionId id : attributions_) {
    const model::Attribution& attribution = model[id];
    if (attribution.act.action == act.action && matches(attribution.act, act.arguments))
      any.push_back(body(attribution.when, act.arguments));
  }
  return builder.disjunction(std::move(any));
}

NodeId Grounder::Impl::done_through_kinds(const model::Act& act) {
  std::vector<NodeId> any;
  for (const auto& [specific, which] : kinds_[index(act.action)]) {
    const model::Action& action = model[specific];
    const model::Kind& kind = action.kinds[which];
    // Roles that the general act names are fixed by it (twice named: to one individual); the others
    // range over their types.
    std::vector<std::optional<IndividualId>> fixed(action.roles.size());
    bool possible = true;
    for (std::size_t i = 0; i < kind.roles.size(); ++i) {
      auto& role = fixed[kind.roles[i]];
      possible = possible && (!role || *role == act.arguments[i]) &&
                 belongs(act.arguments[i], action.roles[kind.roles[i]].type);
      role = act.arguments[i];
    }
    if (!possible) continue;
    Tuple tuple(action.roles.size());
    auto choose = [&](auto& self, std::size_t role, NodeId existing) -> void {
      if (role == tuple.size()) {
        const NodeId counts = body(kind.when, tuple);
        if (builder.program().is_constant(counts, false)) return;
        any.push_back(builder.conjunction({existing, counts, done({specific, tuple})}));
        return;
      }
      if (fixed[role]) {
        tuple[role] = *fixed[role];
        self(self, role + 1, existing);
        return;
      }
      for (IndividualId individual : world.universe.of(action.roles[role].type)) {
        count_binding();
        tuple[role] = individual;
        self(self, role + 1, builder.conjunction({existing, exists(individual)}));
      }
    };
    choose(choose, 0, builder.truth(true));
  }
  return builder.disjunction(std::move(any));
}

}  // namespace grotius::ground
