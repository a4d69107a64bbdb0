// Words in the wrong place: misspelt, reserved, or taken for something else.

#include <algorithm>

#include <fmt/format.h>

#include "grammar/mistakes/case.hpp"
#include "grammar/mistakes/explain.hpp"

namespace grotius::grammar {

namespace {

bool begins_quantifier(Word word) {
  return word == Word::some || word == Word::no || word == Word::every || word == Word::count ||
         word == Word::sum;
}

bool is_deontic(Word word) {
  switch (word) {
    case Word::permitted:
    case Word::forbidden:
    case Word::obliged:
    case Word::exempted:
    case Word::empowered:
    case Word::disabled:
    case Word::contested:
    case Word::silent:
    case Word::done:
    case Word::fulfilled:
    case Word::breached:
    case Word::valid:
      return true;
    default:
      return false;
  }
}

void report_reserved(const Case& here, const Token* token, std::string_view use) {
  const std::string_view word = here.text(token);
  here.report(codes::reserved_word, token,
              fmt::format("`{}` is a word of the language and cannot be a name here", word))
      .help = fmt::format("choose another name, for instance `{}_`{}", word, use);
}

/// The words that could have stood here.
std::vector<Word> candidates(const Case& here) {
  std::vector<Word> words = words_of(here.expected);
  if (here.expected.has(Thing::value) || here.expected.has(Thing::condition)) {
    words.insert(words.end(), operand_words().begin(), operand_words().end());
  }
  if (here.expected.has(Thing::next_item)) {
    words.insert(words.end(), item_words().begin(), item_words().end());
    if (here.item == Word::situation || begins_line(here.item)) {
      words.insert(words.end(), line_words().begin(), line_words().end());
    }
  }
  return words;
}

void report_misspelt(const Case& here, const Token* token, Word word) {
  here.report(codes::misspelt_word, token, fmt::format("`{}` cannot stand here", here.text(token)))
      .help = fmt::format("did you mean `{}`?", spelling(word));
}

}  // namespace

bool explain_misspelt_name(const Case& here) {
  // Two names, or a name and a number, one after the other: the first may have been meant as a
  // word.
  const Token* name = here.previous;
  if (!name || !is_name(*name) || name <= here.state.item) return false;
  if (here.at->sign != Sign::none || here.ends()) return false;
  if (here.at->kind == TokenKind::word && here.expected.has(here.at->word)) return false;
  std::vector<Word> words;
  if (here.expected.has(Sign::left_parenthesis)) words = operand_words();
  const Token* before = name > here.state.tokens ? name - 1 : name;
  if (before->sign == Sign::colon) words = {Word::int_, Word::date};
  if (here.state.item->word == Word::unknown || here.state.item->word == Word::given) {
    words = {Word::not_, Word::done};
  }
  const auto word = meant(here.text(name), words);
  if (!word) return false;
  report_misspelt(here, name, *word);
  return true;
}

bool explain_misspelt_word(const Case& here) {
  if (here.at->kind != TokenKind::word) return false;
  const auto words = candidates(here);
  if (words.empty() || std::find(words.begin(), words.end(), here.at->word) != words.end()) {
    return false;
  }
  const bool takes_name = !name_wanted(here.expected).empty();
  if (is_reserved(here.at->word) && takes_name) return false;
  const auto word = meant(here.text(here.at), words);
  if (!word) return false;
  report_misspelt(here, here.at, *word);
  return true;
}

bool explain_connective(const Case& here) {
  if (!here.expected.has(Thing::value) && !here.expected.has(Thing::condition)) return false;
  if (!here.previous) return false;
  switch (here.at->word) {
    case Word::not_:
      here.report(codes::unexpected, here.at,
                  fmt::format("`not` cannot stand after {}", found(here.state, *here.previous)))
          .help = "put `not` before the whole comparison, or write `!=`";
      return true;
    case Word::and_:
    case Word::or_:
    case Word::implies:
    case Word::in:
    case Word::is:
    case Word::where:
    case Word::satisfies:
      here.report(codes::unexpected, here.at,
                  fmt::format("{} is missing between {} and `{}`",
                              here.expected.has(Thing::condition) ? "a condition" : "a value",
                              found(here.state, *here.previous), here.text(here.at)));
      return true;
    default:
      return false;
  }
}

bool explain_line(const Case& here) {
  if (!begins_line(here.item)) return false;
  if (here.at->word == Word::not_ && here.item == Word::unknown) {
    here.report(codes::unexpected, here.at, "`not` cannot stand after `unknown`").help =
        "leave it out: what is unknown is neither so nor not so";
    return true;
  }
  const bool entry_ended = here.expected.has(Word::until) && here.expected.has(Sign::comma);
  if (!entry_ended) return false;
  const bool condition = here.at->word == Word::and_ || here.at->word == Word::or_ ||
                         here.at->word == Word::implies || here.at->sign == Sign::less ||
                         here.at->sign == Sign::less_equal || here.at->sign == Sign::greater ||
                         here.at->sign == Sign::greater_equal || here.at->sign == Sign::not_equal;
  if (!condition) return false;
  here.report(codes::unexpected, here.at,
              fmt::format("{} cannot stand here: a line gives facts, not conditions",
                          found(here.state, *here.at)))
      .help =
      "put a comma between facts; where sources disagree write `given f(x) = 1 or 2`; what rules "
      "out situations is a `constraint`";
  return true;
}

bool explain_variable(const Case& here) {
  if (!here.expected.has(Sign::colon) || !here.expected.has(Sign::comma)) return false;
  if (!here.previous || !is_name(*here.previous)) return false;
  if (here.at->sign == Sign::left_parenthesis) return false;
  const std::string_view name = here.text(here.previous);
  const std::string found_ = found(here.state, *here.at);
  const bool two_names = is_name(*here.at);
  here.report(codes::unexpected, here.at,
              two_names ? fmt::format("`,` or `:` is needed between `{}` and {}", name, found_)
                        : fmt::format("the type of `{}` is needed before {}", name, found_))
      .help = fmt::format("write `{}: TYPE`{}", name,
                          two_names ? "; between names that share a type put commas" : "");
  return true;
}

bool explain_reserved_word(const Case& here) {
  if (!is_reserved(here.at->word)) return false;
  const bool name = !name_wanted(here.expected).empty();
  const bool value = here.expected.has(Thing::value) || here.expected.has(Thing::condition) ||
                     here.expected.has(Thing::constant);
  if (!name && !value) return false;
  report_reserved(here, here.at, "");
  return true;
}

bool explain_quantifier_as_name(const Case& here) {
  const Token* word = here.previous;
  if (!word || word <= here.state.item || here.at->kind == TokenKind::word) return false;
  if (begins_quantifier(word->word) &&
      (here.expected.has(Thing::variable_name) || here.expected.has(Thing::value))) {
    const std::string_view text = here.text(word);
    report_reserved(here, word,
                    word->word == Word::sum
                        ? std::string("; a sum reads `sum N for x: TYPE where …`")
                        : fmt::format("; as a quantifier it reads `{} x: TYPE {} …`", text,
                                      word->word == Word::every ? "satisfies" : "where"));
    return true;
  }
  if (is_deontic(word->word) && here.expected.has(Thing::action_name)) {
    report_reserved(here, word,
                    fmt::format("; about an act it reads `{} ACTION(…)`", here.text(word)));
    return true;
  }
  return false;
}

bool explain_missing_parentheses(const Case& here) {
  const Token* name = here.previous;
  if (!name || !is_name(*name) || name <= here.state.item) return false;
  if (!here.expected.has(Sign::left_parenthesis) || here.expected.has(Sign::times)) return false;
  if (item_begins(here.state, name)) return false;
  const std::string_view text = here.text(name);
  here.report(codes::missing_arguments, name,
              fmt::format("`{}` wants parentheses with its arguments", text))
      .help = fmt::format("write `{}(…)`, or `{}()` if there are none", text, text);
  return true;
}

bool explain_answer(const Case& here) {
  if (here.item != Word::ask || !here.previous || here.previous->word != Word::expect) return false;
  here.report(codes::unknown_answer, here.at,
              fmt::format("{} is not an answer", found(here.state, *here.at)))
      .help =
      "the answers are `yes`, `no`, `contested`, `depends`; of an act also `permitted`, "
      "`forbidden`, `obliged`, `silent`, `exempt`, `empowered`, `disabled`";
  return true;
}

bool explain_unexpected(const Case& here) {
  const auto alternatives = phrases(here.expected, here.item);
  const std::string found_ = found(here.state, *here.at);
  Expectations beyond = here.expected;
  beyond.remove(Thing::next_item);
  if (alternatives.empty() || beyond.empty()) {
    here.report(codes::unexpected, here.at,
                fmt::format("this {} ends before {}", kind_of_item(here.item), found_));
  } else if (alternatives.size() <= 3) {
    Diagnostic& diagnostic =
        here.report(codes::unexpected, here.at,
                    fmt::format("{} is needed here, not {}", either(alternatives), found_));
    if (here.expected.has(Thing::date)) diagnostic.help = date_help;
  } else {
    here.report(codes::unexpected, here.at, fmt::format("{} cannot stand here", found_)).help =
        fmt::format("here can stand {}", either(alternatives));
  }
  return true;
}

}  // namespace grotius::grammar
