#include "engine/analyse/check/symbolic.hpp"

#include <set>


namespace grotius::analyse {

namespace {

ground::World over(ground::World world, const Scope& scope) {
  world.universe = symbolic_universe(*world.model, scope.unnamed, world.homes);
  return world;
}

}  // namespace

Symbolic::Symbolic(ground::World world, Scope scope)
    : world_(over(std::move(world), scope)),
      scope_(std::move(scope)),
      symmetry_(*world_.model, world_.universe),
      grounder_(world_) {
  required_ = grounder_.constraints();
  constraints_ = required_.size();
  require_force();
  const auto& unnamed = world_.universe.unnamed;
  for (std::size_t i = 1; i < unnamed.size(); ++i) {
    if (unnamed[i].type != unnamed[i - 1].type) continue;
    const auto before = model::id_of<model::IndividualId>(model().individuals.size() + i - 1);
    const auto after = model::id_of<model::IndividualId>(model().individuals.size() + i);
    required_.push_back(
        grounder_.disjunction({grounder_.negation(grounder_.exist(std::span(&after, 1))),
                               grounder_.exist(std::span(&before, 1))}));
  }
}

// Before a norm set is in force, and after it, it says nothing; that is no gap of it. So the dates that count are those on which some
// module with norms in it is in force.
void Symbolic::require_force() {
  std::vector<ground::NodeId> any;
  std::set<model::ModuleId> modules;
  for (std::size_t set : world_.binding)
    for (model::NormId norm : world_.sets[set].set.norms) modules.insert(model()[norm].module);
  for (model::ModuleId module : modules) any.push_back(grounder_.in_force(model()[module].in_force));
  if (!any.empty()) required_.push_back(grounder_.disjunction(std::move(any)));
}

ground::Knowledge Symbolic::knowledge() const {
  ground::Knowledge knowledge;
  for (const auto& input : program().inputs)
    knowledge.push_back(ground::every_value(model(), input.value));
  return knowledge;
}

std::vector<model::Act> Symbolic::acts(model::ActionId action) const {
  std::vector<model::Act> acts;
  for (auto& arguments : tuples(model()[action].roles)) acts.push_back({action, std::move(arguments)});
  return acts;
}

std::vector<std::vector<model::IndividualId>> Symbolic::tuples(
    const std::vector<model::Variable>& variables) const {
  std::vector<model::TypeId> types;
  for (const auto& variable : variables) types.push_back(variable.type);
  return symmetry_.tuples(types);
}

ground::NodeId Symbolic::about(const std::vector<model::IndividualId>& individuals,
                               ground::NodeId condition) {
  return grounder_.conjunction({grounder_.exist(individuals), condition});
}

}  // namespace grotius::analyse
