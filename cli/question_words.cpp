#include "cli/question_words.hpp"

#include <fmt/format.h>

namespace grotius::cli {

namespace {

using analyse::Answer;

std::string individual(const model::Model& model, model::IndividualId id) {
  const auto& one = model[id];
  return one.label.empty() ? std::string(one.name) : one.label;
}

std::string asked_under(const model::Model& model, const Answer& answer) {
  std::vector<std::string> names;
  for (model::ModuleId module : answer.under) names.emplace_back(model[module].name);
  std::string text;
  if (answer.question.holder)
    text = fmt::format(", as held by {}", individual(model, *answer.question.holder));
  if (!names.empty())
    text += (answer.question.holder ? " (" : ", under ") + fmt::format("{}", fmt::join(names, ", ")) +
            (answer.question.holder ? ")" : "");
  return text;
}

std::string setting(const model::Model& model, const model::Setting& setting) {
  return setting.value ? value_text(model, model[setting.parameter].kind, *setting.value) : "unknown";
}

}  // namespace

std::string value_text(const model::Model& model, const model::ValueKind& kind, std::int64_t value) {
  switch (kind.sort.kind) {
    case model::Sort::Kind::date:
      return to_string(Date{value});
    case model::Sort::Kind::individual:
      return std::string(
          model[model::id_of<model::IndividualId>(static_cast<std::size_t>(value))].name);
    default:
      return std::to_string(value);
  }
}

std::string prose(const model::Model& model, const model::Act& act) {
  const model::Action& action = model[act.action];
  std::string text = action.text;
  if (text.empty()) {
    std::vector<std::string> arguments;
    for (model::IndividualId argument : act.arguments)
      arguments.push_back(individual(model, argument));
    return fmt::format("{}({})", action.name, fmt::join(arguments, ", "));
  }
  for (std::size_t i = 0; i < act.arguments.size(); ++i) {
    const std::string hole = fmt::format("{{{}}}", action.roles[i].name);
    const std::string filler = individual(model, act.arguments[i]);
    for (std::size_t place = text.find(hole); place != std::string::npos;
         place = text.find(hole, place + filler.size()))
      text.replace(place, hole.size(), filler);
  }
  return text;
}

std::string question_text(const model::Model& model, const Answer& answer) {
  const model::Question& question = answer.question;
  const auto* act = std::get_if<model::Act>(&question.asked);
  const model::Situation& situation = model[question.situation];
  std::string text = question.text;
  if (act != nullptr && !model[act->action].text.empty())
    text += fmt::format("  -- {}", prose(model, *act));
  text += fmt::format("\n  in {}", situation.name);
  if (!situation.title.empty()) text += fmt::format(" \"{}\"", situation.title);
  if (answer.on) text += fmt::format(", on {}", to_string(*answer.on));
  text += asked_under(model, answer);
  for (const auto& one : question.with)
    text += fmt::format(", with {} = {}", model[one.parameter].name, setting(model, one));
  return text + '\n';
}

nlohmann::ordered_json question_json(const model::Model& model, const Answer& answer) {
  const model::Question& question = answer.question;
  nlohmann::ordered_json json;
  json["action"] = nullptr;
  json["arguments"] = nlohmann::ordered_json::array();
  if (const auto* act = std::get_if<model::Act>(&question.asked)) {
    json["action"] = model[act->action].name;
    for (model::IndividualId argument : act->arguments)
      json["arguments"].push_back(model[argument].name);
  }
  json["in"] = model[question.situation].name;
  json["under"] = nlohmann::ordered_json::array();
  for (model::ModuleId module : question.under) json["under"].push_back(model[module].name);
  json["as_held_by"] = question.holder ? nlohmann::ordered_json(model[*question.holder].name)
                                       : nlohmann::ordered_json(nullptr);
  json["with"] = nlohmann::ordered_json::object();
  for (const auto& one : question.with) {
    nlohmann::ordered_json& value = json["with"][std::string(model[one.parameter].name)];
    if (one.value && model[one.parameter].kind.sort.kind == model::Sort::Kind::integer) {
      value = *one.value;
    } else {
      value = setting(model, one);
    }
  }
  json["expression"] = std::holds_alternative<model::Expr>(question.asked)
                           ? nlohmann::ordered_json(question.text)
                           : nlohmann::ordered_json(nullptr);
  json["on"] =
      answer.on ? nlohmann::ordered_json(to_string(*answer.on)) : nlohmann::ordered_json(nullptr);
  json["at"] = model.sources->at(question.span);
  return json;
}

}  // namespace grotius::cli
