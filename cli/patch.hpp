#pragma once
// A proposed insertion as a patch, in the unified form that `patch` and code hosts read.

#include <string>
#include <string_view>

#include "grammar/source.hpp"

namespace grotius::cli {

/// The difference that inserting `text` behind the place makes to its file, with two lines of
/// context.
std::string patch(const Sources& sources, const Span& behind, std::string_view text);

}  // namespace grotius::cli
