#pragma once
// What stands above the grounds: the question in prose, the verdict and what it means, what would
// settle it.

#include "cli/model_words.hpp"
#include "cli/why_outline.hpp"

namespace grotius::cli {

/// An outline without parts.
Outline why_head(const explain::Explanation& explanation, const ModelWords& words);

/// "If NATO is not a regional arrangement …, and …"; empty where nothing is supposed.
std::string supposition(const explain::Case& one, const ModelWords& words);

/// "forbidden", "yes": what a derivation comes to.
std::string verdict_of(const explain::Step& root);

/// "that cannot be: …": why there is no such situation.
std::string why_excluded(const model::Model& model, const explain::Step& root);

}  // namespace grotius::cli
