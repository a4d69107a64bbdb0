#include "tests/properties/superiority.hpp"

#include <algorithm>
#include <functional>

#include "tests/properties/specificity.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

bool contains(const std::vector<int>& values, int value) {
  return std::count(values.begin(), values.end(), value) > 0;
}

// What is required of one role of an act for a norm to be about it.
struct Requirement {
  std::vector<int> types;
  std::vector<int> constants;
};

bool satisfiable(const World& world, const Requirement& requirement) {
  for (int left : requirement.types) {
    for (int right : requirement.types) {
      if (!are_kin(world, left, right)) return false;
    }
  }
  for (int constant : requirement.constants) {
    if (constant != requirement.constants.front()) return false;
    for (int type : requirement.types) {
      if (!is_subtype(world, world.individuals[constant].type, type)) return false;
    }
  }
  return true;
}

using Requirements = std::vector<Requirement>;  // by role of the act

// Every way in which an act of `kind`, whose own roles are at `roles` in the original act, is an
// act that the norm is about.
void ways(const World& world, const Norm& norm, int kind, const std::vector<int>& roles,
          const Requirements& so_far, std::vector<Requirements>& result) {
  if (kind == norm.action) {
    Requirements met = so_far;
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const Argument& argument = norm.arguments[role];
      if (argument.form == Argument::Form::constant) {
        met[roles[role]].constants.push_back(argument.individual);
      } else {
        met[roles[role]].types.push_back(argument.variable.type);
      }
    }
    result.push_back(met);
  }
  if (norm.modality == Modality::oblige) return;
  for (const IsLink& link : world.actions[kind].is) {
    std::vector<int> filled;
    for (int role : link.roles) filled.push_back(roles[role]);
    ways(world, norm, link.general, filled, so_far, result);
  }
}

std::vector<Requirements> ways(const World& world, const Norm& norm, int kind) {
  std::vector<int> roles;
  Requirements start;
  for (const Binder& role : world.actions[kind].roles) {
    roles.push_back(static_cast<int>(roles.size()));
    start.push_back({{role.type}, {}});
  }
  std::vector<Requirements> result;
  ways(world, norm, kind, roles, start, result);
  return result;
}

bool compatible(const World& world, const Requirements& left, const Requirements& right) {
  for (std::size_t role = 0; role < left.size(); ++role) {
    Requirement both = left[role];
    both.types.insert(both.types.end(), right[role].types.begin(), right[role].types.end());
    both.constants.insert(both.constants.end(), right[role].constants.begin(),
                          right[role].constants.end());
    if (!satisfiable(world, both)) return false;
  }
  return true;
}

NormPairs closed(NormPairs pairs) {
  for (bool grown = true; grown;) {
    grown = false;
    const NormPairs before = pairs;
    for (const auto& [first, second] : before) {
      for (const auto& [third, fourth] : before) {
        if (second == third && pairs.emplace(first, fourth).second) grown = true;
      }
    }
  }
  return pairs;
}

// `priority a > b > c` states the pairs a > b and b > c; a > c follows by closure only.
NormPairs stated_pairs(const World& world, const std::vector<int>& modules,
                       const std::vector<int>& norms) {
  NormPairs result;
  for (int norm : norms) {
    for (int inferior : world.norms[norm].overrides) result.emplace(norm, inferior);
  }
  for (const Priority& priority : world.priorities) {
    if (priority.module != absent && !contains(modules, priority.module)) continue;
    for (std::size_t place = 1; place < priority.norms.size(); ++place) {
      result.emplace(priority.norms[place - 1], priority.norms[place]);
    }
  }
  return result;
}

// "A norm `by default` gives way to every opposed norm that is not by default."
NormPairs default_pairs(const World& world, const std::vector<int>& norms, Meeting meeting) {
  NormPairs result;
  for (int superior : norms) {
    for (int inferior : norms) {
      const Norm& upper = world.norms[superior];
      const Norm& lower = world.norms[inferior];
      if (upper.by_default || !lower.by_default) continue;
      if (opposed(upper.modality, lower.modality) && can_meet(world, superior, inferior, meeting)) {
        result.emplace(superior, inferior);
      }
    }
  }
  return result;
}

// The place of the norm's highest document in the ranks, 0 for the highest rank.
std::optional<Value> rank_of(const World& world, const Module& module, const Norm& norm) {
  std::optional<Value> result;
  for (int document : norm.sources) {
    const auto& ranks = module.ranks;
    const auto found = std::find(ranks.begin(), ranks.end(), world.documents[document].rank);
    if (found == ranks.end()) continue;
    const Value place = found - ranks.begin();
    if (!result || place < *result) result = place;
  }
  return result;
}

std::optional<Value> posterior_date(const World& world, const Norm& norm) {
  if (norm.in_force.from) return norm.in_force.from;
  std::optional<Value> latest;
  for (int document : norm.sources) {
    const auto& dated = world.documents[document].dated;
    if (dated && (!latest || *latest < *dated)) latest = dated;
  }
  if (latest) return latest;
  return norm.module == absent ? std::nullopt : world.modules[norm.module].in_force.from;
}

// "The `resolve by` criteria in their order: those of the asked module, else those of the module in
// which both norms stand, else none (`under A, B` has only the latter). `ranks` go with them."
const Module* governing(const World& world, const std::vector<int>& under, int left, int right) {
  if (under.size() == 1 && !world.modules[under.front()].resolve_by.empty()) {
    return &world.modules[under.front()];
  }
  const int module = world.norms[left].module;
  if (module == absent || module != world.norms[right].module) return nullptr;
  return world.modules[module].resolve_by.empty() ? nullptr : &world.modules[module];
}

// By rank or date.
bool prefers(const World& world, const Module& module, Module::Criterion criterion,
             const Norm& upper, const Norm& lower) {
  if (criterion == Module::Criterion::lex_superior) {
    const auto left = rank_of(world, module, upper), right = rank_of(world, module, lower);
    return left && right && *left < *right;
  }
  const auto left = posterior_date(world, upper), right = posterior_date(world, lower);
  return left && right && *left > *right;
}

// "Edges of a criterion that lie on a cycle with those already accepted are all dropped." A round
// takes the first criterion of every pair's list, then the second, ...: each pair's list is tried
// in its own order, and what a round leaves open goes on to the next.
void add_criteria(const World& world, const std::vector<int>& under, const std::vector<int>& norms,
                  Meeting meeting, NormPairs& accepted) {
  Specificity specificity(world, under);
  for (std::size_t round = 0; round < 3; ++round) {
    NormPairs edges;
    for (int left : norms) {
      for (int right : norms) {
        if (!opposed(world.norms[left].modality, world.norms[right].modality) ||
            !can_meet(world, left, right, meeting) || accepted.contains({left, right}) ||
            accepted.contains({right, left})) {
          continue;
        }
        const Module* module = governing(world, under, left, right);
        if (module == nullptr || module->resolve_by.size() <= round) continue;
        const Module::Criterion criterion = module->resolve_by[round];
        if (criterion == Module::Criterion::lex_specialis
                ? specificity.more_special(left, right)
                : prefers(world, *module, criterion, world.norms[left], world.norms[right])) {
          edges.emplace(left, right);
        }
      }
    }
    NormPairs graph = accepted;
    graph.insert(edges.begin(), edges.end());
    const NormPairs reach = closed(graph);
    for (const auto& [superior, inferior] : edges) {
      if (!reach.contains({inferior, superior})) accepted.emplace(superior, inferior);
    }
  }
}

}  // namespace

bool is_void(const World& world, const std::vector<int>& under, int superior, int inferior) {
  const Module* module = governing(world, under, superior, inferior);
  if (module == nullptr) return false;
  const auto& criteria = module->resolve_by;
  return std::count(criteria.begin(), criteria.end(), Module::Criterion::lex_superior) > 0 &&
         prefers(world, *module, Module::Criterion::lex_superior, world.norms[inferior],
                 world.norms[superior]);
}

bool can_meet(const World& world, int left, int right, Meeting meeting) {
  for (int kind = 0; kind < static_cast<int>(world.actions.size()); ++kind) {
    const auto lefts = ways(world, world.norms[left], kind);
    const auto rights = ways(world, world.norms[right], kind);
    for (const Requirements& one : lefts) {
      for (const Requirements& other : rights) {
        if (meeting == Meeting::by_action || compatible(world, one, other)) return true;
      }
    }
  }
  return false;
}

NormSet norm_set(const World& world, const std::vector<int>& under, Meeting meeting) {
  NormSet result;
  result.modules = reachable_modules(world, under, false);
  for (int norm = 0; norm < static_cast<int>(world.norms.size()); ++norm) {
    const int module = world.norms[norm].module;
    if (module == absent || contains(result.modules, module)) result.norms.push_back(norm);
  }
  NormPairs pairs = stated_pairs(world, result.modules, result.norms);
  std::erase_if(pairs,
                [&](const auto& pair) { return is_void(world, under, pair.first, pair.second); });
  pairs.merge(default_pairs(world, result.norms, meeting));
  result.superior = closed(pairs);
  add_criteria(world, under, result.norms, meeting, result.superior);
  return result;
}

bool has_cycle_of_superiority(const World& world) {
  std::vector<int> norms, modules;
  for (int norm = 0; norm < static_cast<int>(world.norms.size()); ++norm) norms.push_back(norm);
  for (int module = 0; module < static_cast<int>(world.modules.size()); ++module) {
    modules.push_back(module);
  }
  NormPairs pairs = stated_pairs(world, modules, norms);
  pairs.merge(default_pairs(world, norms, Meeting::by_action));
  for (const auto& [superior, inferior] : closed(pairs)) {
    if (superior == inferior) return true;
  }
  return false;
}

}  // namespace grotius::properties
