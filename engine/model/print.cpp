#include "engine/model/print.hpp"

#include <algorithm>

#include "engine/model/printer.hpp"

namespace grotius::model {

namespace {

using namespace printing;

std::string_view word(Criterion criterion) {
  switch (criterion) {
    case Criterion::lex_superior:
      return "lex_superior";
    case Criterion::lex_specialis:
      return "lex_specialis";
    case Criterion::lex_posterior:
      return "lex_posterior";
  }
  return "";
}

class ModelPrinter {
 public:
  explicit ModelPrinter(const Model& model) : model_(model) {}

  std::string print() {
    section(model_.modules, [](const Module& module) { return module.anonymous; });
    section(model_.documents);
    section(model_.types);
    section(model_.individuals,
            [](const Individual& individual) { return individual.situation.has_value(); });
    section(model_.parameters);
    section(model_.facts);
    section(model_.definitions);
    section(model_.actions);
    section(model_.attributions);
    section(model_.norms);
    section(model_.priorities);
    section(model_.incompatibilities);
    section(model_.constraints);
    section(model_.theses);
    section(model_.acceptances);
    section(model_.tolerations);
    append(situations(model_));
    append(questions(model_));
    append(norm_sets(model_));
    return std::move(out_);
  }

 private:
  template <class Things, class Left>
  void section(const Things& things, const Left& left_out) {
    std::vector<std::string> paragraphs;
    for (const auto& thing : things) {
      if (!left_out(thing) && is_named(model_, module_of(thing))) paragraphs.push_back(text(thing));
    }
    append(std::move(paragraphs));
  }
  template <class Things>
  void section(const Things& things) {
    section(things, [](const auto&) { return false; });
  }

  void append(std::vector<std::string> paragraphs) {
    std::sort(paragraphs.begin(), paragraphs.end());
    for (const std::string& paragraph : paragraphs) out_ += paragraph + '\n';
    if (!paragraphs.empty()) out_ += '\n';
  }

  ModuleId module_of(const Module& module) const {
    return id_of<ModuleId>(static_cast<std::size_t>(&module - model_.modules.data()));
  }
  template <class Thing>
  ModuleId module_of(const Thing& thing) const {
    return thing.module;
  }

  template <class Thing>
  std::string name(const Thing& thing) const {
    return model_.qualified(thing.module, thing.name);
  }
  std::string expr(const Expr& expr) const { return model::print(model_, expr); }
  static std::string titled(const std::string& title) {
    return title.empty() ? "" : ' ' + quoted_text(title);
  }

  std::string text(const Module& module) const {
    std::string result = "module " + std::string(module.name) + titled(module.title);
    for (const ModuleId used : module.uses) result += "\n  uses " + std::string(model_[used].name);
    for (const ModuleId included : module.includes)
      result += "\n  includes " + std::string(model_[included].name);
    if (module.in_force != Interval{}) result += "\n  in force" + interval_text(module.in_force);
    for (const Criterion criterion : module.resolve_by)
      result += "\n  resolve by " + std::string(word(criterion));
    for (const std::string_view rank : module.ranks) result += "\n  rank " + std::string(rank);
    return result;
  }
  std::string text(const Document& document) const {
    std::string result = "document " + name(document) + ' ' + quoted_text(document.citation);
    if (!document.rank.empty()) result += "\n  rank " + std::string(document.rank);
    if (document.dated) result += "\n  dated " + to_string(*document.dated);
    if (!document.link.empty()) result += "\n  link " + quoted_text(document.link);
    return result;
  }
  std::string text(const Type& type) const {
    std::string result = "type " + name(type);
    if (type.supertype) result += ": " + type_text(model_, *type.supertype);
    if (type.closed) result += " closed";
    for (const IndividualId member : type.members)
      result += "\n  | " + individual_text(model_, member);
    return result;
  }
  std::string text(const Individual& individual) const {
    return "individual " + name(individual) + ": " + type_text(model_, individual.type) +
           titled(individual.label);
  }
  std::string text(const Parameter& parameter) const {
    return "parameter " + name(parameter) + ": " + kind_text(model_, parameter.kind) + " = " +
           value_text(model_, parameter.kind.sort, parameter.value) + titled(parameter.title) +
           sources_text(model_, parameter.sources);
  }
  std::string text(const Fact& fact) const {
    return "fact " + name(fact) + '(' + variables_text(model_, fact.parameters) +
           "): " + kind_text(model_, fact.kind) + " presumed " +
           (fact.presumed ? value_text(model_, fact.kind.sort, *fact.presumed) : "unknown") +
           " cost " + std::to_string(fact.cost) + titled(fact.text);
  }
  std::string text(const Definition& definition) const {
    std::string result =
        "define " + name(definition) + '(' + variables_text(model_, definition.parameters) +
        "): " + kind_text(model_, {definition.sort, {}, {}}) + titled(definition.text);
    for (const Alternative& alternative : definition.alternatives) {
      result += "\n  when " + expr(alternative.when);
      if (alternative.unless) result += "\n  unless " + expr(*alternative.unless);
      result += sources_text(model_, alternative.sources);
    }
    if (definition.value) result += "\n  = " + expr(*definition.value);
    return result + sources_text(model_, definition.sources);
  }
  std::string text(const Action& action) const {
    std::string result = "action " + name(action) + '(' + variables_text(model_, action.roles) +
                         ')' + titled(action.text);
    for (const Kind& kind : action.kinds) {
      result += "\n  is " + name(model_[kind.general]) + '(';
      for (std::size_t i = 0; i < kind.roles.size(); ++i)
        result += (i > 0 ? ", #" : "#") + std::to_string(kind.roles[i]);
      result += ')';
      if (!is_literal(kind.when, true)) result += " when " + expr(kind.when);
    }
    if (action.done_presumed_unknown) result += "\n  done presumed unknown";
    return result;
  }
  std::string text(const Attribution& attribution) const {
    return "attribution " + act_text(model_, attribution.act) + titled(attribution.title) +
           sources_text(model_, attribution.sources) + "\n  when " + expr(attribution.when);
  }
  std::string text(const Norm& norm) const {
    std::string result =
        "norm " + name(norm) + titled(norm.title) + sources_text(model_, norm.sources);
    if (norm.in_force != Interval{}) result += "\n  in force" + interval_text(norm.in_force);
    result += norm.by_default ? "\n  by default " : "\n  ";
    result += std::string(printing::word(norm.modality)) + ' ' + act_text(model_, norm.act);
    if (!is_literal(norm.when, true)) result += "\n  when " + expr(norm.when);
    if (norm.unless) result += "\n  unless " + expr(*norm.unless);
    return result;
  }
  std::string text(const StatedPriority& priority) const {
    return "priority " + model_.qualified(priority.superior) + " > " +
           model_.qualified(priority.inferior);
  }
  std::string text(const Incompatibility& incompatibility) const {
    std::string result = "incompatible (" + variables_text(model_, incompatibility.variables) + ')';
    for (std::size_t a = 0; a < incompatibility.acts.size(); ++a) {
      const ActPattern& act = incompatibility.acts[a];
      result += "\n  " + name(model_[act.action]) + '(';
      for (std::size_t i = 0; i < act.arguments.size(); ++i) {
        if (i > 0) result += ", ";
        result += act.arguments[i].individual
                      ? individual_text(model_, *act.arguments[i].individual)
                      : '#' + std::to_string(incompatibility.slots[a][i]);
      }
      result += ')';
    }
    return result;
  }
  std::string text(const Constraint& constraint) const {
    return "constraint " + name(constraint) + '(' + variables_text(model_, constraint.binders) +
           ')' + titled(constraint.title) + "\n  " + expr(constraint.condition);
  }
  std::string text(const Thesis& thesis) const {
    return "thesis " + name(thesis) + '(' + variables_text(model_, thesis.binders) + ')' +
           titled(thesis.title) + sources_text(model_, thesis.sources) +
           (thesis.mode == syntax::ThesisMode::always ? "\n  always " : "\n  sometimes ") +
           expr(thesis.condition) +
           (thesis.expect == syntax::ThesisExpectation::refuted ? "\n  expect refuted"
                                                                : "\n  expect proved");
  }
  std::string text(const Acceptance& acceptance) const {
    std::string result = "acceptance of " + std::string(model_[acceptance.accepted].name) +
                         interval_text(acceptance.period);
    for (const Acceptance::Who& who : acceptance.who) {
      result += "\n  by " + (who.individual ? individual_text(model_, *who.individual)
                                            : "every " + type_text(model_, who.type));
      for (const IndividualId except : who.except)
        result += " except " + individual_text(model_, except);
    }
    return result + sources_text(model_, acceptance.sources);
  }
  std::string text(const Toleration& toleration) const {
    std::string result = "tolerate " + std::string(toleration.kind);
    for (const std::string_view finding : toleration.names) result += ' ' + std::string(finding);
    return result + titled(toleration.reason);
  }

  const Model& model_;
  std::string out_;
};

}  // namespace

std::string print(const Model& model) { return ModelPrinter(model).print(); }

}  // namespace grotius::model
