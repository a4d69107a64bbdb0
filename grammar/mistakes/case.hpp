#pragma once
// One mistake, and what is known about it; and the explanations that can be given.

#include <string>
#include <vector>

#include "grammar/mistakes/clauses.hpp"
#include "grammar/mistakes/phrases.hpp"
#include "grammar/mistakes/spelling.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

struct Case {
  explicit Case(State& the_state);

  State& state;
  const Token* at;        ///< what was found
  const Token* previous;  ///< the token before, or null at the beginning of the text
  Word item;              ///< with which the item begins
  const Expectations& expected;

  bool at_first_word() const { return at == state.item; }
  bool ends() const { return at->kind == TokenKind::end || at->kind == TokenKind::block_end; }
  std::string_view text(const Token* token) const { return state.text_of(*token); }
  Diagnostic& report(Code code, const Token* token, std::string message) const {
    return state.reporter.error(code, token->begin, token->end, std::move(message));
  }
};

constexpr std::string_view date_help = "a date is YEAR-MONTH-DAY, as in `1999-03-24`";

/// "a condition must follow `when`".
std::string missing(const Case& here);
/// How what is missing is written; perhaps "".
std::string example(const Case& here);

inline bool is_name(const Token& token) {
  return token.kind == TokenKind::word && !is_reserved(token.word);
}

// Each reports and returns true, or knows nothing and returns false.
bool explain_first_word(const Case& here);     ///< no item begins so
bool explain_end_of_text(const Case& here);    ///< the text or block ends too early
bool explain_definition(const Case& here);     ///< `=` for `when`, a type that no definition has
bool explain_type(const Case& here);           ///< a closed type with a supertype
bool explain_membership(const Case& here);     ///< `x in State`
bool explain_misspelt_name(const Case& here);  ///< `nto consents(x)`: the word before was misspelt
bool explain_missing_parentheses(const Case& here);  ///< `permit protect`
bool explain_quantifier_as_name(const Case& here);   ///< `count >= 3`
bool explain_clause(const Case& here);               ///< a clause twice or in the wrong order
bool explain_next_item(const Case& here);            ///< the next item begins too early
bool explain_unclosed(const Case& here);             ///< a clause within parentheses
bool explain_misspelt_word(const Case& here);        ///< `forbids f(x)`
bool explain_reserved_word(const Case& here);        ///< `fact count(…)`
bool explain_connective(const Case& here);           ///< `when and b(x)`
bool explain_line(const Case& here);                 ///< `given a(x) or b(x)`
bool explain_variable(const Case& here);             ///< `some x where …`
bool explain_answer(const Case& here);               ///< `expect maybe`
bool explain_unexpected(const Case& here);           ///< anything else

}  // namespace grotius::grammar
