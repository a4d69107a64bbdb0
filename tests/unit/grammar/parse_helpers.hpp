#pragma once

#include <string>

#include "grammar/parse.hpp"
#include "grammar/print.hpp"

namespace grotius::test {

// A text and what the grammar makes of it.
struct ParsedText {
  Sources sources;
  Diagnostics diagnostics;
  syntax::File file;

  explicit ParsedText(const std::string& text, const std::string& name = "test.norm");

  // The text of a span.
  std::string at(const Span& span) const { return std::string(sources.text(span)); }
  // The codes of the diagnostics in the order of the text, with blanks between them.
  std::string codes() const;
};

// The tree of an expression, printed; the codes of the diagnostics where it has none.
std::string tree(const std::string& expression);

}  // namespace grotius::test
