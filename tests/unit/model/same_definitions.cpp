// Definitions that two models share.

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/model/sides.hpp"

using namespace grotius;

using Told = std::vector<std::string>;

TEST_CASE("definitions are one where they and what they rest on say the same", "[model][merge]") {
  const std::string text =
      "module m\n"
      "document d \"Digest\"\n"
      "type Port\n"
      "parameter near: int = 3\n"
      "fact road(a: Port, b: Port)\n"
      "fact miles(a: Port, b: Port): int\n"
      "fact open(a: Port)\n"
      "action sail(to: Port)\n"
      "define linked(a: Port, b: Port) when road(a, b)\n"
      "define linked(a: Port, b: Port) when some c: Port where linked(a, c) and reached(c, b)\n"
      "define reached(a: Port, b: Port) source d \"I 1\" when linked(a, b)\n"
      "define sum_of(a: Port): int = near + sum miles(a, b) for b: Port where reached(a, b)\n"
      "define visited(a: Port) when open(a) and done sail(a)\n"
      "define busy(a: Port) when sum_of(a) > 3 unless open(a)\n";
  const auto apart = [&](const std::string& what, const std::string& by) {
    test::Sides of = test::sides({text}, {test::replaced(text, what, by)});
    const auto merged = of.merged();
    CHECK(of.told() == Told{});
    REQUIRE(merged);
    Told names;
    for (std::size_t i = 0; i < of.second.definitions.size(); ++i)
      if (model::index(merged->definitions_of_second[i]) >= of.first.definitions.size())
        names.emplace_back(of.second.definitions[i].name);
    CHECK(merged->model.definitions.size() == of.first.definitions.size() + names.size());
    return names;
  };
  CHECK(apart("module m\n", "module n\n") == Told{"visited"});
  CHECK(apart("road(a, b)\ndefine", "road(b, a)\ndefine") ==
        Told{"linked", "reached", "sum_of", "visited", "busy"});
  CHECK(apart("I 1", "I 2") == Told{"linked", "reached", "sum_of", "visited", "busy"});
  CHECK(apart("int = 3", "int = 4") == Told{"sum_of", "visited", "busy"});
  CHECK(apart("sum_of(a) > 3", "sum_of(a) > 4") == Told{"visited", "busy"});
  CHECK(apart(" unless open(a)\n", "\n") == Told{"visited", "busy"});
}
