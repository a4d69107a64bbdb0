#include "grammar/mistakes/clauses.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace grotius::grammar {

namespace {

constexpr int text_last = 100;

struct Order {
  Word item;
  bool text_first;  ///< a title or template right after the name
  std::vector<Word> clauses;
};

const std::vector<Order>& orders() {
  using enum Word;
  static const std::vector<Order> all{
      {module, true, {uses, includes, in, resolve, ranks}},
      {document, true, {rank, dated, link}},
      {parameter, false, {source}},
      {fact, false, {presumed, cost}},
      {define, true, {source, when, unless}},
      {action, true, {is, done}},
      {attribution, true, {source, when}},
      {norm, true, {source, in, by, permit, when, unless, overrides}},
      {constraint, true, {for_}},
      {thesis, true, {source, always, for_, expect}},
      {acceptance, false, {of, by, from, until, source}},
      {situation, true, {extends, on}},
      {ask, false, {in, under, on, with, expect}},
      {given, false, {from, until, source}},
      {unknown, false, {from, until, source}},
  };
  return all;
}

/// Words that share a place in the order.
Word representative(Word word) {
  switch (word) {
    case Word::forbid:
    case Word::oblige:
    case Word::exempt:
    case Word::empower:
    case Word::disable:
      return Word::permit;
    case Word::sometimes:
      return Word::always;
    case Word::as:
      return Word::under;
    default:
      return word;
  }
}

/// Whether a word that may also be a name, or mean something else, is a clause here.
bool is_clause(Word item, const Token* at) {
  const Token& next = at[1];
  switch (at->word) {
    case Word::in:
      return item == Word::ask ? next.sign != Sign::left_brace : next.word == Word::force;
    case Word::by:
      return item == Word::acceptance || next.word == Word::default_;
    case Word::from:
    case Word::until:
    case Word::on:
    case Word::dated:
      return next.kind == TokenKind::date;
    case Word::resolve:
      return next.word == Word::by;
    case Word::always:
    case Word::sometimes:
      return next.sign != Sign::colon && next.sign != Sign::comma;
    default:
      return is_reserved(at->word) || (next.kind == TokenKind::word && next.sign == Sign::none) ||
             next.kind == TokenKind::string || next.kind == TokenKind::integer;
  }
}

bool opens(const Token& token) {
  return token.sign == Sign::left_parenthesis || token.sign == Sign::left_brace;
}
bool closes(const Token& token) {
  return token.sign == Sign::right_parenthesis || token.sign == Sign::right_brace;
}

}  // namespace

int clause_rank(Word item, const Token* at) {
  for (const Order& order : orders()) {
    if (order.item != item) continue;
    if (at->kind == TokenKind::string) return order.text_first ? 1 : text_last;
    const Word word = representative(at->word);
    const auto found = std::find(order.clauses.begin(), order.clauses.end(), word);
    if (word == Word::none || found == order.clauses.end() || !is_clause(item, at)) return 0;
    return static_cast<int>(found - order.clauses.begin()) + 2;
  }
  return 0;
}

const Token* clause_before(const State& state, const Token* at) {
  const Word item = state.item->word;
  const int rank = clause_rank(item, at);
  if (rank == 0) return nullptr;
  int depth = 0;
  for (const Token* earlier = state.item + 1; earlier < at; ++earlier) {
    if (opens(*earlier)) ++depth;
    if (closes(*earlier)) --depth;
    if (depth > 0) continue;
    // A text that belongs to a source, and the name of the item, are no clauses.
    const bool title = earlier - state.item <= 2 || item == Word::fact;
    if (earlier->kind == TokenKind::string && !title) continue;
    if (earlier == state.item + 1 && !is_reserved(earlier->word)) continue;
    if (clause_rank(item, earlier) >= rank) return earlier;
  }
  return nullptr;
}

Expectations necessary(const Expectations& expected, Word item) {
  Expectations rest = expected;
  rest.remove(Thing::next_item);
  for (const Order& order : orders()) {
    if (order.item != item) continue;
    if (order.text_first) rest.remove(Thing::text);
    for (const Word word : order.clauses) {
      const bool needed = word == Word::permit || word == Word::always ||
                          (word == Word::when && item == Word::attribution) ||
                          (word == Word::in && item == Word::ask) ||
                          (item == Word::acceptance && (word == Word::of || word == Word::by));
      if (!needed) rest.remove(word);
    }
  }
  const Word decisive = item == Word::define ? Word::when : Word::in;
  if ((item == Word::define || item == Word::ask) && expected.has(decisive)) {
    rest.clear();
    rest.add(decisive);
    if (item == Word::ask) rest.add(Sign::times);
  }
  return rest.empty() ? expected : rest;
}

const Token* opening_before(const State& state, const Token* at) {
  std::vector<const Token*> open;
  for (const Token* token = state.item; token < at; ++token) {
    if (opens(*token)) open.push_back(token);
    if (closes(*token) && !open.empty()) open.pop_back();
  }
  return open.empty() ? nullptr : open.back();
}

}  // namespace grotius::grammar
