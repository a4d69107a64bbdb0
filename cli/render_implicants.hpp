#pragma once
// What would settle an answer that depends, as people and programs read it.

#include <vector>

#include <nlohmann/json.hpp>

#include "cli/why_outline.hpp"
#include "engine/explore/implicants.hpp"

namespace grotius::cli {

/// For an outline of grounds: for each status the sets of values that suffice. Empty where there are no statuses.
std::vector<Settling> settling(const model::Model& model, const explore::Implicants& implicants);
/// `{"complete", "reason", "statuses"}` (docs/schemas/implicants.json); null where there are no statuses.
nlohmann::ordered_json implicants_json(const model::Model& model, const explore::Implicants& implicants);

}  // namespace grotius::cli
