#include "grammar/source.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;

TEST_CASE("positions count lines and code points from one", "[source]") {
  const Source source("a.norm", "type A\n-- é, ß\ntype B");
  CHECK(source.position(0).line == 1);
  CHECK(source.position(0).column == 1);
  CHECK(source.position(5).column == 6);
  CHECK(source.position(6).line == 1);
  CHECK(source.position(7).line == 2);
  // Behind `-- é` (five bytes): the fifth column.
  CHECK(source.position(12).line == 2);
  CHECK(source.position(12).column == 5);
  CHECK(source.position(22).line == 3);
  CHECK(source.position(22).column == 6);
}

TEST_CASE("a position behind the end is the end", "[source]") {
  const Source source("a.norm", "ab\n");
  CHECK(source.position(3).line == 2);
  CHECK(source.position(99).line == 2);
  CHECK(source.position(99).column == 1);
  CHECK(Source("empty.norm", "").position(7).line == 1);
}

TEST_CASE("a line has no line break, of either kind", "[source]") {
  const Source source("a.norm", "one\r\ntwo\n\nfour");
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3).empty());
  CHECK(source.line(4) == "four");
  CHECK(source.line(0).empty());
  CHECK(source.line(5).empty());
}

TEST_CASE("only a name that ends in .md is Markdown", "[source]") {
  CHECK(Source("charter.norm.md", "").is_markdown());
  CHECK_FALSE(Source("charter.norm", "").is_markdown());
  CHECK_FALSE(Source("md", "").is_markdown());
}

TEST_CASE("sources are told by the name that the user gave", "[source]") {
  Sources sources;
  const SourceId first = sources.add("a.norm", "type A");
  const SourceId second = sources.add("folder/b.case", "\n  ask x() in y");
  CHECK(first == SourceId{0});
  CHECK(sources.size() == 2);
  const Span span{second, 3, 6};
  CHECK(sources.at(span) == "folder/b.case:2:3");
  CHECK(sources.end(span) == "folder/b.case:2:6");
  CHECK(sources.text(span) == "ask");
}

TEST_CASE("texts keep their addresses", "[source]") {
  Sources sources;
  sources.add("a.norm", "short");
  const std::string_view before = sources[SourceId{0}].text();
  for (int i = 0; i < 1000; ++i) sources.add("b.norm", "more");
  CHECK(sources[SourceId{0}].text().data() == before.data());
}
