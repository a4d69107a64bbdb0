// Unused declarations: nothing in the loaded files refers to them.

#include "engine/analyse/check/unused.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;

namespace {

using Names = std::vector<std::string>;

/// What is unused in the first text, with the others loaded.
Names unused_in(const std::vector<std::string>& texts) {
  const test::Modelled of = test::modelled(texts);
  CHECK(of.told() == Names{});
  Names names;
  for (const analyse::Finding& finding :
       analyse::unused(of.model, model::id_of<model::ModuleId>(0))) {
    CHECK(finding.kind == analyse::FindingKind::unused);
    CHECK(finding.complete);
    REQUIRE(finding.names.size() == 1);
    REQUIRE(finding.at.size() == 1);
    CHECK(finding.names.front() == of.sources->text(finding.at.front()));
    names.push_back(finding.names.front());
  }
  return names;
}

const std::string norms =
    "module m\n"
    "document charter \"The Charter\"\n"
    "type Actor\n"
    "type State: Actor\n"
    "type Vote = yes | no_vote | abstaining\n"
    "individual france: State\n"
    "parameter many: int = 3\n"
    "fact vote(s: State): Vote presumed abstaining\n"
    "fact armed(a: Actor)\n"
    "define strong(s: State) when armed(s) or many > 2\n"
    "action enter(by: Actor, target: State)\n"
    "norm peace source charter \"art. 1\" forbid enter(by, france) when by is State\n"
    "norm force permit enter(by, target) when strong(target) and vote(target) = yes\n";

}  // namespace

TEST_CASE("what norms, definitions and declarations name is used", "[analyse][check][unused]") {
  CHECK(unused_in({norms}) == Names{});
}

TEST_CASE("every family of declarations can be unused", "[analyse][check][unused]") {
  CHECK(unused_in({norms + "document other \"Another\"\n"
                           "type Ship\n"
                           "type Harm = famine | war\n"
                           "individual uk: State\n"
                           "parameter few: int = 1\n"
                           "fact weak(s: State)\n"
                           "define loud(s: State) when armed(s)\n"
                           "action leave(by: Actor)\n"}) ==
        Names{"Harm", "Ship", "few", "leave", "loud", "other", "uk", "weak"});
}

TEST_CASE("a definition that only its own text names is unused", "[analyse][check][unused]") {
  CHECK(unused_in({norms +
                   "fact near(a: State, b: State)\n"
                   "define reaches(a: State, b: State) when near(a, b)\n"
                   "define reaches(a: State, b: State) when some c: State where reaches(a, c) and "
                   "near(c, b)\n"}) == Names{"reaches"});
}

TEST_CASE("subtypes, individuals and parameters make a type used", "[analyse][check][unused]") {
  CHECK(unused_in({norms + "type Body\n"
                           "type Court: Body\n"
                           "individual icj: Court\n"}) == Names{"icj"});
  CHECK(unused_in({norms + "type Reading = wide | narrow\nparameter way: Reading = wide\n"}) ==
        Names{"way"});
}

TEST_CASE("situations, questions and other modules refer too", "[analyse][check][unused]") {
  const std::string more =
      "type Ship\n"
      "individual uk, spain: State\n"
      "individual gull: Ship\n"
      "document log \"The log\"\n"
      "parameter few: int = 1\n"
      "fact weak(s: State)\n"
      "fact lost(s: Ship)\n"
      "fact due(s: State): int\n"
      "action leave(by: Actor)\n"
      "action stay(by: Actor)\n";
  CHECK(unused_in({norms + more}) ==
        Names{"due", "few", "gull", "leave", "log", "lost", "spain", "stay", "uk", "weak"});
  CHECK(unused_in({norms + more,
                   "situation day\n"
                   "  given weak(every State except {uk})\n"
                   "  given lost(gull) source log \"p. 1\"\n"
                   "  given done leave(france)\n"
                   "  given due(france) = 1 source log or 2\n"
                   "ask stay(france) in day under m with few = 2\n"}) == Names{});
  CHECK(
      unused_in({norms + more,
                 "module n uses m\n"
                 "define idle(s: State) when weak(s) or s = uk or due(s) > few\n"
                 "constraint c for x: Ship lost(x) implies x = gull\n"
                 "attribution leave(spain) when true\n"
                 "thesis t source log always for s: State permitted stay(s) implies idle(s)\n"}) ==
      Names{});
  CHECK(unused_in({norms + more,
                   "module n uses m\n"
                   "acceptance of m by every State except {uk}, spain source log\n"
                   "incompatible leave(x), stay(x)\n"}) ==
        Names{"due", "few", "gull", "lost", "weak"});
}

TEST_CASE("only the declarations of the module asked are told", "[analyse][check][unused]") {
  CHECK(unused_in({"module a\ntype Thing\n", "module b\ntype Other\n"}) == Names{"Thing"});
  CHECK(unused_in({"type Thing\nsituation s\n  individual one: Thing\n"}) == Names{});
  CHECK(unused_in({"type Thing\nfact lone(t: Thing)\n"}) == Names{"lone"});
}
