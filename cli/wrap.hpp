#pragma once
// Lines of a terminal.

#include <cstddef>
#include <string>
#include <string_view>

namespace grotius::cli {

/// Code points, which is what a column of plain text shows.
std::size_t columns(std::string_view text);

/// The text broken at blanks, the first line set in by `indent` blanks and the others by `hanging`.
/// No line has more than `width` columns, but for a word that has; words are never broken.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t hanging,
                    std::size_t width);

}  // namespace grotius::cli
