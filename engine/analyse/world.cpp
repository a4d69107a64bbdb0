#include "engine/analyse/world.hpp"

#include <algorithm>

#include "engine/analyse/codes.hpp"
#include "engine/analyse/specificity.hpp"

namespace grotius::analyse {

Worlds::Worlds(const model::Model& model, double seconds) : model_(&model), seconds_(seconds) {}

const Worlds::Known& Worlds::known(const std::vector<model::ModuleId>& asked,
                                   std::optional<model::ModuleId> asking) {
  // Only a file without a module adds to the sets that it asks, so all modules share what they ask.
  if (asking && !(*model_)[*asking].anonymous) asking.reset();
  const auto [place, is_new] = known_.try_emplace(Key{asked, asking});
  Known& known = place->second;
  if (!is_new) return known;
  Diagnostics diagnostics;
  known.ranked.set = model::norm_set(*model_, asked, asking);
  known.strata = model::strata(*model_, known.ranked.set, diagnostics);
  known.ranked.superiority = model::superiority(
      *model_, known.ranked.set, specificity(*model_, known.ranked.set, seconds_), diagnostics);
  for (const model::OpenPair& pair : known.ranked.superiority.open) {
    if (pair.criterion != model::Criterion::lex_specialis || pair.on_a_cycle) continue;
    const auto& first = (*model_)[pair.first];
    const auto& second = (*model_)[pair.second];
    Diagnostic& warning = diagnostics.warning(
        codes::open_specificity, first.name_span,
        "whether `" + std::string(first.name) + "` or `" + std::string(second.name) +
            "` is the more special norm could not be decided; the pair stays open");
    warning.related.push_back({second.name_span, "the other norm"});
    warning.help = "say which prevails: `priority " + std::string(first.name) + " > " +
                   std::string(second.name) + "`, or the reverse";
  }
  known.in_error = diagnostics.has_errors();
  known.diagnostics = diagnostics.items();
  return known;
}

const ground::RankedSet* Worlds::ranked(const std::vector<model::ModuleId>& asked,
                                        std::optional<model::ModuleId> asking,
                                        Diagnostics& diagnostics) {
  const Known& set = known(asked, asking);
  for (const Diagnostic& diagnostic : set.diagnostics) diagnostics.add(diagnostic);
  return set.in_error ? nullptr : &set.ranked;
}

std::optional<ground::World> Worlds::world(const model::Question& question,
                                           Diagnostics& diagnostics) {
  const model::Model& model = *model_;
  const model::Situation& situation = model[question.situation];
  ground::World world;
  world.model = model_;
  world.universe = universe_of(model, situation);
  if (const auto date = date_of(question, situation))
    world.moment = {ground::Moment::Kind::on, *date};

  std::vector<model::ModuleId> asked = question.under;
  if (question.holder) {
    asked = accepted_by(model, *question.holder, date_of(question, situation));
    if (asked.empty()) {
      const std::string holder(model[*question.holder].name);
      diagnostics
          .warning(codes::nothing_accepted, question.span,
                   "`" + holder + "` accepts no norm set on this date, so every act is silent")
          .help = "say what it accepts: `acceptance of MODULE by " + holder + " from DATE`";
    }
  }
  const Known& first = known(asked, question.module);
  bool in_error = ranked(asked, question.module, diagnostics) == nullptr;
  world.sets.push_back(first.ranked);
  world.strata = first.strata;
  const auto* expr = std::get_if<model::Expr>(&question.asked);
  const std::vector<model::ModuleId> elsewhere_asked =
      expr ? asked_elsewhere(model, first.ranked.set, *expr)
           : asked_elsewhere(model, first.ranked.set);
  for (model::ModuleId elsewhere : elsewhere_asked) {
    const auto* set = ranked({elsewhere}, question.module, diagnostics);
    if (set == nullptr) {
      in_error = true;
      continue;
    }
    world.set_of_module[elsewhere] = world.sets.size();
    world.sets.push_back(*set);
  }
  for (const model::Parameter& parameter : model.parameters)
    world.parameters.push_back(parameter.value);
  for (const model::Setting& setting : question.with)
    world.parameters[index(setting.parameter)] = setting.value;
  if (in_error) return std::nullopt;
  return world;
}

std::optional<ground::World> Worlds::world_of(model::ModuleId module, std::optional<Date> on,
                                              Diagnostics& diagnostics) {
  const model::Model& model = *model_;
  ground::World world;
  world.model = model_;
  world.moment.kind = ground::Moment::Kind::any;
  if (on) world.moment = {ground::Moment::Kind::on, *on};
  const bool is_file = model[module].anonymous;
  const std::vector<model::ModuleId> asked = is_file ? std::vector<model::ModuleId>{} : std::vector{module};
  const Known& first = known(asked, module);
  bool in_error = ranked(asked, module, diagnostics) == nullptr;
  world.sets.push_back(first.ranked);
  world.strata = first.strata;
  // Theses may ask about further modules than the norms do.
  std::vector<model::ModuleId> elsewhere = asked_elsewhere(model, first.ranked.set);
  for (const model::Thesis& thesis : model.theses) {
    if (thesis.module != module) continue;
    for (model::ModuleId other : asked_elsewhere(model, first.ranked.set, thesis.condition))
      if (std::ranges::find(elsewhere, other) == elsewhere.end()) elsewhere.push_back(other);
  }
  std::ranges::sort(elsewhere, {}, [&](model::ModuleId id) { return model[id].name; });
  for (model::ModuleId other : elsewhere) {
    const auto* set = ranked({other}, module, diagnostics);
    if (set == nullptr) {
      in_error = true;
      continue;
    }
    world.set_of_module[other] = world.sets.size();
    world.sets.push_back(*set);
  }
  // What else is loaded has nothing to do with this norm set: its individuals are like unnamed ones.
  for (const ground::RankedSet& ranked_set : world.sets)
    for (model::ModuleId home : ranked_set.set.world)
      if (std::ranges::find(world.homes, home) == world.homes.end()) world.homes.push_back(home);
  if (is_file)  // what it names may stand in any module
    for (std::size_t i = 0; i < model.modules.size(); ++i)
      if (!model.modules[i].anonymous || model::id_of<model::ModuleId>(i) == module)
        world.homes.push_back(model::id_of<model::ModuleId>(i));
  for (const model::Parameter& parameter : model.parameters)
    world.parameters.push_back(parameter.value);
  if (in_error) return std::nullopt;
  return world;
}

}  // namespace grotius::analyse
