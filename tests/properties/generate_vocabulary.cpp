#include <algorithm>

#include "tests/properties/generator.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

// Few dates, so that they coincide often; a leap day among them.
Value Generator::some_date() {
  static const Value days[] = {10957, 10986, 11016, 11017, 11018, 11047, 11322};
  return days[chance_.below(7)];
}

Interval Generator::some_interval() {
  Interval result;
  result.from = some_date();
  if (chance_.percent(40)) {
    result.until = some_date();
    if (*result.until <= *result.from) result.until = *result.from + 40;
  }
  return result;
}

// Module 0 is the only one, or the vocabulary that all others use.
void Generator::modules() {
  const int others = options_.tiny || chance_.percent(45) ? 0 : chance_.between(1, 3);
  for (int index = 0; index <= others; ++index) {
    Module module;
    module.name = others == 0 ? "m" : index == 0 ? "vocabulary" : "n" + std::to_string(index);
    if (index > 0) module.uses.push_back(0);
    for (int earlier = 1; earlier < index; ++earlier) {
      if (chance_.percent(35)) {
        module.includes.push_back(earlier);
      } else if (chance_.percent(50)) {
        module.uses.push_back(earlier);
      }
    }
    if (options_.dates && chance_.percent(12)) module.in_force = some_interval();
    if (options_.criteria && (options_.specificity || chance_.percent(45))) {
      module.resolve_by = {Module::Criterion::lex_superior, Module::Criterion::lex_posterior};
      if (chance_.percent(50)) std::swap(module.resolve_by[0], module.resolve_by[1]);
      if (chance_.percent(40)) module.resolve_by.pop_back();
      if (options_.specificity) {
        const int place = chance_.below(static_cast<int>(module.resolve_by.size()) + 1);
        module.resolve_by.insert(module.resolve_by.begin() + place,
                                 Module::Criterion::lex_specialis);
        while (module.resolve_by.front() != Module::Criterion::lex_specialis &&
               chance_.percent(60)) {
          module.resolve_by.erase(module.resolve_by.begin());
        }
      }
      module.ranks = {"treaty", "custom", "doctrine"};
      if (chance_.percent(30)) std::swap(module.ranks[0], module.ranks[1]);
    }
    world_.modules.push_back(module);
  }
}

void Generator::documents() {
  const int count = chance_.between(0, 4);
  for (int index = 0; index < count; ++index) {
    Document document;
    document.name = "doc" + std::to_string(index);
    document.module =
        chance_.percent(60) ? 0 : chance_.below(static_cast<int>(world_.modules.size()));
    static const char* const ranks[] = {"treaty", "custom", "doctrine", "treaty",
                                        "custom", "comity", ""};
    document.rank = ranks[chance_.below(7)];
    if (chance_.percent(50)) document.dated = some_date();
    world_.documents.push_back(document);
  }
}

void Generator::types_and_individuals() {
  const auto individual = [&](const std::string& name, int type, int situation) {
    world_.individuals.push_back({name, type, situation == absent ? 0 : absent, situation});
  };
  const int entity_types =
      options_.closed_types_only ? 0 : chance_.between(1, options_.tiny ? 2 : 3);
  for (int index = 0; index < entity_types; ++index) {
    Type type;
    type.name = std::string("T") + std::to_string(index);
    type.module = 0;
    if (index > 0 && chance_.percent(60)) type.supertype = chance_.below(index);
    world_.types.push_back(type);
  }
  const int closed_types = options_.closed_types_only ? chance_.between(1, options_.tiny ? 1 : 2)
                                                      : chance_.between(0, 1);
  for (int index = 0; index < closed_types; ++index) {
    const int type = static_cast<int>(world_.types.size());
    world_.types.push_back({"C" + std::to_string(index), absent, true, 0});
    const int values = chance_.between(2, options_.tiny ? 2 : 3);
    for (int value = 0; value < values; ++value) {
      individual("c" + std::to_string(index) + std::string(1, static_cast<char>('a' + value)), type,
                 absent);
    }
  }
  static const char* const words[] = {"alpha", "beta", "gamma", "delta", "epsilon",
                                      "zeta",  "eta",  "days",  "dated", "link"};
  int word = 0;
  for (int type = 0; type < entity_types; ++type) {
    const int count = chance_.percent(20) ? 0 : chance_.between(1, options_.tiny ? 1 : 2);
    for (int index = 0; index < count; ++index) individual(words[word++], type, absent);
  }
}

void Generator::parameters() {
  if (chance_.percent(40)) {
    world_.parameters.push_back({"threshold", 0, {Kind::integer}, chance_.between(0, 3)});
  }
  if (options_.dates && chance_.percent(20)) {
    world_.parameters.push_back({"deadline", 0, {Kind::date}, some_date()});
  }
  for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
    if (!world_.types[type].closed || !chance_.percent(30)) continue;
    std::vector<Value> values;
    for (int index = 0; index < static_cast<int>(world_.individuals.size()); ++index) {
      if (world_.individuals[index].type == type) values.push_back(index);
    }
    world_.parameters.push_back(
        {"reading" + std::to_string(type), 0, {Kind::individual, type}, chance_.pick(values)});
  }
}

// Words of the forms that count only in their place may be names: roles take some of them.
std::string Generator::role_name(int place) {
  static const char* const words[2][6] = {{"by", "of", "from", "who", "on", "force"},
                                          {"to", "target", "until", "with", "rank", "title"}};
  return words[place % 2][chance_.below(6)];
}

std::vector<Binder> Generator::some_parameters(const std::string& prefix, int most) {
  std::vector<Binder> result;
  const int count = chance_.percent(10) ? 0 : chance_.between(1, most);
  for (int place = 0; place < count; ++place) {
    const std::string name = prefix + std::to_string(place);
    result.push_back({name, chance_.below(static_cast<int>(world_.types.size()))});
  }
  return result;
}

void Generator::facts() {
  const auto fact = [&](const std::string& name, Sort sort, int most) -> Fact& {
    Fact result;
    result.name = name + std::to_string(world_.facts.size());
    result.module = 0;
    result.sort = sort;
    result.parameters = some_parameters("p", options_.tiny ? 1 : most);
    world_.facts.push_back(result);
    return world_.facts.back();
  };
  const int relations = chance_.between(2, options_.tiny ? 3 : 4);
  for (int index = 0; index < relations; ++index) {
    Fact& relation = fact("rel", {Kind::truth}, 2);
    if (chance_.percent(15)) relation.presumption = Fact::Presumption::unknown;
    if (chance_.percent(15)) {
      relation.presumption = Fact::Presumption::stated;
      relation.presumed = chance_.below(2);
    }
  }
  const auto maybe_presumed = [&](Fact& value) {
    if (chance_.percent(15)) value.presumption = Fact::Presumption::unknown;
    if (!chance_.percent(40)) return;
    value.presumption = Fact::Presumption::stated;
    value.presumed = some_value(value);
  };
  if (chance_.percent(options_.tiny ? 10 : 50)) {
    Fact& ranged = fact("num", {Kind::integer}, 1);
    ranged.low = chance_.between(-1, 1);
    ranged.high = *ranged.low + chance_.between(1, 3);
    maybe_presumed(ranged);
  }
  if (!options_.tiny && chance_.percent(35)) {
    Fact& free = fact("amount", {Kind::integer}, 1);
    free.only_compared_with_constants = chance_.percent(60);
    if (chance_.percent(50)) free.low = 0;
    maybe_presumed(free);
  }
  if (options_.dates && chance_.percent(35)) {
    Fact& day = fact("day", {Kind::date}, 1);
    day.only_compared_with_constants = chance_.percent(60);
    maybe_presumed(day);
  }
  for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
    if (!world_.types[type].closed || !chance_.percent(60)) continue;
    maybe_presumed(fact("val", {Kind::individual, type}, 2));
  }
}

// Often the roles of an earlier action, perhaps narrowed or turned round, so that one can be a kind
// of the other.
std::vector<Binder> Generator::roles() {
  std::vector<Binder> result;
  if (!world_.actions.empty() && chance_.percent(65)) {
    result = chance_.pick(world_.actions).roles;
    for (Binder& role : result) {
      std::vector<int> narrower;
      for (int type = 0; type < static_cast<int>(world_.types.size()); ++type) {
        if (is_subtype(world_, type, role.type)) narrower.push_back(type);
      }
      role.type = chance_.pick(narrower);
    }
    if (chance_.percent(25)) std::reverse(result.begin(), result.end());
    if (result.size() < 2 && chance_.percent(40)) {
      result.push_back({"", chance_.below(static_cast<int>(world_.types.size()))});
    }
  } else {
    result.resize(chance_.percent(5) ? 0 : chance_.between(1, 2));
    for (Binder& role : result) role.type = chance_.below(static_cast<int>(world_.types.size()));
  }
  if (options_.tiny && result.size() > 1) result.resize(1);
  for (int place = 0; place < static_cast<int>(result.size()); ++place) {
    result[place].name = role_name(place);
  }
  return result;
}

// An action may be a kind of earlier ones: the lower its number the more general it is.
void Generator::actions() {
  const int count = chance_.between(2, options_.tiny ? 3 : 4);
  for (int index = 0; index < count; ++index) {
    Action action;
    action.name = "act" + std::to_string(index);
    action.module = 0;
    action.roles = this->roles();
    const int roles = static_cast<int>(action.roles.size());
    action.done_presumed_unknown = roles < 2 && !options_.complete_only && chance_.percent(8);
    for (int general = 0; general < index; ++general) {
      if (!chance_.percent(55)) continue;
      IsLink link;
      link.general = general;
      for (const Binder& wanted : world_.actions[general].roles) {
        std::vector<int> fitting;
        for (int role = 0; role < roles; ++role) {
          if (is_subtype(world_, action.roles[role].type, wanted.type)) fitting.push_back(role);
        }
        if (fitting.empty()) break;
        const int same = static_cast<int>(link.roles.size());
        const bool own_place = std::count(fitting.begin(), fitting.end(), same) > 0;
        link.roles.push_back(own_place && chance_.percent(70) ? same : chance_.pick(fitting));
      }
      if (link.roles.size() == world_.actions[general].roles.size()) action.is.push_back(link);
    }
    world_.actions.push_back(action);
  }
}

}  // namespace grotius::properties
