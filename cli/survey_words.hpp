#pragma once
// The words of a survey, which its text, its files and its page share.

#include <string>

#include "engine/analyse/survey.hpp"

namespace grotius::cli {

/// "yes", …, or "error" where the question was in error under this norm set.
std::string verdict(const std::optional<analyse::Answer>& answer);

/// "iciss_2001", or "as held by uk".
std::string heading(const analyse::SurveyColumn& column);

/// The title of the situation, or its name.
std::string title_of(const model::Model& model, const analyse::SurveyRow& row);

/// "residual_bearer = all_states, …", or nothing.
std::string settings_of(const model::Model& model, const std::vector<model::Setting>& with);
std::string settings_of(const model::Model& model, const analyse::SurveyRow& row);

/// What a row adds to the question: its day, where that is not the day of the situation, and its
/// settings. Begins with a comma, or is empty.
std::string circumstances_of(const model::Model& model, const analyse::SurveyRow& row);

}  // namespace grotius::cli
