#pragma once
// A question as every command that answers it shows it.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/analyse/answer.hpp"

namespace grotius::cli {

/// The question in prose, with its situation, date and norm sets: the first lines of what every command
/// prints about an answer.
std::string question_text(const model::Model& model, const analyse::Answer& answer);
/// The `question` of every answer in JSON.
nlohmann::ordered_json question_json(const model::Model& model, const analyse::Answer& answer);
/// A value of a parameter as the language writes it.
std::string value_text(const model::Model& model, const model::ValueKind& kind, std::int64_t value);

/// An act in prose, by its template and the labels of its individuals; as it is written where it has no
/// template.
std::string prose(const model::Model& model, const model::Act& act);

}  // namespace grotius::cli
