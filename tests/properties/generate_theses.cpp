#include "tests/properties/all_situations.hpp"
#include "tests/properties/check_reference.hpp"
#include "tests/properties/generator.hpp"
#include "tests/properties/superiority.hpp"

namespace grotius::properties {

// What a norm set to be checked has instead of situations and questions.
void Generator::theses() {
  const int count = chance_.between(0, 2);
  for (int index = 0; index < count; ++index) {
    Thesis thesis;
    thesis.name = "thesis" + std::to_string(index);
    thesis.module = 0;
    thesis.always = chance_.percent(60);
    thesis.binders = some_parameters("z", 2);
    Place place{0, thesis.binders, 0, {}, static_cast<int>(world_.actions.size()), true, true};
    place.definitions_below = static_cast<int>(world_.definitions.size());
    thesis.expression = formula(chance_.between(1, 2), place, false);
    world_.theses.push_back(thesis);
  }
}

// Acts of one person at a time: roles of one type have one variable.
void Generator::shared_incompatibility() {
  if (!chance_.percent(40)) return;
  Incompatibility incompatibility;
  incompatibility.module = 0;
  const int actions = static_cast<int>(world_.actions.size());
  const int first = chance_.below(actions);
  for (int action : {first, (first + 1) % actions}) {
    Incompatibility::Act act;
    act.action = action;
    for (const Binder& role : world_.actions[action].roles) {
      act.variables.push_back("y" + std::to_string(role.type));
    }
    incompatibility.acts.push_back(act);
  }
  world_.incompatibilities = {incompatibility};
}

// Everything into the one module, every stated pair once, and a situation that says nothing.
void Generator::gather() {
  world_.situations.push_back({"any", absent, {}, {}});
  const auto adopt = [](auto& items) {
    for (auto& item : items) item.module = 0;
  };
  adopt(world_.norms);
  adopt(world_.attributions);
  adopt(world_.constraints);
  adopt(world_.priorities);
  NormPairs seen;
  for (int norm = 0; norm < static_cast<int>(world_.norms.size()); ++norm) {
    for (int inferior : world_.norms[norm].overrides) seen.emplace(norm, inferior);
  }
  std::erase_if(world_.priorities, [&](const Priority& priority) {
    for (std::size_t place = 1; place < priority.norms.size(); ++place) {
      if (!seen.emplace(priority.norms[place - 1], priority.norms[place]).second) return true;
    }
    return false;
  });
}

bool can_be_checked(const World& world) {
  if (!days_suffice(world)) return false;
  // With fewer stated pairs the criteria compare more norms: all of them must be comparable.
  World unranked = world;
  unranked.priorities.clear();
  for (Norm& norm : unranked.norms) norm.overrides.clear();
  try {
    norm_set(unranked, {0});
    return AllSituations(world, 0).count(most_situations) <= most_situations;
  } catch (const UnboundedUnknown&) {
    return false;
  }
}

}  // namespace grotius::properties
