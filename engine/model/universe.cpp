#include "engine/model/universe.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace grotius::model {
namespace {

/// The files whose own individuals belong to the situation: its own and those of the situations
/// that it extends.
std::vector<ModuleId> homes(const Model& model, const Situation& situation) {
  std::vector<ModuleId> result{situation.module};
  std::optional<SituationId> parent = situation.extends;
  for (std::size_t step = 0; parent && step < model.situations.size(); ++step) {
    result.push_back(model[*parent].module);
    parent = model[*parent].extends;
  }
  return result;
}

/// Of every loaded module, and of no file without a module and no situation.
bool belongs_everywhere(const Model& model, const Individual& individual) {
  return !individual.situation && !model[individual.module].anonymous;
}

bool is_member_of_closed(const Model& model, const Individual& individual) {
  return !individual.situation && model[individual.type].closed;
}

void sort_by_name(const Model& model, const Universe& universe,
                  std::vector<IndividualId>& members) {
  const auto module_name = [&](IndividualId id) {
    return universe.is_unnamed(model, id) ? std::string_view() : model[model[id].module].name;
  };
  std::sort(members.begin(), members.end(), [&](IndividualId a, IndividualId b) {
    const int order = name_of(model, universe, a).compare(name_of(model, universe, b));
    if (order != 0) return order < 0;
    const int modules = module_name(a).compare(module_name(b));
    return modules != 0 ? modules < 0 : a < b;
  });
}

/// Sorts the members and lists each under its own type and all types above it.
void fill(const Model& model, Universe& universe, std::vector<IndividualId> members) {
  sort_by_name(model, universe, members);
  members.erase(std::unique(members.begin(), members.end()), members.end());
  universe.by_type.resize(model.types.size());
  for (const IndividualId member : members) {
    std::optional<TypeId> type = type_of(model, universe, member);
    for (std::size_t step = 0; type && step < model.types.size(); ++step) {
      universe.by_type[index(*type)].push_back(member);
      type = model[*type].supertype;
    }
  }
}

std::set<std::string_view> taken_names(const Model& model) {
  std::set<std::string_view> names;
  const auto take = [&](const auto& items) {
    for (const auto& item : items) names.insert(item.name);
  };
  take(model.types);
  take(model.individuals);
  take(model.parameters);
  take(model.facts);
  take(model.definitions);
  take(model.actions);
  return names;
}

}  // namespace

Universe universe_of(const Model& model, const Situation& situation) {
  const std::vector<ModuleId> files = homes(model, situation);
  std::vector<IndividualId> members = situation.individuals;
  for (std::size_t i = 0; i < model.individuals.size(); ++i) {
    const Individual& individual = model.individuals[i];
    const bool of_its_file = !individual.situation && std::find(files.begin(), files.end(),
                                                                individual.module) != files.end();
    if (belongs_everywhere(model, individual) || of_its_file) {
      members.push_back(id_of<IndividualId>(i));
    }
  }
  Universe universe;
  fill(model, universe, std::move(members));
  return universe;
}

Universe symbolic_universe(const Model& model, const std::vector<std::uint32_t>& unnamed,
                           const std::vector<ModuleId>& homes) {
  Universe universe;
  std::vector<IndividualId> members;
  for (std::size_t i = 0; i < model.individuals.size(); ++i) {
    const Individual& individual = model.individuals[i];
    const bool belongs = homes.empty() ? belongs_everywhere(model, individual)
                                       : !individual.situation && std::find(homes.begin(), homes.end(),
                                                                            individual.module) != homes.end();
    if (belongs || is_member_of_closed(model, individual)) members.push_back(id_of<IndividualId>(i));
  }
  const std::set<std::string_view> taken = taken_names(model);
  std::array<std::uint32_t, 256> last{};  // by first letter: s1, s2, … go on from type to type
  for (std::size_t type = 0; type < unnamed.size() && type < model.types.size(); ++type) {
    if (model.types[type].closed) continue;
    const char first = model.types[type].name.empty() ? 'x' : model.types[type].name.front();
    const char letter = first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
    for (std::uint32_t made = 0; made < unnamed[type]; ++made) {
      std::string name;
      do {
        name = letter + std::to_string(++last[static_cast<unsigned char>(letter)]);
      } while (taken.count(name) != 0);
      members.push_back(id_of<IndividualId>(model.individuals.size() + universe.unnamed.size()));
      universe.unnamed.push_back({std::move(name), id_of<TypeId>(type)});
    }
  }
  fill(model, universe, std::move(members));
  return universe;
}

std::string_view name_of(const Model& model, const Universe& universe, IndividualId id) {
  if (!universe.is_unnamed(model, id)) return model[id].name;
  return universe.unnamed[index(id) - model.individuals.size()].name;
}

TypeId type_of(const Model& model, const Universe& universe, IndividualId id) {
  if (!universe.is_unnamed(model, id)) return model[id].type;
  return universe.unnamed[index(id) - model.individuals.size()].type;
}

}  // namespace grotius::model
