// The random worlds: valid, reproducible, and rich enough that a property over them means
// something.

#include "tests/properties/generate.hpp"

#include "tests/properties/check_reference.hpp"
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

TEST_CASE("generate: norm sets to be checked show every kind of finding", "[generate]") {
  GenerateOptions options;
  options.checked = true;
  std::map<std::string, std::size_t> kinds;
  const std::size_t worlds = 400;
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    const CheckReport report = reference_check(generate(seed, options));
    std::set<std::string> here;
    for (const Finding& finding : report.findings) {
      here.insert(finding.substr(0, finding.find(' ')));
      if (finding.starts_with("impossible_duties ")) {
        here.insert(finding.find(',') == std::string::npos ? "duty of a kind" : "two duties");
      }
    }
    if (report.contradictory) here.insert("contradictory");
    for (const auto& [thesis, proved] : report.theses) here.insert(proved ? "proved" : "refuted");
    for (const std::string& kind : here) ++kinds[kind];
  }
  for (const char* kind :
       {"conflict", "gap", "impossible_duties", "duty of a kind", "two duties", "dead_norm",
        "dead_alternative", "idle_norm", "redundant_condition", "idle_priority", "void_priority",
        "constant_definition", "contradictory", "proved", "refuted"}) {
    INFO(kind << " in " << kinds[kind] << " of " << worlds);
    CHECK(100 * kinds[kind] >= worlds);
    CHECK(10 * kinds[kind] <= 9 * worlds);
  }
}
