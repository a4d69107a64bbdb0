#include "engine/analyse/coverage.hpp"

#include <algorithm>

namespace grotius::analyse {

void Coverage::add(const Answer& answer) {
  const Exercised& exercised = answer.exercised;
  norms_.insert(exercised.norms.begin(), exercised.norms.end());
  defeats_.insert(exercised.defeats.begin(), exercised.defeats.end());
  alternatives_.insert(exercised.alternatives.begin(), exercised.alternatives.end());
}

std::vector<Uncovered> Coverage::uncovered(const model::Model& model) const {
  std::vector<Uncovered> norms, alternatives, priorities;
  auto named = [&](model::ModuleId id) {
    return model[id].anonymous ||
           std::ranges::find(model.named_modules, id) != model.named_modules.end();
  };
  for (std::size_t i = 0; i < model.norms.size(); ++i) {
    const auto id = model::id_of<model::NormId>(i);
    if (named(model[id].module) && !norms_.contains(id))
      norms.push_back({"norm", model.qualified(id), model[id].name_span});
  }
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    const auto& definition = model.definitions[i];
    if (!named(definition.module)) continue;
    for (std::size_t which = 0; which < definition.alternatives.size(); ++which)
      if (!alternatives_.contains({model::id_of<model::DefinitionId>(i), which}))
        alternatives.push_back({"alternative", model.qualified(definition.module, definition.name),
                                definition.alternatives[which].span});
  }
  for (const auto& pair : model.priorities)
    if (named(pair.module) && !defeats_.contains({pair.superior, pair.inferior}))
      priorities.push_back({"priority",
                            model.qualified(pair.superior) + " > " + model.qualified(pair.inferior),
                            pair.span});
  for (auto* list : {&norms, &alternatives, &priorities})
    std::ranges::sort(*list, {}, &Uncovered::span);
  norms.insert(norms.end(), alternatives.begin(), alternatives.end());
  norms.insert(norms.end(), priorities.begin(), priorities.end());
  return norms;
}

}  // namespace grotius::analyse
