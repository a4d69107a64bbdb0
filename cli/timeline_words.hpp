#pragma once
// The words of a timeline, which its text, its picture and its JSON share.

#include <string>

#include "cli/model_words.hpp"
#include "engine/explore/timeline.hpp"

namespace grotius::cli {

/// How modules and norms are named: as in the files, or by their titles.
enum class Naming { names, titles };

/// What is otherwise from a day on: "Serbia is unwilling to protect …", "no longer: …", "un_charter comes into force". Without its source.
std::string words(const ModelWords& model, const explore::Change& change, Naming naming = Naming::names);
/// Where that is said; may be empty.
std::string citation(const ModelWords& model, const explore::Change& change);

/// "forbidden", "yes", "depends", "error": the status where there is one, else the answer.
std::string status_word(const explore::Standing& standing);
/// What a status does not say: "forbidden or permitted", or why there is no answer; may be empty.
std::string remark(const explore::Standing& standing);

/// The module, or "as held by uk".
std::string heading(const explore::TimelineRow& row);

/// The question in prose, or as it was asked.
std::string asked_words(const ModelWords& model, const model::Question& question);

}  // namespace grotius::cli
