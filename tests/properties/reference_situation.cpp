#include "tests/properties/reference_situation.hpp"

#include <algorithm>

#include "tests/properties/print.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

// Which line entries speak about an atom, and what they say on the date of the question.
struct Said {
  int situation = absent;  // the nearest one with a line about the atom
  bool unknown = false;
  std::optional<std::vector<Value>> values;
};

using AtomLines = std::map<std::tuple<bool, int, Tuple>, Said>;

void all_tuples(const std::vector<std::vector<int>>& choices, Tuple& prefix,
                std::vector<Tuple>& result) {
  if (prefix.size() == choices.size()) {
    result.push_back(prefix);
    return;
  }
  for (int individual : choices[prefix.size()]) {
    prefix.push_back(individual);
    all_tuples(choices, prefix, result);
    prefix.pop_back();
  }
}

std::vector<Tuple> product(const std::vector<std::vector<int>>& choices) {
  std::vector<Tuple> result;
  Tuple prefix;
  all_tuples(choices, prefix, result);
  return result;
}

// "A situation that `extends` another takes its date, individuals and lines": the lines, not what
// they stood for in the parent, so `every State` also covers the State that the child adds.
AtomLines read_lines(const World& world, const Question& question, const Snapshot& snapshot) {
  AtomLines result;
  for (int situation : chain(world, question.situation)) {
    for (const Line& line : world.situations[situation].lines) {
      for (const LineEntry& entry : line.entries) {
        std::vector<std::vector<int>> choices;
        for (const LineArgument& argument : entry.arguments) {
          choices.push_back(members(argument, snapshot.individuals));
        }
        for (const Tuple& tuple : product(choices)) {
          Said& said = result[{entry.deed, entry.index, tuple}];
          // "A line about an atom replaces the parent's lines about that atom", whatever the
          // interval of the child's line.
          if (said.situation == absent) said.situation = situation;
          if (said.situation != situation || !holds_on(line.interval, snapshot.date)) continue;
          if (line.unknown) {
            said.unknown = true;
          } else if (!entry.values.empty()) {
            said.values = entry.values;
          } else {
            said.values = {entry.negated ? Value{0} : Value{1}};
          }
        }
      }
    }
  }
  return result;
}

// Every constant that a value may be compared with, and its two neighbours: between two such
// constants all values of a fact that is only compared with them are alike.
std::vector<Value> representatives(const World& world, const Question& question, const Fact& fact,
                                   std::optional<Value> date) {
  std::set<Value> constants;
  for (const Expression* expression : expressions_of(world)) {
    each_subexpression(*expression, [&](const Expression& part) {
      if (part.op == Op::literal && part.sort.kind == fact.sort.kind) constants.insert(part.value);
    });
  }
  for (const Parameter& parameter : world.parameters) {
    if (parameter.sort == fact.sort) constants.insert(parameter.value);
  }
  for (const Question::With& with : question.with) {
    if (with.value && world.parameters[with.parameter].sort == fact.sort) {
      constants.insert(*with.value);
    }
  }
  if (fact.sort.kind == Kind::date && date) constants.insert(*date);
  if (fact.low) constants.insert(*fact.low);
  if (fact.high) constants.insert(*fact.high);
  if (constants.empty()) constants.insert(0);
  std::set<Value> result;
  for (Value constant : constants) {
    for (Value value : {constant - 1, constant, constant + 1}) {
      if ((!fact.low || *fact.low <= value) && (!fact.high || value <= *fact.high)) {
        result.insert(value);
      }
    }
  }
  return {result.begin(), result.end()};
}

std::vector<Value> values_of_type(const World& world, int type) {
  std::vector<Value> result;
  for (int index = 0; index < static_cast<int>(world.individuals.size()); ++index) {
    if (world.individuals[index].type == type) result.push_back(index);
  }
  return result;
}

std::vector<Value> range(const World& world, const Question& question, const Fact& fact,
                         std::optional<Value> date) {
  if (fact.sort.kind == Kind::truth) return {0, 1};
  if (fact.sort.kind == Kind::individual) return values_of_type(world, fact.sort.type);
  if (fact.low && fact.high) {
    std::vector<Value> result;
    for (Value value = *fact.low; value <= *fact.high; ++value) result.push_back(value);
    return result;
  }
  if (!fact.only_compared_with_constants) throw UnboundedUnknown(fact.name);
  return representatives(world, question, fact, date);
}

// "What is not given takes the fact's presumption: a relation is presumed false and a value
// presumed unknown unless its declaration says otherwise."
std::vector<Value> candidates(const World& world, const Question& question, const Fact& fact,
                              const Said& said, std::optional<Value> date, Keep keep) {
  if (said.values) return *said.values;
  const bool presumes =
      keep == Keep::all || (keep == Keep::no_presumptions && fact.sort.kind != Kind::truth);
  if (!said.unknown && presumes) {
    if (fact.presumption == Fact::Presumption::stated) return {fact.presumed};
    if (fact.presumption == Fact::Presumption::unstated && fact.sort.kind == Kind::truth)
      return {0};
  }
  return range(world, question, fact, date);
}

}  // namespace

std::vector<Tuple> Snapshot::tuples(const std::vector<Binder>& binders) const {
  std::vector<std::vector<int>> choices;
  for (const Binder& binder : binders) choices.push_back(individuals[binder.type]);
  return product(choices);
}

std::size_t Snapshot::count_states(std::size_t limit) const {
  std::size_t result = 1;
  for (const Unknown& unknown : unknowns) {
    result *= unknown.candidates.size();
    if (result > limit) return limit + 1;
  }
  return result;
}

std::vector<int> members(const LineArgument& argument,
                         const std::vector<std::vector<int>>& individuals) {
  if (argument.form != LineArgument::Form::every) return argument.individuals;
  std::vector<int> result;
  for (int individual : individuals[argument.type]) {
    const auto& excepted = argument.individuals;
    if (std::count(excepted.begin(), excepted.end(), individual) == 0) result.push_back(individual);
  }
  return result;
}

std::vector<std::vector<int>> universe(const World& world, int situation) {
  const std::vector<int> situations = chain(world, situation);
  std::vector<std::vector<int>> result(world.types.size());
  for (int index = 0; index < static_cast<int>(world.individuals.size()); ++index) {
    const Individual& individual = world.individuals[index];
    if (individual.situation != absent &&
        std::count(situations.begin(), situations.end(), individual.situation) == 0) {
      continue;
    }
    for (int type = individual.type; type != absent; type = world.types[type].supertype) {
      result[type].push_back(index);
    }
  }
  return result;
}

std::vector<int> asked_modules(const World& world, const Question& question) {
  if (question.held_by == absent) return question.under;
  const std::vector<std::vector<int>> individuals = universe(world, question.situation);
  std::set<int> result;
  for (const Acceptance& acceptance : world.acceptances) {
    if (!holds_on(acceptance.interval, date_of(world, question))) continue;
    for (const LineArgument& who : acceptance.who) {
      const std::vector<int> holders = members(who, individuals);
      if (std::count(holders.begin(), holders.end(), question.held_by) > 0) {
        result.insert(acceptance.module);
      }
    }
  }
  return {result.begin(), result.end()};
}

Snapshot snapshot(const World& world, const Question& question, Keep keep) {
  Snapshot result;
  result.date = date_of(world, question);
  result.individuals = universe(world, question.situation);
  const AtomLines lines = keep == Keep::nothing ? AtomLines{} : read_lines(world, question, result);
  const auto said = [&](bool deed, int index, const Tuple& tuple) {
    const auto found = lines.find({deed, index, tuple});
    return found == lines.end() ? Said{} : found->second;
  };
  const auto note = [&](Unknown::What what, int index, const Tuple& tuple,
                        const std::vector<Value>& values, const std::string& name) {
    if (values.size() > 1) result.unknowns.push_back({what, index, tuple, values, name});
    return values.front();
  };
  result.known.facts.resize(world.facts.size());
  for (int index = 0; index < static_cast<int>(world.facts.size()); ++index) {
    const Fact& fact = world.facts[index];
    for (const Tuple& tuple : result.tuples(fact.parameters)) {
      result.known.facts[index][tuple] =
          note(Unknown::What::fact, index, tuple,
               candidates(world, question, fact, said(false, index, tuple), result.date, keep),
               atom_text(world, fact.name, tuple));
    }
  }
  result.known.deeds.resize(world.actions.size());
  for (int index = 0; index < static_cast<int>(world.actions.size()); ++index) {
    const Action& action = world.actions[index];
    for (const Tuple& tuple : result.tuples(action.roles)) {
      const Said about = said(true, index, tuple);
      std::vector<Value> values{0};
      if (about.values) {
        values = *about.values;
        if (values.front() == 0) result.not_done.emplace_back(index, tuple);
      } else if (about.unknown || action.done_presumed_unknown || keep != Keep::all) {
        values = {0, 1};
      }
      result.known.deeds[index][tuple] = note(Unknown::What::deed, index, tuple, values,
                                              "done " + atom_text(world, action.name, tuple)) != 0;
    }
  }
  for (int index = 0; index < static_cast<int>(world.parameters.size()); ++index) {
    const Parameter& parameter = world.parameters[index];
    std::vector<Value> values{parameter.value};
    for (const Question::With& with : question.with) {
      if (with.parameter != index) continue;
      if (!with.value && parameter.sort.kind != Kind::individual)
        throw UnboundedUnknown(parameter.name);
      values =
          with.value ? std::vector<Value>{*with.value} : values_of_type(world, parameter.sort.type);
    }
    result.known.parameters.push_back(
        note(Unknown::What::parameter, index, {}, values, parameter.name));
  }
  return result;
}

}  // namespace grotius::properties
