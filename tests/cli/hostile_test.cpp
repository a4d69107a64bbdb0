// Whatever the bytes of a file are, every command ends with an exit status of its own: no crash, no
// hang, and a diagnostic where the status says so.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
using test::Outcome;

namespace {

const std::vector<std::string> commands{
    "ask",       "test", "check", "fmt --check", "dump --stage syntax", "dump --stage ground",
    "ask --json"};

void ends_well(const test::TemporaryFolder& folder, const std::string& name) {
  for (const std::string& command : commands) {
    const Outcome outcome = test::run("grotius " + command + " $T/" + name, folder);
    INFO(command << " of " << test::read_file(folder.path() / name));
    INFO(outcome.err);
    CHECK(outcome.status <= 6);
    CHECK(
        (outcome.status != 2 ||
         outcome.err.find(command == "ask --json" ? "\"error\"" : "error[") != std::string::npos));
    CHECK(outcome.err.find("I001") == std::string::npos);
  }
}

std::string any_bytes(std::mt19937& random, std::size_t length) {
  std::string text;
  while (text.size() < length) text += static_cast<char>(random() % 256);
  return text;
}

/// Words and signs of the language, in any order.
std::string any_words(std::mt19937& random, std::size_t length) {
  static const std::vector<std::string> words{
      "module", "type",     "individual", "fact",   "define",   "action", "norm",      "situation",
      "ask",    "given",    "when",       "unless", "permit",   "forbid", "oblige",    "x",
      "A",      "f",        "(",          ")",      "{",        "}",      ",",         ":",
      "=",      "..",       "1999-03-24", "7",      "\"text\"", "\n",     "not",       "and",
      "or",     "implies",  "some",       "every",  "count",    "where",  "satisfies", "in",
      "is",     "done",     "-- so\n",    "expect", "yes",      "from",   "until",     "source",
      "uses",   "priority", ">",          "by",     "default",  "int",    "unknown",   "under"};
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += words[random() % words.size()] + ' ';
  return text;
}

/// A good file with a few bytes taken out, put in or repeated.
std::string damaged(std::mt19937& random, std::string text) {
  for (int i = 0; i < 5; ++i) {
    const std::size_t at = random() % text.size();
    const std::size_t length = random() % 30;
    switch (random() % 3) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(random() % text.size(), length));
        break;
      default:
        text[at] = static_cast<char>(random() % 128);
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("any bytes end in a diagnostic", "[cli][hostile]") {
  std::mt19937 random(1625);
  const test::TemporaryFolder folder;
  for (const std::size_t length : {1u, 7u, 300u, 5000u}) {
    test::write_file(folder.path() / "bytes.norm", any_bytes(random, length));
    ends_well(folder, "bytes.norm");
  }
}

TEST_CASE("any words of the language end in a diagnostic or an answer", "[cli][hostile]") {
  std::mt19937 random(1648);
  const test::TemporaryFolder folder;
  for (const std::size_t length : {1u, 3u, 10u, 30u, 100u, 1000u}) {
    test::write_file(folder.path() / "words.norm", any_words(random, length));
    ends_well(folder, "words.norm");
    test::write_file(folder.path() / "words.norm.md",
                     "```norm\n" + any_words(random, length) + "\n```\n");
    ends_well(folder, "words.norm.md");
  }
}

TEST_CASE("a damaged file ends in a diagnostic or an answer", "[cli][hostile]") {
  std::mt19937 random(1899);
  const test::TemporaryFolder folder;
  const std::string good =
      test::read_file(test::source_dir() / "tests/golden/accept/every_clause.norm");
  for (int i = 0; i < 8; ++i) {
    test::write_file(folder.path() / "damaged.norm", damaged(random, good));
    ends_well(folder, "damaged.norm");
  }
}
