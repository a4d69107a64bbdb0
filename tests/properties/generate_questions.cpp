#include <algorithm>

#include "tests/properties/generator.hpp"
#include "tests/properties/reference.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

void Generator::questions() {
  const int wanted = chance_.between(2, 4);
  for (int attempt = 0; attempt < 5 * wanted; ++attempt) {
    const std::optional<Question> made = question();
    if (!made || !answerable(*made)) continue;
    // Where something is unknown, rather a question that hangs on it.
    if (!options_.complete_only && chance_.percent(60) &&
        reference_answer(world_, *made, options_.open).answer != "depends") {
      continue;
    }
    world_.questions.push_back(*made);
    if (static_cast<int>(world_.questions.size()) == wanted) return;
  }
}

std::optional<Question> Generator::question() {
  Question result;
  result.situation = chance_.below(static_cast<int>(world_.situations.size()));
  const int modules = static_cast<int>(world_.modules.size());
  result.under.push_back(modules == 1 ? 0
                                      : chance_.between(chance_.percent(10) ? 0 : 1, modules - 1));
  if (modules > 2 && chance_.percent(20)) {
    const int other = chance_.between(1, modules - 1);
    if (other != result.under.front()) result.under.push_back(other);
  }
  if (!world_.acceptances.empty() && chance_.percent(40)) {
    std::vector<int> holders;
    for (const std::vector<int>& individuals : universe(world_, result.situation)) {
      holders.insert(holders.end(), individuals.begin(), individuals.end());
    }
    if (!holders.empty()) {
      result.held_by = chance_.pick(holders);
      result.under.clear();
    }
  }
  if (options_.dates && chance_.percent(25)) result.on = some_date();
  for (int parameter = 0; parameter < static_cast<int>(world_.parameters.size()); ++parameter) {
    if (!chance_.percent(20)) continue;
    const Sort sort = world_.parameters[parameter].sort;
    Question::With with;
    with.parameter = parameter;
    Fact like;
    like.sort = sort;
    with.value = some_value(like);
    if (sort.kind == Kind::individual && !options_.complete_only && chance_.percent(40)) {
      with.value.reset();
    }
    result.with.push_back(with);
  }
  if (chance_.percent(25)) {
    Place place{absent, {}, 0, {}, static_cast<int>(world_.actions.size()), true, true};
    place.definitions_below = static_cast<int>(world_.definitions.size());
    result.expression = formula(2, place, true);
    return result;
  }
  // An act that some norm of the set may be about.
  std::vector<int> actions;
  for (const Norm& norm : world_.norms) {
    for (int kind : kinds(world_, norm.action)) actions.push_back(kind);
  }
  result.action = absent;
  const std::vector<std::vector<int>> individuals = universe(world_, result.situation);
  // Of a few acts rather one about which something is said.
  std::size_t most = 0;
  for (int attempt = chance_.between(1, 5); attempt > 0; --attempt) {
    Question candidate = result;
    candidate.action = chance_.pick(actions);
    candidate.arguments.clear();
    bool possible = true;
    for (const Binder& role : world_.actions[candidate.action].roles) {
      possible = possible && !individuals[role.type].empty();
      if (possible) candidate.arguments.push_back(chance_.pick(individuals[role.type]));
    }
    const std::size_t said = possible ? norms_speaking(candidate) : 0;
    if (!possible || (result.action != absent && said <= most)) continue;
    most = said;
    result.action = candidate.action;
    result.arguments = candidate.arguments;
  }
  if (result.action == absent) return std::nullopt;
  if (options_.statuses_in_conditions && chance_.percent(18)) {
    result.expression = status_of(result);
    result.action = absent;
    result.arguments.clear();
  }
  return result;
}

// The question of an operator about the act.
Expression Generator::status_of(const Question& question) {
  Expression result;
  result.op = Op::deontic;
  result.deontic =
      chance_.percent(20) ? Deontic::contested : static_cast<Deontic>(chance_.below(12));
  result.index = question.action;
  for (int individual : question.arguments) {
    Expression argument;
    argument.sort = {Kind::individual, world_.individuals[individual].type};
    argument.value = individual;
    result.operands.push_back(argument);
  }
  return result;
}

// How many norm instances are about the act in the first state of the situation.
std::size_t Generator::norms_speaking(const Question& question) const {
  try {
    const Asked asked(world_, question, options_.open);
    Model model(asked, asked.situation.known);
    return model.instances(question.action, question.arguments).size();
  } catch (const UnboundedUnknown&) {
    return 0;
  }
}

// Few enough completions, and at least one.
bool Generator::answerable(const Question& question) const {
  try {
    const Asked asked(world_, question, options_.open);
    if (asked.situation.unknowns.size() > options_.max_unknowns ||
        asked.situation.count_states(options_.max_states) > options_.max_states ||
        (options_.complete_only && !asked.situation.unknowns.empty())) {
      return false;
    }
    bool found = false;
    each_state(asked.situation, [&](const State& state, const std::vector<std::size_t>&) {
      found = Model(asked, state).is_completion();
      return !found;
    });
    return found;
  } catch (const UnboundedUnknown&) {
    return false;
  }
}

}  // namespace grotius::properties
