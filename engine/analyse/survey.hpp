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

/// Which questions are asked.
struct SurveyScope {
  std::vector<Date> dates;             ///< on each of these, in place of the questions' own; none: their own
  std::vector<model::ActionId> about;  ///< only acts of these actions; none: all, and expressions
  std::vector<model::SituationId> in;  ///< only in these situations; none: in all
  bool first = false;                  ///< only the first question of each situation
};

/// A question, whatever it is asked under.
struct SurveyRow {
  model::SituationId situation{};
  std::string question;  ///< as written, on one line
  std::optional<Date> on;
  std::vector<model::Setting> with;  ///< by parameter
  Span at;
  std::vector<std::optional<Answer>> answers;  ///< by column; nothing where the question is in error there
};

struct Survey {
  std::vector<SurveyColumn> columns;
  std::vector<SurveyRow> rows;  ///< situation by situation, in the order of the files and of their text
};

/// Asks each question once for each column, whatever it says itself of norm sets. Questions that differ only in what they ask under are
/// one row; expressions that no norm set can answer otherwise than another are left out. As many answers as rows times columns. A
/// warning that concerns many questions is given once, at the first.
Survey survey(Worlds& worlds, const std::vector<model::Question>& questions, std::vector<SurveyColumn> columns, const SurveyScope& scope,
              const AskOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::analyse
