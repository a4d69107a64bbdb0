// A witness as a case file states it, and in prose through the templates.

#include <algorithm>

#include "engine/analyse/check/days.hpp"
#include "engine/analyse/check/study.hpp"
#include "engine/ground/print.hpp"

namespace grotius::analyse {

namespace {

using model::IndividualId;

std::string called(const Symbolic& symbolic, IndividualId id) {
  const auto& universe = symbolic.world().universe;
  if (!universe.is_unnamed(symbolic.model(), id) && !symbolic.model()[id].label.empty())
    return symbolic.model()[id].label;
  return std::string(name_of(symbolic.model(), universe, id));
}

/// The template with the individuals in the places of its parameters.
std::string filled(const Symbolic& symbolic, const std::string& text,
                   const std::vector<model::Variable>& parameters,
                   const std::vector<IndividualId>& arguments) {
  std::string result = text;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::string place = "{" + std::string(parameters[i].name) + "}";
    for (std::size_t at = result.find(place); at != std::string::npos; at = result.find(place, at)) {
      const std::string name = called(symbolic, arguments[i]);
      result.replace(at, place.size(), name);
      at += name.size();
    }
  }
  return result;
}

std::string sentence(const Symbolic& symbolic, const ground::Input& input, std::int64_t value) {
  const model::Model& model = symbolic.model();
  const std::string line = ground::line(symbolic.world(), input, value);
  if (input.kind == ground::Input::Kind::deed) {
    const auto& action = model.actions[input.ref];
    if (action.text.empty()) return line;
    return (value != 0 ? "" : "it is not the case that ") +
           filled(symbolic, action.text, action.roles, input.arguments);
  }
  const auto& fact = model.facts[input.ref];
  if (fact.text.empty()) return line;
  const std::string text = filled(symbolic, fact.text, fact.parameters, input.arguments);
  if (input.value.sort.kind != model::Sort::Kind::boolean)
    return text + ": " + print_value(symbolic.world(), input.value, value);
  return value != 0 ? text : "it is not the case that " + text;
}

std::string article(const std::string& type) {
  const bool vowel = std::string("AEIOUaeiou").find(type.front()) != std::string::npos;
  return (vowel ? "an " : "a ") + type;
}

}  // namespace

Witness in_words(const Symbolic& symbolic, const search::Witness& found, const model::Act* act) {
  const auto& program = symbolic.program();
  const auto& world = symbolic.world();
  const model::Model& model = symbolic.model();
  Witness witness;
  witness.minimal = found.minimal;
  if (world.moment.kind == ground::Moment::Kind::on) witness.on = world.moment.date;
  std::vector<std::pair<std::string, std::string>> lines;  // name of the atom, line
  for (const auto& given : found.given) {
    const ground::Input& input = program[given.input];
    switch (input.kind) {
      case ground::Input::Kind::exists: {
        const IndividualId id = input.arguments[0];
        const std::string type(model[type_of(model, world.universe, id)].name);
        witness.individuals.emplace_back(std::string(name_of(model, world.universe, id)), type);
        witness.story.push_back(witness.individuals.back().first + " is " + article(type));
        break;
      }
      case ground::Input::Kind::fact:
      case ground::Input::Kind::deed:
        break;
      default:
        witness.on = Date{given.value};
    }
  }
  std::ranges::sort(witness.individuals);
  for (const auto& given : found.given) {
    const ground::Input& input = program[given.input];
    if (input.kind != ground::Input::Kind::fact && input.kind != ground::Input::Kind::deed) continue;
    witness.given.push_back(ground::line(world, input, given.value));
    witness.story.push_back(sentence(symbolic, input, given.value));
  }
  if (act != nullptr) {
    // A situation without a date cannot be asked what rests on the day, even where every day would do.
    if (!witness.on && world.moment.kind == ground::Moment::Kind::any && Days(world).rests_on_day(act->action))
      witness.on = date_of(1, 1, 1);
    witness.act = print(world, *act);
    const auto& action = model[act->action];
    witness.told = action.text.empty() ? *witness.act
                                       : filled(symbolic, action.text, action.roles, act->arguments);
  }
  return witness;
}

}  // namespace grotius::analyse
