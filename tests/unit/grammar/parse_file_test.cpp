// Files: where items begin and end, what is read after a mistake, Markdown, limits.

#include <string>

#include "tests/support/catch.hpp"
#include "tests/unit/grammar/parse_helpers.hpp"

using namespace grotius;
using grotius::test::ParsedText;

namespace {

template <class Node>
const Node& node(const ParsedText& parsed, std::size_t item) {
  return std::get<Node>(parsed.file.items.at(item).node);
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("items and their parts have spans", "[grammar][file]") {
  const ParsedText parsed(
      "module m \"M\"\n-- a comment\nnorm n \"T\" source d \"p\" unconfirmed permit a( x )  -- "
      "end\n");
  REQUIRE(parsed.codes().empty());
  CHECK(parsed.at(parsed.file.module->span) == "module m \"M\"");
  const auto& item = parsed.file.items.at(0);
  CHECK(parsed.at(item.span) == "norm n \"T\" source d \"p\" unconfirmed permit a( x )");
  const auto& norm = std::get<syntax::Norm>(item.node);
  CHECK(parsed.at(norm.name.span) == "n");
  CHECK(parsed.at(norm.title->span) == "\"T\"");
  CHECK(norm.title->raw == "T");
  CHECK(parsed.at(norm.sources.at(0).span) == "source d \"p\" unconfirmed");
  CHECK(parsed.at(norm.act.span) == "a( x )");
}

TEST_CASE("the spans of a situation and its lines", "[grammar][file]") {
  const ParsedText parsed(
      "situation s on 1999-03-24\n  given not f(a), g(b) = 3\n  given h(every T) from 2000-01-01 "
      "source \"x\"\n\nask f(a) in s expect yes");
  REQUIRE(parsed.codes().empty());
  const auto& situation = node<syntax::Situation>(parsed, 0);
  CHECK(parsed.at(situation.on->span) == "1999-03-24");
  CHECK(parsed.at(situation.lines.at(0).span) == "given not f(a), g(b) = 3");
  CHECK(parsed.at(situation.lines.at(0).entries.at(0).span) == "not f(a)");
  CHECK(parsed.at(situation.lines.at(0).entries.at(1).span) == "g(b) = 3");
  CHECK(parsed.at(situation.lines.at(1).span) == "given h(every T) from 2000-01-01 source \"x\"");
  CHECK(parsed.at(situation.lines.at(1).entries.at(0).arguments.at(0).span) == "every T");
  CHECK(parsed.at(parsed.file.items.at(1).span) == "ask f(a) in s expect yes");
  CHECK(parsed.at(node<syntax::Question>(parsed, 1).expect->span) == "yes");
}

TEST_CASE("a source after the only value is the line's", "[grammar][file]") {
  const ParsedText parsed(
      "situation s given f(a) = 3 source \"x\" source \"y\"\n given f(b) = 3 source \"x\" or 4 "
      "source \"y\"");
  REQUIRE(parsed.codes().empty());
  const auto& lines = node<syntax::Situation>(parsed, 0).lines;
  CHECK(lines.at(0).sources.size() == 2);
  CHECK(lines.at(0).entries.at(0).values.at(0).sources.empty());
  CHECK(lines.at(1).sources.empty());
  CHECK(lines.at(1).entries.at(0).values.at(1).sources.size() == 1);
}

TEST_CASE("a mistake costs its item and no other", "[grammar][file]") {
  const ParsedText parsed(
      "norm a permit f(x)\nnorm b permitt f(x)\n  when g(x)\nnorm c permit f(x\nnorm d permit "
      "f(x)\n");
  CHECK(parsed.codes() == "G003 G006");
  REQUIRE(parsed.file.items.size() == 2);
  CHECK(node<syntax::Norm>(parsed, 0).name.text == "a");
  CHECK(node<syntax::Norm>(parsed, 1).name.text == "d");
}

TEST_CASE("every broken line of a situation is told", "[grammar][file]") {
  const ParsedText parsed(
      "situation s\n  given f(a\n  given g(b)\n  unknown\n  given h(c) form 2000-01-01\nnorm d "
      "permit f(x)\n");
  CHECK(parsed.codes() == "G006 G007 G003");
  REQUIRE(parsed.file.items.size() == 1);
  CHECK(node<syntax::Norm>(parsed, 0).name.text == "d");
}

TEST_CASE("lines of a situation that was not understood are not told", "[grammar][file]") {
  const ParsedText parsed(
      "situation 1\n  individual a: T\n  given f(a)\n  unknown g(a)\nsituaton t\n  given f(a)\n  "
      "individual b: T\n  given f(b)\nask f(a) in s\n");
  CHECK(parsed.codes() == "G002 G003");
}

TEST_CASE("what was a mistake of a sign is read as it was meant", "[grammar][file]") {
  const ParsedText parsed("norm a permit f(x) when g(x) == 3 && !h(x)\n");
  CHECK(parsed.codes() == "G016 G016 G016");
  REQUIRE(parsed.file.items.size() == 1);
  CHECK(print(node<syntax::Norm>(parsed, 0).when.front()) == "(and (= (g x) 3) (not (h x)))");
}

TEST_CASE("layout means nothing", "[grammar][file]") {
  const std::string text =
      "norm a \"T\" permit f ( x , y : T ) when g ( x ) and 3 < 4 overrides b , c norm b forbid f "
      "( x )";
  std::string lines = text;
  for (char& c : lines) {
    if (c == ' ') c = '\n';
  }
  CHECK(print(ParsedText(text).file) == print(ParsedText(lines).file));
  CHECK(ParsedText(text).file.items.size() == 2);
  CHECK(ParsedText(lines).codes().empty());
}

TEST_CASE("the module header stands first and once", "[grammar][file]") {
  CHECK(ParsedText("module a\ntype T").codes().empty());
  CHECK(ParsedText("uses a, b\ntype T").file.uses.size() == 2);
  CHECK(ParsedText("type T\nmodule a").codes() == "G032");
  CHECK(ParsedText("module a\nmodule b").codes() == "G033");
  CHECK(ParsedText("module a uses b includes c\ntype T").codes().empty());
  CHECK(ParsedText("type T\nuses a").codes() == "G034");
}

TEST_CASE("Markdown: only tagged blocks count, and places are those of the file",
          "[grammar][markdown]") {
  const ParsedText parsed(
      "# norm a permit\n\n```norm\nnorm b permit f(x)\n```\n\n~~~ norm why\nnorm c permitt "
      "f(x)\n~~~\n",
      "t.norm.md");
  REQUIRE(parsed.codes() == "G003");
  CHECK(parsed.sources.at(*parsed.diagnostics.items().at(0).span) == "t.norm.md:8:8");
  REQUIRE(parsed.file.items.size() == 1);
  CHECK(parsed.at(parsed.file.items.at(0).span) == "norm b permit f(x)");
}

TEST_CASE("Markdown: fences", "[grammar][markdown]") {
  const auto items = [](const std::string& text) {
    const ParsedText parsed(text, "t.md");
    return parsed.codes().empty() ? static_cast<int>(parsed.file.items.size()) : -1;
  };
  CHECK(items("```norm\ntype A\n```\n```norm\ntype B\n```\n") == 2);
  CHECK(items("```norm\ntype A\n````\ntype\n") == 1);   // a longer fence closes
  CHECK(items("````norm\ntype A\n```\n````\n") == -1);  // a shorter one does not
  CHECK(items("~~~norm\ntype A\n~~~\n```\ntype\n```\n") == 1);
  CHECK(items("   ```  norm\ntype A\n   ```\n") == 1);
  CHECK(items("    ```norm\ntype\n    ```\n") == 0);  // four blanks are code
  CHECK(items("```norms\ntype\n```\n") == 0);
  CHECK(items("```\ntype\n```norm\n```\n") == 0);  // a fence with an info string does not close
  CHECK(items("```norm\ntype A") == 1);            // closed by the end of the text
  CHECK(items("```norm\r\ntype A\r\n```\r\ntype\r\n") == 1);
  CHECK(items("no blocks at all") == 0);
}

TEST_CASE("an item does not cross blocks", "[grammar][markdown]") {
  CHECK(
      ParsedText("```norm\nnorm a permit\n```\n\n```norm\nf(x)\nnorm b permit f(x)\n```\n", "t.md")
          .codes() == "G040");
  CHECK(
      ParsedText("```norm\nnorm a permit f(x)\n```\n\n```norm\nwhen g(x)\n```\n", "t.md").codes() ==
      "G040");
}

TEST_CASE("limits are told, not felt", "[grammar][limits]") {
  const std::string head = "define d(x: T) when ";
  const auto deep = [&](std::size_t depth) {
    return ParsedText(head + repeated(depth, "(") + "a" + repeated(depth, ")")).codes();
  };
  CHECK(deep(199).empty());
  CHECK(deep(200) == "G044");
  CHECK(deep(100'000) == "G044");
  CHECK(ParsedText(head + repeated(100'000, "(")).codes() == "G044");
  CHECK(ParsedText(head + repeated(100'000, "f(")).codes() == "G044");
  CHECK(ParsedText(head + repeated(100'000, "not ") + "a").codes() == "G044");
  CHECK(ParsedText(head + repeated(100'000, "some x: T where ") + "a").codes() == "G044");
  CHECK(ParsedText(head + repeated(100'000, "x in {") + "a").codes() != "");
  CHECK(ParsedText(head + repeated(100'000, "sum ") + "a").codes() != "");

  for (const std::string op : {"and", "or", "implies", "+", "-", "*"}) {
    INFO(op);
    CHECK(ParsedText(head + "a" + repeated(500, " " + op + " a")).codes().empty());
    CHECK(ParsedText(head + "a" + repeated(501, " " + op + " a")).codes() == "G045");
    CHECK(ParsedText(head + "a" + repeated(100'000, " " + op + " a")).codes() == "G045");
  }
  // The height is that of the tree, wherever its operators stand.
  const std::string chain = "a" + repeated(300, " and a");
  CHECK(ParsedText(head + "(" + chain + ") or f(" + chain + ")").codes().empty());
  CHECK(ParsedText(head + "(" + chain + ")" + repeated(300, " or a")).codes() == "G045");
  CHECK(ParsedText(head + "f(x, g(" + chain + "))" + repeated(300, " or a")).codes() == "G045");
  CHECK(ParsedText(head + "some x: T where (" + repeated(300, "a implies ") + "some y: T where (" +
                   chain + "))")
            .codes() == "G045");
}

TEST_CASE("a text that is no text is refused as a whole", "[grammar][limits]") {
  CHECK(ParsedText(std::string("norm a\0 permit f(x)", 19)).codes() == "G042");
  CHECK(ParsedText("norm \xff").codes() == "G041");
  CHECK(ParsedText("-- \xc3").codes() == "G041");
  CHECK(ParsedText("-- \xc0\x80").codes() == "G041");
  CHECK(ParsedText("-- \xed\xa0\x80").codes() == "G041");
  CHECK(ParsedText("-- \xf4\x90\x80\x80").codes() == "G041");
  CHECK(ParsedText("-- \xf4\x8f\xbf\xbf \xe2\x82\xac \xc3\xa9").codes().empty());
  CHECK(ParsedText("\xef\xbb\xbfmodule m").file.module.has_value());
}

TEST_CASE("no more than a hundred mistakes are told", "[grammar][limits]") {
  const ParsedText parsed(repeated(1000, "norm\n"));
  CHECK(parsed.diagnostics.items().size() == 100);
  CHECK(parsed.diagnostics.items().back().code.id == "G046");
  CHECK(parsed.diagnostics.items().back().help.empty());
  CHECK(ParsedText(repeated(1'000'000, "$")).diagnostics.items().size() == 100);
}

TEST_CASE("lines alone", "[grammar][lines]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto good = parse_lines(
      sources, sources.add("l", "individual a: T given f(a) unknown g(a)\n given not done h(a)"),
      diagnostics);
  REQUIRE(good);
  CHECK(good->individuals.size() == 1);
  CHECK(good->lines.size() == 3);
  CHECK(diagnostics.empty());
  CHECK(!parse_lines(sources, sources.add("l", "given f(a) norm b permit f(x)"), diagnostics));
  CHECK(!parse_lines(sources, sources.add("l", "given f(a"), diagnostics));
  CHECK(!parse_lines(sources, sources.add("l", "f(a)"), diagnostics));
  CHECK(diagnostics.items().size() == 3);
  CHECK(parse_lines(sources, sources.add("l", ""), diagnostics));
}

TEST_CASE("reserved words are refused as names, the others are not", "[grammar][words]") {
  const auto& words = reserved_words();
  CHECK(words.size() == 63);
  CHECK(std::is_sorted(words.begin(), words.end()));
  for (const std::string_view word : words) {
    INFO(word);
    CHECK(ParsedText("norm " + std::string(word) + " permit f(x)").codes().substr(0, 4) == "G001");
    CHECK(ParsedText("type T\nfact f(" + std::string(word) + ": T)").codes() == "G001");
  }
  for (const std::string word :
       {"by",        "of",          "on",      "from",     "until",    "force",
        "rank",      "with",        "under",   "uses",     "includes", "resolve",
        "ranks",     "dated",       "link",    "presumed", "cost",     "always",
        "sometimes", "proved",      "refuted", "except",   "extends",  "as",
        "held",      "unconfirmed", "days",    "yes",      "depends",  "lex_superior"}) {
    INFO(word);
    CHECK(ParsedText("norm " + word + " permit " + word + "(" + word + ": " + word + ") when " +
                     word + "(" + word + ") overrides " + word)
              .codes()
              .empty());
  }
}
