// Gaps: an action that some permit, forbid or oblige is about is silent somewhere.

#include "engine/analyse/check/analyses.hpp"

#include <algorithm>

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::Modality;
using model::NormId;

/// An action about which all norms may be silent.
struct Looked {
  model::ActionId action{};
  Scope scope;
  Symbolic* symbolic = nullptr;
  Ways ways;
};

struct Found {
  Looked looked;
  Shows shows;
  Completion situation;
};

class Gaps {
 public:
  explicit Gaps(Study& study) : study_(study), model_(study.model) {}

  void find() {
    for (model::ActionId action : study_.actions()) {
      const std::vector<NormId>& about = study_.demands.about(0, action);
      const bool spoken_of = std::ranges::any_of(about, [&](NormId norm) {
        const Modality modality = model_[norm].modality;
        return modality == Modality::permit || modality == Modality::forbid ||
               modality == Modality::oblige;
      });
      if (spoken_of && study_.asks(action)) attempt(action, [&] { ground_about(action); });
    }
    // Everything is ground before anything is decided, so that one search serves all actions of a universe.
    for (const Looked& looked : looked_) attempt(looked.action, [&] { decide(looked); });
    for (const Found& found : found_) attempt(found.looked.action, [&] { add(found); });
  }

 private:
  template <class Step>
  void attempt(model::ActionId action, Step step) {
    study_.attempt(FindingKind::gap, {study_.name_of(action)}, {}, step);
  }

  void ground_about(model::ActionId action) {
    Demands demands = study_.demands.of_act(action);
    demands.add(study_.demands.status(0, action, model::Status::silent, true));
    const Scope& scope = study_.scope(demands);
    Looked looked{action, scope, &study_.symbolic(scope), {}};
    looked.ways.acts = looked.symbolic->acts(action);
    for (const model::Act& act : looked.ways.acts) {
      const NodeId silent = looked.symbolic->grounder().statuses(0, act).silent;
      looked.ways.goals.push_back(looked.symbolic->about(act.arguments, silent));
    }
    looked_.push_back(std::move(looked));
  }

  void decide(const Looked& looked) {
    Decider decider(*looked.symbolic, looked.ways.goals, study_.effort);
    const std::vector<std::string> names = {study_.name_of(looked.action)};
    if (study_.options.listed == 0 && decider.any(looked.ways.goals) == Possible::yes) {
      study_.report.beyond.push_back({FindingKind::gap, names[0], "", 1});
      return;
    }
    Found found{looked, show(decider, *looked.symbolic, looked.ways), {}};
    if (found.shows.possible == Possible::undecided)
      study_.undecided(FindingKind::gap, names, {}, found.shows.reason);
    if (found.shows.possible == Possible::no)
      study_.not_seen(FindingKind::gap, names, {}, looked.scope);
    if (found.shows.possible != Possible::yes) return;
    found.situation = decider.situation();
    found_.push_back(std::move(found));
  }

  /// The norms that would speak there if their `unless` did not hold.
  std::vector<NormId> excepted(const Found& found) {
    std::vector<NormId> norms;
    std::vector<NodeId> roots;
    const model::Act& act = found.looked.ways.acts[found.shows.way];
    for (NormId norm : study_.demands.about(0, found.looked.action)) {
      if (!model_[norm].unless) continue;
      norms.push_back(norm);
      roots.push_back(found.looked.symbolic->grounder().in_scope(norm, act));
    }
    evaluate::Evaluator evaluator(found.looked.symbolic->program(), roots);
    if (!evaluator.evaluate(found.situation)) return {};
    std::vector<NormId> result;
    for (std::size_t i = 0; i < norms.size(); ++i)
      if (evaluator.truth(roots[i])) result.push_back(norms[i]);
    return result;
  }

  void add(const Found& found) {
    const Looked& looked = found.looked;
    Finding finding;
    finding.kind = FindingKind::gap;
    finding.names = {study_.name_of(looked.action)};
    finding.action = looked.action;
    finding.complete = looked.scope.complete;
    finding.witness = found.shows.witness;
    finding.at = {model_[looked.action].span};
    finding.message = "no norm speaks of `" + finding.names[0] + "` in some situation";
    std::string left;
    for (NormId norm : excepted(found)) {
      left += (left.empty() ? "`" : ", `") + study_.name_of(norm) + "`";
      finding.at.push_back(model_[norm].name_span);
    }
    finding.help = left.empty()
                       ? "add a norm for this situation, or one that holds `by default`"
                       : "the `unless` of " + left +
                             " leaves it silent: an exception takes a norm away and puts nothing in its place; "
                             "`permit … overrides …` would speak";
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  std::vector<Looked> looked_;
  std::vector<Found> found_;
};

}  // namespace

void find_gaps(Study& study) { Gaps(study).find(); }

}  // namespace grotius::analyse
