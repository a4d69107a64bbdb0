#pragma once
// The grounds of an answer: as a tree in prose, and as a certificate in JSON (docs/command-line.md).

#include <string>

#include <nlohmann/json.hpp>

#include "engine/explain/derive.hpp"

namespace grotius::cli {

struct WhyOptions {
  std::size_t depth = 6;   ///< levels below a norm that are written out
  bool full = false;       ///< everything, and norms that do not apply with all their grounds
};

std::string why_text(const model::Model& model, const explain::Explanation& explanation, const WhyOptions& options, bool colour);
nlohmann::ordered_json why_json(const model::Model& model, const explain::Explanation& explanation);

}  // namespace grotius::cli
