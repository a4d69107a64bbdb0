#include "cli/english.hpp"

#include <array>
#include <cctype>

namespace grotius::cli {

namespace {

constexpr std::string_view kNoBreak = "\u00A0";

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The end of what stands before the verb: of a hole at the beginning, "{x}". 0: there is no hole
/// there.
std::size_t after_subject(std::string_view sentence) {
  if (!sentence.starts_with('{')) return 0;
  const std::size_t end = sentence.find('}');
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

std::string listed(const std::vector<std::string>& items, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? ' ' + std::string(last) + ' ' : ", ";
    text += items[i];
  }
  return text;
}

std::string spaced(std::int64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool group = i > 0 && digits[i - 1] != '-' && (digits.size() - i) % 3 == 0;
    if (group) text += kNoBreak;
    text += digits[i];
  }
  return text;
}

std::string in_words(Date date) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::string iso = to_string(date);
  if (iso.size() != 10 || iso[4] != '-') return iso;
  const auto month = static_cast<std::size_t>(std::stoi(iso.substr(5, 2)));
  std::string text = std::to_string(std::stoi(iso.substr(8, 2)));
  text += kNoBreak;
  text += kMonths[month - 1];
  text += kNoBreak;
  return text + std::to_string(std::stoi(iso.substr(0, 4)));
}

std::string words_of(std::string_view identifier) {
  std::string text;
  for (std::size_t i = 0; i < identifier.size(); ++i) {
    const char c = identifier[i];
    const bool capital = std::isupper(static_cast<unsigned char>(c)) != 0;
    const bool after_small =
        i > 0 && std::islower(static_cast<unsigned char>(identifier[i - 1])) != 0;
    if (capital && after_small) text += ' ';
    if (c == '_') {
      text += ' ';
    } else {
      const bool word_begins = i == 0 || after_small;
      const bool alone = i + 1 < identifier.size() &&
                         std::isupper(static_cast<unsigned char>(identifier[i + 1])) != 0;
      text += capital && word_begins && !alone
                  ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
                  : c;
    }
  }
  return text;
}

std::string plural(std::string noun) {
  if (noun.empty()) return noun;
  const auto ends = [&](std::string_view ending) { return noun.ends_with(ending); };
  if (ends("y") && noun.size() > 1 && !is_vowel(noun[noun.size() - 2]))
    return noun.substr(0, noun.size() - 1) + "ies";
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return noun + "es";
  return noun + "s";
}

std::string with_article(const std::string& noun) {
  const bool vowel = !noun.empty() &&
                     is_vowel(static_cast<char>(std::tolower(static_cast<unsigned char>(noun[0]))));
  return (vowel ? "an " : "a ") + noun;
}

std::string counted(std::int64_t number, const std::string& noun) {
  return number == 1 ? "one " + noun : spaced(number) + ' ' + plural(noun);
}

std::string denied(std::string_view sentence) {
  const auto replaced = [&](std::size_t at, std::size_t length, std::string_view by) {
    return std::string(sentence.substr(0, at)) + std::string(by) +
           std::string(sentence.substr(at + length));
  };
  if (sentence.starts_with("there is a ")) return replaced(0, 11, "there is no ");
  if (sentence.starts_with("there is an ")) return replaced(0, 12, "there is no ");
  if (sentence.starts_with("it is not so that ")) return std::string(sentence.substr(18));
  if (const std::size_t verb = after_subject(sentence); verb > 0) {
    const std::string_view rest = sentence.substr(verb);
    for (std::string_view plain : {" is ", " are ", " was ", " were ", " may ", " must "})
      if (rest.starts_with(plain) && !rest.substr(plain.size()).starts_with("no ") &&
          !rest.substr(plain.size()).starts_with("not "))
        return replaced(verb, plain.size(), std::string(plain) + "not ");
    if (rest.starts_with(" can ")) return replaced(verb, 5, " cannot ");
  }
  return "it is not so that " + std::string(sentence);
}

}  // namespace grotius::cli
