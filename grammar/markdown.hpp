#pragma once
// Literate texts: the fenced blocks of a Markdown text that are tagged `norm` hold norms,
// everything else is commentary.

#include <vector>

#include "grammar/source.hpp"

namespace grotius::grammar {

/// What stands inside the fences of each block whose info string begins with the word `norm`, in
/// order. Fences are three or more backticks or tildes, indented by at most three blanks; a block
/// that is not closed reaches to the end of the text. Linear.
std::vector<Span> norm_blocks(const Sources& sources, SourceId source);

}  // namespace grotius::grammar
