// `diff` sees exactly the changes there are: for random norm sets over closed types and versions of
// them with something left out, in either order.

#include "tests/properties/engine_findings.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/properties/shrink.hpp"
#include "tests/properties/smallest_witness.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

std::string listed(const char* who, const std::set<std::string>& some,
                   const std::set<std::string>& others) {
  std::string result;
  for (const std::string& text : some) {
    if (!others.contains(text)) result += std::string("only the ") + who + ": " + text + "\n";
  }
  return result;
}

std::string disagreement(const World& left, const World& right) {
  TwoSides sides(print(left), print(right));
  const TwoSides::Changes found = sides.changes({});
  const std::set<std::string> expected = reference_difference(left, right);
  std::string result = found.mistakes + listed("engine", found.texts, expected) +
                       listed("reference", expected, found.texts);
  // A witness satisfies the constraints of both sides, of which each knows only its own when it is
  // asked alone.
  if (left.constraints.empty() && right.constraints.empty()) {
    for (const grotius::analyse::Change& change : found.changes) {
      result += replayed(left, right, change);
    }
  }
  if (!result.empty()) {
    result += "between\n" + text_of(print(left)) + "and\n" + text_of(print(right));
  }
  return result;
}

// The world with one norm turned into its opposite, where that ranks nothing in a circle.
World turned(const World& world) {
  World result = world;
  if (world.norms.empty()) return result;
  Norm& norm = result.norms.back();
  norm.modality = norm.modality == Modality::permit ? Modality::forbid : Modality::permit;
  return invalidity(result).empty() ? result : world;
}

}  // namespace

TEST_CASE("properties: diff sees the changes that there are", "[properties][check]") {
  GenerateOptions options;
  options.checked = true;
  check_worlds("diff sees the changes that there are", 0.25, options, [](const World& world) {
    std::vector<World> versions = smaller(world);
    if (versions.empty()) return std::string();
    const World& version = versions[print(world).files.front().text.size() % versions.size()];
    return disagreement(world, version) + disagreement(version, turned(world));
  });
}
