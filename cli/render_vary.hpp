#pragma once
// The answers for all values of a parameter, as tables.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/explore/vary.hpp"

namespace grotius::cli {

/// A table a parameter: the values, the answer with each, and which of them the question has.
std::string vary_tables(const model::Model& model, const std::vector<explore::Variation>& variations);
/// The question and its tables.
std::string vary_text(const model::Model& model, const explore::Varied& varied);

/// One object a parameter (docs/schemas/vary.json, `variation`).
nlohmann::ordered_json variations_json(const model::Model& model, const std::vector<explore::Variation>& variations);
/// The object of `ask --vary --json`.
nlohmann::ordered_json vary_json(const model::Model& model, const explore::Varied& varied);

}  // namespace grotius::cli
