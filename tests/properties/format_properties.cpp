// The formatter changes no tree, does everything in one go, and keeps every comment.

#include <random>

#include "grammar/format.hpp"
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::properties;

namespace {

// The text with other white space between its words, and comments in it.
std::string messy(const std::string& text, std::mt19937_64& random) {
  std::string result;
  bool quoted = false;
  int comments = 0;
  for (char letter : text) {
    if (letter == '"') quoted = !quoted;
    const bool blank = !quoted && (letter == ' ' || letter == '\n');
    switch (blank ? random() % 12 : 11) {
      case 0:
        result += "\n";
        break;
      case 1:
        result += " \n\n   ";
        break;
      case 2:
        result += "\t";
        break;
      case 3:
        result += " -- remark " + std::to_string(comments++) + "\n";
        break;
      case 4:
        result += "\n  -- remark " + std::to_string(comments++) + "  \n";
        break;
      default:
        result += letter;
    }
  }
  return result;
}

// Items in fenced blocks with prose between them; a module header stays in front.
std::string markdown(const std::string& text, std::mt19937_64& random) {
  std::string result = "# A title\n\nProse, with `code`.\n\n```norm\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    result += text.substr(begin, end - begin) + "\n";
    if (random() % 3 == 0) result += "```\n\nMore *prose*   \n\n~~~\nnot a norm\n~~~\n\n```norm\n";
    begin = end + 2;
  }
  return result + "```\n\nThe end\n";
}

std::vector<std::string> remarks(const std::string& text) {
  std::vector<std::string> result;
  for (std::size_t at = text.find("-- "); at != std::string::npos; at = text.find("-- ", at + 1)) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    result.push_back(text.substr(at, text.find_last_not_of(' ', end - 1) + 1 - at));
  }
  return result;
}

struct Parsed {
  std::string tree, formatted, errors;
};

Parsed parsed(const std::string& name, const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const syntax::File file = parse(sources, sources.add(name, text), diagnostics);
  Parsed result;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    result.errors += std::string(diagnostic.code.id) + " " + diagnostic.message + "\n";
  }
  if (!result.errors.empty()) return result;
  result.tree = print(file);
  result.formatted = format(sources, file);
  return result;
}

std::string wrong_with(const std::string& name, const std::string& text) {
  const Parsed once = parsed(name, text);
  if (!once.errors.empty()) return "does not parse:\n" + once.errors + text;
  const Parsed again = parsed(name, once.formatted);
  if (!again.errors.empty()) return "formatted, it does not parse:\n" + again.errors + text;
  if (once.tree != again.tree) return "the formatter changed the tree of\n" + text;
  if (once.formatted != again.formatted) return "not idempotent:\n" + text;
  if (remarks(text) != remarks(once.formatted)) return "comments are lost or moved:\n" + text;
  return "";
}

}  // namespace

TEST_CASE("properties: format keeps the tree and the comments", "[properties]") {
  check_worlds("format keeps the tree and the comments", 0.25, {}, [](const World& world) {
    std::mt19937_64 random(world.norms.size() + 7 * world.facts.size());
    std::string result;
    for (const TextFile& file : grotius::properties::print(world, {true, random()}).files) {
      result += wrong_with(file.name, messy(file.text, random));
      result += wrong_with(file.name + ".md", markdown(file.text, random));
    }
    return result;
  });
}
