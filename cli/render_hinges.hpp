#pragma once
// What an answer turns on alone, as people and programs read it.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/explore/hinges.hpp"
#include "engine/explore/vary.hpp"

namespace grotius::cli {

/// The question, its answer, and the norms, priorities and presumptions with what it would be without each; then the tables of the
/// parameters that are varied, if any.
std::string hinges_text(const model::Model& model, const explore::Hinges& hinges, const std::vector<explore::Variation>& variations);
/// The object of `hinges --json` (docs/schemas/hinges.json).
nlohmann::ordered_json hinges_json(const model::Model& model, const explore::Hinges& hinges, const std::vector<explore::Variation>& variations);

}  // namespace grotius::cli
