#include "tests/properties/all_situations.hpp"

#include <algorithm>

#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

World with_a_situation(World world) {
  if (world.situations.empty()) {
    world.situations.emplace_back();
    world.situations.back().name = "any";
  }
  return world;
}

Question on_day(int module, std::optional<Value> day) {
  Question result;
  result.situation = 0;
  result.under = {module};
  result.on = day;
  return result;
}

bool contains(const Expression& expression, Op op) {
  bool result = false;
  each_subexpression(expression, [&](const Expression& part) { result = result || part.op == op; });
  return result;
}

bool is_arithmetic(const Expression& expression) {
  return contains(expression, Op::plus) || contains(expression, Op::minus) ||
         contains(expression, Op::times);
}

bool is_comparison(Op op) {
  return op == Op::equal || op == Op::unequal || op == Op::less || op == Op::at_most ||
         op == Op::greater || op == Op::at_least;
}

bool asks_today(const World& world) {
  const auto all = expressions_of(world);
  return std::any_of(all.begin(), all.end(),
                     [](const Expression* it) { return contains(*it, Op::today); });
}

// The atoms on which something hangs: one value of the others is as good as another. A deed matters
// where `done` of anything is asked.
void forget_unmentioned(const World& world, Snapshot& situation) {
  std::set<int> facts;
  std::set<int> deeds;
  for (const Expression* expression : expressions_of(world)) {
    each_subexpression(*expression, [&](const Expression& part) {
      if (part.op == Op::fact) facts.insert(part.index);
      static const std::set<Deontic> about_deeds = {Deontic::done, Deontic::fulfilled,
                                                    Deontic::breached, Deontic::valid};
      if (part.op != Op::deontic || !about_deeds.contains(part.deontic)) return;
      for (int kind : kinds(world, part.index)) deeds.insert(kind);
    });
  }
  std::erase_if(situation.unknowns, [&](const Unknown& unknown) {
    return (unknown.what == Unknown::What::fact && !facts.contains(unknown.index)) ||
           (unknown.what == Unknown::What::deed && !deeds.contains(unknown.index));
  });
}

// Before and after the time of all its modules with norms a norm set says nothing, which is no gap.
bool any_in_force(const World& world, std::optional<Value> day) {
  return world.norms.empty() ||
         std::any_of(world.norms.begin(), world.norms.end(), [&](const Norm& norm) {
           return norm.module == absent || holds_on(world.modules[norm.module].in_force, day);
         });
}

}  // namespace

std::vector<std::optional<Value>> days_that_matter(const World& world) {
  std::set<Value> days;
  const auto note = [&](const Interval& interval) {
    if (interval.from) days.insert(*interval.from);
    if (interval.until) days.insert(*interval.until);
  };
  for (const Module& module : world.modules) note(module.in_force);
  for (const Norm& norm : world.norms) note(norm.in_force);
  if (asks_today(world)) {
    std::set<Value> written = {0};
    for (const Expression* expression : expressions_of(world)) {
      each_subexpression(*expression, [&](const Expression& part) {
        if (part.op == Op::literal && part.sort.kind == Kind::date) written.insert(part.value);
      });
    }
    for (const Parameter& parameter : world.parameters) {
      if (parameter.sort.kind == Kind::date) written.insert(parameter.value);
    }
    for (Value day : written) days.insert({day - 1, day, day + 1});
  }
  std::vector<std::optional<Value>> result(days.begin(), days.end());
  if (days.empty()) return {std::nullopt};
  result.insert(result.begin(), *days.begin() - 1);
  std::erase_if(result, [&](std::optional<Value> day) { return !any_in_force(world, day); });
  return result;
}

bool days_suffice(const World& world) {
  for (const Expression* expression : expressions_of(world)) {
    bool simple = true;
    each_subexpression(*expression, [&](const Expression& part) {
      const bool calculates = part.op == Op::plus || part.op == Op::minus;
      if ((calculates || is_comparison(part.op)) && contains(part, Op::today) &&
          is_arithmetic(part)) {
        simple = false;
      }
    });
    if (!simple) return false;
  }
  return true;
}

AllSituations::AllSituations(const World& world, int module)
    : world_(with_a_situation(world)), module_(module) {
  for (const std::optional<Value>& day : days_that_matter(world_)) {
    const Question question = on_day(module, day);
    dates_.emplace_back(world_, question);
    dates_.back().situation = snapshot(world_, question, Keep::nothing);
    forget_unmentioned(world_, dates_.back().situation);
  }
}

std::size_t AllSituations::count(std::size_t limit) const {
  std::size_t result = 0;
  for (const Asked& asked : dates_) {
    result += asked.situation.count_states(limit);
    if (result > limit) return limit + 1;
  }
  return result;
}

std::vector<Asked> AllSituations::under(const World& changed) const {
  std::vector<Asked> result;
  for (const Asked& asked : dates_) {
    result.emplace_back(changed, on_day(module_, asked.situation.date));
    result.back().situation = asked.situation;
  }
  return result;
}

void AllSituations::each(const Visit& visit) const {
  bool more = true;
  for (std::size_t date = 0; date < dates_.size() && more; ++date) {
    std::size_t place = 0;
    each_state(dates_[date].situation, [&](const State& state, const std::vector<std::size_t>&) {
      more = visit(date, place++, state);
      return more;
    });
  }
}

}  // namespace grotius::properties
