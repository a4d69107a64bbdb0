#include "engine/analyse/check/units.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/analyse/check/rewording.hpp"
#include "engine/model/print.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::DefinitionId;
using model::Expr;
using model::NormId;

/// Sets of actions that are joined.
class Joined {
 public:
  explicit Joined(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(ActionId a, ActionId b) { parent_[of(index(a))] = of(index(b)); }

 private:
  std::vector<std::size_t> parent_;
};

std::string interval(const Interval& period) {
  return (period.from ? to_string(*period.from) : "") + ".." + (period.until ? to_string(*period.until) : "");
}

std::string kind_of(const model::ValueKind& kind) {
  return std::to_string(static_cast<int>(kind.sort.kind)) + ":" + std::to_string(index(kind.sort.type)) + "[" +
         (kind.low ? std::to_string(*kind.low) : "") + ".." + (kind.high ? std::to_string(*kind.high) : "") + "]";
}

std::string variables(const std::vector<model::Variable>& list) {
  std::string text = "(";
  for (const auto& variable : list) text += std::string(variable.name) + ":" + std::to_string(index(variable.type)) + ",";
  return text + ")";
}

std::string act(const model::Model& model, const model::ActPattern& pattern) {
  std::string text(model[pattern.action].name);
  for (const auto& argument : pattern.arguments)
    text += "," + (argument.individual ? std::to_string(index(*argument.individual))
                                       : ":" + std::to_string(index(argument.type)));
  return text;
}

}  // namespace

/// Collects the norms and definitions that a unit reaches, and their text.
class Units::Reader {
 public:
  explicit Reader(const Study& study) : study_(study), model_(study.model) {}

  void add_about(std::size_t set, ActionId action) {
    if (!actions_.insert({set, action}).second) return;
    for (NormId norm : study_.demands.about(set, action)) add(set, norm);
  }
  void add(std::size_t set, NormId id) {
    if (!norms_.insert({set, id}).second) return;
    const model::Norm& norm = model_[id];
    std::string text = "\n" + std::to_string(set) + " " + model_.qualified(id) + " " + wording(model_, id);
    for (const auto& above : study_.world.sets[set].superiority.superiors[index(id)])
      text += " < " + model_.qualified(above.superior) + std::to_string(static_cast<int>(above.ground));
    texts_.insert(std::move(text));
    add(set, norm.when);
    if (norm.unless) add(set, *norm.unless);
  }
  void add(std::size_t set, DefinitionId id) {
    if (!definitions_.insert({set, id}).second) return;
    const auto& definition = model_[id];
    std::string text = "\ndefine " + std::string(definition.name) + variables(definition.parameters);
    for (const auto& alternative : definition.alternatives) {
      text += " when " + print(model_, alternative.when);
      if (alternative.unless) text += " unless " + print(model_, *alternative.unless);
      add(set, alternative.when);
      if (alternative.unless) add(set, *alternative.unless);
    }
    if (definition.value) {
      text += " = " + print(model_, *definition.value);
      add(set, *definition.value);
    }
    texts_.insert(std::move(text));
  }
  void add(std::size_t set, const Expr& expr) {
    if (expr.kind == model::ExprKind::definition) add(set, model::id_of<DefinitionId>(expr.ref));
    if (expr.kind == model::ExprKind::status)
      add_about(expr.under ? study_.world.set_of_module.at(*expr.under) : set, model::id_of<ActionId>(expr.ref));
    for (const Expr& operand : expr.operands) add(set, operand);
  }
  std::string text() const {
    std::string all;
    for (const std::string& text : texts_) all += text;
    return all;
  }

 private:
  const Study& study_;
  const model::Model& model_;
  std::set<std::pair<std::size_t, ActionId>> actions_;
  std::set<std::pair<std::size_t, NormId>> norms_;
  std::set<std::pair<std::size_t, DefinitionId>> definitions_;
  std::set<std::string> texts_;
};

Units::Units(const Study& study) : study_(study) {
  const model::Model& model = study.model;
  Joined joined(model.actions.size());
  for (std::size_t i = 0; i < model.actions.size(); ++i)
    for (const auto& kind : model.actions[i].kinds) joined.join(model::id_of<ActionId>(i), kind.general);
  for (const auto& item : model.incompatibilities)
    for (const auto& pattern : item.acts) joined.join(item.acts[0].action, pattern.action);
  for (const auto& priority : model.priorities)
    joined.join(model[priority.superior].act.action, model[priority.inferior].act.action);
  std::map<std::size_t, std::set<std::string>> members;
  for (std::size_t i = 0; i < model.actions.size(); ++i)
    members[joined.of(i)].insert(model.qualified(model.actions[i].module, model.actions[i].name));
  of_action_.resize(model.actions.size());
  for (std::size_t i = 0; i < model.actions.size(); ++i) {
    std::string name = "about";
    for (const std::string& member : members[joined.of(i)]) name += " " + member;
    of_action_[i] = std::move(name);
  }
}

std::string Units::of(DefinitionId definition) const {
  const auto& item = study_.model[definition];
  return "definition " + study_.model.qualified(item.module, item.name);
}
std::string Units::of_thesis(std::string_view thesis) const { return "thesis " + std::string(thesis); }

// What every unit rests on: vocabulary, constraints, deeds, the headers of modules, and how the check is made.
std::string Units::shared_text() const {
  const model::Model& model = study_.model;
  std::string text;
  for (const auto& type : model.types)
    text += "type " + std::string(type.name) + (type.closed ? "=" : ":") +
            (type.supertype ? std::to_string(index(*type.supertype)) : "") + "\n";
  for (const auto& individual : model.individuals)
    if (!individual.situation)
      text += "individual " + std::string(individual.name) + ":" + std::to_string(index(individual.type)) + individual.label + "\n";
  for (const auto& parameter : model.parameters)
    text += "parameter " + std::string(parameter.name) + kind_of(parameter.kind) + "=" + std::to_string(parameter.value) + "\n";
  for (const auto& fact : model.facts)
    text += "fact " + std::string(fact.name) + variables(fact.parameters) + kind_of(fact.kind) +
            (fact.presumed ? std::to_string(*fact.presumed) : "?") + fact.text + "\n";
  for (const auto& action : model.actions) {
    text += "action " + std::string(action.name) + variables(action.roles) + (action.done_presumed_unknown ? "?" : "") + action.text;
    for (const auto& kind : action.kinds) {
      text += " is " + std::to_string(index(kind.general)) + print(model, kind.when);
      for (std::uint32_t role : kind.roles) text += "," + std::to_string(role);
    }
    text += "\n";
  }
  for (const auto& attribution : model.attributions)
    text += "attribution " + act(model, attribution.act) + print(model, attribution.when) + "\n";
  for (const auto& item : model.incompatibilities) {
    text += "incompatible";
    for (const auto& pattern : item.acts) text += " " + act(model, pattern);
    text += variables(item.variables) + "\n";
  }
  for (const auto& constraint : model.constraints)
    text += "constraint " + std::string(constraint.name) + variables(constraint.binders) + print(model, constraint.condition) + "\n";
  for (const auto& module : model.modules) text += "module " + std::string(module.name) + interval(module.in_force) + "\n";
  const CheckOptions& options = study_.options;
  text += "scope " + (options.scope ? std::to_string(*options.scope) : "") + " on " + (options.on ? to_string(*options.on) : "") +
          " engine " + std::to_string(static_cast<int>(options.engine)) + " listed " + std::to_string(options.listed) +
          (options.repair ? " repair" : "");
  for (FindingKind kind : options.kinds) text += " " + std::string(name(kind));
  return text;
}

std::map<std::string, std::string> Units::fingerprints() const {
  const model::Model& model = study_.model;
  const std::string shared = shared_text();
  std::map<std::string, std::string> result;
  // Definitions in constraints, attributions and kinds count for all: their texts are part of each unit.
  const auto text_of = [&](Reader& reader) {
    for (const auto& constraint : model.constraints) reader.add(0, constraint.condition);
    for (const auto& attribution : model.attributions) reader.add(0, attribution.when);
    for (const auto& action : model.actions)
      for (const auto& kind : action.kinds) reader.add(0, kind.when);
    return shared + reader.text();
  };
  std::map<std::string, std::vector<ActionId>> actions;
  for (std::size_t i = 0; i < model.actions.size(); ++i) actions[of_action_[i]].push_back(model::id_of<ActionId>(i));
  for (const auto& [unit, members] : actions) {
    Reader reader(study_);
    for (ActionId action : members) reader.add_about(0, action);
    // Where norms ask about other norm sets, taking one away may change what rests on it anywhere.
    if (study_.world.sets.size() > 1)
      for (std::size_t set = 0; set < study_.world.sets.size(); ++set)
        for (NormId norm : study_.world.sets[set].set.norms) reader.add(set, norm);
    result[unit] = text_of(reader);
    // Stated pairs that no act brings together are listed too.
    for (std::size_t i : study_.set().priorities) {
      const auto& pair = model.priorities[i];
      if (of(pair.superior) == unit)
        result[unit] += "\npriority " + model.qualified(pair.superior) + " > " + model.qualified(pair.inferior);
    }
  }
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    Reader reader(study_);
    reader.add(0, model::id_of<DefinitionId>(i));
    result[of(model::id_of<DefinitionId>(i))] = text_of(reader);
  }
  for (const auto& thesis : model.theses) {
    if (thesis.module != study_.report.module) continue;
    Reader reader(study_);
    reader.add(0, thesis.condition);
    result[of_thesis(thesis.name)] = text_of(reader) + "\n" + std::to_string(static_cast<int>(thesis.mode)) +
                                     std::to_string(static_cast<int>(thesis.expect)) + variables(thesis.binders) +
                                     print(model, thesis.condition);
  }
  return result;
}

}  // namespace grotius::analyse
