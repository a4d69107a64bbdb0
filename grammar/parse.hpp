#pragma once
// From text to syntax tree. The grammar is written with Boost.Spirit X3 and stays behind this header: no caller sees a
// type of Spirit. Size and UTF-8 are checked before the grammar runs and nesting is bounded while it runs, so no text can crash it.

#include <optional>
#include <string_view>

#include "grammar/diagnostic.hpp"
#include "grammar/source.hpp"
#include "grammar/syntax.hpp"

namespace grotius {

/// Named limits of the grammar; the message that reports one names it.
struct GrammarLimits {
  static constexpr std::size_t file_bytes = 32u << 20;  ///< size of one text
  static constexpr std::size_t nesting_depth = 200;     ///< parentheses, braces, quantifiers, `not`, `implies` within each other
  static constexpr std::size_t expression_height = 500;  ///< operators of one expression that build on each other, as in `a and b and …`
};

/// Parses one text: norms and situations, or the fenced `norm` blocks of Markdown. All mistakes are reported in one run: after
/// a mistake the parser goes on at the next item. Linear in the length of the text.
syntax::File parse(const Sources& sources, SourceId source, Diagnostics& diagnostics);

/// Parses the question of a command line: what stands between `ask` and `in` (an act or an expression).
std::optional<syntax::Expression> parse_expression(const Sources& sources, SourceId source, Diagnostics& diagnostics);

/// Parses the lines of a situation (`given …`, `unknown …`, `individual …`), as `batch` and the command line give them.
std::optional<syntax::Situation> parse_lines(const Sources& sources, SourceId source, Diagnostics& diagnostics);

/// The reserved words, sorted.
const std::vector<std::string_view>& reserved_words();

}  // namespace grotius
