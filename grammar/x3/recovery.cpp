#include "grammar/x3/recovery.hpp"

#include <algorithm>

namespace grotius::grammar {

namespace {

bool ends(const Token& token) {
  return token.kind == TokenKind::end || token.kind == TokenKind::block_end;
}

/// Whether an item begins at a word, as far as its neighbours tell: a reserved word may also have
/// been taken for a name.
bool item_begins(const State& state, const Token* at) {
  if (!begins_item(at->word) || at == state.item) return false;
  const Token& next = at[1];
  const bool named = next.kind == TokenKind::word && !is_reserved(next.word);
  switch (at->word) {
    case Word::ask:
    case Word::attribution:
      return at->first_on_line;
    case Word::acceptance:
      return next.word == Word::of;
    default:
      return at->first_on_line ? next.sign == Sign::none : named && at != state.farthest;
  }
}

}  // namespace

Iterator next_item(const State& state) {
  const Token* at = std::max(state.farthest, state.item);
  while (!ends(*at) && !item_begins(state, at)) ++at;
  return at;
}

Iterator next_line(const State& state) {
  const Token* at = std::max(state.farthest, state.item);
  const auto line_begins = [&] {
    return at != state.item && at->first_on_line &&
           (at->word == Word::given || at->word == Word::unknown);
  };
  while (!ends(*at) && !line_begins() && !item_begins(state, at)) ++at;
  return at;
}

void explain(State& state) {
  state.reporter.error(codes::unexpected, state.farthest->begin, state.farthest->end, "unexpected");
}

}  // namespace grotius::grammar
