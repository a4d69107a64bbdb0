#include "tests/properties/reference_model.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

std::map<std::vector<int>, NormSet> norm_sets_of(const World& world,
                                                 const std::vector<int>& under) {
  std::map<std::vector<int>, NormSet> result;
  result[under] = norm_set(world, under);
  for (int module = 0; module < static_cast<int>(world.modules.size()); ++module) {
    const std::vector<int> alone{module};
    if (!result.contains(alone)) result[alone] = norm_set(world, alone);
  }
  return result;
}

Question about_nothing(const std::vector<int>& under) {
  Question result;
  result.situation = 0;
  result.under = under;
  return result;
}

// "Constraints, attributions and incompatibilities count when they stand in the asked norm set or
// in what it uses ... A file without a module adds its own to every set asked."
template <typename Items>
std::vector<int> counting(const World& world, const Items& items, const std::vector<int>& under) {
  const std::vector<int> modules = reachable_modules(world, under, true);
  const std::set<int> counted(modules.begin(), modules.end());
  std::vector<int> result;
  for (int index = 0; index < static_cast<int>(items.size()); ++index) {
    if (items[index].module == absent || counted.contains(items[index].module)) {
      result.push_back(index);
    }
  }
  return result;
}

}  // namespace

Asked::Asked(const World& asked_world, const Question& question, bool open)
    : world(asked_world),
      situation(snapshot(world, question, open ? Keep::no_presumptions : Keep::all)),
      dependencies(world),
      under(asked_modules(world, question)),
      attributions(counting(world, world.attributions, under)),
      constraints(counting(world, world.constraints, under)),
      norm_sets(norm_sets_of(world, under)) {}

Asked::Asked(const World& asked_world, const std::vector<int>& asked_under)
    : world(asked_world),
      situation(snapshot(world, about_nothing(asked_under), Keep::nothing)),
      dependencies(world),
      under(asked_under),
      attributions(counting(world, world.attributions, asked_under)),
      norm_sets{{asked_under, {}}} {}

Model::Model(const Asked& asked, const State& state) : Model(asked, state, asked.under) {}

Model::Model(const Asked& asked, const State& state, std::vector<int> under)
    : asked_(asked), state_(state), norms_(asked.norm_sets.at(under)) {}

// "`permitted A under M` is the status of A in the norm set of M, in the same situation": deeds and
// the attributions that count stay those of the asked set, since `done` "depends on no norm".
Model& Model::in(int module) {
  std::unique_ptr<Model>& other = others_[module];
  if (!other) other.reset(new Model(asked_, state_, {module}));
  return *other;
}

bool Model::is_completion() {
  for (int index : asked_.constraints) {
    const Constraint& constraint = asked_.world.constraints[index];
    for (const Tuple& tuple : asked_.situation.tuples(constraint.binders)) {
      Environment environment;
      for (std::size_t place = 0; place < tuple.size(); ++place) {
        environment.emplace_back(constraint.binders[place].name, tuple[place]);
      }
      if (!holds(constraint.expression, environment)) return false;
    }
  }
  for (const auto& [action, arguments] : asked_.situation.not_done) {
    if (done(action, arguments)) return false;
  }
  return true;
}

bool Model::done(int action, const Tuple& arguments) {
  return read(asked_.dependencies.done(action), arguments) != 0;
}

const std::vector<Binder>& Model::parameters(int node) const {
  const int subject = asked_.dependencies.subject(node);
  return asked_.dependencies.is_definition(node) ? asked_.world.definitions[subject].parameters
                                                 : asked_.world.actions[subject].roles;
}

Value Model::read(int node, const Tuple& arguments) {
  if (!tables_.contains(node)) compute(node);
  return tables_.at(node).at(arguments);
}

// The least fixed point of the node and of those with which it is mutually recursive: nothing holds
// at first, and what follows is added until nothing more does. While that goes on, reading a member
// gives what it holds so far.
void Model::compute(int node) {
  const std::vector<int> members = asked_.dependencies.component(node);
  for (int member : members) {
    for (const Tuple& tuple : asked_.situation.tuples(parameters(member))) {
      tables_[member][tuple] = 0;
    }
    tables_[member];
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (int member : members) {
      for (const Tuple& tuple : asked_.situation.tuples(parameters(member))) {
        const Value now = evaluate(member, tuple);
        if (now == tables_[member][tuple]) continue;
        tables_[member][tuple] = now;
        changed = true;
      }
    }
    if (!asked_.dependencies.is_recursive(node)) break;
  }
}

Value Model::evaluate(int node, const Tuple& arguments) {
  const int subject = asked_.dependencies.subject(node);
  if (asked_.dependencies.is_definition(node)) {
    return evaluate_definition(asked_.world.definitions[subject], arguments);
  }
  return evaluate_done(subject, arguments) ? 1 : 0;
}

Value Model::evaluate_definition(const Definition& definition, const Tuple& arguments) {
  Environment environment;
  for (std::size_t place = 0; place < arguments.size(); ++place) {
    environment.emplace_back(definition.parameters[place].name, arguments[place]);
  }
  if (definition.value) return value(*definition.value, environment);
  for (const Definition::Alternative& alternative : definition.alternatives) {
    if (holds(alternative.when, environment) &&
        !(alternative.unless && holds(*alternative.unless, environment))) {
      return 1;
    }
  }
  return 0;
}

// "`done g` holds when g, or a deed that is g through any number of steps, is given or attributed."
bool Model::evaluate_done(int action, const Tuple& arguments) {
  if (state_.deeds[action].at(arguments)) return true;
  for (int index : asked_.attributions) {
    const Attribution& attribution = asked_.world.attributions[index];
    if (attribution.action != action) continue;
    const auto bindings = match(attribution.arguments, arguments);
    if (!bindings) continue;
    Environment environment = environment_of(*bindings);
    if (holds(attribution.when, environment)) return true;
  }
  for (int kind = 0; kind < static_cast<int>(asked_.world.actions.size()); ++kind) {
    for (const Tuple& own : asked_.situation.tuples(asked_.world.actions[kind].roles)) {
      for (const IsLink& link : asked_.world.actions[kind].is) {
        if (link.general != action || !done(kind, own)) continue;
        Tuple filled;
        for (int role : link.roles) filled.push_back(own[role]);
        if (filled != arguments) continue;
        Environment environment;
        for (std::size_t role = 0; role < own.size(); ++role) {
          environment.emplace_back(asked_.world.actions[kind].roles[role].name, own[role]);
        }
        if (!link.when || holds(*link.when, environment)) return true;
      }
    }
  }
  return false;
}

}  // namespace grotius::properties
