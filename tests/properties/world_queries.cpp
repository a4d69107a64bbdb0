#include "tests/properties/world_queries.hpp"

#include <algorithm>
#include <set>

namespace grotius::properties {

bool is_subtype(const World& world, int type, int above) {
  for (; type != absent; type = world.types[type].supertype) {
    if (type == above) return true;
  }
  return false;
}

bool are_kin(const World& world, int left, int right) {
  return is_subtype(world, left, right) || is_subtype(world, right, left);
}

std::vector<int> chain(const World& world, int situation) {
  std::vector<int> result;
  for (; situation != absent; situation = world.situations[situation].extends) {
    result.push_back(situation);
  }
  return result;
}

std::optional<Value> date_of(const World& world, const Question& question) {
  if (question.on) return question.on;
  for (int situation : chain(world, question.situation)) {
    if (world.situations[situation].date) return world.situations[situation].date;
  }
  return std::nullopt;
}

bool holds_on(const Interval& interval, std::optional<Value> date) {
  if (!date) return !interval.until;
  return (!interval.from || *interval.from <= *date) &&
         (!interval.until || *date < *interval.until);
}

std::vector<int> generals(const World& world, int action) {
  std::set<int> seen{action};
  std::vector<int> open{action};
  while (!open.empty()) {
    const int next = open.back();
    open.pop_back();
    for (const IsLink& link : world.actions[next].is) {
      if (seen.insert(link.general).second) open.push_back(link.general);
    }
  }
  return {seen.begin(), seen.end()};
}

std::vector<int> kinds(const World& world, int action) {
  std::vector<int> result;
  for (int kind = 0; kind < static_cast<int>(world.actions.size()); ++kind) {
    const std::vector<int> above = generals(world, kind);
    if (std::count(above.begin(), above.end(), action) > 0) result.push_back(kind);
  }
  return result;
}

std::vector<int> reachable_modules(const World& world, const std::vector<int>& modules,
                                   bool with_uses) {
  std::set<int> seen(modules.begin(), modules.end());
  std::vector<int> open(seen.begin(), seen.end());
  const auto visit = [&](const std::vector<int>& next) {
    for (int module : next) {
      if (seen.insert(module).second) open.push_back(module);
    }
  };
  while (!open.empty()) {
    const Module& module = world.modules[open.back()];
    open.pop_back();
    visit(module.includes);
    if (with_uses) visit(module.uses);
  }
  return {seen.begin(), seen.end()};
}

bool opposed(Modality left, Modality right) {
  const auto pair = [&](Modality first, Modality second) {
    return (left == first && right == second) || (left == second && right == first);
  };
  return pair(Modality::permit, Modality::forbid) || pair(Modality::oblige, Modality::forbid) ||
         pair(Modality::oblige, Modality::exempt) || pair(Modality::empower, Modality::disable);
}

std::vector<const Expression*> expressions_of(const World& world) {
  std::vector<const Expression*> result;
  const auto add = [&](const std::optional<Expression>& expression) {
    if (expression) result.push_back(&*expression);
  };
  for (const Definition& definition : world.definitions) {
    for (const Definition::Alternative& alternative : definition.alternatives) {
      result.push_back(&alternative.when);
      add(alternative.unless);
    }
    add(definition.value);
  }
  for (const Action& action : world.actions) {
    for (const IsLink& link : action.is) add(link.when);
  }
  for (const Attribution& attribution : world.attributions) result.push_back(&attribution.when);
  for (const Norm& norm : world.norms) {
    add(norm.when);
    add(norm.unless);
  }
  for (const Constraint& constraint : world.constraints) result.push_back(&constraint.expression);
  for (const Thesis& thesis : world.theses) result.push_back(&thesis.expression);
  for (const Question& question : world.questions) add(question.expression);
  return result;
}

}  // namespace grotius::properties
