#include "tests/properties/shown_findings.hpp"

#include <algorithm>
#include <map>

#include "tests/properties/print.hpp"
#include "tests/properties/print_expression.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

using Act = std::pair<int, Tuple>;

std::string text_of(const World& world, const Act& act) {
  return atom_text(world, world.actions[act.first].name, act.second);
}

// "Some situation and act make two opposed norms stand: one finding per pair of norms."
void conflicts(const Asked& asked, Model& model, const Act& act, Shown& result) {
  const std::vector<Norm>& norms = asked.world.norms;
  const std::vector<Instance> instances = model.instances(act.first, act.second);
  for (const Instance& one : instances) {
    for (const Instance& other : instances) {
      if (one.stands && other.stands &&
          opposed(norms[one.norm].modality, norms[other.norm].modality)) {
        result.emplace("conflict " + unordered({norms[one.norm].name, norms[other.norm].name}),
                       text_of(asked.world, act));
      }
    }
  }
}

// "An action that some permit, forbid or oblige is about": by the actions alone, as the norm's head
// names them and as each `is` passes them on, whatever its condition.
bool is_spoken_of(const World& world, const NormSet& set, int action) {
  const std::vector<int> above = generals(world, action);
  return std::any_of(set.norms.begin(), set.norms.end(), [&](int index) {
    const Norm& norm = world.norms[index];
    switch (norm.modality) {
      case Modality::permit:
      case Modality::forbid:
        return std::count(above.begin(), above.end(), norm.action) > 0;
      case Modality::oblige:
        return norm.action == action;
      default:
        return false;
    }
  });
}

// The norms that make an obliged act a duty: those that oblige to it and stand.
std::set<std::string> duties(const Asked& asked, Model& model, const Act& act) {
  std::set<std::string> result;
  if (model.statuses(act.first, act.second).must != Must::obliged) return result;
  for (const Instance& instance : model.instances(act.first, act.second)) {
    const Norm& norm = asked.world.norms[instance.norm];
    if (instance.stands && norm.modality == Modality::oblige) result.insert(norm.name);
  }
  return result;
}

// "An act is obliged that has kinds, and every kind of it is forbidden": at least one act counts as
// it, and all that do are forbidden. One finding per duty.
void hopeless_duty(const Asked& asked, Model& model, const Act& act, Shown& result) {
  std::size_t kinds = 0;
  for (const Act& kind : all_acts(asked)) {
    if (kind.first == act.first || !model.counts_as(kind.first, kind.second).contains(act)) {
      continue;
    }
    if (model.statuses(kind.first, kind.second).may != May::forbidden) return;
    ++kinds;
  }
  if (kinds == 0) return;
  for (const std::string& norm : duties(asked, model, act)) {
    result.emplace("impossible_duties " + norm, text_of(asked.world, act));
  }
}

// "Two `incompatible` acts are both obliged": distinct acts, one finding per pair of duties, which
// may be one norm twice. Variables of one name are one variable.
void incompatible_duties(const Asked& asked, Model& model, const Incompatibility& item,
                         Shown& result) {
  const World& world = asked.world;
  std::vector<Binder> binders;
  for (const Incompatibility::Act& act : item.acts) {
    for (std::size_t role = 0; role < act.variables.size(); ++role) {
      const auto same = [&](const Binder& it) { return it.name == act.variables[role]; };
      if (std::none_of(binders.begin(), binders.end(), same)) {
        binders.push_back({act.variables[role], world.actions[act.action].roles[role].type});
      }
    }
  }
  for (const Environment& environment : all_bindings(asked, binders)) {
    const std::map<std::string, Value> values(environment.begin(), environment.end());
    std::set<Act> acts;
    for (const Incompatibility::Act& act : item.acts) {
      Tuple tuple;
      for (const std::string& variable : act.variables) {
        tuple.push_back(static_cast<int>(values.at(variable)));
      }
      acts.emplace(act.action, tuple);
    }
    for (const Act& one : acts) {
      for (const Act& other : acts) {
        if (!(one < other)) continue;
        for (const std::string& left : duties(asked, model, one)) {
          for (const std::string& right : duties(asked, model, other)) {
            const std::string norms = left == right ? left : unordered({left, right});
            result.emplace("impossible_duties " + norms,
                           text_of(world, one) + ", " + text_of(world, other));
          }
        }
      }
    }
  }
}

void theses(const Asked& asked, Model& model, Shown& result) {
  for (const Thesis& thesis : asked.world.theses) {
    for (Environment environment : all_bindings(asked, thesis.binders)) {
      if (model.holds(thesis.expression, environment) == thesis.always) continue;
      std::string bound;
      for (const auto& [variable, value] : environment) {
        bound +=
            variable + "=" + asked.world.individuals[static_cast<std::size_t>(value)].name + " ";
      }
      result.emplace("thesis " + thesis.name, bound);
    }
  }
}

}  // namespace

std::string unordered(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return join(names, ", ");
}

std::vector<Act> all_acts(const Asked& asked) {
  std::vector<Act> result;
  for (int action = 0; action < static_cast<int>(asked.world.actions.size()); ++action) {
    for (const Tuple& tuple : asked.situation.tuples(asked.world.actions[action].roles)) {
      result.emplace_back(action, tuple);
    }
  }
  return result;
}

std::vector<Environment> all_bindings(const Asked& asked, const std::vector<Binder>& binders) {
  std::vector<Environment> result;
  for (const Tuple& tuple : asked.situation.tuples(binders)) {
    Environment environment;
    for (std::size_t place = 0; place < tuple.size(); ++place) {
      environment.emplace_back(binders[place].name, tuple[place]);
    }
    result.push_back(environment);
  }
  return result;
}

Shown shown(const Asked& asked, Model& model) {
  Shown result;
  const NormSet& set = asked.norm_sets.at(asked.under);
  for (const Act& act : all_acts(asked)) {
    conflicts(asked, model, act, result);
    hopeless_duty(asked, model, act, result);
    if (is_spoken_of(asked.world, set, act.first) &&
        reported(model.statuses(act.first, act.second)) == Status::silent) {
      result.emplace("gap " + asked.world.actions[act.first].name, text_of(asked.world, act));
    }
  }
  for (const Incompatibility& item : asked.world.incompatibilities) {
    incompatible_duties(asked, model, item, result);
  }
  theses(asked, model, result);
  return result;
}

}  // namespace grotius::properties
