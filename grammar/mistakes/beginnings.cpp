// Where items begin and end: words with which none begins, and ends that come too early.

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"
#include "grammar/mistakes/explain.hpp"

namespace grotius::grammar {

namespace {

constexpr std::string_view items_help =
    "an item begins with one of `document`, `type`, `individual`, `parameter`, `fact`, `define`, "
    "`action`, `norm`, `priority`, `constraint`, `thesis`, `situation`, `ask`";

bool unclosed(const Case& here) {
  const Token* opening = opening_before(here.state, here.at);
  if (!opening) return false;
  const std::string_view closing = opening->sign == Sign::left_brace ? "}" : ")";
  const bool elsewhere = here.ends() || here.at->first_on_line;
  const Token* place = elsewhere ? here.previous : here.at;
  const bool after_closing =
      place->sign == Sign::right_parenthesis || place->sign == Sign::right_brace;
  Diagnostic& diagnostic = here.report(
      codes::unclosed, place,
      after_closing ? fmt::format("one more `{}` is needed here", closing)
                    : fmt::format("`{}` is missing {} {}", closing, elsewhere ? "after" : "before",
                                  found(here.state, *place)));
  diagnostic.help = fmt::format("close what `{}` opens", here.text(opening));
  diagnostic.related.push_back({here.state.span(*opening), "opened here"});
  return true;
}

bool stray_line(const Case& here) {
  if (here.at->word != Word::given && here.at->word != Word::unknown) return false;
  here.report(codes::line_outside_situation, here.at,
              fmt::format("`{}` stands outside a situation", here.text(here.at)))
      .help = here.previous && here.previous->kind == TokenKind::block_end
                  ? "begin with `situation NAME`; a situation stays within one block"
                  : "begin with `situation NAME`; its lines follow it";
  return true;
}

bool strange_line(const Case& here) {
  if (!here.state.situation) return false;
  const std::string found_ = found(here.state, *here.at);
  const auto word = meant(here.text(here.at), line_words());
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
  if (here.expected.has(Thing::value)) {  // a question alone
    if (!here.ends()) return false;
    here.report(codes::incomplete, here.at, "an act or a condition is needed").help = example(here);
    return true;
  }
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
    here.report(codes::incomplete, here.previous, missing(here)).help = example(here);
    return true;
  }
  here.report(codes::incomplete, here.previous,
              fmt::format("the text ends in the middle of this {}: {}", kind_of_item(here.item),
                          missing(here)))
      .help = example(here);
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
      .help = example(here);
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

}  // namespace grotius::grammar
