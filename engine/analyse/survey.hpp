#pragma once
// Many questions under many norm sets: what each of them says of each case.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"

namespace grotius::analyse {

/// One norm set, or what one holder accepts on the date of the question.
struct SurveyColumn {
  std::string name;
  std::vector<model::ModuleId> under;
  std::optional<model::IndividualId> holder;
};

struct SurveyRow {
  model::SituationId situation{};
  std::string question;           ///< as written
  std::optional<Date> on;
  std::vector<model::Setting> with;
  Span at;
  std::vector<std::optional<Answer>> answers;  ///< by column; nothing where the question is in error there
};

struct Survey {
  std::vector<SurveyColumn> columns;
  std::vector<SurveyRow> rows;  ///< in the order of the files and of their text
};

/// Asks each question once for each column, whatever it says itself of norm sets, and on each of `dates` where there are any. Questions
/// that differ only in what they ask under are one row; expressions that speak of no status are left out, since all norm sets answer
/// them alike. As many answers as rows times columns.
Survey survey(Worlds& worlds, const std::vector<model::Question>& questions, std::vector<SurveyColumn> columns,
              const std::vector<Date>& dates, const AskOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::analyse
