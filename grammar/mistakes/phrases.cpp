#include "grammar/mistakes/phrases.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace grotius::grammar {

namespace {

constexpr std::array<std::string_view, thing_count> things{
    "the next item",
    "the end",
    "a condition",
    "a value",
    "a value",
    "a text in quotes",
    "a number",
    "a date",
    "the name of a norm",
    "the name of a thesis",
    "the name of a constraint",
    "the name of a situation",
    "the name of a module",
    "the name of a document",
    "the name of a rank",
    "the name of a type",
    "the name of an individual",
    "the name of a parameter",
    "the name of a fact",
    "the name of a definition",
    "the name of an action",
    "the name of a variable",
    "an argument",
    "a kind of finding",
    "a name",
    "an answer",
};

constexpr std::array operator_words{Word::and_, Word::or_, Word::implies, Word::is};
constexpr std::array operator_signs{Sign::equal,      Sign::not_equal, Sign::less,
                                    Sign::less_equal, Sign::greater,   Sign::greater_equal,
                                    Sign::plus,       Sign::minus,     Sign::times};
constexpr std::array modalities{Word::permit, Word::forbid,  Word::oblige,
                                Word::exempt, Word::empower, Word::disable};

std::string quoted(std::string_view text) { return fmt::format("`{}`", text); }

/// Takes out what goes without saying, or only distracts from what is missing.
void simplify(Expectations& expected, Word item) {
  expected.remove(Sign::dot);
  expected.remove(Word::days);
  if (expected.has(Thing::integer)) expected.remove(Sign::minus);
  if (expected.has(Thing::value) || expected.has(Thing::condition)) expected.remove(Word::not_);
  if (expected.has(Thing::situation_name)) expected.remove(Sign::left_brace);
  if (expected.has(Thing::situation_name)) expected.remove(Sign::left_brace);
  const bool after_operand = expected.has(Sign::times);
  if (!after_operand) return;
  expected.remove(Sign::left_parenthesis);
  if (item != Word::ask) expected.remove(Word::in);
  const bool in_list = expected.has(Sign::comma) &&
                       (expected.has(Sign::right_parenthesis) || expected.has(Sign::right_brace));
  if (in_list) {
    for (const Word word : operator_words) expected.remove(word);
    for (const Sign sign : operator_signs) expected.remove(sign);
  }
}

}  // namespace

std::string found(const State& state, const Token& token) {
  switch (token.kind) {
    case TokenKind::end:
      return "the end of the text";
    case TokenKind::block_end:
      return "the end of the block";
    case TokenKind::string:
      return "a text in quotes";
    default:
      return quoted(state.text_of(token));
  }
}

std::string_view kind_of_item(Word word) {
  switch (word) {
    case Word::ask:
      return "question";
    case Word::define:
      return "definition";
    case Word::given:
    case Word::unknown:
      return "line";
    case Word::incompatible:
      return "incompatibility";
    case Word::tolerate:
      return "toleration";
    case Word::module:
      return "module header";
    default:
      return begins_item(word) ? spelling(word) : "item";
  }
}

std::vector<std::string> phrases(const Expectations& all, Word item) {
  Expectations expected = all;
  simplify(expected, item);
  std::vector<std::string> result;

  // Names and values first, then words, signs, and the next item.
  for (std::size_t i = 1; i < thing_count; ++i) {
    const auto thing = static_cast<Thing>(i);
    if (!expected.has(thing)) continue;
    const std::string phrase(things[i]);
    if (std::find(result.begin(), result.end(), phrase) == result.end()) result.push_back(phrase);
  }
  const bool operators = expected.has(Word::and_) || expected.has(Sign::times);
  if (operators) {
    for (const Word word : operator_words) expected.remove(word);
    for (const Sign sign : operator_signs) expected.remove(sign);
  }
  const bool modality = expected.has(Word::permit) && expected.has(Word::disable);
  if (modality) {
    for (const Word word : modalities) expected.remove(word);
    result.emplace_back(
        "a modality (`permit`, `forbid`, `oblige`, `exempt`, `empower` or `disable`)");
  }
  if (expected.has(Word::yes) && expected.has(Word::depends)) {
    return {"an answer such as `yes`, `contested` or `permitted`"};
  }
  if (expected.has(Word::yes) && expected.has(Word::depends)) {
    return {"an answer such as `yes`, `contested` or `permitted`"};
  }
  for (const Word word : words_of(expected)) {
    const bool norm = item == Word::norm || item == Word::module;
    if (norm && word == Word::in) {
      result.push_back("`in force from`");
    } else if (item == Word::norm && word == Word::by) {
      result.push_back("`by default`");
    } else if (item == Word::ask && word == Word::in) {
      result.emplace_back("`in` with a situation");
    } else if (word == Word::as) {
      result.push_back("`as held by`");
    } else {
      result.push_back(quoted(spelling(word)));
    }
  }
  for (std::size_t i = 1; i < sign_count; ++i) {
    const auto sign = static_cast<Sign>(i);
    if (expected.has(sign)) result.push_back(quoted(spelling(sign)));
  }
  if (operators) result.push_back("an operator such as `and`");
  if (expected.has(Thing::next_item)) result.emplace_back(things[0]);
  return result;
}

std::string either(const std::vector<std::string>& alternatives) {
  std::string result;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    if (i > 0) result += i + 1 == alternatives.size() ? " or " : ", ";
    result += alternatives[i];
  }
  return result;
}

std::vector<Word> words_of(const Expectations& expected) {
  std::vector<Word> words;
  for (std::size_t i = 1; i < word_count; ++i) {
    const auto word = static_cast<Word>(i);
    if (expected.has(word)) words.push_back(word);
  }
  return words;
}

std::string_view name_wanted(const Expectations& expected) {
  for (auto i = static_cast<std::size_t>(Thing::norm_name); i < thing_count; ++i) {
    if (expected.has(static_cast<Thing>(i))) return things[i];
  }
  return {};
}

}  // namespace grotius::grammar
