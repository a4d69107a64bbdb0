// Idle norms: they apply somewhere, yet without them every status stays as it is. Others say the same wherever they apply, or defeat
// them.

#include <algorithm>
#include <deque>
#include <set>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/effects.hpp"
#include "engine/analyse/check/idle_makers.hpp"
#include "engine/analyse/check/versions.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::NormId;

/// The acts of one action, and for each norm that can be about them whether it matters there.
struct Looked {
  ActsLookedAt acts;
  std::map<NormId, Question> matters;
};

class Idle {
 public:
  explicit Idle(Study& study) : study_(study), model_(study.model) {
    for (const Finding& finding : study.report.findings)
      if (finding.kind == FindingKind::dead_norm) settled_.insert(finding.norms[0]);
    for (const auto& open : study.report.not_seen)
      if (open.kind == FindingKind::dead_norm) settled_.insert(open.norms[0]);
    for (const auto& open : study.report.undecided)
      if (open.kind == FindingKind::dead_norm && !open.norms.empty()) settled_.insert(open.norms[0]);
  }

  void find() {
    for (NormId norm : study_.set().norms) {
      if (!study_.asks(norm) || !appears_elsewhere(norm) || settled_.contains(norm)) continue;
      settled_.insert(norm);
      study_.attempt(FindingKind::idle_norm, {study_.name_of(norm)}, {norm}, [&] { find_by_versions(norm); });
    }
    // Without it each act that it can be about stays as it is: then so does everything that rests on these acts.
    for (ActionId action : study_.actions())
      if (study_.asks(action) && !study_.demands.about(0, action).empty()) attempt(action, [&] { look_at(action); });
    for (Looked& looked : looked_) attempt(looked.acts.action, [&] { decide(looked); });
    conclude();
  }

 private:
  template <class Step>
  void attempt(ActionId action, Step step) {
    bool passed = false;
    study_.attempt(FindingKind::idle_norm, {study_.name_of(action)}, {}, [&] {
      step();
      passed = true;
    });
    if (passed) return;  // else nothing is known of the norms about it
    for (NormId norm : study_.demands.about(0, action)) settled_.insert(norm);
  }

  bool appears_elsewhere(NormId norm) const {
    return std::any_of(study_.world.sets.begin() + 1, study_.world.sets.end(), [&](const auto& ranked) {
      return std::ranges::find(ranked.set.norms, norm) != ranked.set.norms.end();
    });
  }

  // The norm is asked about elsewhere too (`under M`), so taking it away may change conditions: everything is compared.
  void find_by_versions(NormId norm) {
    const ground::World world = with_version(study_.world, [&](ground::RankedSet& ranked) {
      std::erase(ranked.set.norms, norm);
    });
    const Compared compared = compare_versions(study_, world);
    if (compared.possible == Possible::undecided)
      return study_.undecided(FindingKind::idle_norm, {study_.name_of(norm)}, {norm}, compared.reason);
    if (compared.possible == Possible::no) report(norm, {}, compared.scope);
  }

  void look_at(ActionId action) {
    Demands demands = study_.demands.of_act(action);
    demands.add(study_.demands.difference(0, action, 0, action));
    const Scope& scope = study_.scope(demands);
    Looked looked{{action, scope, &study_.symbolic(scope), {}}, {}};
    for (const model::Act& act : looked.acts.symbolic->acts(action)) {
      const ground::ActStatus& status = looked.acts.symbolic->grounder().statuses(0, act);
      looked.acts.statuses.push_back(&status);
      Effects effects(*looked.acts.symbolic, status);
      for (std::size_t i = 0; i < status.instances.size(); ++i) {
        const NormId norm = status.instances[i].norm;
        if (settled_.contains(norm) || (i > 0 && status.instances[i - 1].norm == norm)) continue;
        for (Case& together : effects.without(norm)) looked.matters[norm].cases.push_back(std::move(together));
      }
    }
    looked_.push_back(std::move(looked));
  }

  void decide(Looked& looked) {
    std::vector<Question*> open;
    for (auto& [norm, question] : looked.matters)
      if (!settled_.contains(norm)) open.push_back(&question);
    settle(*looked.acts.symbolic, open, study_.effort);
    for (auto& [norm, question] : looked.matters) {
      if (settled_.contains(norm) || question.possible == Possible::no) continue;
      settled_.insert(norm);
      if (question.possible == Possible::undecided)
        study_.undecided(FindingKind::idle_norm, {study_.name_of(norm)}, {norm}, question.reason);
    }
    looked.matters.clear();
  }

  /// Those that are left are idle; as many about one action are explained as are listed.
  void conclude() {
    std::map<NormId, std::vector<const ActsLookedAt*>> acts;
    for (const Looked& looked : looked_)
      for (NormId norm : study_.demands.about(0, looked.acts.action))
        if (!settled_.contains(norm)) acts[norm].push_back(&looked.acts);
    std::vector<std::pair<NormId, Scope>> idle;
    std::vector<IdleNorm> explained;
    std::map<ActionId, std::size_t> listed;
    for (NormId norm : study_.set().norms) {
      if (settled_.contains(norm) || !study_.asks(norm)) continue;
      Scope scope;
      scope.complete = true;
      for (const ActsLookedAt* looked : acts[norm])
        if (!looked->scope.complete) scope = looked->scope;
      if (scope.complete && listed[model_[norm].act.action]++ < study_.options.listed)
        explained.push_back({norm, acts[norm], {}});
      idle.emplace_back(norm, std::move(scope));
    }
    find_makers(study_, explained);
    for (const auto& [norm, scope] : idle) {
      const auto found = std::ranges::find(explained, norm, &IdleNorm::norm);
      report(norm, found == explained.end() ? std::vector<NormId>{} : found->because, scope);
    }
  }

  void report(NormId norm, const std::vector<NormId>& because, const Scope& scope) {
    const std::vector<std::string> names = {study_.name_of(norm)};
    if (!scope.complete) return study_.not_seen(FindingKind::idle_norm, names, {norm}, scope);
    Finding finding;
    finding.kind = FindingKind::idle_norm;
    finding.names = names;
    finding.norms = {norm};
    finding.action = model_[norm].act.action;
    finding.at = {model_[norm].name_span};
    std::string makers;
    for (NormId other : because) {
      finding.because.push_back(model_.qualified(other));
      finding.at.push_back(model_[other].name_span);
      makers += (makers.empty() ? "`" : ", `") + study_.name_of(other) + "`";
    }
    finding.message = "`" + names[0] + "` changes no status";
    finding.help = makers.empty() ? "leave it out, or give it priority over a norm that it opposes"
                                  : "wherever it applies " + makers + (because.size() == 1 ? " decides" : " decide") +
                                        " without it";
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  std::set<NormId> settled_;  ///< dead, open, or seen to matter
  std::deque<Looked> looked_;
};

}  // namespace

void find_idle_norms(Study& study) { Idle(study).find(); }

}  // namespace grotius::analyse
