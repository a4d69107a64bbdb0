// Clauses twice, in the wrong order, or where something is missing before them.

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"

namespace grotius::grammar {

namespace {

std::string name_of(const Case& here, const Token* clause) {
  if (clause->kind == TokenKind::string) return "the text in quotes";
  if (clause->word == Word::in && here.item != Word::ask) return "`in force`";
  if (clause->word == Word::by && here.item == Word::norm) return "`by default`";
  if (clause->word == Word::as) return "`as held by`";
  return fmt::format("`{}`", here.text(clause));
}

void report_twice(const Case& here, const Token* earlier) {
  const std::string_view kind = kind_of_item(here.item);
  std::string message;
  if (here.at->kind == TokenKind::string) {
    message = fmt::format("a {} has one text in quotes", kind);
  } else if (here.at->word == earlier->word) {
    message = fmt::format("a second {} in this {}", name_of(here, here.at), kind);
  } else {
    message = fmt::format("{} beside {}: a {} has one of them", name_of(here, here.at),
                          name_of(here, earlier), kind);
  }
  Diagnostic& diagnostic = here.report(codes::clause_twice, here.at, std::move(message));
  const bool conditions = here.at->word == Word::when || here.at->word == Word::unless;
  diagnostic.help = conditions ? "join the conditions with `and` or `or`" : "leave one out";
  diagnostic.related.push_back({here.state.span(*earlier), "the first stands here"});
}

void report_order(const Case& here, const Token* earlier) {
  const bool text = here.at->kind == TokenKind::string;
  Diagnostic& diagnostic = here.report(
      codes::clause_order, here.at,
      fmt::format("{} stands before {}", name_of(here, here.at), name_of(here, earlier)));
  diagnostic.help = text ? "a text in quotes stands right after the name"
                         : fmt::format("move {} with what follows it before {}",
                                       name_of(here, here.at), name_of(here, earlier));
  diagnostic.related.push_back({here.state.span(*earlier), "before this"});
}

}  // namespace

bool explain_clause(const Case& here) {
  const int rank = clause_rank(here.item, here.at);
  if (rank == 0 || !here.previous || opening_before(here.state, here.at)) return false;
  // After `norm`, `fact`, … a name stands, and nothing else.
  if (here.previous == here.state.item && words_of(here.expected).empty()) return false;

  if (const Token* earlier = clause_before(here.state, here.at)) {
    if (here.at->kind == TokenKind::string &&
        (here.expected.has(Thing::value) || here.expected.has(Thing::condition)))
      return false;
    if (clause_rank(here.item, earlier) == rank) {
      report_twice(here, earlier);
    } else {
      report_order(here, earlier);
    }
    return true;
  }
  // A clause in its place, but something is missing before it.
  if (!is_reserved(here.at->word)) return false;
  here.report(codes::incomplete, here.previous, missing(here)).help = example(here);
  return true;
}

}  // namespace grotius::grammar
