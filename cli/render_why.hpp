#pragma once
// The grounds of answers in every format: outlines as text, Markdown, a graph for Graphviz, a
// picture, a page; and the certificate in JSON (docs/command-line.md).

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/why_outline.hpp"

namespace grotius::cli {

/// At most 80 columns, but for words that are longer.
std::string why_text(const Outline& outline, bool colour);
/// Nested lists, with links from a line to where its grounds stand.
std::string why_markdown(const std::vector<Outline>& outlines);
/// A graph for each question, in the language of Graphviz: lines are nodes, each with edges to its
/// grounds; shared grounds are one node.
std::string why_dot(const std::vector<Outline>& outlines);
/// One picture: indented trees with connectors.
std::string why_svg(const std::vector<Outline>& outlines);
/// One page that needs nothing else, with trees to fold.
std::string why_page(const std::vector<Outline>& outlines);
nlohmann::ordered_json why_json(const model::Model& model, const explain::Explanation& explanation);

}  // namespace grotius::cli
