// Lines of a terminal.

#include "cli/wrap.hpp"

#include "tests/support/catch.hpp"

using namespace grotius::cli;

TEST_CASE("text is broken at blanks, with a hanging indent", "[cli][wrap]") {
  CHECK(wrapped("one two three four", 0, 2, 9) == "one two\n  three\n  four");
  CHECK(wrapped("one two", 4, 6, 80) == "    one two");
  CHECK(wrapped("", 3, 3, 10) == "   ");
}

TEST_CASE("words are never broken, and letters count, not bytes", "[cli][wrap]") {
  CHECK(wrapped("a incomprehensible b", 0, 0, 6) == "a\nincomprehensible\nb");
  CHECK(columns("✓ État") == 6);
  CHECK(wrapped("ééé ééé", 0, 0, 7) == "ééé ééé");
  // A blank that does not break stands within a word.
  CHECK(wrapped("in 1\u00A0649 cases", 0, 0, 8) == "in 1\u00A0649\ncases");
}
