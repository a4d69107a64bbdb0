#include "cli/survey_words.hpp"

#include <fmt/format.h>

namespace grotius::cli {

namespace {

std::string value_of(const model::Model& model, const model::Setting& setting) {
  if (!setting.value) return "unknown";
  const model::Sort& sort = model[setting.parameter].kind.sort;
  if (sort.kind == model::Sort::Kind::individual)
    return std::string(model.individuals[static_cast<std::size_t>(*setting.value)].name);
  if (sort.kind == model::Sort::Kind::date) return to_string(Date{*setting.value});
  return std::to_string(*setting.value);
}

}  // namespace

std::string verdict(const std::optional<analyse::Answer>& answer) {
  return answer ? std::string(analyse::name(answer->answer)) : "error";
}

std::string heading(const analyse::SurveyColumn& column) {
  return column.holder ? "as held by " + column.name : column.name;
}

std::string title_of(const model::Model& model, const analyse::SurveyRow& row) {
  const model::Situation& situation = model[row.situation];
  return situation.title.empty() ? std::string(situation.name) : situation.title;
}

std::string settings_of(const model::Model& model, const std::vector<model::Setting>& with) {
  std::string text;
  for (const model::Setting& setting : with)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", model[setting.parameter].name,
                        value_of(model, setting));
  return text;
}

std::string settings_of(const model::Model& model, const analyse::SurveyRow& row) {
  return settings_of(model, row.with);
}

std::string circumstances_of(const model::Model& model, const analyse::SurveyRow& row) {
  std::string text;
  if (row.on && row.on != model[row.situation].on) text = ", on " + to_string(*row.on);
  const std::string settings = settings_of(model, row);
  return settings.empty() ? text : text + ", with " + settings;
}

}  // namespace grotius::cli
