#pragma once
// The canonical layout. The formatter keeps the tokens and comments of the text and decides only the white space between
// them, so it cannot change what a text means: parse(format(t)) and parse(t) are the same tree, and format is idempotent. Of the
// white space that was there nothing matters but whether a comment has a line of its own or ends one.
//
// - An item begins at the left margin; the clauses of a norm, definition, action, thesis or situation stand below it, indented by two.
//   A short definition, parameter or acceptance stays on one line.
// - Declarations of one kind and questions follow each other line by line; a comment on a line of its own begins a new group. Between
//   all other items stands an empty line, within an item none.
// - A line of more than 100 columns is broken where it holds together least, and goes on under the place where that part began.
// - Comments keep every byte and their place: behind the word that they follow, or on a line above what follows them.
// - Lines end in a line feed; in the blocks of a Markdown text, as the line of the fence does, and indented as the fence is.

#include <string>

#include "grammar/source.hpp"
#include "grammar/syntax.hpp"

namespace grotius {

/// The canonical text of a source that parsed without errors into `file`. Prose of a Markdown file is kept byte for byte; only its
/// `norm` blocks are laid out. Linear in the length of the text (times the depth of expressions that do not fit on a line).
std::string format(const Sources& sources, const syntax::File& file);

}  // namespace grotius
