// Mistakes that belong to one form.

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"

namespace grotius::grammar {

namespace {

/// Whether a token with the sign stands in the item before the place, outside parentheses.
bool has_before(const Case& here, Sign sign) {
  int depth = 0;
  for (const Token* token = here.state.item; token < here.at; ++token) {
    if (token->sign == Sign::left_parenthesis) ++depth;
    if (token->sign == Sign::right_parenthesis) --depth;
    if (depth == 0 && token->sign == sign) return true;
  }
  return false;
}

bool report(const Case& here, std::string message, std::string help) {
  here.report(codes::definition_form, here.at, std::move(message)).help = std::move(help);
  return true;
}

}  // namespace

bool explain_definition(const Case& here) {
  if (here.item != Word::define || opening_before(here.state, here.at)) return false;
  const bool typed = has_before(here, Sign::colon);
  if (here.at->sign == Sign::equal && !typed && here.expected.has(Word::when)) {
    return report(here, "a definition with `=` names the type of its value",
                  "write `: int =` or `: date =`; for a condition write `when`");
  }
  if (here.at->word == Word::when && typed && here.expected.has(Sign::equal)) {
    return report(here, "a value is defined with `=`, not with `when`",
                  "leave the type out to define a condition");
  }
  if (here.previous && here.previous->sign == Sign::colon && here.expected.has(Word::int_)) {
    if (here.at->kind == TokenKind::word && meant(here.text(here.at), {Word::int_, Word::date})) {
      return false;
    }
    return report(here, "the value of a definition is `int` or `date`",
                  "between individuals define a relation: leave the type out and write `when`");
  }
  if (here.at->word == Word::in && here.previous && here.previous->word == Word::int_) {
    return report(here, "a definition has no range; only a fact has",
                  "write `: int =`; the definition says what the number is");
  }
  return false;
}

bool explain_type(const Case& here) {
  if (here.item != Word::type || here.at->sign != Sign::equal) return false;
  if (!has_before(here, Sign::colon)) return false;
  here.report(codes::closed_type_with_supertype, here.at, "a closed type has no supertype").help =
      "write `type NAME = a | b`, or `type NAME: SUPERTYPE` and declare individuals";
  return true;
}

bool explain_membership(const Case& here) {
  if (!here.previous || here.previous->word != Word::in) return false;
  if (!here.expected.has(Sign::left_brace) || here.expected.has(Thing::situation_name)) {
    return false;
  }
  Diagnostic& diagnostic =
      here.report(codes::membership_without_set, here.previous, "`in` wants a set in braces");
  diagnostic.help = is_name(*here.at) ? fmt::format("write `in {{{0}}}`; for a type write `is {0}`",
                                                    here.text(here.at))
                                      : "write `x in {a, b}`; for a type write `x is TYPE`";
  return true;
}

}  // namespace grotius::grammar
