// Norms and stated priorities that are hinges. The question is grounded in versions, one for each norm left out and one for each pair: norm
// sets that stand side by side in one program, so that what they share is there once and one completion answers for all of them.

#include <algorithm>
#include <map>
#include <set>

#include "engine/analyse/specificity.hpp"
#include "engine/explore/hinges_search.hpp"

namespace grotius::explore {

namespace {

using ground::RankedSet;
using model::NormId;
using Sets = std::vector<RankedSet>;

/// A hinge that may be one, and the norm sets without it.
struct Version {
  Hinge hinge;
  Sets sets;
};

class NormHinges {
 public:
  // Versions that stand in one program: enough to share most of it, few enough to hold the superiority of each.
  static constexpr std::size_t kTogether = 64;

  NormHinges(const HingeSearch& search, Hinges& result)
      : search_(search), model_(*search.world.model), result_(result) {}

  void find() {
    decide(without_norms());
    decide(without_priorities());
  }

 private:
  std::vector<Version> without_norms() const {
    std::vector<Version> versions;
    for (NormId norm : result_.answer.exercised.norms) {
      Version& version = versions.emplace_back();
      version.hinge.kind = Hinge::Kind::norm;
      version.hinge.norm = norm;
      version.hinge.name = model_.qualified(norm);
      version.sets = search_.world.sets;
      for (RankedSet& ranked : version.sets) std::erase(ranked.set.norms, norm);
    }
    return sorted(std::move(versions));
  }

  std::vector<Version> without_priorities() const {
    const Sets& sets = search_.world.sets;
    std::map<std::pair<NormId, NormId>, std::set<std::size_t>> pairs;
    std::vector<model::SpecificityOracle> oracles;
    for (const RankedSet& ranked : sets) {
      for (std::size_t i : ranked.set.priorities) pairs[{model_.priorities[i].superior, model_.priorities[i].inferior}].insert(i);
      oracles.push_back(analyse::specificity(model_, ranked.set, search_.options.seconds));
    }
    std::vector<Version> versions;
    for (const auto& [pair, priorities] : pairs) {
      Version version;
      version.hinge.kind = Hinge::Kind::priority;
      version.hinge.norm = pair.first;
      version.hinge.inferior = pair.second;
      version.hinge.name = model_.qualified(pair.first) + " > " + model_.qualified(pair.second);
      for (std::size_t i : priorities) version.hinge.stated.push_back(model_.priorities[i].span);
      bool matters = false;
      for (std::size_t at = 0; at < sets.size(); ++at) {
        version.sets.push_back(without(sets[at], priorities, oracles[at]));
        matters = matters || differ(sets[at].superiority, version.sets.back().superiority);
      }
      if (matters) versions.push_back(std::move(version));
    }
    return sorted(std::move(versions));
  }

  RankedSet without(const RankedSet& ranked, const std::set<std::size_t>& priorities,
                    const model::SpecificityOracle& oracle) const {
    RankedSet result = ranked;
    const auto& void_pairs = ranked.superiority.void_priorities;
    const bool stated = std::ranges::any_of(ranked.set.priorities, [&](std::size_t i) {
      return priorities.contains(i) && std::ranges::find(void_pairs, i) == void_pairs.end();
    });
    std::erase_if(result.set.priorities, [&](std::size_t i) { return priorities.contains(i); });
    if (!stated) return result;
    Diagnostics said_already;
    result.superiority = model::superiority(model_, result.set, oracle, said_already);
    return result;
  }

  // Whether the norms that apply somewhere outrank each other otherwise.
  bool differ(const model::Superiority& one, const model::Superiority& other) const {
    const auto& norms = result_.answer.exercised.norms;
    const auto above = [&](const model::Superiority& superiority, NormId norm) {
      std::vector<NormId> superiors;
      for (const model::Prevails& prevails : superiority.superiors[index(norm)])
        if (std::ranges::binary_search(norms, prevails.superior)) superiors.push_back(prevails.superior);
      return superiors;
    };
    return std::ranges::any_of(norms, [&](NormId norm) { return above(one, norm) != above(other, norm); });
  }

  static std::vector<Version> sorted(std::vector<Version> versions) {
    std::ranges::sort(versions, {}, [](const Version& version) { return version.hinge.name; });
    return versions;
  }

  void decide(std::vector<Version> versions) {
    for (std::size_t first = 0; first < versions.size(); first += kTogether) {
      const std::size_t last = std::min(versions.size(), first + kTogether);
      decide(std::span(versions).subspan(first, last - first));
    }
  }

  void decide(std::span<Version> versions) {
    analyse::Inquiry inquiry;
    inquiry.question = &search_.question;
    inquiry.world = search_.world;
    inquiry.world.version = search_.world.sets.size();
    for (const Version& version : versions)
      inquiry.world.sets.insert(inquiry.world.sets.end(), version.sets.begin(), version.sets.end());
    const auto outcomes_of = ground_versions(inquiry, versions.size());
    PossibleOutcomes possible(inquiry, search_.options);
    for (std::size_t i = 0; i < versions.size(); ++i) {
      Hinge& hinge = versions[i].hinge;
      try {
        hinge.possible = possible.of(outcomes_of[i]);
      } catch (const analyse::GaveUp& gave_up) {
        result_.undecided.push_back({hinge.name, gave_up.reason});
        continue;
      }
      hinge.answer = verdict(hinge.possible);
      if (hinge.answer != result_.answer.answer) result_.hinges.push_back(std::move(hinge));
    }
  }

  /// Grounds the question in each version but the first, with what completions must satisfy.
  std::vector<std::vector<OutcomeNode>> ground_versions(analyse::Inquiry& inquiry, std::size_t versions) const {
    inquiry.snapshot.emplace(inquiry.world, model_[search_.question.situation], search_.options.open);
    ground::Grounder grounder(inquiry.world);
    std::vector<std::vector<OutcomeNode>> result;
    for (std::size_t version = 1; version <= versions; ++version) {
      const std::size_t set = version * inquiry.world.version;
      if (const auto* act = std::get_if<model::Act>(&search_.question.asked)) {
        result.push_back(outcomes(grounder.statuses(set, *act)));
      } else {
        const ground::NodeId condition = grounder.condition_in(set, std::get<model::Expr>(search_.question.asked));
        result.push_back(outcomes(condition, grounder.negation(condition)));
      }
      for (const OutcomeNode& one : result.back()) inquiry.roots.push_back(one.node);
    }
    for (ground::NodeId constraint : grounder.constraints()) inquiry.requirements.push_back({constraint, {}, nullptr});
    for (const model::Entry* entry : inquiry.snapshot->not_done()) {
      const model::Act act{model::id_of<model::ActionId>(entry->atom.ref), entry->atom.arguments};
      inquiry.requirements.push_back({grounder.negation(grounder.done(act)), {}, entry});
    }
    inquiry.program = grounder.take();
    analyse::know(inquiry, inquiry.snapshot->knowledge(inquiry.program));
    return result;
  }

  const HingeSearch& search_;
  const model::Model& model_;
  Hinges& result_;
};

}  // namespace

void find_norm_hinges(const HingeSearch& search, Hinges& result) { NormHinges(search, result).find(); }

}  // namespace grotius::explore
