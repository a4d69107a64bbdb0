// What never comes to bear: norms that apply in no situation, alternatives of definitions that hold in none. Both rest on there being
// no situation, so they are findings only where the universe is proved to suffice; the core says which conditions exclude
// each other.

#include "engine/analyse/check/analyses.hpp"

#include <algorithm>

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::Expr;
using model::IndividualId;
using model::NormId;

/// A part that the core may name.
struct Part {
  Span span;
  std::string text;
  const Expr* condition = nullptr;  ///< nothing: whether the norm is in force
  bool denied = false;              ///< of an `unless`
};

/// Something that may never hold, over all tuples of its variables.
struct Subject {
  FindingKind kind{};
  std::vector<std::string> names;
  std::optional<NormId> norm;
  std::optional<model::DefinitionId> definition;
  Span at;
  std::string message;
  std::vector<Part> parts;
  Demands demands;
};

class Dead {
 public:
  explicit Dead(Study& study) : study_(study), model_(study.model) {}

  void find_norms() {
    for (NormId id : study_.set().norms) {
      if (!study_.asks(id)) continue;
      const model::Norm& norm = model_[id];
      Subject subject{FindingKind::dead_norm, {study_.name_of(id)}, id, std::nullopt, norm.name_span,
                      "`" + study_.name_of(id) + "` applies in no situation", {}, {}};
      subject.parts.push_back({norm.name_span, "when it is in force", nullptr, false});
      add_conditions(subject, norm.when, norm.unless);
      subject.demands = study_.demands.of_act(norm.act.action);
      subject.demands.add(study_.demands.applies(0, id, true));
      decide(subject);
    }
  }

  void find_alternatives() {
    for (std::size_t i = 0; i < model_.definitions.size(); ++i) {
      const auto& definition = model_.definitions[i];
      if (definition.alternatives.size() < 2 || !study_.asks(model::id_of<model::DefinitionId>(i))) continue;
      if (std::ranges::find(study_.set().modules, definition.module) == study_.set().modules.end())
        continue;
      for (const auto& alternative : definition.alternatives) {
        Subject subject{FindingKind::dead_alternative, {std::string(definition.name)}, std::nullopt,
                        model::id_of<model::DefinitionId>(i), alternative.span,
                        "this alternative of `" + std::string(definition.name) +
                            "` holds in no situation", {}, {}};
        add_conditions(subject, alternative.when, alternative.unless);
        auto& reader = study_.demands.reader(0);
        for (const auto& parameter : definition.parameters)
          subject.demands.add(reader.witness(parameter.type));
        subject.demands.add(reader.of(alternative.when, true));
        if (alternative.unless) subject.demands.add(reader.of(*alternative.unless, false));
        decide(subject);
      }
    }
  }

 private:
  void add_conditions(Subject& subject, const Expr& when, const std::optional<Expr>& unless) const {
    for (const Expr* conjunct : conjuncts(when))
      subject.parts.push_back({conjunct->span, excerpt(model_, conjunct->span), conjunct, false});
    if (!unless) return;
    subject.parts.push_back(
        {unless->span, "unless " + excerpt(model_, unless->span), &*unless, true});
  }

  std::vector<std::vector<IndividualId>> tuples(const Subject& subject, const Symbolic& symbolic) const {
    if (subject.definition) return symbolic.tuples(model_[*subject.definition].parameters);
    std::vector<std::vector<IndividualId>> fitting;
    const model::ActPattern& head = model_[*subject.norm].act;
    for (auto& tuple : symbolic.tuples(model_[head.action].roles))
      if (fits(symbolic, head, tuple)) fitting.push_back(std::move(tuple));
    return fitting;
  }

  std::vector<NodeId> grounded(const Subject& subject, Symbolic& symbolic,
                               const std::vector<IndividualId>& tuple) const {
    auto& grounder = symbolic.grounder();
    std::vector<NodeId> nodes;
    for (const Part& part : subject.parts) {
      NodeId node = part.condition == nullptr ? grounder.in_force(*subject.norm)
                                              : grounder.condition(*part.condition, tuple);
      nodes.push_back(part.denied ? grounder.negation(node) : node);
    }
    return nodes;
  }

  void decide(const Subject& subject) {
    const std::vector<NormId> norms = subject.norm ? std::vector{*subject.norm} : std::vector<NormId>{};
    study_.attempt(subject.kind, subject.names, norms, [&] {
      const Scope scope = study_.scope(subject.demands);
      pending_[&study_.symbolic(scope)].push_back({subject, scope});
    });
  }

 public:
  /// Decides everything that was collected, one decider for each universe.
  void settle() {
    for (auto& [symbolic, subjects] : pending_) {
      const FindingKind kind = subjects.front().first.kind;
      study_.attempt(kind, {}, {}, [&, symbolic = symbolic, &subjects = subjects] {
        settle_in(*symbolic, subjects);
      });
    }
    pending_.clear();
  }

 private:
  void settle_in(Symbolic& symbolic, const std::vector<std::pair<Subject, Scope>>& subjects) {
    std::vector<std::vector<NodeId>> goals(subjects.size());
    std::vector<NodeId> roots;
    for (std::size_t i = 0; i < subjects.size(); ++i)
      for (const auto& tuple : tuples(subjects[i].first, symbolic)) {
        goals[i].push_back(symbolic.about(
            tuple, symbolic.grounder().conjunction(grounded(subjects[i].first, symbolic, tuple))));
        roots.push_back(goals[i].back());
      }
    Decider decider(symbolic, roots, study_.effort);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const auto& [subject, scope] = subjects[i];
      const std::vector<NormId> norms = subject.norm ? std::vector{*subject.norm} : std::vector<NormId>{};
      switch (decider.any(goals[i])) {
        case Possible::yes:
          break;
        case Possible::undecided:
          study_.undecided(subject.kind, subject.names, norms, decider.reason());
          break;
        case Possible::no:
          if (scope.complete)
            add(subject, symbolic);
          else
            study_.not_seen(subject.kind, subject.names, norms, scope);
      }
    }
  }

  void add(const Subject& subject, Symbolic& symbolic) {
    Finding finding;
    finding.kind = subject.kind;
    finding.names = subject.names;
    if (subject.norm) finding.norms = {*subject.norm};
    finding.definition = subject.definition;
    finding.at = {subject.at};
    finding.message = subject.message;
    finding.core = core(subject, symbolic);
    finding.help = finding.core.empty() ? "" : "these cannot hold together; change one of them, or delete the " +
                                                   std::string(subject.norm ? "norm" : "alternative");
    study_.report.findings.push_back(std::move(finding));
  }

  std::vector<CorePart> core(const Subject& subject, Symbolic& symbolic) {
    std::vector<std::vector<NodeId>> parts;
    const auto& required = symbolic.required();
    for (const auto& tuple : tuples(subject, symbolic)) {
      std::vector<NodeId> nodes = grounded(subject, symbolic, tuple);
      for (std::size_t i = 0; i < symbolic.constraints(); ++i) nodes.push_back(required[i]);
      nodes.push_back(symbolic.grounder().exist(tuple));
      parts.push_back(std::move(nodes));
    }
    std::vector<CorePart> result;
    const auto core = minimal_core(symbolic, parts, symbolic.constraints(), study_.effort);
    if (!core) return result;
    std::vector<model::ConstraintId> constraints;
    for (std::size_t set : study_.world.binding)
      for (model::ConstraintId id : study_.world.sets[set].set.constraints) constraints.push_back(id);
    for (std::size_t position : *core) {
      if (position < subject.parts.size()) {
        result.push_back({subject.parts[position].span, subject.parts[position].text});
      } else if (position - subject.parts.size() < constraints.size()) {
        const auto& constraint = model_[constraints[position - subject.parts.size()]];
        result.push_back({constraint.span, "constraint " + std::string(constraint.name)});
      }
    }
    return result;
  }

  Study& study_;
  const model::Model& model_;
  std::map<Symbolic*, std::vector<std::pair<Subject, Scope>>> pending_;
};

}  // namespace

void find_dead(Study& study) {
  Dead dead(study);
  if (study.wants(FindingKind::dead_norm)) {
    dead.find_norms();
    dead.settle();
  }
  if (study.wants(FindingKind::dead_alternative)) {
    dead.find_alternatives();
    dead.settle();
  }
}

}  // namespace grotius::analyse
