#pragma once
// What would have to be otherwise for another answer, as people and programs read it.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/explore/flip.hpp"

namespace grotius::cli {

/// The question, its answer, and a numbered list of flips: what would be so, what is so now and why, with deeds apart from states of the
/// world.
std::string flip_text(const model::Model& model, const explore::Flips& flips);
/// The object of `flip --json` (docs/schemas/flip.json).
nlohmann::ordered_json flip_json(const model::Model& model, const explore::Flips& flips);

}  // namespace grotius::cli
