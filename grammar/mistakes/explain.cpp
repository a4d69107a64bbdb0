#include "grammar/mistakes/explain.hpp"

#include <array>

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"

namespace grotius::grammar {

namespace {

/// Told in this order: the first that knows what is wrong speaks.
constexpr std::array explanations{
    explain_first_word,
    explain_misspelt_name,
    explain_missing_parentheses,
    explain_end_of_text,
    explain_definition,
    explain_type,
    explain_membership,
    explain_quantifier_as_name,
    explain_line,
    explain_clause,
    explain_next_item,
    explain_unclosed,
    explain_misspelt_word,
    explain_connective,
    explain_reserved_word,
    explain_variable,
    explain_answer,
};

}  // namespace

void explain(State& state) {
  const Case here(state);
  // What only follows from a mistake that has been told is not told.
  if (here.at->mended || (here.previous && here.previous->mended)) return;
  for (const auto& explanation : explanations) {
    if (explanation(here)) return;
  }
  explain_unexpected(here);
}

namespace {

std::size_t indentation(const State& state, const Token& token) {
  const std::size_t line_break = state.text.substr(0, token.begin).rfind('\n');
  return token.begin - (line_break == std::string_view::npos ? 0 : line_break + 1);
}

bool misspelt_beginning(const State& state, const Token* at, const std::vector<Word>& words) {
  if (!is_name(*at) || !at->first_on_line || at == state.item) return false;
  if (at[1].sign != Sign::none || at[1].first_on_line) return false;
  return meant(state.text_of(*at), words).has_value();
}

}  // namespace

bool deeper_than(const State& state, const Token* at, const Token* other) {
  return indentation(state, *at) > indentation(state, *other);
}

bool item_begins(const State& state, const Token* at) {
  if (at == state.item) return false;
  if (!begins_item(at->word)) {
    const Token* item = state.situation ? state.situation : state.item;
    return misspelt_beginning(state, at, item_words()) && !deeper_than(state, at, item);
  }
  const Token& next = at[1];
  switch (at->word) {
    case Word::ask:
    case Word::attribution:
      return at->first_on_line;
    case Word::acceptance:
      return at->first_on_line || next.word == Word::of;
    default:
      return at->first_on_line ? next.sign == Sign::none : is_name(next) && at != state.farthest;
  }
}

bool line_begins(const State& state, const Token* at) {
  if (at == state.item || !at->first_on_line) return false;
  return at->word == Word::given || at->word == Word::unknown ||
         (state.situation && deeper_than(state, at, state.situation) &&
          misspelt_beginning(state, at, line_words()));
}

}  // namespace grotius::grammar
