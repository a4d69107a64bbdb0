#include <algorithm>
#include <set>

#include "tests/properties/generator.hpp"
#include "tests/properties/reference_situation.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

LineArgument single(int individual) {
  LineArgument result;
  result.individuals = {individual};
  return result;
}

// The facts in the conditions of norms: doubt about them matters most.
std::set<int> facts_of_norms(const World& world) {
  std::set<int> result;
  const auto visit = [&](const Expression& part) {
    if (part.op == Op::fact) result.insert(part.index);
  };
  for (const Norm& norm : world.norms) {
    if (norm.when) each_subexpression(*norm.when, visit);
    if (norm.unless) each_subexpression(*norm.unless, visit);
  }
  return result;
}

std::vector<Tuple> tuples(const World& world, int situation,
                          const std::vector<Binder>& parameters) {
  Snapshot snapshot;
  snapshot.individuals = universe(world, situation);
  return snapshot.tuples(parameters);
}

}  // namespace

void Generator::situations() {
  const int count = chance_.percent(35) ? 2 : 1;
  for (int index = 0; index < count; ++index) {
    Situation situation;
    situation.name = "sit" + std::to_string(index);
    if (index > 0 && chance_.percent(75)) situation.extends = index - 1;
    if (dated_ && (situation.extends == absent || chance_.percent(30)))
      situation.date = some_date();
    world_.situations.push_back(situation);
  }
  for (int index = 0; index < count; ++index) this->situation(index);
}

void Generator::situation(int index) {
  const bool child = world_.situations[index].extends != absent;
  int added = 0;
  for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
    if (world_.types[type].closed) continue;
    const int present = static_cast<int>(universe(world_, index)[type].size());
    const int most = child ? 1 : std::max(0, 2 - present) + 1;
    for (int wanted = child ? chance_.below(2) : chance_.below(most + 1); wanted > 0; --wanted) {
      if (universe(world_, index)[type].size() >= (options_.tiny ? 2U : 3U)) break;
      world_.individuals.push_back(
          {"s" + std::to_string(index) + "_" + std::to_string(added++), type, absent, index});
    }
  }
  if (!child) doubts_left_ = static_cast<int>(options_.max_unknowns) - chance_.below(3);
  fact_lines(index);
  deed_lines(index);
}

// The situation, or one that it extends, has a line about the atom.
bool Generator::said(int situation, bool deed, int index, const Tuple& tuple) const {
  const std::vector<std::vector<int>> individuals = universe(world_, situation);
  for (int part : chain(world_, situation)) {
    for (const Line& line : world_.situations[part].lines) {
      for (const LineEntry& entry : line.entries) {
        if (entry.deed != deed || entry.index != index) continue;
        bool covers = true;
        for (std::size_t place = 0; place < tuple.size(); ++place) {
          const std::vector<int> meant = members(entry.arguments[place], individuals);
          covers = covers && std::count(meant.begin(), meant.end(), tuple[place]) > 0;
        }
        if (covers) return true;
      }
    }
  }
  return false;
}

Value Generator::some_value(const Fact& fact) {
  switch (fact.sort.kind) {
    case Kind::truth:
      return chance_.below(2);
    case Kind::date:
      return some_date();
    case Kind::integer:
      if (fact.low && fact.high) {
        return chance_.between(static_cast<int>(*fact.low), static_cast<int>(*fact.high));
      }
      return chance_.percent(10) ? 1'000 + chance_.below(10) : chance_.between(0, 4);
    default: {
      std::vector<Value> values;
      for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
        if (world_.individuals[index].type == fact.sort.type) values.push_back(index);
      }
      return chance_.pick(values);
    }
  }
}

// Lists join entries of the same word that hold without dates.
void Generator::add_line(int situation, Line line) {
  std::vector<Line>& lines = world_.situations[situation].lines;
  if (!lines.empty() && lines.back().unknown == line.unknown && !line.interval.from &&
      !line.interval.until && !lines.back().interval.from && !lines.back().interval.until &&
      chance_.percent(30)) {
    lines.back().entries.push_back(line.entries.front());
    return;
  }
  lines.push_back(line);
}

Line Generator::fact_line(const Fact& fact, int index, const Tuple& tuple) {
  LineEntry entry;
  entry.index = index;
  for (int individual : tuple) entry.arguments.push_back(single(individual));
  if (fact.sort.kind == Kind::truth) {
    entry.negated = chance_.percent(25);
  } else {
    entry.values = {some_value(fact)};
  }
  return {false, {entry}, {}};
}

// One line for a whole row: `given A(every T, x)`, perhaps with exceptions, or for a set.
void Generator::row_line(int index, bool deed, int subject, const std::vector<Binder>& parameters) {
  const std::vector<std::vector<int>> individuals = universe(world_, index);
  LineEntry entry;
  entry.deed = deed;
  entry.index = subject;
  const int row = chance_.below(static_cast<int>(parameters.size()));
  for (int place = 0; place < static_cast<int>(parameters.size()); ++place) {
    const std::vector<int>& present = individuals[parameters[place].type];
    if (present.empty()) return;
    if (place != row) {
      entry.arguments.push_back(single(chance_.pick(present)));
      continue;
    }
    LineArgument argument;
    argument.form = chance_.percent(70) ? LineArgument::Form::every : LineArgument::Form::set;
    argument.type = parameters[place].type;
    const bool set = argument.form == LineArgument::Form::set;
    if (set || chance_.percent(30)) argument.individuals.push_back(chance_.pick(present));
    if (set && present.front() != argument.individuals.front()) {
      argument.individuals.push_back(present.front());
    }
    entry.arguments.push_back(argument);
  }
  if (deed) {
    entry.negated = chance_.percent(40);
  } else if (world_.facts[subject].sort.kind == Kind::truth) {
    entry.negated = chance_.percent(20);
  } else {
    entry.values = {some_value(world_.facts[subject])};
  }
  add_line(index, {false, {entry}, {}});
}

void Generator::fact_lines(int index) {
  const bool child = world_.situations[index].extends != absent;
  const int doubt = options_.complete_only ? 0 : chance_.pick(std::vector<int>{0, 20, 50, 80});
  const std::set<int> asked = facts_of_norms(world_);
  for (int subject = 0; subject < static_cast<int>(world_.facts.size()); ++subject) {
    const Fact& fact = world_.facts[subject];
    const bool relation = fact.sort.kind == Kind::truth;
    const bool free = (fact.sort.kind == Kind::integer || fact.sort.kind == Kind::date) &&
                      !(fact.low && fact.high);
    const bool listable = !free || fact.only_compared_with_constants;
    const bool presumed = fact.presumption == Fact::Presumption::stated ||
                          (relation && fact.presumption == Fact::Presumption::unstated);
    if (!child && !fact.parameters.empty() && chance_.percent(15)) {
      row_line(index, false, subject, fact.parameters);
    }
    for (const Tuple& tuple : tuples(world_, index, fact.parameters)) {
      const bool again = child && chance_.percent(15);
      if (said(index, false, subject, tuple) && !again) continue;
      Line line = fact_line(fact, subject, tuple);
      LineEntry& entry = line.entries.front();
      if (listable && doubts_left_ > 0 &&
          chance_.percent(asked.contains(subject) ? doubt : doubt / 5)) {
        --doubts_left_;
        if (!relation && chance_.percent(40)) {
          const Value other = some_value(fact);
          if (other != entry.values.front()) entry.values.push_back(other);
        } else {
          line.unknown = true;
          entry.negated = false;
          entry.values.clear();
        }
      } else if (presumed && chance_.percent(relation ? 45 : 50)) {
        continue;
      } else if (options_.dates && chance_.percent(15)) {
        // Outside its interval the presumption rules; where there is none, a second line follows
        // on.
        line.interval.from = some_date();
        if (!presumed || chance_.percent(40)) {
          Line before = fact_line(fact, subject, tuple);
          before.interval.until = line.interval.from;
          add_line(index, before);
        }
        if (presumed && chance_.percent(40)) line.interval.until = *line.interval.from + 30;
      }
      add_line(index, line);
    }
  }
}

void Generator::deed_lines(int index) {
  const bool child = world_.situations[index].extends != absent;
  const int doubt = options_.complete_only ? 0 : chance_.pick(std::vector<int>{0, 0, 8, 15});
  for (int subject = 0; subject < static_cast<int>(world_.actions.size()); ++subject) {
    const Action& action = world_.actions[subject];
    if (!child && !action.roles.empty() && chance_.percent(10)) {
      row_line(index, true, subject, action.roles);
    }
    for (const Tuple& tuple : tuples(world_, index, action.roles)) {
      if (said(index, true, subject, tuple) && !(child && chance_.percent(10))) continue;
      Line line;
      LineEntry entry;
      entry.deed = true;
      entry.index = subject;
      for (int individual : tuple) entry.arguments.push_back(single(individual));
      const int draw = chance_.below(100);
      if (draw < doubt && doubts_left_ > 0) {
        --doubts_left_;
        line.unknown = true;
      } else if (draw < (action.done_presumed_unknown ? 60 : 35)) {
        if (options_.dates && chance_.percent(10)) line.interval.from = some_date();
      } else if (draw < (action.done_presumed_unknown ? 80 : 40)) {
        entry.negated = true;
      } else {
        continue;
      }
      line.entries.push_back(entry);
      add_line(index, line);
    }
  }
}

}  // namespace grotius::properties
