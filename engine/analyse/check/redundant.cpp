// Redundant conditions: a top-level conjunct without which a norm applies, or a definition holds, in the same situations. For a
// definition it suffices to look at its own truth, recursive or not: if the wider body adds no tuple to the least fixed
// point, the fixed point is its solution too.

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/questions.hpp"

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::Expr;
using model::NormId;

/// A body with its conjuncts: of a norm, or of an alternative of a definition.
struct Body {
  std::string name;
  std::optional<NormId> norm;
  std::optional<model::DefinitionId> definition;
  const Expr* when = nullptr;
  const Expr* unless = nullptr;
};

/// A body, and for each conjunct whether it can hold without it and not with it.
struct Asked {
  Body body;
  Scope scope;
  std::vector<const Expr*> conjuncts;
  std::vector<Question> matters;  ///< by conjunct
};

class Redundant {
 public:
  explicit Redundant(Study& study) : study_(study), model_(study.model) {}

  void find() {
    std::vector<Body> bodies;
    for (NormId id : study_.set().norms) {
      if (!study_.asks(id)) continue;
      const auto& norm = model_[id];
      bodies.push_back({study_.name_of(id), id, std::nullopt, &norm.when,
                        norm.unless ? &*norm.unless : nullptr});
    }
    for (std::size_t i = 0; i < model_.definitions.size(); ++i) {
      const auto& definition = model_.definitions[i];
      if (std::ranges::find(study_.set().modules, definition.module) == study_.set().modules.end())
        continue;
      if (!study_.asks(model::id_of<model::DefinitionId>(i))) continue;
      for (const auto& alternative : definition.alternatives)
        bodies.push_back({std::string(definition.name), std::nullopt,
                          model::id_of<model::DefinitionId>(i), &alternative.when,
                          alternative.unless ? &*alternative.unless : nullptr});
    }
    for (const Finding& finding : study_.report.findings)
      if (finding.kind == FindingKind::dead_norm) dead_.insert(finding.norms[0]);
    std::map<Symbolic*, std::vector<Asked>> pending;
    for (const Body& body : bodies) {
      if (conjuncts(*body.when).empty() || is_reported(body)) continue;
      study_.attempt(FindingKind::redundant_condition, {body.name}, norms_of(body), [&] {
        const Scope& scope = study_.scope(demands_of(body));
        pending[&study_.symbolic(scope)].push_back({body, scope, conjuncts(*body.when), {}});
      });
    }
    for (auto& [symbolic, here] : pending)
      study_.attempt(FindingKind::redundant_condition, {}, {},
                     [&, symbolic = symbolic, &here = here] { settle_in(*symbolic, here); });
  }

 private:
  static std::vector<NormId> norms_of(const Body& body) {
    return body.norm ? std::vector{*body.norm} : std::vector<NormId>{};
  }

  // What never applies has no conditions worth speaking of; nor has a relation that never holds.
  bool is_reported(const Body& body) const {
    if (body.definition && study_.never_hold.contains(*body.definition)) return true;
    if (body.norm) return dead_.contains(*body.norm);
    return std::ranges::any_of(study_.report.findings, [&](const Finding& finding) {
      return finding.definition == body.definition && finding.kind == FindingKind::dead_alternative &&
             finding.at[0].begin <= body.when->span.begin && body.when->span.end <= finding.at[0].end;
    });
  }

  // Some conjunct is denied and the others hold; of a definition, it does not hold otherwise.
  Demands demands_of(const Body& body) {
    auto& reader = study_.demands.reader(0);
    Demands demands = reader.of(*body.when, true);
    Demands denied;
    for (const Expr* conjunct : conjuncts(*body.when)) denied.either(reader.of(*conjunct, false));
    demands.add(denied);
    if (body.unless != nullptr) demands.add(reader.of(*body.unless, false));
    if (body.norm) {
      demands.add(study_.demands.of_act(model_[*body.norm].act.action));
      return demands;
    }
    const auto& definition = model_[*body.definition];
    for (const auto& parameter : definition.parameters) demands.add(reader.witness(parameter.type));
    Expr application;
    application.kind = model::ExprKind::definition;
    application.ref = static_cast<std::uint32_t>(*body.definition);
    demands.add(reader.of(application, false));
    return demands;
  }

  // Norms about one action together, as a situation that is found for one is replayed over the others.
  void settle_in(Symbolic& symbolic, std::vector<Asked>& bodies) {
    std::map<std::optional<model::ActionId>, std::vector<Question*>> groups;
    for (Asked& asked : bodies) {
      const Body& body = asked.body;
      asked.matters.resize(asked.conjuncts.size());
      const auto& variables =
          body.norm ? model_[model_[*body.norm].act.action].roles : model_[*body.definition].parameters;
      for (const auto& tuple : symbolic.tuples(variables))
        if (!body.norm || fits(symbolic, model_[*body.norm].act, tuple)) add_goals(symbolic, asked, tuple);
      std::optional<model::ActionId> action;
      if (body.norm) action = model_[*body.norm].act.action;
      for (Question& question : asked.matters) groups[action].push_back(&question);
    }
    for (const auto& [action, questions] : groups) settle(symbolic, questions, study_.effort);
    for (const Asked& asked : bodies)
      for (std::size_t i = 0; i < asked.matters.size(); ++i)
        report(asked.body, *asked.conjuncts[i], asked.matters[i], asked.scope);
  }

  void add_goals(Symbolic& symbolic, Asked& asked, const std::vector<model::IndividualId>& tuple) {
    auto& grounder = symbolic.grounder();
    const Body& body = asked.body;
    const auto& parts = asked.conjuncts;
    std::vector<NodeId> always;
    if (body.norm) always.push_back(grounder.in_force(*body.norm));
    if (body.unless != nullptr)
      always.push_back(grounder.negation(grounder.condition(*body.unless, tuple)));
    if (body.definition) always.push_back(grounder.negation(grounder.definition(*body.definition, tuple)));
    std::vector<NodeId> nodes;
    for (const Expr* part : parts) nodes.push_back(grounder.condition(*part, tuple));
    for (std::size_t denied = 0; denied < parts.size(); ++denied) {
      std::vector<NodeId> all = always;
      for (std::size_t i = 0; i < parts.size(); ++i)
        all.push_back(i == denied ? grounder.negation(nodes[i]) : nodes[i]);
      asked.matters[denied].add(symbolic.about(tuple, grounder.conjunction(std::move(all))));
    }
  }

  void report(const Body& body, const Expr& conjunct, const Question& matters, const Scope& scope) {
    if (matters.possible == Possible::yes) return;
    if (matters.possible == Possible::undecided)
      return study_.undecided(FindingKind::redundant_condition, {body.name}, norms_of(body), matters.reason);
    if (!scope.complete)
      return study_.not_seen(FindingKind::redundant_condition, {body.name}, norms_of(body), scope);
    Finding finding;
    finding.kind = FindingKind::redundant_condition;
    finding.names = {body.name};
    finding.norms = norms_of(body);
    finding.definition = body.definition;
    finding.condition = excerpt(model_, conjunct.span);
    finding.at = {conjunct.span};
    finding.message = "without the condition `" + finding.condition + "` `" + body.name + "` " +
                      (body.norm ? "applies" : "holds") + " in the same situations";
    finding.help = "leave the condition out, or say what it should add";
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  std::set<NormId> dead_;
};

}  // namespace

void find_redundant_conditions(Study& study) { Redundant(study).find(); }

}  // namespace grotius::analyse
