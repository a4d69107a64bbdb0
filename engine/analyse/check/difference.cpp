#include "engine/analyse/check/difference.hpp"

#include <algorithm>
#include <chrono>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/parting.hpp"
#include "engine/analyse/check/rewording.hpp"
#include "engine/analyse/check/versions.hpp"
#include "engine/analyse/specificity.hpp"
#include "engine/model/merge.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::ModuleId;
using model::NormId;
using Clock = std::chrono::steady_clock;

/// The asked set of a side, and those that its norms ask about.
struct Side {
  std::vector<ground::RankedSet> sets;
  std::vector<ModuleId> asked_about;
};

class Differing {
 public:
  Differing(model::Merged merged, const CheckOptions& options, Diagnostics& diagnostics)
      : merged_(std::move(merged)), options_(options), diagnostics_(diagnostics) {
    if (options.seconds > 0)
      effort_.deadline = start_ + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(options.seconds));
    effort_.engine = options.engine;
  }

  std::optional<Difference> find(const std::vector<ModuleId>& first, const std::vector<ModuleId>& second) {
    const auto one = side(first), other = side(second);
    if (!one || !other) return std::nullopt;
    const ground::World both = world({&*one, &*other});
    Report report;
    Study study(both, options_, effort_, report);
    Sides sides;
    sides.world = &study.world;
    sides.second = one->sets.size();
    add_actions(sides);
    Partings parted = partings(study, sides);
    Difference difference;
    difference.changes = std::move(parted.changes);
    difference.complete = parted.complete;
    difference.reason = std::move(parted.reason);
    difference.undecided = std::move(parted.undecided);
    difference.universe = report.universe;
    list_norms(*one, *other, difference);
    difference.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    return difference;
  }

 private:
  const model::Model& model() const { return merged_.model; }

  std::optional<ground::RankedSet> ranked(const std::vector<ModuleId>& asked) {
    // A file without a module is asked by itself; it adds its items to nothing else here.
    std::vector<ModuleId> modules;
    std::optional<ModuleId> asking;
    for (ModuleId id : asked) model()[id].anonymous ? static_cast<void>(asking = id) : modules.push_back(id);
    ground::RankedSet result;
    result.set = model::norm_set(model(), modules, asking);
    Diagnostics found;
    const double seconds = effort_.deadline ? effort_.left() : 0;
    result.superiority = model::superiority(model(), result.set, specificity(model(), result.set, seconds), found);
    for (const Diagnostic& diagnostic : found.items()) diagnostics_.add(diagnostic);
    if (found.has_errors()) return std::nullopt;
    return result;
  }

  std::optional<Side> side(const std::vector<ModuleId>& asked) {
    Side side;
    auto first = ranked(asked);
    if (!first) return std::nullopt;
    side.sets.push_back(std::move(*first));
    for (ModuleId module : asked_elsewhere(model(), side.sets[0].set)) {
      auto other = ranked({module});
      if (!other) return std::nullopt;
      side.asked_about.push_back(module);
      side.sets.push_back(std::move(*other));
    }
    return side;
  }

  ground::World world(std::initializer_list<const Side*> sides) {
    ground::World world;
    world.model = &model();
    world.moment.kind = ground::Moment::Kind::any;
    if (options_.on) world.moment = {ground::Moment::Kind::on, *options_.on};
    world.binding.clear();
    model::NormSet together;
    for (const Side* side : sides) {
      world.binding.push_back(world.sets.size());
      for (std::size_t i = 0; i < side->asked_about.size(); ++i)
        world.set_of_module[side->asked_about[i]] = world.sets.size() + 1 + i;
      world.sets.insert(world.sets.end(), side->sets.begin(), side->sets.end());
      together = joined(together, side->sets[0].set);
    }
    Diagnostics reported_elsewhere;
    world.strata = strata(model(), together, reported_elsewhere);
    world.deed_of = merged_.shared_deeds();
    const bool a_file = std::ranges::any_of(model().modules, &model::Module::anonymous);
    for (const ground::RankedSet& ranked : world.sets)
      for (ModuleId home : ranked.set.world)
        if (std::ranges::find(world.homes, home) == world.homes.end()) world.homes.push_back(home);
    if (a_file)  // what it names may stand in any module
      for (std::size_t i = 0; i < model().modules.size(); ++i) world.homes.push_back(model::id_of<ModuleId>(i));
    for (const auto& parameter : model().parameters) world.parameters.push_back(parameter.value);
    return world;
  }

  void add_actions(Sides& sides) const {
    std::vector<bool> of_second(model().actions.size(), false);
    for (ActionId id : merged_.actions_of_second) of_second[index(id)] = true;
    for (ActionId id : general_first(model())) {
      if (!of_second[index(id)])
        sides.actions.emplace_back(id, merged_.twin[index(id)]);
      else if (!merged_.twin[index(id)])
        sides.actions.emplace_back(std::nullopt, id);
    }
  }

  void list_norms(const Side& one, const Side& other, Difference& difference) {
    std::map<std::string, NormId> before, after;
    for (NormId id : one.sets[0].set.norms) before[model().qualified(id)] = id;
    for (NormId id : other.sets[0].set.norms) after[model().qualified(id)] = id;
    const bool same_meaning = difference.equivalent();
    const auto add = [&](NormChange::Kind kind, const std::string& name, NormId id, auto&& matters) {
      NormChange change{kind, name, model()[id].name_span, false};
      if (!same_meaning) change.changes_something = matters();
      difference.norms.push_back(std::move(change));
    };
    for (const auto& [name, id] : before) {
      const auto kept = after.find(name);
      if (kept == after.end()) {
        add(NormChange::Kind::removed, name, id, [&, id = id] { return matters_in(one, id, std::nullopt); });
      } else if (wording(model(), id) != wording(model(), kept->second)) {
        add(NormChange::Kind::reworded, name, kept->second,
            [&, id = id, to = kept->second] { return matters_in(one, id, to); });
      }
    }
    for (const auto& [name, id] : after)
      if (!before.contains(name))
        add(NormChange::Kind::added, name, id, [&, id = id] { return matters_in(other, id, std::nullopt); });
  }

  /// Whether some status of the side differs without the norm, or with the other side's wording of it. What is not decided counts as a difference.
  bool matters_in(const Side& side, NormId norm, std::optional<NormId> reworded) {
    try {
      effort_.left();
      const ground::World alone = world({&side});
      std::optional<model::Model> with_wording;
      NormId instead{};
      if (reworded) {
        with_wording = with_norm_of_twin(merged_, norm, *reworded);
        if (!with_wording) return true;
        instead = model::id_of<NormId>(with_wording->norms.size() - 1);
      }
      ground::World versions = with_version(alone, [&](ground::RankedSet& ranked) {
        if (reworded)
          replace_norm(ranked, norm, instead);
        else
          std::erase(ranked.set.norms, norm);
      });
      if (with_wording) {
        versions.model = &*with_wording;
        for (ground::RankedSet& ranked : versions.sets)
          ranked.superiority.superiors.resize(with_wording->norms.size());
      }
      Report report;
      Study study(versions, options_, effort_, report);
      const Compared compared = compare_versions(study, versions);
      return compared.possible != Possible::no || !compared.scope.complete;
    } catch (const GaveUp&) {
      return true;
    } catch (const ground::ResourceLimit&) {
      return true;
    }
  }

  model::Merged merged_;
  const CheckOptions& options_;
  Diagnostics& diagnostics_;
  Clock::time_point start_ = Clock::now();
  Effort effort_;
};

}  // namespace

std::optional<Difference> difference(const model::Model& first, const std::vector<ModuleId>& first_set,
                                     const model::Model& second, const std::vector<ModuleId>& second_set,
                                     const CheckOptions& options, Diagnostics& diagnostics) {
  auto merged = merge(first, second, diagnostics);
  if (!merged) return std::nullopt;
  std::vector<ModuleId> of_second;
  for (ModuleId id : second_set) of_second.push_back(merged->modules_of_second[index(id)]);
  try {
    return Differing(std::move(*merged), options, diagnostics).find(first_set, of_second);
  } catch (const GaveUp& gave_up) {
    Difference nothing_known;
    nothing_known.complete = false;
    nothing_known.reason = gave_up.reason;
    nothing_known.undecided.push_back(gave_up.reason);
    return nothing_known;
  }
}

}  // namespace grotius::analyse
