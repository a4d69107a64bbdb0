// Every witness of `check` keeps its word: asked anew it shows what the finding says, and no
// situation with fewer lines does.

#include "tests/properties/dependencies.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/properties/smallest_witness.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

GenerateOptions checked() {
  GenerateOptions options;
  options.checked = true;
  return options;
}

bool is_recursive(const World& world) {
  const Dependencies dependencies(world);
  for (int node = 0; node < dependencies.size(); ++node) {
    if (dependencies.is_recursive(node)) return true;
  }
  return false;
}

std::string broken_witnesses(const World& world) {
  LoadedWorld loaded(print(world));
  const auto found = engine_check(loaded, {});
  if (!found) return "no report\n" + loaded.errors();
  std::string result;
  const SmallestWitnesses smallest(world);
  for (const ShownWitness& shown : found->witnesses) {
    result += replayed(world, shown);
    // Only recursion keeps the engine from proving that a witness is minimal.
    if (!shown.witness.minimal) {
      if (!is_recursive(world)) result += "not minimal: " + shown.finding + "\n";
      continue;
    }
    const auto smaller = smallest.smaller_than(shown.finding, shown.witness.given.size());
    if (smaller) {
      result += shown.finding + " is shown by " + situation_text(shown.witness) + "and by " +
                *smaller + "\n";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties: witnesses keep their word and are minimal", "[properties][check]") {
  check_worlds("witnesses keep their word and are minimal", 0.15, checked(), broken_witnesses);
}

// A witness with a line too many is not minimal; one with a line too few, or about another act,
// does not show the finding.
TEST_CASE("properties: a wrong witness is noticed", "[properties][check]") {
  std::size_t longer = 0, shorter = 0, elsewhere = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const World world = generate(seed, checked());
    LoadedWorld loaded(print(world));
    const auto found = engine_check(loaded, {});
    REQUIRE(found);
    const SmallestWitnesses smallest(world);
    for (ShownWitness shown : found->witnesses) {
      const std::size_t lines = shown.witness.given.size();
      if (smallest.smaller_than(shown.finding, lines + 1)) ++longer;
      if (lines > 0) {
        ShownWitness less = shown;
        less.witness.given.pop_back();
        if (!replayed(world, less).empty()) ++shorter;
      }
      if (shown.finding.starts_with("gap ")) {
        shown.finding = "conflict norm0, norm1";
        shown.norms = {"norm0", "norm1"};
        if (!replayed(world, shown).empty()) ++elsewhere;
      }
    }
  }
  CHECK(longer >= 60);
  CHECK(shorter >= 20);
  CHECK(elsewhere >= 20);
}
