#include <algorithm>
#include <tuple>

#include "tests/properties/generator.hpp"
#include "tests/properties/superiority.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

void Generator::norms() {
  // In a dense world most norms take part in one dispute: about one action, for and against.
  static const std::pair<Modality, Modality> disputes[] = {
      {Modality::permit, Modality::forbid},   {Modality::permit, Modality::forbid},
      {Modality::oblige, Modality::forbid},   {Modality::oblige, Modality::exempt},
      {Modality::empower, Modality::disable}, {Modality::empower, Modality::disable}};
  dense_ = chance_.percent(45);
  std::tie(pro_, contra_) = disputes[chance_.below(6)];
  disputed_ = chance_.below(static_cast<int>(world_.actions.size()));
  const int count = chance_.between(3, 8);
  const int modules = static_cast<int>(world_.modules.size());
  for (int index = 0; index < count; ++index) {
    const bool free = chance_.percent(6);
    const bool vocabulary = modules == 1 || chance_.percent(12);
    norm(free ? absent : vocabulary ? 0 : chance_.between(1, modules - 1));
  }
  circle_of_dates();
}

// Three norms that by their dates and a stated priority would outrank one another in a circle: what
// lex posterior says of them is dropped.
void Generator::circle_of_dates() {
  const int module = static_cast<int>(world_.modules.size()) - 1;
  const auto& criteria = world_.modules[module].resolve_by;
  if (!options_.dates || !chance_.percent(25) ||
      std::count(criteria.begin(), criteria.end(), Module::Criterion::lex_posterior) == 0) {
    return;
  }
  const int first = static_cast<int>(world_.norms.size());
  for (int age = 0; age < 3; ++age) {
    Norm norm;
    norm.name = "norm" + std::to_string(first + age);
    norm.module = module;
    norm.modality = age == 1 ? pro_ : contra_;
    norm.action = disputed_;
    for (const Binder& role : world_.actions[disputed_].roles) {
      norm.arguments.push_back({Argument::Form::role, absent, role});
    }
    norm.in_force.from = 10950 + age;
    world_.norms.push_back(norm);
  }
  world_.priorities.push_back({module, {first, first + 2}});
}

void Generator::norm(int module) {
  Norm norm;
  norm.name = "norm" + std::to_string(world_.norms.size());
  norm.module = module;
  const int actions = static_cast<int>(world_.actions.size());
  norm.action = chance_.percent(dense_ ? 75 : 40) ? disputed_ : chance_.below(actions);
  if (dense_ && norm.action == disputed_ && chance_.percent(30)) {
    norm.action = chance_.pick(generals(world_, disputed_));
  }
  static const Modality modalities[] = {Modality::permit,  Modality::permit, Modality::permit,
                                        Modality::forbid,  Modality::forbid, Modality::forbid,
                                        Modality::oblige,  Modality::oblige, Modality::exempt,
                                        Modality::empower, Modality::disable};
  norm.modality = modalities[chance_.below(11)];
  if (dense_ && chance_.percent(70)) norm.modality = chance_.percent(50) ? pro_ : contra_;
  norm.by_default = chance_.percent(20);
  Place place{module, {}, static_cast<int>(world_.definitions.size()), {}, norm.action, true, true};
  norm.arguments = arguments(module, norm.action, place.scope);
  if (chance_.percent(dense_ ? 45 : 65)) norm.when = formula(chance_.between(0, 3), place, false);
  if (chance_.percent(20)) norm.unless = formula(chance_.between(0, 1), place, false);
  if (options_.dates && chance_.percent(15)) norm.in_force = some_interval();
  // Dates for lex posterior to compare.
  if (options_.dates && module != absent && !world_.modules[module].resolve_by.empty() &&
      chance_.percent(30)) {
    norm.in_force = {some_date(), {}};
  }
  for (int document = 0; document < static_cast<int>(world_.documents.size()); ++document) {
    if (visible(module, world_.documents[document].module) && chance_.percent(45)) {
      norm.sources.push_back(document);
    }
  }
  const int index = static_cast<int>(world_.norms.size());
  world_.norms.push_back(norm);
  for (int earlier = 0; earlier < index; ++earlier) {
    const Norm& other = world_.norms[earlier];
    const bool named =
        module == absent
            ? other.module != absent
            : other.module != absent &&
                  (other.module == module ||
                   std::count(world_.modules[module].includes.begin(),
                              world_.modules[module].includes.end(), other.module) > 0);
    const bool meets = opposed(norm.modality, other.modality) &&
                       can_meet(world_, index, earlier, Meeting::by_arguments);
    if (named && chance_.percent(options_.specificity ? 8 : meets ? 45 : dense_ ? 15 : 3))
      world_.norms[index].overrides.push_back(earlier);
  }
}

void Generator::priorities() {
  const int count = chance_.percent(40) ? chance_.between(1, 2) : 0;
  for (int made = 0; made < count; ++made) {
    Priority priority;
    priority.module =
        chance_.percent(25) ? absent : chance_.below(static_cast<int>(world_.modules.size()));
    std::vector<int> named;
    for (int norm = 0; norm < static_cast<int>(world_.norms.size()); ++norm) {
      const int module = world_.norms[norm].module;
      if (module == absent) continue;
      if (priority.module != absent && module != priority.module) {
        const auto& includes = world_.modules[priority.module].includes;
        if (std::count(includes.begin(), includes.end(), module) == 0) continue;
      }
      named.push_back(norm);
    }
    const std::size_t length = chance_.percent(80) ? 2 : 3;
    while (priority.norms.size() < length && !named.empty()) {
      const int place = chance_.below(static_cast<int>(named.size()));
      priority.norms.push_back(named[place]);
      named.erase(named.begin() + place);
    }
    if (priority.norms.size() == length) world_.priorities.push_back(priority);
  }
}

void Generator::acceptances() {
  if (!chance_.percent(35)) return;
  for (int made = chance_.between(1, 3); made > 0; --made) {
    Acceptance acceptance;
    acceptance.module = chance_.below(static_cast<int>(world_.modules.size()));
    LineArgument who;
    std::vector<int> named;
    for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
      if (world_.individuals[index].module != absent) named.push_back(index);
    }
    if (named.empty() || chance_.percent(50)) {
      who.form = LineArgument::Form::every;
      who.type = chance_.below(static_cast<int>(world_.types.size()));
    } else {
      who.individuals = {chance_.pick(named)};
    }
    acceptance.who.push_back(who);
    if (options_.dates && chance_.percent(30)) acceptance.interval = some_interval();
    world_.acceptances.push_back(acceptance);
  }
}

// "It says nothing about what is done": no answer may change by it.
void Generator::incompatibilities() {
  if (!chance_.percent(12)) return;
  Incompatibility incompatibility;
  incompatibility.module = 0;
  int variable = 0;
  for (int action = 0; action < 2; ++action) {
    Incompatibility::Act act;
    act.action = action;
    for (std::size_t role = 0; role < world_.actions[action].roles.size(); ++role) {
      act.variables.push_back("y" + std::to_string(variable++));
    }
    incompatibility.acts.push_back(act);
  }
  world_.incompatibilities.push_back(incompatibility);
}

}  // namespace grotius::properties
