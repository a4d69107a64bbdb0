// Whatever is read, it ends in a tree or in diagnostics: random bytes, soups of tokens, and the
// good files of the golden tests with pieces cut out, doubled and exchanged. The seeds are fixed;
// GROTIUS_FUZZ_ROUNDS asks for more rounds than usual.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "grammar/format.hpp"
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

std::size_t rounds(std::size_t usual) {
  const char* wanted = std::getenv("GROTIUS_FUZZ_ROUNDS");
  return wanted ? std::max<std::size_t>(usual, std::strtoul(wanted, nullptr, 10)) : usual;
}

void check_places(const Sources& sources, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (!diagnostic.span) continue;
    const std::size_t size = sources[diagnostic.span->source].text().size();
    const bool within =
        diagnostic.span->begin <= diagnostic.span->end && diagnostic.span->end <= size;
    if (!within) FAIL_CHECK(diagnostic.code.id << " lies outside the text");
    if (diagnostic.message.empty() || diagnostic.message.find('\n') != std::string::npos) {
      FAIL_CHECK(diagnostic.code.id << " has no message of one line");
    }
  }
}

// Parses, and where there is no mistake prints and lays out: the layout changes nothing.
void survive(const std::string& text, const std::string& name = "fuzz.norm") {
  INFO(text.substr(0, 2000));
  Sources sources;
  Diagnostics diagnostics;
  const syntax::File file = parse(sources, sources.add(name, text), diagnostics);
  check_places(sources, diagnostics);
  if (diagnostics.has_errors()) return;
  const std::string tree = print(file);
  const std::string laid_out = format(sources, file);
  Sources again_sources;
  Diagnostics again_diagnostics;
  const syntax::File again =
      parse(again_sources, again_sources.add(name, laid_out), again_diagnostics);
  CHECK(!again_diagnostics.has_errors());
  CHECK(print(again) == tree);
  CHECK(format(again_sources, again) == laid_out);
}

void survive_everywhere(const std::string& text) {
  survive(text);
  survive("```norm\n" + text + "\n```\n", "fuzz.norm.md");
  Sources sources;
  Diagnostics diagnostics;
  parse_expression(sources, sources.add("query", text), diagnostics);
  parse_lines(sources, sources.add("lines", text), diagnostics);
  check_places(sources, diagnostics);
}

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    for (const std::string_view word : reserved_words()) all.emplace_back(word);
    for (const char* word : {"a",
                             "b",
                             "x",
                             "State",
                             "by",
                             "of",
                             "on",
                             "from",
                             "until",
                             "force",
                             "uses",
                             "includes",
                             "resolve",
                             "ranks",
                             "rank",
                             "dated",
                             "link",
                             "presumed",
                             "cost",
                             "always",
                             "sometimes",
                             "except",
                             "extends",
                             "as",
                             "held",
                             "under",
                             "with",
                             "unconfirmed",
                             "days",
                             "yes",
                             "proved",
                             "\"text\"",
                             "\"open",
                             "\"a \\\" b\"",
                             "1",
                             "1_000",
                             "9223372036854775808",
                             "1999-03-24",
                             "2023-02-30",
                             "90days",
                             "(",
                             ")",
                             "{",
                             "}",
                             ",",
                             ":",
                             ".",
                             "..",
                             "|",
                             "=",
                             "!=",
                             "<",
                             "<=",
                             ">",
                             ">=",
                             "+",
                             "-",
                             "*",
                             "==",
                             "&&",
                             "=>",
                             "!",
                             ";",
                             "[",
                             "]",
                             "\xe2\x80\x9c",
                             "\xc3\xa4",
                             "$",
                             "-- comment\n",
                             "\n",
                             "\n",
                             "\n  ",
                             "```\n",
                             "\t",
                             "\r\n"}) {
      all.emplace_back(word);
    }
    return all;
  }();
  return words;
}

std::vector<std::string> good_texts() {
  std::vector<std::string> texts;
  for (const char* folder : {"tests/golden/syntax/good", "tests/golden/accept", "examples"}) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(test::source_dir() / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".norm" || extension == ".case" || extension == ".md")
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      std::ifstream file(path, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  return texts;
}

// Words, signs, blanks: pieces in which a text can be cut without cutting words.
std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> result;
  bool in_word = false;
  for (const char c : text) {
    const bool word = std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '"';
    if (!word || !in_word || result.empty()) result.emplace_back();
    result.back() += c;
    in_word = word;
  }
  return result;
}

std::string mutated(Random& random, std::vector<std::string> parts) {
  const std::size_t begin = below(random, parts.size());
  const std::size_t length = std::min<std::size_t>(parts.size() - begin, 40 + below(random, 400));
  std::vector<std::string> some(parts.begin() + static_cast<std::ptrdiff_t>(begin),
                                parts.begin() + static_cast<std::ptrdiff_t>(begin + length));
  for (std::size_t changes = 1 + below(random, 4); changes > 0 && !some.empty(); --changes) {
    const std::size_t at = below(random, some.size());
    const auto place = some.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(random, 5)) {
      case 0:
        some.erase(place);
        break;
      case 1:
        some.insert(place, *place);
        break;
      case 2:
        *place = vocabulary()[below(random, vocabulary().size())];
        break;
      case 3:
        std::swap(*place, some[below(random, some.size())]);
        break;
      default:
        if (!place->empty())
          (*place)[below(random, place->size())] = static_cast<char>('!' + below(random, 90));
    }
  }
  std::string text;
  for (const std::string& part : some) text += part;
  return text;
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string result;
  result.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("random bytes", "[fuzz]") {
  Random random(1);
  for (std::size_t round = rounds(1500); round > 0; --round) {
    std::string text(below(random, 300), ' ');
    const bool ascii = round % 2 == 0;
    for (char& c : text) c = static_cast<char>(ascii ? 9 + below(random, 118) : below(random, 256));
    survive_everywhere(text);
  }
}

TEST_CASE("soups of tokens", "[fuzz]") {
  Random random(2);
  for (std::size_t round = rounds(3000); round > 0; --round) {
    std::string text;
    for (std::size_t length = below(random, 60); length > 0; --length) {
      text += vocabulary()[below(random, vocabulary().size())];
      if (below(random, 8) != 0) text += ' ';
    }
    survive_everywhere(text);
  }
}

TEST_CASE("good files with pieces cut out, doubled and exchanged", "[fuzz]") {
  Random random(3);
  std::vector<std::vector<std::string>> texts;
  for (const std::string& text : good_texts()) {
    survive(text, text.find("```norm") == std::string::npos ? "good.norm" : "good.norm.md");
    texts.push_back(pieces(text));
    if (texts.back().empty()) texts.pop_back();
  }
  REQUIRE(texts.size() >= 20);
  for (std::size_t round = rounds(4000); round > 0; --round) {
    survive(mutated(random, texts[below(random, texts.size())]));
  }
}

TEST_CASE("good files cut off anywhere", "[fuzz]") {
  Random random(4);
  const auto texts = good_texts();
  for (std::size_t round = rounds(500); round > 0; --round) {
    const std::string& text = texts[below(random, texts.size())];
    survive_everywhere(text.substr(0, std::min<std::size_t>(below(random, text.size() + 1), 4000)));
  }
}

TEST_CASE("everything unclosed, without end, and many times", "[fuzz]") {
  const std::clock_t begin = std::clock();
  const std::string deepest = "define d(x: T) when ";
  for (const std::string& head : std::vector<std::string>{
           "", deepest, "norm n permit f(", "situation s given f(", "fact f(x: ", "ask "}) {
    for (const std::string& word : vocabulary()) {
      survive_everywhere(head + word);
      survive(head + repeated(500, word));
      survive(head + repeated(500, word + " "));
    }
    for (const std::string unit : {"(",
                                   "f(",
                                   "{",
                                   "x in {",
                                   "not ",
                                   "some x: T where ",
                                   "every x: T satisfies ",
                                   "count x: T where ",
                                   "sum ",
                                   "sum 1 for x: T where ",
                                   "permitted a(",
                                   "a implies ",
                                   "a and ",
                                   "a = ",
                                   "- ",
                                   "-1 + ",
                                   "f(a, ",
                                   "x, ",
                                   "\"",
                                   "``",
                                   "\xe2\x80\x9c",
                                   "'",
                                   "\\",
                                   "--",
                                   "a.b.",
                                   "1-",
                                   "1_"}) {
      survive(head + repeated(head == deepest ? 100'000 : 2'000, unit));
      survive("```norm\n" + head + repeated(2'000, unit), "fuzz.norm.md");
    }
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  CHECK(seconds < 120);
}
