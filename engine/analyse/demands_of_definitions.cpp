// What definitions and deeds demand: each unfolded once for a polarity and a tuple of terms, fixed points as a whole.

#include <algorithm>

#include "engine/analyse/scope.hpp"

namespace grotius::analyse {

Demands DemandReader::of_definition(model::DefinitionId id, const Terms& arguments, bool positive) {
  const std::uint32_t component = strata_.of_definition[index(id)];
  if (strata_.recursive[component]) return of_component(component, positive);
  const auto key = std::make_tuple(static_cast<std::uint32_t>(id), positive, arguments);
  if (const auto known = definitions_.find(key); known != definitions_.end()) return known->second;
  return definitions_[key] = of_body(model_[id], arguments, positive);
}

Demands DemandReader::of_done(model::ActionId id, const Terms& arguments, bool positive) {
  const std::uint32_t component = strata_.of_done[index(id)];
  if (strata_.recursive[component]) return of_component(component, positive);
  const auto key = std::make_tuple(static_cast<std::uint32_t>(id), positive, arguments);
  if (const auto known = done_.find(key); known != done_.end()) return known->second;
  return done_[key] = of_deed(id, arguments, positive);
}

// The members of a least fixed point demand together what each of their bodies demands, references
// to each other aside. That is a bound only where they range over closed types.
Demands DemandReader::of_component(std::uint32_t component, bool positive) {
  if (const auto known = components_.find({component, positive}); known != components_.end()) return known->second;
  if (!open_.insert(component).second) return {};
  Demands together;
  for (std::uint32_t id = 0; id < model_.definitions.size(); ++id) {
    if (strata_.of_definition[id] != component) continue;
    const auto& definition = model_.definitions[id];
    forbid_open(together, definition.parameters, "recursion");
    together.add(of_body(definition, table_->fresh(definition.parameters.size()), positive));
  }
  for (std::uint32_t id = 0; id < model_.actions.size(); ++id) {
    if (strata_.of_done[id] != component) continue;
    const auto& roles = model_.actions[id].roles;
    forbid_open(together, roles, "recursion");
    together.add(of_deed(model::id_of<model::ActionId>(id), table_->fresh(roles.size()), positive));
  }
  for (const auto& [existential, times] : together.existentials)
    together.obstacles.insert("recursion over the open type " +
                              std::string(model_[existential.type].name));
  open_.erase(component);
  return components_[{component, positive}] = together;
}

Demands DemandReader::of_body(const model::Definition& definition, const Terms& arguments, bool positive) {
  Demands demands;
  for (const auto& alternative : definition.alternatives) {
    Demands one = of(alternative.when, positive, arguments);
    if (alternative.unless) {
      const Demands unless = of(*alternative.unless, !positive, arguments);
      positive ? one.add(unless) : one.either(unless);
    }
    positive ? demands.either(one) : demands.add(one);
  }
  return demands;
}

Demands DemandReader::of_deed(model::ActionId id, const Terms& arguments, bool positive) {
  Demands demands;
  const auto one_of = [&](const Demands& way) { positive ? demands.either(way) : demands.add(way); };
  for (model::AttributionId attribution : set_.attributions)
    if (model_[attribution].act.action == id) one_of(of(model_[attribution].when, positive, arguments));
  for (std::uint32_t special = 0; special < model_.actions.size(); ++special) {
    for (const model::Kind& kind : model_.actions[special].kinds) {
      if (kind.general != id) continue;
      // The roles that the general act does not have may be filled by anybody.
      const auto& roles = model_.actions[special].roles;
      Terms terms = table_->fresh(roles.size());
      for (std::size_t i = 0; i < kind.roles.size(); ++i) terms[kind.roles[i]] = arguments[i];
      Demands through = of(kind.when, positive, terms);
      const Demands deed = of_done(model::id_of<model::ActionId>(special), terms, positive);
      positive ? through.add(deed) : through.either(deed);
      std::vector<model::Variable> dropped;
      for (const auto& role : roles)
        if (std::ranges::find(kind.roles, role.slot) == kind.roles.end()) dropped.push_back(role);
      if (!positive) through = within(std::move(through), dropped);
      for (const auto& role : dropped)
        if (positive) through.add(witness(role.type));
      one_of(through);
    }
  }
  return demands;
}

}  // namespace grotius::analyse
