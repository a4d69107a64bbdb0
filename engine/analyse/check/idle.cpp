// Idle norms: they apply somewhere, yet without them every status stays as it is. Others say the same wherever they apply, or defeat
// them; which ones, is found from situations in which too few of them would not suffice.

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/versions.hpp"

namespace grotius::analyse {

namespace {

using ground::ActStatus;
using ground::NodeId;
using model::ActionId;
using model::NormId;

/// The acts of one action, with their statuses.
struct Looked {
  ActionId action{};
  Scope scope;
  Symbolic* symbolic = nullptr;
  std::vector<ActStatus> statuses;
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
      attempt(norm, [&] { find_by_versions(norm); });
    }
    // Without it each act that it can be about stays as it is: then so does everything that rests on these acts.
    for (ActionId action : general_first(model_)) {
      if (!study_.asks(action) || study_.demands.about(0, action).empty()) continue;
      study_.attempt(FindingKind::idle_norm, {study_.name_of(action)}, {}, [&] { look_at(action); });
    }
    for (NormId norm : study_.set().norms)
      if (!settled_.contains(norm) && study_.asks(norm)) attempt(norm, [&] { conclude(norm); });
  }

 private:
  template <class Step>
  void attempt(NormId norm, Step step) {
    study_.attempt(FindingKind::idle_norm, {study_.name_of(norm)}, {norm}, step);
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
    Looked looked{action, study_.scope(demands), nullptr, {}};
    looked.symbolic = &study_.symbolic(looked.scope);
    for (const model::Act& act : looked.symbolic->acts(action))
      looked.statuses.push_back(looked.symbolic->grounder().statuses(0, act));
    std::map<NormId, std::vector<NodeId>> goals;
    std::vector<NodeId> roots;
    for (const ActStatus& status : looked.statuses)
      for (const auto& instance : status.instances) {
        if (settled_.contains(instance.norm)) continue;
        goals[instance.norm].push_back(matters(looked, status, instance.norm, {}));
        roots.push_back(goals[instance.norm].back());
      }
    Decider decider(*looked.symbolic, roots, study_.effort);
    for (const auto& [norm, of_norm] : goals) {
      if (settled_.contains(norm)) continue;
      const Possible possible = decider.any(of_norm);
      if (possible == Possible::undecided) {
        study_.undecided(FindingKind::idle_norm, {study_.name_of(norm)}, {norm}, decider.reason());
        settled_.insert(norm);
      }
      if (possible != Possible::yes) continue;
      for (const auto& [other, of_other] : goals)
        if (std::ranges::any_of(of_other, [&](NodeId goal) { return decider.holds(goal); }))
          settled_.insert(other);
    }
    looked_.push_back(std::move(looked));
  }

  /// Whether the norm makes a difference to the act where the norms `left_out`, ascending, are left out already.
  NodeId matters(const Looked& looked, const ActStatus& status, NormId norm, std::vector<NormId> left_out) {
    auto& grounder = looked.symbolic->grounder();
    const auto& superiors = study_.superiority().superiors;
    const ActStatus with = left_out.empty() ? status : grounder.decided_again(status, superiors, left_out);
    left_out.insert(std::ranges::lower_bound(left_out, norm), norm);
    const ActStatus without = grounder.decided_again(status, superiors, left_out);
    return looked.symbolic->about(status.act.arguments, differ(grounder, with, without));
  }

  std::vector<const Looked*> looked_at(NormId norm) const {
    std::vector<const Looked*> result;
    for (const Looked& looked : looked_) {
      const auto about = study_.demands.about(0, looked.action);
      if (std::ranges::find(about, norm) != about.end()) result.push_back(&looked);
    }
    return result;
  }

  void conclude(NormId norm) {
    Scope least;
    least.complete = true;
    for (const Looked* looked : looked_at(norm))
      if (!looked->scope.complete) least = looked->scope;
    report(norm, least.complete ? because(norm) : std::vector<NormId>{}, least);
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

  /// Everything but the norm and `makers`, ascending.
  std::vector<NormId> all_but(NormId norm, const std::set<NormId>& makers) const {
    std::vector<NormId> rest;
    for (NormId other : study_.set().norms)
      if (other != norm && !makers.contains(other)) rest.push_back(other);
    std::ranges::sort(rest);
    return rest;
  }

  /// A situation in which the norm matters if only `makers` stand beside it; the norms that apply to the act there.
  std::optional<std::vector<NormId>> where_it_matters(NormId norm, const std::set<NormId>& makers) {
    for (const Looked* looked : looked_at(norm)) {
      std::vector<NodeId> goals, roots;
      const std::vector<NormId> rest = all_but(norm, makers);
      for (const ActStatus& status : looked->statuses) {
        goals.push_back(matters(*looked, status, norm, rest));
        roots.push_back(goals.back());
        for (const auto& instance : status.instances) roots.push_back(instance.applies);
      }
      Decider decider(*looked->symbolic, roots, study_.effort);
      for (std::size_t i = 0; i < goals.size(); ++i) {
        const Possible possible = decider.possible(goals[i]);
        if (possible == Possible::undecided) throw GaveUp{decider.reason()};
        if (possible != Possible::yes) continue;
        std::vector<NormId> applying;
        for (const auto& instance : looked->statuses[i].instances)
          if (instance.norm != norm && decider.holds(instance.applies)) applying.push_back(instance.norm);
        return applying;
      }
    }
    return std::nullopt;
  }

  /// A smallest set of norms that make it idle: none of them can be left out.
  std::vector<NormId> because(NormId norm) {
    std::set<NormId> makers;
    if (study_.report.findings.size() > study_.options.listed) return {};
    while (const auto applying = where_it_matters(norm, makers)) {
      const std::size_t before = makers.size();
      // One of those that apply there settles it, mostly; the superfluous are taken out again below.
      for (NormId other : *applying)
        if (!makers.contains(other)) {
          makers.insert(other);
          break;
        }
      if (makers.size() == before) return {};
    }
    for (NormId maker : std::set<NormId>(makers)) {
      makers.erase(maker);
      if (where_it_matters(norm, makers)) makers.insert(maker);
    }
    std::vector<NormId> result(makers.begin(), makers.end());
    std::ranges::sort(result, {}, [&](NormId id) { return model_.qualified(id); });
    return result;
  }

  Study& study_;
  const model::Model& model_;
  std::set<NormId> settled_;  ///< dead, open, or seen to matter
  std::vector<Looked> looked_;
};

}  // namespace

void find_idle_norms(Study& study) { Idle(study).find(); }

}  // namespace grotius::analyse
