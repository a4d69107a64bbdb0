// The random worlds: valid, reproducible, and rich enough that a property over them means
// something.

#include "tests/properties/generate.hpp"

#include "tests/properties/print.hpp"
#include "tests/properties/statistics.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

TEST_CASE("generate: a seed always gives the same world", "[generate]") {
  for (std::uint64_t seed : {1, 17, 4'711}) {
    const auto once = print(generate(seed)).files, again = print(generate(seed)).files;
    REQUIRE(once.size() == again.size());
    for (std::size_t file = 0; file < once.size(); ++file) {
      CHECK(once[file].text == again[file].text);
    }
  }
}

TEST_CASE("generate: worlds are valid", "[generate]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const World world = generate(seed);
    CHECK(invalidity(world).empty());
    CHECK(!world.questions.empty());
  }
}

TEST_CASE("generate: every feature occurs in at least one world in a hundred", "[generate]") {
  const std::size_t worlds = 2'000;
  const Statistics statistics = count_features(0, worlds);
  INFO(to_string(statistics));
  for (const auto& [feature, count] : statistics.worlds_with) {
    INFO(feature);
    CHECK(100 * count >= worlds);
  }
}
