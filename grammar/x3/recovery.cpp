#include "grammar/x3/recovery.hpp"

#include <algorithm>

#include "grammar/mistakes/explain.hpp"

namespace grotius::grammar {

namespace {

bool ends(const Token& token) {
  return token.kind == TokenKind::end || token.kind == TokenKind::block_end;
}

/// The first token from the mistake on at which something begins. Within parentheses that open
/// after the mistake only what begins a line of text counts.
template <class Begins>
Iterator next(const State& state, const Begins& begins) {
  Iterator at = std::max(state.farthest, state.item);
  for (int depth = 0; !ends(*at); ++at) {
    if ((depth <= 0 || at->first_on_line) && begins(at)) break;
    if (at->sign == Sign::left_parenthesis || at->sign == Sign::left_brace) ++depth;
    if (at->sign == Sign::right_parenthesis || at->sign == Sign::right_brace) --depth;
  }
  return at;
}

}  // namespace

bool something_begins(const State& state, Iterator at) {
  if (ends(*at) || begins_item(at->word) || at->word == Word::given || at->word == Word::unknown) {
    return true;
  }
  return at->kind == TokenKind::word && at->first_on_line && !deeper_than(state, at, state.item);
}

bool is_stray_line(const State& state, Iterator at) {
  if (ends(*at) || begins_item(at->word) || at->word == Word::given || at->word == Word::unknown) {
    return false;
  }
  return at->kind == TokenKind::word && at->first_on_line &&
         deeper_than(state, at, state.situation);
}

Iterator next_item(const State& state) {
  return next(state, [&](Iterator at) { return item_begins(state, at); });
}

Iterator next_line(const State& state) {
  return next(state, [&](Iterator at) { return line_begins(state, at) || item_begins(state, at); });
}

}  // namespace grotius::grammar
