#include "grammar/mistakes/explain.hpp"

#include <array>

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"

namespace grotius::grammar {

namespace {

/// Told in this order: the first that knows what is wrong speaks.
constexpr std::array explanations{
    explain_first_word,
    explain_end_of_text,
    explain_definition,
    explain_type,
    explain_membership,
    explain_misspelt_name,
    explain_missing_parentheses,
    explain_quantifier_as_name,
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

bool item_begins(const State& state, const Token* at) {
  if (!begins_item(at->word) || at == state.item) return false;
  const Token& next = at[1];
  const bool named = next.kind == TokenKind::word && !is_reserved(next.word);
  switch (at->word) {
    case Word::ask:
    case Word::attribution:
      return at->first_on_line;
    case Word::acceptance:
      return at->first_on_line || next.word == Word::of;
    default:
      return at->first_on_line ? next.sign == Sign::none : named && at != state.farthest;
  }
}

}  // namespace grotius::grammar
