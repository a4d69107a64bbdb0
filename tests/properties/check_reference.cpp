#include "tests/properties/check_reference.hpp"

#include <algorithm>

#include "tests/properties/all_situations.hpp"
#include "tests/properties/norm_variants.hpp"
#include "tests/properties/reference.hpp"
#include "tests/properties/superiority.hpp"

namespace grotius::properties {
namespace {

bool same_statuses(const Asked& asked, Model& left, Model& right) {
  for (const auto& [action, arguments] : all_acts(asked)) {
    const Statuses one = left.statuses(action, arguments);
    const Statuses other = right.statuses(action, arguments);
    if (one.may != other.may || one.must != other.must || one.can != other.can) return false;
  }
  return true;
}

// The values of a definition for all tuples, in their order.
std::vector<bool> extension(const Asked& asked, Model& model, int index) {
  const Definition& definition = asked.world.definitions[static_cast<std::size_t>(index)];
  Expression application;
  application.op = Op::definition;
  application.sort = definition.sort;
  application.index = index;
  for (const Binder& parameter : definition.parameters) {
    Expression argument;
    argument.op = Op::variable;
    argument.sort = {Kind::individual, parameter.type};
    argument.name = parameter.name;
    application.operands.push_back(argument);
  }
  std::vector<bool> result;
  for (Environment environment : all_bindings(asked, definition.parameters)) {
    result.push_back(model.holds(application, environment));
  }
  return result;
}

// What has been seen of the parts of a norm set over the situations gone through so far.
class Survey {
 public:
  explicit Survey(const AllSituations& all)
      : all_(all), world_(all.world()), variants_(variants_of(all)) {
    for (const Definition& definition : world_.definitions) {
      held_.emplace_back(definition.alternatives.size(), false);
      values_.emplace_back();
    }
    applied_.resize(world_.norms.size(), false);
    for (const Norm& norm : world_.norms) missed_.emplace_back(conjuncts(norm.when).size(), false);
  }

  void visit(std::size_t date, const State& state) {
    const Asked& asked = all_.dates()[date];
    Model model(asked, state);
    if (!model.is_completion()) return;
    any_ = true;
    for (const auto& [finding, act] : shown(asked, model)) shown_.insert(finding);
    norms(asked, model);
    definitions(asked, model);
    for (Variant& variant : variants_) {
      if (variant.differs) continue;
      Model other(variant.dates[date], state);
      variant.differs = variant.definition == absent
                            ? !same_statuses(asked, model, other)
                            : extension(asked, model, variant.definition) !=
                                  extension(variant.dates[date], other, variant.definition);
    }
  }

  CheckReport report() const {
    CheckReport result;
    if (!any_) {
      result.contradictory = true;
      return result;
    }
    for (const Finding& finding : shown_) {
      if (!finding.starts_with("thesis ")) result.findings.insert(finding);
    }
    for (const Thesis& thesis : world_.theses) {
      result.theses[thesis.name] = shown_.contains("thesis " + thesis.name) != thesis.always;
    }
    report_norms(result.findings);
    report_definitions(result.findings);
    report_variants(result.findings);
    return result;
  }

 private:
  void norms(const Asked& asked, Model& model) {
    for (std::size_t index = 0; index < world_.norms.size(); ++index) {
      const Norm& norm = world_.norms[index];
      std::vector<Binder> variables;
      for (const Argument& argument : norm.arguments) {
        if (argument.form != Argument::Form::constant) variables.push_back(argument.variable);
      }
      const std::size_t parts = missed_[index].size();
      for (const Environment& environment : all_bindings(asked, variables)) {
        Bindings bindings;
        for (const auto& [name, value] : environment) {
          bindings.emplace_back(name, static_cast<int>(value));
        }
        const bool applies = model.applies(norm, bindings);
        if (applies) applied_[index] = true;
        for (std::size_t part = 0; part < parts; ++part) {
          Norm weaker = norm;
          weaker.when = without_conjunct(*norm.when, part);
          if (model.applies(weaker, bindings) != applies) missed_[index][part] = true;
        }
      }
    }
  }

  void definitions(const Asked& asked, Model& model) {
    for (std::size_t index = 0; index < world_.definitions.size(); ++index) {
      const Definition& definition = world_.definitions[index];
      if (definition.value) continue;
      for (bool value : extension(asked, model, static_cast<int>(index))) {
        values_[index].insert(value);
      }
      for (std::size_t place = 0; place < definition.alternatives.size(); ++place) {
        const Definition::Alternative& alternative = definition.alternatives[place];
        for (Environment environment : all_bindings(asked, definition.parameters)) {
          if (model.holds(alternative.when, environment) &&
              !(alternative.unless && model.holds(*alternative.unless, environment))) {
            held_[index][place] = true;
          }
        }
      }
    }
  }

  void report_norms(std::set<Finding>& findings) const {
    for (std::size_t index = 0; index < world_.norms.size(); ++index) {
      const Norm& norm = world_.norms[index];
      if (!applied_[index]) {
        findings.insert("dead_norm " + norm.name);
        continue;
      }
      for (std::size_t part = 0; part < missed_[index].size(); ++part) {
        if (missed_[index][part]) continue;
        findings.insert("redundant_condition " + norm.name + ": " +
                        text_of(world_, conjuncts(norm.when)[part]));
      }
    }
  }

  void report_definitions(std::set<Finding>& findings) const {
    for (std::size_t index = 0; index < world_.definitions.size(); ++index) {
      const Definition& definition = world_.definitions[index];
      if (definition.value) continue;
      if (values_[index].size() == 1) findings.insert("constant_definition " + definition.name);
      for (std::size_t place = 0; place < held_[index].size() && held_[index].size() > 1; ++place) {
        if (held_[index][place]) continue;
        findings.insert("dead_alternative " + definition.name + " " + std::to_string(place + 1));
      }
    }
  }

  void report_variants(std::set<Finding>& findings) const {
    for (const Variant& variant : variants_) {
      if (variant.differs) continue;
      if (variant.norm != absent && !applied_[static_cast<std::size_t>(variant.norm)]) continue;
      if (variant.definition != absent && !held_[static_cast<std::size_t>(variant.definition)]
                                                [static_cast<std::size_t>(variant.alternative)]) {
        continue;
      }
      findings.insert(variant.finding);
    }
    for (const auto& [superior, inferior] : void_pairs(world_, all_.module())) {
      findings.insert("void_priority " + pair_text(world_, superior, inferior));
    }
  }

  const AllSituations& all_;
  const World& world_;
  bool any_ = false;
  std::set<Finding> shown_;
  std::vector<bool> applied_;              // by norm
  std::vector<std::vector<bool>> missed_;  // by norm and conjunct: without it, it applies elsewhere
  std::vector<std::vector<bool>> held_;    // by definition and alternative
  std::vector<std::set<bool>> values_;     // by definition
  std::vector<Variant> variants_;
};

std::map<std::string, std::string> status_words(Model& model, int action, const Tuple& arguments) {
  static const char* const may[] = {"silent", "permitted", "forbidden", "contested"};
  const Statuses statuses = model.statuses(action, arguments);
  return {{"may", may[static_cast<int>(statuses.may)]},
          {"must", to_string(statuses.must)},
          {"can", to_string(statuses.can)}};
}

}  // namespace

CheckReport reference_check(const World& world, int module) {
  const AllSituations all(world, module);
  Survey survey(all);
  all.each([&](std::size_t date, std::size_t, const State& state) {
    survey.visit(date, state);
    return true;
  });
  return survey.report();
}

std::set<std::string> reference_difference(const World& left, const World& right) {
  // The atoms and days of both: a world with the conditions and the dates of the two.
  World both = left;
  both.norms.insert(both.norms.end(), right.norms.begin(), right.norms.end());
  both.constraints.insert(both.constraints.end(), right.constraints.begin(),
                          right.constraints.end());
  both.attributions.insert(both.attributions.end(), right.attributions.begin(),
                           right.attributions.end());
  for (std::size_t action = 0; action < both.actions.size(); ++action) {
    const std::vector<IsLink>& links = right.actions[action].is;
    both.actions[action].is.insert(both.actions[action].is.end(), links.begin(), links.end());
  }
  both.theses.clear();
  both.priorities.clear();
  for (Norm& norm : both.norms) norm.overrides.clear();
  const std::size_t own_definitions = both.definitions.size();
  for (std::size_t index = 0; index < own_definitions; ++index) {
    both.definitions.push_back(right.definitions[index]);
  }
  const AllSituations all(both, 0);
  const std::vector<Asked> lefts = all.under(left), rights = all.under(right);
  std::set<std::string> result;
  all.each([&](std::size_t date, std::size_t, const State& state) {
    Model one(lefts[date], state), other(rights[date], state);
    if (!one.is_completion() || !other.is_completion()) return true;
    for (const auto& [action, arguments] : all_acts(lefts[date])) {
      const auto before = status_words(one, action, arguments);
      const auto after = status_words(other, action, arguments);
      for (const auto& [question, status] : before) {
        if (status == after.at(question)) continue;
        result.insert(question + " " + left.actions[static_cast<std::size_t>(action)].name + ": " +
                      status + " -> " + after.at(question));
      }
    }
    return true;
  });
  return result;
}

std::string bare_text(const std::string& expression) {
  std::string result;
  for (char letter : expression) {
    if (letter != '(' && letter != ')' && letter != ' ' && letter != '\n') result += letter;
  }
  return result;
}

}  // namespace grotius::properties
