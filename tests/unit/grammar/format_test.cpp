#include "grammar/format.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

#include "grammar/formatting/pieces.hpp"
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

struct Parsed {
  Sources sources;
  Diagnostics diagnostics;
  syntax::File file;

  explicit Parsed(std::string text, std::string name = "a.norm")
      : file(parse(sources, sources.add(std::move(name), std::move(text)), diagnostics)) {}
};

std::string formatted(const std::string& text, const std::string& name = "a.norm") {
  const Parsed parsed(text, name);
  INFO(text);
  REQUIRE_FALSE(parsed.diagnostics.has_errors());
  return format(parsed.sources, parsed.file);
}

std::string tree(const std::string& text, const std::string& name = "a.norm") {
  const Parsed parsed(text, name);
  CHECK_FALSE(parsed.diagnostics.has_errors());
  return print(parsed.file);
}

std::vector<formatting::Piece> pieces(const Sources& sources, SourceId source) {
  const auto size = static_cast<std::uint32_t>(sources[source].text().size());
  return formatting::pieces_of(sources, {source, 0, size});
}

/// Tokens and comments in their order, and nothing else.
std::string skeleton(const std::string& text) {
  Sources sources;
  std::string result;
  for (const formatting::Piece& piece : pieces(sources, sources.add("a.norm", text))) {
    for (const std::string_view comment : piece.comments_before) {
      result += "\nabove: " + std::string(comment);
    }
    result += "\n" + std::string(piece.text);
    if (!piece.comment_after.empty()) result += "\nbehind: " + std::string(piece.comment_after);
  }
  return result;
}

/// The same tokens and comments with other white space: `blank` between tokens, `line` at the ends
/// of lines.
std::string respaced(const std::string& text, std::string_view blank, std::string_view line) {
  Sources sources;
  std::string result;
  bool at_line_start = true;
  for (const formatting::Piece& piece : pieces(sources, sources.add("a.norm", text))) {
    for (const std::string_view comment : piece.comments_before) {
      if (!at_line_start) result += line;
      result += comment;
      result += line;
      at_line_start = true;
    }
    if (!at_line_start) result += blank;
    result += piece.text;
    at_line_start = !piece.comment_after.empty();
    if (!at_line_start) continue;
    result += " ";
    result += piece.comment_after;
    result += line;
  }
  return result;
}

/// Every text in the repository that has no mistakes: examples, and the inputs of golden tests.
std::vector<std::pair<std::string, std::string>> texts() {
  std::vector<fs::path> paths;
  std::error_code missing;
  for (const char* folder : {"examples", "tests/golden", "rules"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(test::source_dir() / folder, missing)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".norm") || name.ends_with(".case") || name.ends_with(".norm.md")) {
        paths.push_back(entry.path());
      }
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::pair<std::string, std::string>> result;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    std::string name = path.filename().string();
    if (Parsed(text, name).diagnostics.has_errors()) continue;
    result.emplace_back(std::move(name), std::move(text));
  }
  return result;
}

}  // namespace

TEST_CASE("formatting twice changes nothing more, and never what a text says", "[format]") {
  const auto all = texts();
  REQUIRE(all.size() >= 20);
  for (const auto& [name, text] : all) {
    INFO(name);
    const std::string once = formatted(text, name);
    CHECK(formatted(once, name) == once);
    CHECK(tree(once, name) == tree(text, name));
    if (!name.ends_with(".md")) CHECK(skeleton(once) == skeleton(text));
  }
}

TEST_CASE("the layout does not depend on white space", "[format]") {
  for (const auto& [name, text] : texts()) {
    if (name.ends_with(".md")) continue;
    INFO(name);
    const std::string canonical = formatted(text);
    CHECK(formatted(respaced(text, " ", "\n")) == canonical);
    CHECK(formatted(respaced(text, "\n\n", "\n")) == canonical);
    CHECK(formatted(respaced(text, " \t\r\n  ", "\r\n\r\n")) == canonical);
  }
}

TEST_CASE("lines end in a character, the text in one line break", "[format]") {
  for (const auto& [name, text] : texts()) {
    if (name.ends_with(".md") || skeleton(text) == "\n") continue;
    INFO(name);
    const std::string result = formatted(text);
    CHECK(result.find(" \n") == std::string::npos);
    CHECK(result.find("\n\n\n") == std::string::npos);
    CHECK(result.front() != '\n');
    CHECK(result.ends_with('\n'));
    CHECK_FALSE(result.ends_with("\n\n"));
  }
}

TEST_CASE("an empty text stays empty", "[format]") {
  CHECK(formatted("").empty());
  CHECK(formatted(" \n\n\t").empty());
}

TEST_CASE("items of one kind stand together, others apart", "[format]") {
  CHECK(formatted("type A type B fact f(a: A) fact g(a: A) define h(a: A) when f(a) define i(a: A) "
                  "when g(a)") ==
        "type A\ntype B\n\nfact f(a: A)\nfact g(a: A)\n\ndefine h(a: A) when f(a)\n\ndefine i(a: "
        "A) when g(a)\n");
}

TEST_CASE("a sign of a negative number holds on to it", "[format]") {
  CHECK(formatted("define f(a: A) when n(a)-3 = - 5 and n(a) - -1 in {-1,- 2}") ==
        "define f(a: A) when n(a) - 3 = -5 and n(a) - -1 in {-1, -2}\n");
}

TEST_CASE("prose of Markdown is kept byte for byte", "[format]") {
  const std::string prose = "# Title  \r\n\n\n```\nnot   norms\n```\n\tend without a line break";
  CHECK(formatted(prose, "a.norm.md") == prose);
  CHECK(formatted("before\n```norm\ntype   A\n```\nafter", "a.norm.md") ==
        "before\n```norm\ntype A\n```\nafter");
  CHECK(formatted("```norm\ntype   A", "a.norm.md") == "```norm\ntype A\n");
  CHECK(formatted("```norm", "a.norm.md") == "```norm");
}

TEST_CASE("a long name cannot make the layout run away to the right", "[format]") {
  std::string text = "define f(a: A) when ";
  for (int i = 0; i < 30; ++i) text += "relation_with_a_rather_long_name(a, ";
  text += "a";
  text += std::string(30, ')');
  const std::string result = formatted(text);
  CHECK(result.size() < 2 * text.size() + 30 * 64);
}

TEST_CASE("formatting takes time in proportion to the text", "[format][bench]") {
  const auto seconds = [](int norms) {
    std::string text;
    for (int i = 0; i < norms; ++i) {
      text +=
          "norm n" + std::to_string(i) +
          " source \"art. 1\" forbid act(a, b) when some x: T where first(x, a) and second(x, b) "
          "and (third(x) or fourth(x)) and fifth(x, a, b)\n";
    }
    const Parsed parsed(text);
    REQUIRE_FALSE(parsed.diagnostics.has_errors());
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int run = 0; run < 3; ++run) {
      const std::clock_t begin = std::clock();
      REQUIRE(format(parsed.sources, parsed.file).size() > text.size());
      least = std::min(least, std::clock() - begin);
    }
    return static_cast<double>(least) / CLOCKS_PER_SEC;
  };
  const double small = std::max(seconds(250), 0.001);
  CHECK(seconds(2000) < 8 * small * 4);
}
