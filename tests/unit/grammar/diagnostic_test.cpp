#include "grammar/diagnostic.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

constexpr Code first_code{"X001", "One"};
constexpr Code second_code{"X002", "Two"};

Span at(std::uint32_t source, std::uint32_t begin, std::uint32_t end) {
  return {SourceId{source}, begin, end};
}

}  // namespace

TEST_CASE("diagnostics are told in the order of the text", "[diagnostic]") {
  Diagnostics diagnostics;
  diagnostics.error(first_code, at(1, 0, 1), "second source");
  diagnostics.error(second_code, at(0, 5, 6), "same place, second code");
  diagnostics.error(first_code, at(0, 5, 9), "same place, first code");
  diagnostics.error(first_code, std::nullopt, "of the command");
  diagnostics.error(second_code, at(0, 2, 3), "earlier");
  std::vector<std::string> told;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) told.push_back(diagnostic.message);
  CHECK(told == std::vector<std::string>{"of the command", "earlier", "same place, first code",
                                         "same place, second code", "second source"});
}

TEST_CASE("what is said twice is told once", "[diagnostic]") {
  Diagnostics diagnostics;
  diagnostics.error(first_code, at(0, 1, 2), "same");
  diagnostics.error(first_code, at(0, 1, 2), "same");
  diagnostics.error(first_code, at(0, 1, 2), "same").related.push_back({at(0, 7, 8), "here"});
  diagnostics.error(first_code, at(0, 1, 2), "other");
  CHECK(diagnostics.items().size() == 4);
  CHECK(diagnostics.sorted().size() == 3);
}

TEST_CASE("warnings are no errors", "[diagnostic]") {
  Diagnostics diagnostics;
  CHECK(diagnostics.empty());
  diagnostics.warning(first_code, std::nullopt, "careful");
  CHECK_FALSE(diagnostics.empty());
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error(first_code, std::nullopt, "wrong");
  CHECK(diagnostics.has_errors());
}

TEST_CASE("the nearest name is one slip or few away", "[diagnostic]") {
  const std::vector<std::string_view> names{"nato", "serbia", "kosovo_albanians", "russia", "uk"};
  CHECK(nearest_name("nto", names) == "nato");
  CHECK(nearest_name("naot", names) == "nato");
  CHECK(nearest_name("NATO", names) == "nato");
  CHECK(nearest_name("sebria", names) == "serbia");
  CHECK(nearest_name("kosovo_albaniens", names) == "kosovo_albanians");
  CHECK(nearest_name("kosovo_albanian", names) == "kosovo_albanians");
}

TEST_CASE("a name that is too far away is not suggested", "[diagnostic]") {
  CHECK_FALSE(nearest_name("libya", {"serbia", "nato"}));
  CHECK_FALSE(nearest_name("x", {"y"}));
  CHECK_FALSE(nearest_name("", {"y"}));
  CHECK_FALSE(nearest_name("nato", {}));
  CHECK_FALSE(nearest_name("nato", {"nato"}));
  CHECK_FALSE(nearest_name(std::string(1000, 'a'), {std::string(999, 'a')}));
}

TEST_CASE("among names as near the first in the alphabet is suggested", "[diagnostic]") {
  CHECK(nearest_name("state", {"states", "estate", "stated"}) == "estate");
  CHECK(nearest_name("state", {"estate", "stated", "states"}) == "estate");
}

TEST_CASE("the help names the nearest name, or says nothing", "[diagnostic]") {
  CHECK(did_you_mean("nto", {"nato"}) == "did you mean `nato`?");
  CHECK(did_you_mean("nto", {"serbia"}).empty());
}
