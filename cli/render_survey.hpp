#pragma once
// A survey as a table: text, CSV, one HTML page, JSON. All say the same.

#include <string>

#include "engine/analyse/survey.hpp"

namespace grotius::cli {

std::string survey_text(const model::Model& model, const analyse::Survey& survey);
std::string survey_csv(const model::Model& model, const analyse::Survey& survey);
std::string survey_html(const model::Model& model, const analyse::Survey& survey);
std::string survey_json(const model::Model& model, const analyse::Survey& survey);

}  // namespace grotius::cli
