#pragma once

#include <string>

#include "grammar/diagnostic.hpp"

namespace grotius::test {

// Texts whose mistakes are marked in place: below the line of each mistake stand comments with
// carets below what is meant, the code and the message, then the help and related places.
//
//   norm a permit protect(bby, p)
//   --                    ^^^ M112 `bby` is neither an individual, …
//   --                        help: did you mean `by`?

// The text without its marks.
std::string unmarked(const std::string& text);

// The text of a source with its diagnostics marked.
std::string marked(const Sources& sources, SourceId source, const Diagnostics& diagnostics);

}  // namespace grotius::test
