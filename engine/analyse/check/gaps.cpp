// Gaps: an action that some permit, forbid or oblige is about is silent somewhere.

#include "engine/analyse/check/analyses.hpp"

#include <algorithm>

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::Modality;
using model::NormId;

/// The norms that would speak if their `unless` did not hold, by act.
struct Excepted {
  NormId norm{};
  NodeId node{};
};

class Gaps {
 public:
  explicit Gaps(Study& study) : study_(study), model_(study.model) {}

  void find() {
    for (model::ActionId action : general_first(model_)) {
      const std::vector<NormId> about = study_.demands.about(0, action);
      const bool spoken_of = std::ranges::any_of(about, [&](NormId norm) {
        const Modality modality = model_[norm].modality;
        return modality == Modality::permit || modality == Modality::forbid ||
               modality == Modality::oblige;
      });
      if (spoken_of && study_.asks(action))
        study_.attempt(FindingKind::gap, {study_.name_of(action)}, {},
                       [&] { find_about(action, about); });
    }
  }

 private:
  void find_about(model::ActionId action, const std::vector<NormId>& about) {
    Demands demands = study_.demands.of_act(action);
    demands.add(study_.demands.status(0, action, model::Status::silent, true));
    const Scope scope = study_.scope(demands);
    Symbolic& symbolic = study_.symbolic(scope);
    Ways ways;
    ways.acts = symbolic.acts(action);
    std::vector<std::vector<Excepted>> excepted;
    std::vector<NodeId> roots;
    for (const model::Act& act : ways.acts) {
      const NodeId silent = symbolic.grounder().statuses(0, act).silent;
      ways.goals.push_back(symbolic.about(act.arguments, silent));
      auto& here = excepted.emplace_back();
      for (NormId norm : about)
        if (model_[norm].unless) here.push_back({norm, symbolic.grounder().in_scope(norm, act)});
      roots.push_back(ways.goals.back());
      for (const Excepted& one : here) roots.push_back(one.node);
    }
    Decider decider(symbolic, roots, study_.effort);
    const Shows shows = show(decider, symbolic, ways);
    const std::vector<std::string> names = {study_.name_of(action)};
    if (shows.possible == Possible::undecided)
      study_.undecided(FindingKind::gap, names, {}, shows.reason);
    if (shows.possible == Possible::no) study_.not_seen(FindingKind::gap, names, {}, scope);
    if (shows.possible != Possible::yes) return;
    Finding finding;
    finding.kind = FindingKind::gap;
    finding.names = names;
    finding.action = action;
    finding.complete = scope.complete;
    finding.witness = shows.witness;
    finding.at = {model_[action].span};
    finding.message = "no norm speaks of `" + names[0] + "` in some situation";
    std::string left;
    for (const Excepted& one : excepted[shows.way]) {
      if (!decider.holds(one.node)) continue;
      left += (left.empty() ? "`" : ", `") + study_.name_of(one.norm) + "`";
      finding.at.push_back(model_[one.norm].name_span);
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
};

}  // namespace

void find_gaps(Study& study) { Gaps(study).find(); }

}  // namespace grotius::analyse
