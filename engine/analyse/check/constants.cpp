// Constant definitions (a relation with one value for all tuples in all situations) and constraints that leave no situation.

#include "engine/analyse/check/analyses.hpp"

#include <algorithm>

namespace grotius::analyse {

using ground::NodeId;

namespace {

class Constants {
 public:
  explicit Constants(Study& study) : study_(study), model_(study.model) {}

  void find() {
    for (std::size_t i = 0; i < model_.definitions.size(); ++i) {
      const auto& definition = model_.definitions[i];
      const bool is_here = std::ranges::find(study_.set().modules, definition.module) !=
                           study_.set().modules.end();
      const bool asked = study_.asks(model::id_of<model::DefinitionId>(i));
      if (!is_here || !asked || definition.alternatives.empty()) continue;
      study_.attempt(FindingKind::constant_definition, {std::string(definition.name)}, {}, [&] {
        const auto id = model::id_of<model::DefinitionId>(i);
        if (!find_value(id, false)) find_value(id, true);
      });
    }
  }

 private:
  /// Whether it has this value for all tuples in all situations, or that could not be decided.
  bool find_value(model::DefinitionId id, bool value) {
    const auto& definition = model_[id];
    auto& reader = study_.demands.reader(0);
    Demands demands;
    for (const auto& parameter : definition.parameters) demands.add(reader.witness(parameter.type));
    model::Expr application;
    application.kind = model::ExprKind::definition;
    application.ref = static_cast<std::uint32_t>(id);
    demands.add(reader.of(application, !value));
    const Scope scope = study_.scope(demands);
    Symbolic& symbolic = study_.symbolic(scope);
    std::vector<NodeId> goals;
    for (const auto& tuple : symbolic.tuples(definition.parameters)) {
      const NodeId holds = symbolic.grounder().definition(id, tuple);
      goals.push_back(symbolic.about(tuple, value ? symbolic.grounder().negation(holds) : holds));
    }
    const std::vector<std::string> names = {std::string(definition.name)};
    Decider decider(symbolic, goals, study_.effort);
    switch (decider.any(goals)) {
      case Possible::yes:
        return false;
      case Possible::undecided:
        study_.undecided(FindingKind::constant_definition, names, {}, decider.reason());
        return true;
      case Possible::no:
        break;
    }
    if (!scope.complete) {
      study_.not_seen(FindingKind::constant_definition, names, {}, scope);
      return true;
    }
    if (!value) study_.never_hold.insert(id);
    Finding finding;
    finding.kind = FindingKind::constant_definition;
    finding.names = names;
    finding.definition = id;
    finding.at = {definition.span};
    finding.message = "`" + names[0] + "` " + (value ? "always" : "never") + " holds";
    finding.help = value ? "leave it out where it is a condition, or say when it should not hold"
                         : "its conditions exclude each other; say when it should hold";
    study_.report.findings.push_back(std::move(finding));
    return true;
  }

  Study& study_;
  const model::Model& model_;
};

}  // namespace

void find_constant_definitions(Study& study) { Constants(study).find(); }

bool find_contradictory_constraints(Study& study) {
  bool possible = true;
  study.attempt(FindingKind::contradictory_constraints, {}, {}, [&] {
    const Scope scope = study.scope({});
    Symbolic& symbolic = study.symbolic(scope);
    const NodeId anything = symbolic.grounder().conjunction({});
    Decider decider(symbolic, {anything}, study.effort);
    switch (decider.possible(anything)) {
      case Possible::yes:
        return;
      case Possible::undecided:
        study.undecided(FindingKind::contradictory_constraints, {}, {}, decider.reason());
        return;
      case Possible::no:
        break;
    }
    if (!scope.complete) {
      study.not_seen(FindingKind::contradictory_constraints, {}, {}, scope);
      return;
    }
    possible = false;
    Finding finding;
    finding.kind = FindingKind::contradictory_constraints;
    std::vector<model::ConstraintId> constraints;
    for (std::size_t set : study.world.binding)
      for (model::ConstraintId id : study.world.sets[set].set.constraints) constraints.push_back(id);
    const std::vector<NodeId> nodes(symbolic.required().begin(),
                                    symbolic.required().begin() +
                                        static_cast<std::ptrdiff_t>(symbolic.constraints()));
    if (const auto core = Cores(symbolic, symbolic.constraints(), study.effort).of({nodes}))
      for (std::size_t position : *core) {
        const auto& constraint = study.model[constraints[position]];
        finding.names.emplace_back(constraint.name);
        finding.at.push_back(constraint.span);
        finding.core.push_back({constraint.span, excerpt(study.model, constraint.condition.span)});
      }
    std::ranges::sort(finding.names);
    finding.message = "these constraints leave no situation at all";
    finding.help = "change one of them: until then every other question would be vacuous, so none is asked";
    study.report.findings.push_back(std::move(finding));
  });
  return possible;
}

}  // namespace grotius::analyse
