// Where items begin and end: words with which none begins, and ends that come too early.

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"
#include "grammar/mistakes/explain.hpp"

namespace grotius::grammar {

namespace {

constexpr std::string_view items_help =
    "an item begins with one of `document`, `type`, `individual`, `parameter`, `fact`, `define`, "
    "`action`, `norm`, `priority`, `constraint`, `thesis`, `situation`, `ask`";

/// What is missing at a place, and after what.
std::string missing(const Case& here) {
  const auto phrases_ = phrases(necessary(here.expected, here.item), here.item);
  const std::string what = phrases_.size() <= 6 ? either(phrases_) : "something";
  return fmt::format("{} must follow {}", what, found(here.state, *here.previous));
}

std::string help_for(const Case& here) {
  if (here.expected.has(Thing::action_name)) {
    return "an act is written with its arguments: `ACTION(x, y)`";
  }
  if (here.expected.has(Thing::condition)) {
    return "a condition is for instance `consents(target, by)` or `deaths(p) >= 1_000`";
  }
  if (here.expected.has(Thing::date)) return std::string(date_help);
  return "";
}

bool unclosed(const Case& here) {
  const Token* opening = opening_before(here.state, here.at);
  if (!opening) return false;
  const std::string_view closing = opening->sign == Sign::left_brace ? "}" : ")";
  const bool elsewhere = here.ends() || here.at->first_on_line;
  Diagnostic& diagnostic = elsewhere ? here.report(codes::unclosed, here.previous,
                                                   fmt::format("`{}` is missing after {}", closing,
                                                               found(here.state, *here.previous)))
                                     : here.report(codes::unclosed, here.at,
                                                   fmt::format("`{}` is missing before {}", closing,
                                                               found(here.state, *here.at)));
  diagnostic.help = fmt::format("close what `{}` opens", here.text(opening));
  diagnostic.related.push_back({here.state.span(*opening), "opened here"});
  return true;
}

bool stray_line(const Case& here) {
  if (here.at->word != Word::given && here.at->word != Word::unknown) return false;
  here.report(codes::line_outside_situation, here.at,
              fmt::format("`{}` stands outside a situation", here.text(here.at)))
      .help = "begin with `situation NAME`; its lines follow it";
  return true;
}

bool strange_line(const Case& here) {
  if (!here.state.situation) return false;
  const std::string found_ = found(here.state, *here.at);
  const auto word = meant(here.text(here.at), {Word::given, Word::unknown, Word::individual});
  here.report(word ? codes::misspelt_word : codes::unexpected, here.at,
              fmt::format("no line of a situation begins with {}", found_))
      .help = word ? fmt::format("did you mean `{}`?", spelling(*word))
                   : "a line begins with `given`, `unknown` or `individual`";
  return true;
}

bool second_beginning(const Case& here) {
  if (here.at->word != Word::uses) return false;
  here.report(codes::uses_not_first, here.at, "`uses` stands at the beginning of a file").help =
      "put it into the module header, or first in a file without one";
  return true;
}

bool continues_other_block(const Case& here) {
  if (!here.previous || here.previous->kind != TokenKind::block_end) return false;
  if (here.at->kind == TokenKind::word && !is_reserved(here.at->word) &&
      meant(here.text(here.at), item_words())) {
    return false;
  }
  here.report(codes::item_across_blocks, here.at,
              fmt::format("no item begins with {}; an item cannot go on from another block",
                          found(here.state, *here.at)))
      .help = "put the whole item into one block";
  return true;
}

}  // namespace

bool explain_first_word(const Case& here) {
  if (!here.at_first_word()) return false;
  if (strange_line(here) || stray_line(here) || second_beginning(here) ||
      continues_other_block(here))
    return true;
  const std::string found_ = found(here.state, *here.at);
  if (here.at->kind == TokenKind::word) {
    if (const auto word = meant(here.text(here.at), item_words())) {
      here.report(codes::misspelt_word, here.at, fmt::format("no item begins with {}", found_))
          .help = fmt::format("did you mean `{}`?", spelling(*word));
      return true;
    }
    if (meant(here.text(here.at), {Word::uses})) {
      here.report(codes::misspelt_word, here.at, fmt::format("no item begins with {}", found_))
          .help = "at the beginning of a file, `uses MODULE`";
      return true;
    }
  }
  here.report(codes::unexpected, here.at, fmt::format("no item begins with {}", found_)).help =
      items_help;
  return true;
}

bool explain_end_of_text(const Case& here) {
  if (!here.ends() || !here.previous) return false;
  if (unclosed(here)) return true;
  if (here.at->kind == TokenKind::block_end) {
    here.report(codes::item_across_blocks, here.previous,
                fmt::format("the block ends in the middle of this {}", kind_of_item(here.item)))
        .help =
        fmt::format("put the whole {} into one block; {}", kind_of_item(here.item), missing(here));
    return true;
  }
  if (here.item == Word::none || !is_reserved(here.item)) {
    here.report(codes::incomplete, here.previous, missing(here)).help = help_for(here);
    return true;
  }
  here.report(codes::incomplete, here.previous,
              fmt::format("the text ends in the middle of this {}: {}", kind_of_item(here.item),
                          missing(here)))
      .help = help_for(here);
  return true;
}

bool explain_next_item(const Case& here) {
  const bool line =
      (here.at->word == Word::given || here.at->word == Word::unknown) && here.at->first_on_line;
  if (!line && !item_begins(here.state, here.at)) return false;
  if (!here.previous) return false;
  if (unclosed(here)) return true;
  here.report(codes::incomplete, here.previous,
              fmt::format("this {} is not finished: {}", kind_of_item(here.item), missing(here)))
      .help = help_for(here);
  return true;
}

bool explain_unclosed(const Case& here) {
  const bool of_expressions = here.at->word == Word::and_ || here.at->word == Word::or_ ||
                              here.at->word == Word::implies || here.at->word == Word::not_ ||
                              here.at->word == Word::is || here.at->word == Word::in;
  const bool closing_expected =
      here.expected.has(Sign::right_parenthesis) || here.expected.has(Sign::right_brace);
  const bool clause = is_reserved(here.at->word) && !of_expressions;
  const bool part_of_item = clause_rank(here.item, here.at) > 0;
  const bool other_line = here.at->first_on_line && here.at->kind == TokenKind::word;
  if (!closing_expected || !(clause || part_of_item || other_line)) return false;
  if (here.expected.has(Thing::argument) || here.expected.has(Thing::variable_name) ||
      here.expected.has(Thing::individual_name)) {
    return false;  // right after the opening or a comma: a reserved word as a name
  }
  return unclosed(here);
}

bool explain_clause(const Case& here) {
  const bool name_wanted_only = here.previous == here.state.item && words_of(here.expected).empty();
  if (name_wanted_only) return false;
  const Token* earlier = clause_before(here.state, here.at);
  const bool text = here.at->kind == TokenKind::string;
  const auto name = [&](const Token* token) {
    return token->kind == TokenKind::string ? std::string("the text in quotes")
                                            : fmt::format("`{}`", here.text(token));
  };
  if (!earlier) {
    // A clause that is in its place, with something missing before it.
    if (text || clause_rank(here.item, here.at) == 0 || !here.previous) return false;
    if (!is_reserved(here.at->word) || opening_before(here.state, here.at)) return false;
    here.report(codes::incomplete, here.previous, missing(here)).help = help_for(here);
    return true;
  }
  if (opening_before(here.state, here.at)) return false;
  const int rank = clause_rank(here.item, here.at);
  const int rank_before = clause_rank(here.item, earlier);
  if (rank == rank_before) {
    Diagnostic& diagnostic = here.report(
        codes::clause_twice, here.at,
        text ? fmt::format("a {} has one text in quotes", kind_of_item(here.item))
             : fmt::format("a second {} in this {}", name(here.at), kind_of_item(here.item)));
    diagnostic.help = here.at->word == Word::when || here.at->word == Word::unless
                          ? "join the conditions with `and` or `or`"
                          : "leave one out";
    diagnostic.related.push_back({here.state.span(*earlier), "the first stands here"});
    return true;
  }
  Diagnostic& diagnostic =
      here.report(codes::clause_order, here.at,
                  fmt::format("{} stands before {}", name(here.at), name(earlier)));
  diagnostic.help =
      text ? "a text in quotes stands right after the name"
           : fmt::format("move {} with what follows it before {}", name(here.at), name(earlier));
  diagnostic.related.push_back({here.state.span(*earlier), "before this"});
  return true;
}

}  // namespace grotius::grammar
