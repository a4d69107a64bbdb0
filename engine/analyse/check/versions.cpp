#include "engine/analyse/check/versions.hpp"

namespace grotius::analyse {

ground::World with_version(const ground::World& world,
                           const std::function<void(ground::RankedSet&)>& change) {
  ground::World result = world;
  result.version = world.sets.size();
  for (const ground::RankedSet& ranked : world.sets) {
    result.sets.push_back(ranked);
    change(result.sets.back());
  }
  return result;
}

Compared compare_versions(Study& study, const ground::World& world) {
  Compared compared;
  compared.possible = Possible::no;
  compared.scope.complete = true;
  NormDemands demands(world);
  for (model::ActionId action : study.actions()) {
    if (demands.about(0, action).empty() && demands.about(world.version, action).empty()) continue;
    Demands demanded = demands.of_act(action);
    demanded.add(demands.difference(0, action, world.version, action));
    const Scope scope = study.scope(demanded);
    if (!scope.complete) compared.scope = scope;
    Symbolic symbolic(world, scope);
    std::vector<ground::NodeId> goals;
    for (const model::Act& act : symbolic.acts(action)) {
      const ground::ActStatus before = symbolic.grounder().statuses(0, act);
      const ground::ActStatus after = symbolic.grounder().statuses(world.version, act);
      goals.push_back(symbolic.about(act.arguments, differ(symbolic.grounder(), before, after)));
    }
    Decider decider(symbolic, goals, study.effort);
    const Possible possible = decider.any(goals);
    if (possible == Possible::yes) {
      compared.possible = possible;
      return compared;
    }
    if (possible == Possible::undecided) {
      compared.possible = possible;
      compared.reason = decider.reason();
    }
  }
  return compared;
}

}  // namespace grotius::analyse
