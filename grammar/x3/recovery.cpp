#include "grammar/x3/recovery.hpp"

#include <algorithm>

#include "grammar/mistakes/explain.hpp"

namespace grotius::grammar {

namespace {

bool ends(const Token& token) {
  return token.kind == TokenKind::end || token.kind == TokenKind::block_end;
}

bool line_begins(const State& state, const Token* at) {
  return at != state.item && at->first_on_line &&
         (at->word == Word::given || at->word == Word::unknown);
}

/// Blanks before the token on its line; npos if it is not the first.
std::size_t indentation(const State& state, const Token& token) {
  const std::size_t line_break = state.text.rfind('\n', token.begin);
  const std::size_t line =
      token.begin == 0 || line_break == std::string_view::npos ? 0 : line_break + 1;
  return token.begin - line;
}

}  // namespace

bool something_begins(const State& state, Iterator at) {
  if (ends(*at) || begins_item(at->word) || at->word == Word::given || at->word == Word::unknown) {
    return true;
  }
  return at->kind == TokenKind::word && at->first_on_line &&
         indentation(state, *at) <= indentation(state, *state.item);
}

bool is_stray_line(const State& state, Iterator at) {
  if (ends(*at) || begins_item(at->word) || at->word == Word::given || at->word == Word::unknown) {
    return false;
  }
  return at->kind == TokenKind::word && at->first_on_line &&
         indentation(state, *at) > indentation(state, *state.situation);
}

Iterator next_item(const State& state) {
  const Token* at = std::max(state.farthest, state.item);
  while (!ends(*at) && !item_begins(state, at)) ++at;
  return at;
}

Iterator next_line(const State& state) {
  const Token* at = std::max(state.farthest, state.item);
  while (!ends(*at) && !line_begins(state, at) && !item_begins(state, at)) ++at;
  return at;
}

}  // namespace grotius::grammar
