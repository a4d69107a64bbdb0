#pragma once
// A text as a sequence of tokens: the smallest pieces that mean something. The grammar of X3 runs
// over tokens, not over characters: words are looked up once, blanks and comments are gone, and
// every token knows its place.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/reporter.hpp"
#include "grammar/source.hpp"
#include "grammar/words.hpp"

namespace grotius::grammar {

enum class TokenKind : std::uint8_t {
  word,     ///< a name or a word of the language
  integer,  ///< without its sign
  date,
  string,  ///< with its quotes
  sign,
  block_end,  ///< the end of one `norm` block of a Markdown text
  end,        ///< the end of the text; always the last token
};

enum class Sign : std::uint8_t {
  none,
  left_parenthesis,
  right_parenthesis,
  left_brace,
  right_brace,
  comma,
  colon,
  dot,
  dots,
  bar,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  plus,
  minus,
  times,
};
inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::times) + 1;

std::string_view spelling(Sign sign);
/// The sign that is spelt so, or `none`.
Sign sign_of(std::string_view text);

struct Token {
  TokenKind kind{};
  Word word{};  ///< of a word
  Sign sign{};  ///< of a sign
  bool first_on_line : 1 = false;
  bool mended : 1 = false;  ///< stands for something that was no token, and has been reported
  std::uint32_t begin = 0;  ///< byte offsets in the source
  std::uint32_t end = 0;
};

/// The number that the digits at the beginning of a text write, underscores aside; nothing above
/// 2^63.
std::optional<std::uint64_t> magnitude_of(std::string_view text);

/// Cuts the given ranges of the reporter's source (in order, disjoint) into tokens; `block_end`
/// stands after each range if `blocks`. Whatever cannot be a token is reported, and replaced by
/// what was probably meant, so that one slip of the pen gives one message. Linear.
std::vector<Token> tokens_of(const Sources& sources, const std::vector<Span>& ranges, bool blocks,
                             Reporter& reporter);

}  // namespace grotius::grammar
