#pragma once
// Answers as people and programs read them; both say the same.

#include <string>

#include <nlohmann/json.hpp>

#include "cli/question_words.hpp"
#include "engine/analyse/answer.hpp"

namespace grotius::cli {

/// A paragraph: the question in prose, the answer, the norms that it rests on with their citations,
/// what would settle it.
std::string render_text(const model::Model& model, const analyse::Answer& answer, bool colour);

/// The object of `ask --json` (docs/command-line.md).
nlohmann::ordered_json to_json(const model::Model& model, const analyse::Answer& answer);
std::string render_json(const model::Model& model, const analyse::Answer& answer);

/// The exit status of one question.
int exit_status(analyse::Verdict verdict);

}  // namespace grotius::cli
