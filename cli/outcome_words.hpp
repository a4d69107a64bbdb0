#pragma once
// What a question comes to, in words: shared by what shows how an answer changes.

#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "engine/explore/outcomes.hpp"

namespace grotius::cli {

/// "no, forbidden"; "contested: standing norms allow it and standing norms forbid it"; "silent: no norm speaks"; "depends: forbidden or silent";
/// "unknown".
std::string outcome_words(std::span<const explore::Outcome> possible);

/// Sets `answer`, `status` and `possible` as in `ask --json`, without witnesses.
void set_outcome(nlohmann::ordered_json& json, std::span<const explore::Outcome> possible);

/// The citations of a norm: `charter art. 2(4)`, each apart.
nlohmann::ordered_json sources_json(const model::Model& model, const std::vector<model::Citation>& sources);

}  // namespace grotius::cli
