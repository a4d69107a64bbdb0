// Stated pairs of superiority that do nothing, that are void, and pairs that a criterion left open.

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/versions.hpp"
#include "engine/analyse/specificity.hpp"

namespace grotius::analyse {

namespace {

using model::NormId;

Finding about_pair(const Study& study, FindingKind kind, NormId superior, NormId inferior) {
  Finding finding;
  finding.kind = kind;
  finding.norms = {superior, inferior};
  finding.names = {study.name_of(superior), study.name_of(inferior)};
  return finding;
}

void find_void(Study& study) {
  for (std::size_t i : study.superiority().void_priorities) {
    const auto& pair = study.model.priorities[i];
    Finding finding = about_pair(study, FindingKind::void_priority, pair.superior, pair.inferior);
    finding.at = {pair.span, study.model[pair.superior].name_span, study.model[pair.inferior].name_span};
    finding.message = "`" + finding.names[0] + "` cannot prevail over `" + finding.names[1] +
                      "`, whose document has the higher rank";
    finding.help = "under `resolve by lex_superior` a stated priority against rank is void; leave it out, or ask "
                   "under the module of the lower rank alone";
    study.report.findings.push_back(std::move(finding));
  }
}

void find_open(Study& study) {
  for (const model::OpenPair& pair : study.superiority().open) {
    Finding finding = about_pair(study, FindingKind::open_pair, pair.first, pair.second);
    finding.at = {study.model[pair.first].name_span, study.model[pair.second].name_span};
    const std::string criterion = pair.criterion == model::Criterion::lex_superior     ? "lex_superior"
                                  : pair.criterion == model::Criterion::lex_specialis ? "lex_specialis"
                                                                                      : "lex_posterior";
    finding.message = "`" + criterion + "` leaves open which of `" + finding.names[0] + "` and `" +
                      finding.names[1] + "` prevails: " +
                      (pair.on_a_cycle ? "it would run in a circle" : "which is more special could not be decided");
    finding.help = "say which prevails: `priority " + finding.names[0] + " > " + finding.names[1] + "`, or the reverse";
    study.report.findings.push_back(std::move(finding));
  }
}

/// The superiority of a set without one stated pair, closure and criteria computed again.
void leave_out(const Study& study, std::size_t priority, ground::RankedSet& ranked) {
  if (std::erase(ranked.set.priorities, priority) == 0) return;
  Diagnostics reported_already;
  const double seconds = study.effort.deadline ? study.effort.left() : 0;
  ranked.superiority = model::superiority(study.model, ranked.set,
                                          specificity(study.model, ranked.set, seconds), reported_already);
}

/// In a world with one norm set only the acts about which some norm gained or lost a superior can change.
Compared compare_alone(Study& study, const model::Superiority& without) {
  const auto& before = study.superiority().superiors;
  std::vector<NormId> changed;
  for (NormId norm : study.set().norms)
    if (before[index(norm)] != without.superiors[index(norm)]) changed.push_back(norm);
  Compared compared;
  compared.possible = Possible::no;
  compared.scope.complete = true;
  if (changed.empty()) return compared;
  ground::World both = study.world;
  both.version = both.sets.size();
  both.sets.push_back({study.set(), without});
  NormDemands demands(both);
  for (model::ActionId action : general_first(study.model)) {
    const std::vector<NormId> about = study.demands.about(0, action);
    const bool touched = std::ranges::any_of(
        changed, [&](NormId norm) { return std::ranges::find(about, norm) != about.end(); });
    if (!touched) continue;
    Demands demanded = study.demands.of_act(action);
    demanded.add(demands.difference(0, action, 1, action));
    const Scope scope = study.scope(demanded);
    if (!scope.complete) compared.scope = scope;
    Symbolic& symbolic = study.symbolic(scope);
    std::vector<ground::NodeId> goals;
    for (const model::Act& act : symbolic.acts(action)) {
      const ground::ActStatus status = symbolic.grounder().statuses(0, act);
      const ground::ActStatus again = symbolic.grounder().decided_again(status, without.superiors, {});
      goals.push_back(symbolic.about(act.arguments, differ(symbolic.grounder(), status, again)));
    }
    Decider decider(symbolic, goals, study.effort);
    const Possible possible = decider.any(goals);
    if (possible != Possible::no) compared.possible = possible;
    if (possible == Possible::undecided) compared.reason = decider.reason();
    if (possible == Possible::yes) break;
  }
  return compared;
}

void find_idle(Study& study) {
  const auto& voids = study.superiority().void_priorities;
  for (std::size_t i : study.set().priorities) {
    const auto& pair = study.model.priorities[i];
    if (!study.asks(pair.superior) || std::ranges::find(voids, i) != voids.end()) continue;
    Finding finding = about_pair(study, FindingKind::idle_priority, pair.superior, pair.inferior);
    study.attempt(finding.kind, finding.names, finding.norms, [&] {
      Compared compared;
      if (study.world.sets.size() == 1) {
        ground::RankedSet without = study.world.sets[0];
        leave_out(study, i, without);
        compared = compare_alone(study, without.superiority);
      } else {
        compared = compare_versions(study, with_version(study.world, [&](ground::RankedSet& ranked) {
                                      leave_out(study, i, ranked);
                                    }));
      }
      if (compared.possible == Possible::undecided)
        return study.undecided(finding.kind, finding.names, finding.norms, compared.reason);
      if (compared.possible == Possible::yes) return;
      if (!compared.scope.complete)
        return study.not_seen(finding.kind, finding.names, finding.norms, compared.scope);
      finding.at = {pair.span};
      finding.message = "that `" + finding.names[0] + "` prevails over `" + finding.names[1] + "` changes no status";
      finding.help = "leave it out: where both apply something else decides, or they are never about one act";
      study.report.findings.push_back(finding);
    });
  }
}

}  // namespace

void find_about_priorities(Study& study) {
  if (study.wants(FindingKind::void_priority)) find_void(study);
  if (study.wants(FindingKind::open_pair)) find_open(study);
  if (study.wants(FindingKind::idle_priority)) find_idle(study);
}

}  // namespace grotius::analyse
