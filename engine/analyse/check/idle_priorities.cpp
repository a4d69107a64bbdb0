// Idle priorities: stated pairs without which, closure and criteria computed again, every status stays as it is.

#include <algorithm>
#include <deque>
#include <set>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/effects.hpp"
#include "engine/analyse/check/versions.hpp"
#include "engine/analyse/check/without_priority.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::NormId;

/// A stated pair, and whether it matters to the acts of each action that a norm which it concerns can be about.
struct Pair {
  std::size_t priority = 0;
  std::map<NormId, std::vector<NormId>> without;  ///< the norms that have other superiors without it
  std::map<ActionId, Question> matters;
  Possible possible = Possible::no;
  Scope incomplete;
  bool complete = true;
  std::string reason;
};

class IdlePriorities {
 public:
  explicit IdlePriorities(Study& study) : study_(study), model_(study.model), without_(study) {}

  void find() {
    const auto& voids = study_.superiority().void_priorities;
    std::vector<Pair> pairs;
    for (std::size_t i : study_.set().priorities) {
      if (!study_.asks(model_.priorities[i].superior) || std::ranges::find(voids, i) != voids.end()) continue;
      Pair pair;
      pair.priority = i;
      attempt(pair, [&] {
        if (study_.world.sets.size() > 1)
          compare_everything(pair);
        else
          pair.without = without_.superiors(i);
        pairs.push_back(std::move(pair));
      });
    }
    if (study_.world.sets.size() == 1) compare_acts(pairs);
    for (const Pair& pair : pairs) attempt(pair, [&] { report(pair); });
  }

 private:
  template <class Step>
  bool attempt(const Pair& pair, Step step) {
    bool passed = false;
    const Finding finding = about(pair);
    study_.attempt(finding.kind, finding.names, finding.norms, [&] {
      step();
      passed = true;
    });
    return passed;
  }

  // Norms are asked about elsewhere too (`under M`), so conditions may change: everything is compared.
  void compare_everything(Pair& pair) {
    const Compared compared =
        compare_versions(study_, with_version(study_.world, [&](ground::RankedSet& ranked) {
                           ranked = without_.ranked(pair.priority, ranked);
                         }));
    pair.possible = compared.possible;
    pair.reason = compared.reason;
    pair.complete = compared.scope.complete;
    pair.incomplete = compared.scope;
  }

  // With one norm set only the acts about which some norm gained or lost a superior can change. Everything is ground before anything is
  // decided; pairs about one action are decided together.
  void compare_acts(std::vector<Pair>& pairs) {
    std::vector<bool> failed(pairs.size(), false);
    for (ActionId action : study_.actions())
      if (study_.asks(action)) ground_about(action, pairs, failed);
    for (ActionId action : study_.actions()) {
      std::map<Symbolic*, std::vector<Question*>> questions;
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto found = pairs[i].matters.find(action);
        if (!failed[i] && found != pairs[i].matters.end() && pairs[i].possible != Possible::yes)
          questions[symbolic_.at({i, action})].push_back(&found->second);
      }
      for (auto& [symbolic, together] : questions) settle(*symbolic, together, study_.effort);
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto found = pairs[i].matters.find(action);
        if (failed[i] || found == pairs[i].matters.end() || pairs[i].possible == Possible::yes) continue;
        if (found->second.possible != Possible::no) pairs[i].possible = found->second.possible;
        if (found->second.possible == Possible::undecided) pairs[i].reason = found->second.reason;
        pairs[i].matters.erase(found);
      }
    }
    std::size_t next = 0;
    std::erase_if(pairs, [&](const Pair&) { return failed[next++]; });
  }

  void ground_about(ActionId action, std::vector<Pair>& pairs, std::vector<bool>& failed) {
    const auto& about = study_.demands.about(0, action);
    const std::set<NormId> here(about.begin(), about.end());
    std::map<std::pair<Symbolic*, const ground::ActStatus*>, Effects> effects;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      Pair& pair = pairs[i];
      const bool touched =
          std::ranges::any_of(pair.without, [&](const auto& changed) { return here.contains(changed.first); });
      if (!touched || failed[i]) continue;
      failed[i] = !attempt(pair, [&] {
        const Scope scope = scope_of(action, pair);
        if (!scope.complete) {
          pair.complete = false;
          pair.incomplete = scope;
        }
        Symbolic& symbolic = study_.symbolic(scope);
        symbolic_[{i, action}] = &symbolic;
        Question& question = pair.matters[action];
        for (const model::Act& act : symbolic.acts(action)) {
          const ground::ActStatus& status = symbolic.grounder().statuses(0, act);
          Effects& of_act = effects.try_emplace({&symbolic, &status}, symbolic, status).first->second;
          for (Case& together : of_act.under(pair.without)) question.cases.push_back(std::move(together));
        }
      });
    }
  }

  /// Where the norms about an action demand nothing, neither does any superiority among them.
  Scope scope_of(ActionId action, const Pair& pair) {
    const auto [known, is_new] = undemanding_.try_emplace(action, true);
    if (is_new)
      for (NormId norm : study_.demands.about(0, action))
        for (bool positive : {true, false}) {
          const Demands one = study_.demands.applies(0, norm, positive);
          if (!one.existentials.empty() || !one.obstacles.empty()) known->second = false;
        }
    Demands demanded = study_.demands.of_act(action);
    if (!known->second) {
      ground::World both = study_.world;
      both.version = both.sets.size();
      both.sets.push_back(study_.world.sets[0]);
      for (const auto& [norm, superiors] : pair.without) {
        auto& list = both.sets[1].superiority.superiors[index(norm)];
        list.clear();
        for (NormId superior : superiors) list.push_back({superior, model::Ground::stated});
      }
      NormDemands demands(both);
      demanded.add(demands.difference(0, action, 1, action));
    }
    return study_.scope(demanded);
  }

  Finding about(const Pair& of) const {
    const auto& pair = model_.priorities[of.priority];
    Finding finding;
    finding.kind = FindingKind::idle_priority;
    finding.norms = {pair.superior, pair.inferior};
    finding.names = {study_.name_of(pair.superior), study_.name_of(pair.inferior)};
    finding.at = {pair.span};
    return finding;
  }

  void report(const Pair& pair) {
    Finding finding = about(pair);
    if (pair.possible == Possible::undecided)
      return study_.undecided(finding.kind, finding.names, finding.norms, pair.reason);
    if (pair.possible == Possible::yes) return;
    if (!pair.complete) return study_.not_seen(finding.kind, finding.names, finding.norms, pair.incomplete);
    finding.message = "that `" + finding.names[0] + "` prevails over `" + finding.names[1] + "` changes no status";
    finding.help = "leave it out: where both apply something else decides, or they are never about one act";
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  WithoutPriority without_;
  std::map<ActionId, bool> undemanding_;
  std::map<std::pair<std::size_t, ActionId>, Symbolic*> symbolic_;  ///< by pair and action
};

}  // namespace

void find_idle_priorities(Study& study) { IdlePriorities(study).find(); }

}  // namespace grotius::analyse
