#pragma once
// Makes tokens of the pieces into which the lexical rules cut a text, and reports the pieces that
// are no tokens.

#include <string>
#include <string_view>
#include <vector>

#include "grammar/token.hpp"

namespace grotius::grammar {

class Scribe {
 public:
  Scribe(std::string_view source_text, Reporter& reporter);

  // Each takes the piece as a view into the source.
  void blank(std::string_view piece);
  void name(std::string_view piece);
  /// A name with letters that no name has.
  void foreign_name(std::string_view piece);
  void number(std::string_view piece);
  void text(std::string_view piece);
  /// A text in marks other than straight double quotes, perhaps not closed.
  void text_in_other_quotes(std::string_view piece);
  void unterminated(std::string_view piece);
  /// A sign of this language or of another.
  void sign(std::string_view piece);
  void unknown_character(std::string_view piece);

  void end(TokenKind kind, std::uint32_t offset);
  std::vector<Token> take() && { return std::move(tokens_); }

 private:
  Token& add(std::string_view piece, TokenKind kind);
  Diagnostic& report(Code code, std::string_view piece, std::string message);
  void foreign(std::string_view piece);
  /// Whether a quote without a closing one closes the text of the line before, as if a text could
  /// go on.
  bool closes_last_line(std::string_view piece) const;
  std::uint32_t offset(std::string_view piece) const {
    return static_cast<std::uint32_t>(piece.data() - text_.data());
  }
  bool integer(std::string_view piece, std::string_view digits);
  bool date(std::string_view piece);

  std::string_view text_;
  Reporter& reporter_;
  std::vector<Token> tokens_;
  bool new_line_ = true;
  std::uint32_t last_unterminated_ = 0;  ///< where a text began that is not closed; 0: nowhere
  bool dropped_ = false;                 ///< something was left out before the next token
};

/// What a sign of another language was probably meant to be.
struct ForeignSign {
  std::string_view written;
  std::string_view advice;
  Sign sign = Sign::none;
  Word word = Word::none;
};
/// All of them; the longest that fits counts.
const std::vector<ForeignSign>& foreign_signs();

}  // namespace grotius::grammar
