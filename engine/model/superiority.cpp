#include "engine/model/superiority.hpp"

#include <algorithm>

#include "engine/model/superiority_criteria.hpp"
#include "engine/model/superiority_stated.hpp"

namespace grotius::model {

bool opposed(Modality a, Modality b) {
  const auto are = [&](Modality x, Modality y) { return (a == x && b == y) || (a == y && b == x); };
  return are(Modality::permit, Modality::forbid) || are(Modality::oblige, Modality::forbid) ||
         are(Modality::oblige, Modality::exempt) || are(Modality::empower, Modality::disable);
}

const Module* resolving_module(const Model& model, const NormSet& set, NormId a, NormId b) {
  if (set.asked.size() == 1 && !model[set.asked.front()].resolve_by.empty())
    return &model[set.asked.front()];
  const ModuleId home = model[a].module;
  if (home == model[b].module && !model[home].resolve_by.empty()) return &model[home];
  return nullptr;
}

std::optional<std::size_t> rank_of(const Model& model, const Module& ranks, NormId norm) {
  std::optional<std::size_t> best;
  for (const Citation& citation : model[norm].sources) {
    if (!citation.document) continue;
    const auto at =
        std::find(ranks.ranks.begin(), ranks.ranks.end(), model[*citation.document].rank);
    if (at == ranks.ranks.end()) continue;
    const auto place = static_cast<std::size_t>(at - ranks.ranks.begin());
    if (!best || place < *best) best = place;
  }
  return best;
}

std::optional<Date> date_of(const Model& model, NormId id) {
  const Norm& norm = model[id];
  if (norm.in_force.from) return norm.in_force.from;
  std::optional<Date> latest;
  for (const Citation& citation : norm.sources) {
    if (!citation.document) continue;
    const std::optional<Date>& dated = model[*citation.document].dated;
    if (dated && (!latest || *latest < *dated)) latest = dated;
  }
  return latest ? latest : model[norm.module].in_force.from;
}

Superiority superiority(const Model& model, const NormSet& set, const SpecificityOracle& oracle,
                        Diagnostics& diagnostics) {
  Superiority result;
  result.superiors.resize(model.norms.size());
  result.void_priorities = void_priorities(model, set);
  Meetings meetings(model);
  StatedGraph stated(model, set, result.void_priorities, meetings);
  stated.remove_cycles(diagnostics);
  stated.close(result.superiors);
  const auto by_id = [](const Prevails& a, const Prevails& b) { return a.superior < b.superior; };
  for (auto& superiors : result.superiors) std::sort(superiors.begin(), superiors.end(), by_id);
  apply_criteria(model, set, stated, meetings, oracle, result);
  for (auto& superiors : result.superiors) std::sort(superiors.begin(), superiors.end(), by_id);
  return result;
}

void check_stated(const Model& model, const NormSet& set, Diagnostics& diagnostics) {
  if (set.priorities.empty()) return;
  Meetings meetings(model);
  StatedGraph(model, set, void_priorities(model, set), meetings).remove_cycles(diagnostics);
}

}  // namespace grotius::model
