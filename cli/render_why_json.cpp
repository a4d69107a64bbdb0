// The certificate: every step with what it claims and what it rests on (docs/command-line.md).

#include <fmt/format.h>

#include "cli/derivation_words.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_why.hpp"
#include "engine/ground/print.hpp"

namespace grotius::cli {

namespace {

using nlohmann::ordered_json;
using explain::Rule;
using explain::Step;

class Certificate {
 public:
  Certificate(const model::Model& model, const explain::Explanation& explanation) : model_(model), explanation_(explanation) {}

  ordered_json of(const explain::Derivation& derivation) const {
    const DerivationWords words(model_, derivation);
    ordered_json steps = ordered_json::array();
    for (const Step& step : derivation.steps) {
      ordered_json one = subject(step);
      one["uses"] = step.uses;
      one["says"] = words.claim(step);
      if (const std::string origin = words.origin(step); !origin.empty()) one["source"] = origin;
      steps.push_back(std::move(one));
    }
    return {{"steps", std::move(steps)}, {"root", derivation.root}};
  }

  ordered_json supposed(const explain::Case& one) const {
    ordered_json list = ordered_json::array();
    for (const auto& [atom, value] : one.supposed) {
      Step step;
      step.ref = atom.ref;
      step.deed = atom.deed;
      step.arguments = atom.arguments;
      if (value.is_value()) {
        step.value = *value.least;
      } else {
        step.range = value;
      }
      if (!atom.deed) step.sort = model_.facts[atom.ref].kind.sort;
      list.push_back({{"atom", name_of(step)}, {"value", value_of(step)}});
    }
    return list;
  }

 private:
  ordered_json value_of(const Step& step) const {
    if (step.range) {
      const auto bound = [&](const std::optional<std::int64_t>& of) -> ordered_json {
        if (!of) return nullptr;
        if (step.sort.kind == model::Sort::Kind::date) return to_string(Date{*of});
        return *of;
      };
      return {{"from", bound(step.range->least)}, {"to", bound(step.range->greatest)}};
    }
    switch (step.sort.kind) {
      case model::Sort::Kind::boolean:
        return step.value != 0;
      case model::Sort::Kind::integer:
        return step.value;
      case model::Sort::Kind::date:
        return to_string(Date{step.value});
      case model::Sort::Kind::individual:
        break;
    }
    return model_.individuals[static_cast<std::size_t>(step.value)].name;
  }

  std::string call(std::string_view name, const std::vector<model::IndividualId>& arguments) const {
    std::string text = std::string(name) + "(";
    for (std::size_t i = 0; i < arguments.size(); ++i) text += (i == 0 ? "" : ", ") + std::string(model_[arguments[i]].name);
    return text + ")";
  }
  std::string name_of(const Step& step) const {
    if (step.deed) return "done " + call(qualified(model_.actions[step.ref]), step.arguments);
    return call(qualified(model_.facts[step.ref]), step.arguments);
  }
  template <class Item>
  std::string qualified(const Item& item) const {
    return model_.qualified(item.module, item.name);
  }
  std::string act(const model::Act& act) const { return call(qualified(model_[act.action]), act.arguments); }
  ordered_json set(std::size_t place) const {
    ordered_json modules = ordered_json::array();
    for (model::ModuleId module : explanation_.world.sets[place].set.asked) modules.push_back(model_[module].name);
    return modules;
  }

  ordered_json subject(const Step& step) const {
    ordered_json one = {{"rule", explain::name(step.rule)}};
    switch (step.rule) {
      case Rule::given:
        one["atom"] = name_of(step);
        one["at"] = model_.sources->at(step.entry->span);
        break;
      case Rule::presumed:
      case Rule::supposed:
        one["atom"] = name_of(step);
        break;
      case Rule::parameter:
        one["parameter"] = qualified(model_.parameters[step.ref]);
        break;
      case Rule::day:
        break;
      case Rule::expression: {
        one["at"] = model_.sources->at(step.expr->span);
        one["text"] = model_.sources->text(step.expr->span);
        one["with"] = ordered_json::object();
        for (const auto& [name, individual] : step.environment) one["with"][name] = model_[individual].name;
        break;
      }
      case Rule::definition:
        one["definition"] = call(qualified(model_.definitions[step.ref]), step.arguments);
        one["alternative"] = step.alternative ? ordered_json(*step.alternative) : ordered_json();
        break;
      case Rule::unfounded:
        one["together"] = ordered_json::array();
        for (const model::Atom& atom : step.together)
          one["together"].push_back(atom.deed ? "done " + call(qualified(model_.actions[atom.ref]), atom.arguments)
                                              : call(qualified(model_.definitions[atom.ref]), atom.arguments));
        break;
      case Rule::done:
        one["act"] = call(qualified(model_.actions[step.ref]), step.arguments);
        break;
      case Rule::counts_as:
        one["act"] = act(*step.act);
        one["as"] = act(*step.as);
        break;
      case Rule::in_force:
        one["norm"] = qualified(model_.norms[step.ref]);
        break;
      case Rule::applies:
        one["norm"] = qualified(model_.norms[step.ref]);
        one["to"] = act({model_.norms[step.ref].act.action, step.arguments});
        one["under"] = set(step.set);
        break;
      case Rule::stands: {
        static constexpr std::string_view kGrounds[] = {"by_default", "stated", "lex_superior", "lex_specialis", "lex_posterior"};
        one["norm"] = qualified(model_.norms[step.ref]);
        one["to"] = act({model_.norms[step.ref].act.action, step.arguments});
        one["about"] = act(*step.act);
        one["under"] = set(step.set);
        if (step.ground) one["defeated"] = kGrounds[static_cast<std::size_t>(*step.ground)];
        break;
      }
      case Rule::status:
        one["act"] = act(*step.act);
        one["under"] = set(step.set);
        for (const auto& [question, said] : {std::pair{"may", step.answers->may}, {"must", step.answers->must}, {"can", step.answers->can}})
          one[question] = said.empty() ? ordered_json() : ordered_json(said);
        if (!step.undecided.empty()) one["undecided"] = ordered_json::array();
        for (const Step::Undecided& open : step.undecided)
          one["undecided"].push_back({{"norm", qualified(model_[open.norm])}, {"to", act({model_[open.norm].act.action, open.bindings})}});
        return one;
    }
    one["value"] = value_of(step);
    return one;
  }

  const model::Model& model_;
  const explain::Explanation& explanation_;
};

}  // namespace

nlohmann::ordered_json why_json(const model::Model& model, const explain::Explanation& explanation) {
  ordered_json json = to_json(model, explanation.answer);
  const Certificate certificate(model, explanation);
  json["open"] = explanation.open;
  json["exhaustive"] = explanation.exhaustive;
  json["cases"] = ordered_json::array();
  for (const explain::Case& one : explanation.cases) {
    ordered_json of_case = {{"supposed", certificate.supposed(one)}, {"excluded", one.excluded}};
    of_case.update(certificate.of(one.derivation));
    json["cases"].push_back(std::move(of_case));
  }
  return json;
}

}  // namespace grotius::cli
