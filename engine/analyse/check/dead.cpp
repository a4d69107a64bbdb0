// What never comes to bear: norms that apply in no situation, alternatives of definitions that hold in none. Both rest on there being
// no situation, so they are findings only where the universe is proved to suffice; the core says which conditions exclude
// each other.

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/questions.hpp"

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
      collect(std::move(subject));
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
        collect(std::move(subject));
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

  void collect(Subject subject) {
    const std::vector<NormId> norms = norms_of(subject);
    study_.attempt(subject.kind, subject.names, norms, [&] {
      const Scope& scope = study_.scope(subject.demands);
      pending_[&study_.symbolic(scope)].push_back({std::move(subject), scope, {}});
    });
  }

  static std::vector<NormId> norms_of(const Subject& subject) {
    return subject.norm ? std::vector{*subject.norm} : std::vector<NormId>{};
  }

 public:
  /// Decides everything that was collected, one universe after the other.
  void decide_all() {
    for (auto& [symbolic, subjects] : pending_) {
      const FindingKind kind = subjects.front().subject.kind;
      study_.attempt(kind, {}, {}, [&, symbolic = symbolic, &subjects = subjects] { settle_in(*symbolic, subjects); });
    }
    pending_.clear();
  }

 private:
  struct Pending {
    Subject subject;
    Scope scope;
    Question applies;
  };

  // Norms about one action together: a situation in which one applies is replayed over the others.
  void settle_in(Symbolic& symbolic, std::vector<Pending>& all) {
    std::map<std::optional<model::ActionId>, std::vector<Question*>> groups;
    for (Pending& one : all) {
      for (const auto& tuple : tuples(one.subject, symbolic))
        one.applies.add(
            symbolic.about(tuple, symbolic.grounder().conjunction(grounded(one.subject, symbolic, tuple))));
      std::optional<model::ActionId> action;
      if (one.subject.norm) action = model_[*one.subject.norm].act.action;
      groups[action].push_back(&one.applies);
    }
    for (const auto& [action, questions] : groups) settle(symbolic, questions, study_.effort);
    std::vector<const Subject*> dead;
    for (const auto& [subject, scope, applies] : all) {
      if (applies.possible == Possible::undecided)
        study_.undecided(subject.kind, subject.names, norms_of(subject), applies.reason);
      if (applies.possible != Possible::no) continue;
      if (scope.complete)
        dead.push_back(&subject);
      else
        study_.not_seen(subject.kind, subject.names, norms_of(subject), scope);
    }
    add(dead, symbolic);
  }

  /// Parts by tuple: the conditions of the subject, the constraints, that the tuple exists.
  std::vector<std::vector<NodeId>> parts_of(const Subject& subject, Symbolic& symbolic) const {
    std::vector<std::vector<NodeId>> parts;
    const auto& required = symbolic.required();
    for (const auto& tuple : tuples(subject, symbolic)) {
      std::vector<NodeId> nodes = grounded(subject, symbolic, tuple);
      for (std::size_t i = 0; i < symbolic.constraints(); ++i) nodes.push_back(required[i]);
      nodes.push_back(symbolic.grounder().exist(tuple));
      parts.push_back(std::move(nodes));
    }
    return parts;
  }

  void add(const std::vector<const Subject*>& dead, Symbolic& symbolic) {
    std::vector<std::vector<std::vector<NodeId>>> parts;
    for (const Subject* subject : dead) parts.push_back(parts_of(*subject, symbolic));
    if (dead.empty()) return;
    Cores cores(symbolic, symbolic.constraints(), study_.effort);
    for (std::size_t i = 0; i < dead.size(); ++i)
      study_.attempt(dead[i]->kind, dead[i]->names, norms_of(*dead[i]),
                     [&] { add(*dead[i], cores.of(parts[i])); });
  }

  void add(const Subject& subject, const std::optional<std::vector<std::size_t>>& core) {
    Finding finding;
    finding.kind = subject.kind;
    finding.names = subject.names;
    finding.norms = norms_of(subject);
    finding.definition = subject.definition;
    finding.at = {subject.at};
    finding.message = subject.message;
    if (core) finding.core = in_words(subject, *core);
    finding.help = finding.core.empty() ? "" : "these cannot hold together; change one of them, or delete the " +
                                                   std::string(subject.norm ? "norm" : "alternative");
    study_.report.findings.push_back(std::move(finding));
  }

  std::vector<CorePart> in_words(const Subject& subject, const std::vector<std::size_t>& core) const {
    std::vector<CorePart> result;
    std::vector<model::ConstraintId> constraints;
    for (std::size_t set : study_.world.binding)
      for (model::ConstraintId id : study_.world.sets[set].set.constraints) constraints.push_back(id);
    for (std::size_t position : core) {
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
  std::map<Symbolic*, std::vector<Pending>> pending_;
};

}  // namespace

void find_dead(Study& study) {
  Dead dead(study);
  if (study.wants(FindingKind::dead_norm)) {
    dead.find_norms();
    dead.decide_all();
  }
  if (study.wants(FindingKind::dead_alternative)) {
    dead.find_alternatives();
    dead.decide_all();
  }
}

}  // namespace grotius::analyse
