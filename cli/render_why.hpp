#pragma once
// The grounds of answers in every format: outlines as text, Markdown, a graph for Graphviz, a picture, a page; and the certificate in
// JSON (docs/command-line.md).

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/why_outline.hpp"

namespace grotius::cli {

/// At most 80 columns, but for words that are longer.
std::string why_text(const Outline& outline, bool colour);
nlohmann::ordered_json why_json(const model::Model& model, const explain::Explanation& explanation);

}  // namespace grotius::cli
