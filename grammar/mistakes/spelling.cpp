#include "grammar/mistakes/spelling.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "grammar/diagnostic.hpp"

namespace grotius::grammar {

namespace {

struct Synonym {
  std::string_view text;
  Word word;
};

// What lawyers, and programmers, write for a word of the language.
constexpr std::array synonyms{
    Synonym{"allow", Word::permit},
    Synonym{"allows", Word::permit},
    Synonym{"may", Word::permit},
    Synonym{"can", Word::empower},
    Synonym{"entitle", Word::permit},
    Synonym{"authorise", Word::empower},
    Synonym{"authorize", Word::empower},
    Synonym{"prohibit", Word::forbid},
    Synonym{"prohibits", Word::forbid},
    Synonym{"ban", Word::forbid},
    Synonym{"must", Word::oblige},
    Synonym{"shall", Word::oblige},
    Synonym{"require", Word::oblige},
    Synonym{"requires", Word::oblige},
    Synonym{"obligate", Word::oblige},
    Synonym{"ought", Word::oblige},
    Synonym{"waive", Word::exempt},
    Synonym{"exclude", Word::exempt},
    Synonym{"if", Word::when},
    Synonym{"provided", Word::when},
    Synonym{"where", Word::when},
    Synonym{"except", Word::unless},
    Synonym{"save", Word::unless},
    Synonym{"override", Word::overrides},
    Synonym{"prevails", Word::overrides},
    Synonym{"derogates", Word::overrides},
    Synonym{"supersedes", Word::overrides},
    Synonym{"exists", Word::some},
    Synonym{"any", Word::some},
    Synonym{"forall", Word::every},
    Synonym{"all", Word::every},
    Synonym{"each", Word::every},
    Synonym{"none", Word::no},
    Synonym{"number", Word::count},
    Synonym{"total", Word::sum},
    Synonym{"such", Word::where},
    Synonym{"when", Word::where},
    Synonym{"with", Word::where},
    Synonym{"satisfy", Word::satisfies},
    Synonym{"holds", Word::satisfies},
    Synonym{"has", Word::satisfies},
    Synonym{"then", Word::implies},
    Synonym{"but", Word::and_},
    Synonym{"rule", Word::norm},
    Synonym{"law", Word::norm},
    Synonym{"article", Word::norm},
    Synonym{"case", Word::situation},
    Synonym{"scenario", Word::situation},
    Synonym{"person", Word::individual},
    Synonym{"constant", Word::individual},
    Synonym{"treaty", Word::document},
    Synonym{"class", Word::type},
    Synonym{"sort", Word::type},
    Synonym{"predicate", Word::fact},
    Synonym{"relation", Word::fact},
    Synonym{"concept", Word::define},
    Synonym{"def", Word::define},
    Synonym{"definition", Word::define},
    Synonym{"act", Word::action},
    Synonym{"query", Word::ask},
    Synonym{"question", Word::ask},
    Synonym{"assume", Word::given},
    Synonym{"let", Word::given},
    Synonym{"undisputed", Word::given},
    Synonym{"disputed", Word::unknown},
    Synonym{"import", Word::uses},
    Synonym{"use", Word::uses},
    Synonym{"include", Word::includes},
    Synonym{"assert", Word::thesis},
    Synonym{"claim", Word::thesis},
    Synonym{"theorem", Word::thesis},
    Synonym{"exclusive", Word::incompatible},
    Synonym{"integer", Word::int_},
    Synonym{"number", Word::int_},
    Synonym{"default", Word::presumed},
    Synonym{"assumed", Word::presumed},
    Synonym{"expects", Word::expect},
    Synonym{"expected", Word::expect},
    Synonym{"since", Word::from},
    Synonym{"after", Word::from},
    Synonym{"before", Word::until},
    Synonym{"to", Word::until},
    Synonym{"never", Word::no},
    Synonym{"allowed", Word::permitted},
    Synonym{"prohibited", Word::forbidden},
    Synonym{"required", Word::obliged},
    Synonym{"violated", Word::breached},
    Synonym{"now", Word::today},
    Synonym{"undefined", Word::unknown},
};

std::string in_small_letters(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

}  // namespace

std::optional<Word> meant(std::string_view text, const std::vector<Word>& candidates) {
  const std::string small = in_small_letters(text);
  const auto among = [&](Word word) {
    return std::find(candidates.begin(), candidates.end(), word) != candidates.end();
  };
  for (const Synonym& synonym : synonyms) {
    if (synonym.text == small && among(synonym.word)) return synonym.word;
  }
  const auto same_letters = [&](Word word) {
    const std::string_view letters = spelling(word);
    return letters.size() == small.size() &&
           std::is_permutation(letters.begin(), letters.end(), small.begin());
  };
  const auto exact = std::find_if(candidates.begin(), candidates.end(), same_letters);
  if (exact != candidates.end()) return *exact;
  if (small.size() < 3) return std::nullopt;  // two letters are near to everything
  std::vector<std::string_view> spellings;
  for (const Word word : candidates) spellings.push_back(spelling(word));
  const auto nearest = nearest_name(text, spellings);
  if (!nearest) return std::nullopt;
  return word_of(*nearest);
}

const std::vector<Word>& operand_words() {
  using enum Word;
  static const std::vector<Word> words{
      not_,     some,      no,        every,     count,     sum,      true_,
      false_,   today,     permitted, forbidden, obliged,   exempted, empowered,
      disabled, contested, silent,    done,      fulfilled, breached, valid};
  return words;
}

const std::vector<Word>& line_words() {
  static const std::vector<Word> words{Word::given, Word::unknown, Word::individual};
  return words;
}

const std::vector<Word>& item_words() {
  static const std::vector<Word> words = [] {
    std::vector<Word> result;
    for (std::size_t i = 1; i < word_count; ++i) {
      const auto word = static_cast<Word>(i);
      if (begins_item(word)) result.push_back(word);
    }
    return result;
  }();
  return words;
}

}  // namespace grotius::grammar
