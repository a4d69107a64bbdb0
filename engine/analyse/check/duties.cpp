// Impossible duties: two acts that nobody can do together are both obliged; or an act is obliged that has kinds, and every kind of
// it is forbidden.

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::ActionId;
using model::Modality;
using model::NormId;

class Duties {
 public:
  explicit Duties(Study& study) : study_(study), model_(study.model) {}

  void find() {
    for (model::IncompatibilityId id : study_.set().incompatibilities) {
      const auto& item = model_[id];
      for (std::size_t a = 0; a < item.acts.size(); ++a)
        for (std::size_t b = a + 1; b < item.acts.size(); ++b) find_both_obliged(item, a, b);
    }
    for (ActionId action : study_.actions())
      if (study_.asks(action) && kinds(action).size() > 1) find_without_lawful_kind(action);
  }

 private:
  /// The action and its kinds, as far as the norm set can see them.
  std::vector<ActionId> kinds(ActionId action) const {
    std::vector<ActionId> all = kinds_of(model_, action);
    std::erase_if(all, [&](ActionId kind) {
      return std::ranges::find(study_.actions(), kind) == study_.actions().end();
    });
    return all;
  }

  std::vector<NormId> duties_to(ActionId action) const {
    std::vector<NormId> duties;
    for (NormId norm : study_.set().norms)
      if (model_[norm].modality == Modality::oblige && model_[norm].act.action == action)
        duties.push_back(norm);
    return duties;
  }

  NodeId stands(const ground::ActStatus& status, NormId norm, ground::Grounder& grounder) const {
    std::vector<NodeId> any;
    for (const auto& instance : status.instances)
      if (instance.norm == norm) any.push_back(instance.stands);
    return grounder.disjunction(std::move(any));
  }

  static model::Act act_of(const model::Incompatibility& item, std::size_t act,
                           const std::vector<model::IndividualId>& tuple) {
    model::Act result{item.acts[act].action, {}};
    for (std::size_t i = 0; i < item.acts[act].arguments.size(); ++i) {
      const auto& argument = item.acts[act].arguments[i];
      result.arguments.push_back(argument.individual ? *argument.individual : tuple[item.slots[act][i]]);
    }
    return result;
  }

  /// What the roles of an act stand for: the variables of the item, or somebody of their own.
  Terms terms_of(const model::Incompatibility& item, std::size_t act) {
    Terms terms;
    for (std::size_t i = 0; i < item.acts[act].arguments.size(); ++i)
      terms.push_back(item.acts[act].arguments[i].individual ? study_.demands.table().fresh()
                                                              : study_.demands.table().free(item.slots[act][i]));
    return terms;
  }

  void find_both_obliged(const model::Incompatibility& item, std::size_t a, std::size_t b) {
    for (NormId one : duties_to(item.acts[a].action))
      for (NormId other : duties_to(item.acts[b].action)) {
        std::set<NormId> norms{one, other};
        if (!study_.asks(one) || !asked_.insert({norms, item.span.begin}).second) continue;
        attempt(norms, [&] {
          Demands demands = study_.demands.stands(0, item.acts[a].action, one, true, terms_of(item, a));
          demands.add(study_.demands.stands(0, item.acts[b].action, other, true, terms_of(item, b)));
          for (std::size_t act : {a, b}) {
            demands.add(study_.demands.of_act(item.acts[act].action, terms_of(item, act)));
            demands.add(study_.demands.status(0, item.acts[act].action, model::Status::obliged, true, terms_of(item, act)));
          }
          const Scope scope = study_.scope(demands);
          Symbolic& symbolic = study_.symbolic(scope);
          Ways ways;
          for (const auto& tuple : symbolic.tuples(item.variables)) {
            const model::Act first = act_of(item, a, tuple), second = act_of(item, b, tuple);
            if (first == second) continue;
            auto& grounder = symbolic.grounder();
            const ground::ActStatus x = grounder.statuses(0, first), y = grounder.statuses(0, second);
            ways.goals.push_back(symbolic.about(
                tuple, grounder.conjunction({x.obliged, y.obliged, stands(x, one, grounder),
                                             stands(y, other, grounder)})));
            ways.acts.push_back(first);
          }
          settle(norms, item.acts[a].action, symbolic, ways, scope, item.span,
                 "both are obliged, and nobody can do `" + study_.name_of(item.acts[a].action) + "` and `" +
                     study_.name_of(item.acts[b].action) + "` together");
        });
      }
  }

  /// The acts of more special actions that may count as the act, each with the condition under which it does (and exists).
  std::vector<std::pair<model::Act, NodeId>> kinds_of_act(Symbolic& symbolic, const model::Act& act) {
    std::vector<std::pair<model::Act, NodeId>> result;
    for (ActionId kind : kinds(act.action)) {
      if (kind == act.action) continue;
      model::Act special{kind, std::vector<model::IndividualId>(model_[kind].roles.size())};
      auto bind = [&](auto& self, std::size_t role) -> void {
        if (role < special.arguments.size()) {
          for (model::IndividualId id : symbolic.world().universe.of(model_[kind].roles[role].type)) {
            special.arguments[role] = id;
            self(self, role + 1);
          }
          return;
        }
        for (const auto& counted : symbolic.grounder().counted_as(special))
          if (counted.act == act)
            result.emplace_back(special, symbolic.about(special.arguments, counted.condition));
      };
      bind(bind, 0);
    }
    return result;
  }

  void find_without_lawful_kind(ActionId action) {
    for (NormId norm : duties_to(action))
      attempt({norm}, [&] {
        Demands demands = study_.demands.of_act(action);
        demands.add(study_.demands.stands(0, action, norm, true));
        demands.add(study_.demands.status(0, action, model::Status::obliged, true));
        for (ActionId kind : kinds(action)) {
          if (kind == action) continue;
          // Every kind of it is forbidden, whoever fills the roles that the general act does not have.
          const Terms anybody = study_.demands.table().fresh(model_[kind].roles.size());
          const Demands of_kind = study_.demands.status(0, kind, model::Status::forbidden, true, anybody);
          demands.add(DemandReader::within(of_kind, model_[kind].roles));
          demands.add(study_.demands.of_act(kind, anybody));
        }
        const Scope scope = study_.scope(demands);
        Symbolic& symbolic = study_.symbolic(scope);
        auto& grounder = symbolic.grounder();
        Ways ways;
        for (const model::Act& act : symbolic.acts(action)) {
          const ground::ActStatus status = grounder.statuses(0, act);
          std::vector<NodeId> some, all = {status.obliged, stands(status, norm, grounder)};
          for (const auto& [special, counts] : kinds_of_act(symbolic, act)) {
            some.push_back(counts);
            all.push_back(grounder.disjunction(
                {grounder.negation(counts), grounder.statuses(0, special).forbidden}));
          }
          all.push_back(grounder.disjunction(std::move(some)));
          ways.goals.push_back(symbolic.about(act.arguments, grounder.conjunction(std::move(all))));
          ways.acts.push_back(act);
        }
        settle({norm}, action, symbolic, ways, scope, model_[norm].name_span,
               "`" + study_.name_of(action) + "` is obliged, and every kind of it is forbidden");
      });
  }

  template <class Step>
  void attempt(const std::set<NormId>& norms, Step step) {
    study_.attempt(FindingKind::impossible_duties, names_of(norms), {norms.begin(), norms.end()}, step);
  }

  std::vector<std::string> names_of(const std::set<NormId>& norms) const {
    std::vector<std::string> names;
    for (NormId norm : norms) names.push_back(study_.name_of(norm));
    std::ranges::sort(names);
    return names;
  }

  void settle(const std::set<NormId>& norms, ActionId action, Symbolic& symbolic, const Ways& ways,
              const Scope& scope, Span at, const std::string& message) {
    const auto names = names_of(norms);
    const std::vector<NormId> ids(norms.begin(), norms.end());
    Decider decider(symbolic, ways.goals, study_.effort);
    const Shows shows = show(decider, symbolic, ways);
    if (shows.possible == Possible::undecided)
      study_.undecided(FindingKind::impossible_duties, names, ids, shows.reason);
    if (shows.possible == Possible::no)
      study_.not_seen(FindingKind::impossible_duties, names, ids, scope);
    if (shows.possible != Possible::yes) return;
    Finding finding;
    finding.kind = FindingKind::impossible_duties;
    finding.names = names;
    finding.norms = ids;
    std::ranges::sort(finding.norms, {}, [&](NormId id) { return model_.qualified(id); });
    finding.action = action;
    finding.complete = scope.complete;
    finding.witness = shows.witness;
    for (NormId norm : finding.norms) finding.at.push_back(model_[norm].name_span);
    if (at != finding.at.front()) finding.at.push_back(at);
    finding.message = message;
    finding.help = "exempt from one of the duties where both arise, or permit a way to fulfil it";
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  std::set<std::pair<std::set<NormId>, std::uint32_t>> asked_;
};

}  // namespace

void find_impossible_duties(Study& study) { Duties(study).find(); }

}  // namespace grotius::analyse
