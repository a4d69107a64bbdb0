#pragma once
// The canonical layout. The formatter keeps the tokens and comments of the text and decides only the white space between
// them, so it cannot change what a text means: parse(format(t)) and parse(t) are the same tree, and format is idempotent.

#include <string>

#include "grammar/source.hpp"
#include "grammar/syntax.hpp"

namespace grotius {

/// The canonical text of a source that parsed without errors into `file`. Prose of a Markdown file is kept byte for byte; only its
/// `norm` blocks are laid out. Linear in the length of the text.
std::string format(const Sources& sources, const syntax::File& file);

}  // namespace grotius
