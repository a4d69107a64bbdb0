#include "grammar/words.hpp"

#include <array>

#include "grammar/parse.hpp"

namespace grotius {

namespace grammar {

namespace {

constexpr std::array<std::string_view, word_count> spellings{
    "",
#define GROTIUS_WORD(enumerator, spelling) spelling,
    GROTIUS_RESERVED_WORDS(GROTIUS_WORD) GROTIUS_CONTEXTUAL_WORDS(GROTIUS_WORD)
#undef GROTIUS_WORD
};

constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view text) {
  std::size_t hash = text.size();
  for (const char c : text) hash = hash * 31 + static_cast<unsigned char>(c);
  return (hash ^ (hash >> 9)) % slots;
}

constexpr std::size_t longest = [] {
  std::size_t length = 0;
  for (const auto text : spellings) length = text.size() > length ? text.size() : length;
  return length;
}();

/// Open addressing: a word stands in its slot or in the next free one.
constexpr std::array<Word, slots> table = [] {
  std::array<Word, slots> result{};
  for (std::size_t word = 1; word < word_count; ++word) {
    std::size_t slot = slot_of(spellings[word]);
    while (result[slot] != Word::none) slot = (slot + 1) % slots;
    result[slot] = static_cast<Word>(word);
  }
  return result;
}();

}  // namespace

Word word_of(std::string_view text) {
  if (text.size() > longest) return Word::none;
  for (std::size_t slot = slot_of(text); table[slot] != Word::none; slot = (slot + 1) % slots) {
    if (spelling(table[slot]) == text) return table[slot];
  }
  return Word::none;
}

std::string_view spelling(Word word) { return spellings[static_cast<std::size_t>(word)]; }

}  // namespace grammar

const std::vector<std::string_view>& reserved_words() {
  static const std::vector<std::string_view> words{
#define GROTIUS_WORD(enumerator, spelling) spelling,
      GROTIUS_RESERVED_WORDS(GROTIUS_WORD)
#undef GROTIUS_WORD
  };
  return words;
}

}  // namespace grotius
