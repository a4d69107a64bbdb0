// rules/SHIFT.md says what changed between neighbouring norm sets. It is written from the engine's
// differences: GROTIUS_UPDATE_GOLDEN=1 writes it anew, and without it the test fails where it is
// stale.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/rules/library.hpp"
#include "tests/rules/shift_page.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;

TEST_CASE("the page on the normative shift is what the norm sets say", "[rules][shift]") {
#ifndef NDEBUG
  WARN("skipped: the differences take minutes in a build that is not optimised");
  return;
#endif
  const auto path = test::source_dir() / "rules/SHIFT.md";
  const std::string page = test::shift_page();
  if (std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr)
    std::ofstream(path, std::ios::binary) << page;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  // Not one comparison of the whole, whose report nobody could read.
  std::istringstream expected(text.str()), actual(page);
  std::string was, is;
  for (int line = 1; std::getline(actual, is); ++line) {
    INFO("rules/SHIFT.md:" << line);
    REQUIRE(std::getline(expected, was));
    REQUIRE(was == is);
  }
  CHECK(text.str().size() == page.size());
}
