#pragma once
// What the formatter moves about: the tokens of a text, each with the comments that belong to it.
// Of the white space between them only one thing is kept: whether a comment has a line of its own
// or ends a line. So the layout cannot depend on the rest.

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/source.hpp"
#include "grammar/token.hpp"

namespace grotius::formatting {

struct Piece {
  grammar::TokenKind kind{};
  grammar::Word word{};
  grammar::Sign sign{};
  bool clause_word = false;  ///< a word such as `presumed` in its place, not a name
  bool soft_break =
      false;  ///< a long line breaks before it, rather than within what stands around it
  bool is_negation = false;  ///< the sign of a negative number
  std::uint32_t width = 0;   ///< in code points
  std::string_view text;
  std::vector<std::string_view> comments_before;  ///< each on a line of its own
  std::string_view comment_after;                 ///< ends the line; empty if none

  bool is(grammar::Word w) const { return kind == grammar::TokenKind::word && word == w; }
  bool is(grammar::Sign s) const { return kind == grammar::TokenKind::sign && sign == s; }
  bool is_opening() const {
    return is(grammar::Sign::left_parenthesis) || is(grammar::Sign::left_brace);
  }
  bool is_closing() const {
    return is(grammar::Sign::right_parenthesis) || is(grammar::Sign::right_brace);
  }
  /// Whether something complete ends here, so that what follows cannot be its continuation but by
  /// an operator or a clause.
  bool ends_operand() const;
};

/// The pieces of one range of a source; the last is the end, which carries the comments that follow
/// everything. Linear.
std::vector<Piece> pieces_of(const Sources& sources, const Span& range);

}  // namespace grotius::formatting
