// Coverage: norms that apply, alternatives that hold, priorities that decide, in some completion of
// some question.

#include "engine/analyse/coverage.hpp"

#include <string>
#include <vector>

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

const std::string module =
    "module m\n"
    "type Ship\n"
    "individual gull, tern: Ship\n"
    "fact old(s: Ship)\n"
    "fact damaged(s: Ship)\n"
    "fact armed(s: Ship)\n"
    "define unfit(s: Ship) when old(s)\n"
    "define unfit(s: Ship) when damaged(s)\n"
    "define lonely(s: Ship) when not armed(s)\n"
    "action stay(s: Ship)\n"
    "norm open permit stay(s)\n"
    "norm unseaworthy forbid stay(s) when unfit(s) overrides open\n"
    "norm arms forbid stay(s) when armed(s)\n"
    "priority arms > open\n"
    "situation s\n"
    "  given old(gull)\n"
    "  unknown armed(gull)\n";

std::vector<std::string> uncovered(const std::string& questions) {
  Session session;
  session.add("m.norm", module + questions);
  REQUIRE(session.compile());
  analyse::Coverage coverage;
  for (const model::Question& question : session.model().questions) {
    const auto answer = session.ask(question);
    REQUIRE(answer);
    coverage.add(*answer);
  }
  std::vector<std::string> names;
  for (const analyse::Uncovered& one : coverage.uncovered(session.model()))
    names.push_back(one.what + ' ' + one.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("without questions nothing is covered, in the order of the text", "[analyse][coverage]") {
  CHECK(uncovered("") == Names{"norm m.open", "norm m.unseaworthy", "norm m.arms",
                               "alternative m.unfit", "alternative m.unfit", "alternative m.lonely",
                               "priority m.unseaworthy > m.open", "priority m.arms > m.open"});
}

TEST_CASE("what applies, holds or decides is covered", "[analyse][coverage]") {
  CHECK(uncovered("ask stay(tern) in s\n") ==
        Names{"norm m.unseaworthy", "norm m.arms", "alternative m.unfit", "alternative m.unfit",
              "alternative m.lonely", "priority m.unseaworthy > m.open",
              "priority m.arms > m.open"});
  // The gull is old, not damaged; it may be armed, and one completion is enough.
  CHECK(uncovered("ask stay(gull) in s\n") == Names{"alternative m.unfit", "alternative m.lonely"});
  CHECK(uncovered("ask stay(gull) in s\nask lonely(tern) in s\n") == Names{"alternative m.unfit"});
}
