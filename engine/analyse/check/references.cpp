#include "engine/analyse/check/references.hpp"

#include <variant>

namespace grotius::analyse {

namespace {

using model::Expr;
using model::ExprKind;

class Collector {
 public:
  explicit Collector(const model::Model& model) : model_(model) {
    seen_.types.resize(model.types.size());
    seen_.individuals.resize(model.individuals.size());
    seen_.documents.resize(model.documents.size());
    seen_.parameters.resize(model.parameters.size());
    seen_.facts.resize(model.facts.size());
    seen_.definitions.resize(model.definitions.size());
    seen_.actions.resize(model.actions.size());
  }

  References run() && {
    vocabulary();
    for (std::size_t i = 0; i < model_.definitions.size(); ++i) definition(i);
    for (const model::Action& item : model_.actions) action(item);
    norms();
    claims();
    situations();
    questions();
    return std::move(seen_);
  }

 private:
  void type(model::TypeId id) { seen_.types[index(id)] = true; }
  void individual(model::IndividualId id) { seen_.individuals[index(id)] = true; }
  void action(model::ActionId id) { seen_.actions[index(id)] = true; }
  void variables(const std::vector<model::Variable>& list) {
    for (const model::Variable& one : list) type(one.type);
  }
  void cited(const std::vector<model::Citation>& list) {
    for (const model::Citation& one : list)
      if (one.document) seen_.documents[index(*one.document)] = true;
  }
  void kind(const model::ValueKind& kind) {
    if (kind.sort.kind == model::Sort::Kind::individual) type(kind.sort.type);
  }

  void expression(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::individual:
        individual(model::id_of<model::IndividualId>(expr.ref));
        break;
      case ExprKind::parameter:
        seen_.parameters[expr.ref] = true;
        break;
      case ExprKind::fact:
        seen_.facts[expr.ref] = true;
        break;
      case ExprKind::definition:
        if (expr.ref != within_) seen_.definitions[expr.ref] = true;
        break;
      case ExprKind::is_type:
        seen_.types[expr.ref] = true;
        break;
      case ExprKind::status:
        seen_.actions[expr.ref] = true;
        break;
      default:
        break;
    }
    variables(expr.binders);
    for (const Expr& operand : expr.operands) expression(operand);
  }

  void pattern(const model::ActPattern& act) {
    action(act.action);
    for (const model::Argument& argument : act.arguments) {
      if (argument.individual) {
        individual(*argument.individual);
      } else {
        type(argument.type);
      }
    }
  }

  void vocabulary() {
    for (const model::Type& item : model_.types)
      if (item.supertype) type(*item.supertype);
    for (const model::Individual& item : model_.individuals) {
      // The values of a closed type are part of its declaration.
      if (!model_[item.type].closed) type(item.type);
    }
    for (const model::Parameter& item : model_.parameters) {
      kind(item.kind);
      cited(item.sources);
    }
    for (const model::Fact& item : model_.facts) {
      kind(item.kind);
      variables(item.parameters);
    }
  }

  void definition(std::size_t which) {
    const model::Definition& item = model_.definitions[which];
    within_ = which;
    variables(item.parameters);
    cited(item.sources);
    for (const model::Alternative& alternative : item.alternatives) {
      expression(alternative.when);
      if (alternative.unless) expression(*alternative.unless);
      cited(alternative.sources);
    }
    if (item.value) expression(*item.value);
    within_ = none;
  }

  void action(const model::Action& item) {
    variables(item.roles);
    for (const model::Kind& kind : item.kinds) {
      action(kind.general);
      expression(kind.when);
    }
  }

  void norms() {
    for (const model::Norm& norm : model_.norms) {
      pattern(norm.act);
      expression(norm.when);
      if (norm.unless) expression(*norm.unless);
      cited(norm.sources);
    }
    for (const model::Attribution& item : model_.attributions) {
      pattern(item.act);
      expression(item.when);
      cited(item.sources);
    }
    for (const model::Incompatibility& item : model_.incompatibilities)
      for (const model::ActPattern& act : item.acts) pattern(act);
  }

  void claims() {
    for (const model::Constraint& item : model_.constraints) {
      variables(item.binders);
      expression(item.condition);
    }
    for (const model::Thesis& item : model_.theses) {
      variables(item.binders);
      expression(item.condition);
      cited(item.sources);
    }
    for (const model::Acceptance& item : model_.acceptances) {
      cited(item.sources);
      for (const model::Acceptance::Who& who : item.who) {
        if (who.individual) {
          individual(*who.individual);
        } else {
          type(who.type);
        }
        for (const model::IndividualId one : who.except) individual(one);
      }
    }
  }

  void situations() {
    for (const model::Situation& situation : model_.situations) {
      for (const model::Statement& statement : situation.statements) {
        for (const model::StatementArgument& argument : statement.arguments) {
          if (argument.every) type(*argument.every);
          for (const model::IndividualId one : argument.except) individual(one);
        }
      }
      for (const model::Entry& entry : situation.entries) line(entry);
    }
  }

  void line(const model::Entry& entry) {
    const model::Atom& atom = entry.atom;
    (atom.deed ? seen_.actions : seen_.facts)[atom.ref] = true;
    for (const model::IndividualId one : atom.arguments) individual(one);
    cited(entry.sources);
    for (const auto& sources : entry.value_sources) cited(sources);
  }

  void questions() {
    for (const model::Question& question : model_.questions) {
      if (const auto* act = std::get_if<model::Act>(&question.asked)) {
        action(act->action);
        for (const model::IndividualId one : act->arguments) individual(one);
      } else {
        expression(std::get<Expr>(question.asked));
      }
      if (question.holder) individual(*question.holder);
      for (const model::Setting& set : question.with) seen_.parameters[index(set.parameter)] = true;
    }
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const model::Model& model_;
  References seen_;
  std::size_t within_ = none;  ///< the definition whose body is read
};

}  // namespace

References references(const model::Model& model) { return Collector(model).run(); }

}  // namespace grotius::analyse
