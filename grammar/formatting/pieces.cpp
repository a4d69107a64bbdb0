#include <algorithm>

#include "grammar/formatting/pieces.hpp"
#include "grammar/reporter.hpp"

namespace grotius::formatting {

namespace {

using grammar::Sign;
using grammar::Token;
using grammar::TokenKind;
using grammar::Word;

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
  }));
}

/// Hands the comments of a gap to the piece before it (one that ends its line) and to the piece
/// after it.
void attach_comments(std::string_view gap, Piece* before, Piece& after) {
  for (std::size_t at = gap.find("--"); at != std::string_view::npos; at = gap.find("--", at)) {
    const bool own_line =
        before == nullptr || gap.substr(0, at).find('\n') != std::string_view::npos;
    const std::size_t line_end = std::min(gap.find('\n', at), gap.size());
    std::string_view comment = gap.substr(at, line_end - at);
    if (comment.ends_with('\r')) comment.remove_suffix(1);
    if (own_line) {
      after.comments_before.push_back(comment);
    } else {
      before->comment_after = comment;
      before = nullptr;
    }
    gap.remove_prefix(line_end);
    at = 0;
  }
}

}  // namespace

bool Piece::ends_operand() const {
  switch (kind) {
    case TokenKind::word:
      switch (word) {
        case Word::int_:
        case Word::date:
        case Word::today:
        case Word::true_:
        case Word::false_:
        case Word::unknown:
          return true;
        default:
          return !is_reserved(word) && !clause_word;
      }
    case TokenKind::integer:
    case TokenKind::date:
    case TokenKind::string:
      return true;
    default:
      return is_closing();
  }
}

std::vector<Piece> pieces_of(const Sources& sources, const Span& range) {
  Diagnostics none;  // the text parsed without errors
  grammar::Reporter reporter(range.source, none);
  const std::vector<Token> tokens = grammar::tokens_of(sources, {range}, false, reporter);
  const std::string_view text = sources[range.source].text();
  std::vector<Piece> pieces;
  pieces.reserve(tokens.size());
  std::uint32_t offset = range.begin;
  for (const Token& token : tokens) {
    const bool is_end = token.kind == TokenKind::end;
    const std::uint32_t begin = is_end ? range.end : token.begin;
    const std::uint32_t end = is_end ? range.end : token.end;
    Piece& piece = pieces.emplace_back();
    piece.kind = token.kind;
    piece.word = token.word;
    piece.sign = token.sign;
    piece.text = text.substr(begin, end - begin);
    piece.width = code_points(piece.text);
    Piece* const before = pieces.size() > 1 ? &pieces[pieces.size() - 2] : nullptr;
    attach_comments(text.substr(offset, begin - offset), before, piece);
    offset = end;
  }
  return pieces;
}

}  // namespace grotius::formatting
