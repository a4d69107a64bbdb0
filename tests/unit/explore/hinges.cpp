#include "engine/explore/hinges.hpp"

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

// `name: answer without it`, in the order in which they are listed.
std::vector<std::string> hinges(const std::string& text, const analyse::AskOptions& options = {}) {
  Session session;
  session.add("m.norm", text);
  REQUIRE(session.compile());
  const auto found = session.hinges(session.model().questions.at(0), options);
  REQUIRE(found);
  CHECK(found->undecided.empty());
  std::vector<std::string> result;
  for (const auto& hinge : found->hinges) result.push_back(hinge.name + ": " + std::string(analyse::name(hinge.answer)));
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a truth that rests on itself besides a presumption turns with it", "[explore][hinges]") {
  CHECK(hinges(R"(module m
fact closed()
define open() when not closed()
define open() when open()
action pass()
norm way permit pass() when open()
situation s
ask pass() in s)") == Names{"m.way: silent", "closed(): depends"});
}

TEST_CASE("two norms for the same carry nothing alone, and neither do two failing parts", "[explore][hinges]") {
  CHECK(hinges(R"(module m
fact wet()
fact cold()
action pass()
norm one permit pass()
norm two permit pass()
norm bar forbid pass() when wet() and cold() overrides one, two
situation s
ask pass() in s)") == Names{});
}

TEST_CASE("a norm of another norm set may carry an answer, and so may a priority there", "[explore][hinges]") {
  Session session;
  session.add("law.norm", R"(module law
action pass()
norm bar forbid pass()
norm way permit pass() overrides bar
)");
  session.add("m.norm", R"(module m uses law
action follow()
norm as_allowed permit follow() when permitted pass() under law
situation s
ask follow() in s under m)");
  REQUIRE(session.compile());
  const auto found = session.hinges(session.model().questions.at(0));
  REQUIRE(found);
  Names names;
  for (const auto& hinge : found->hinges) names.push_back(hinge.name + ": " + std::string(analyse::name(hinge.answer)));
  CHECK(names == Names{"law.way: silent", "m.as_allowed: silent", "law.way > law.bar: silent"});
}

TEST_CASE("superiority among the others stays when a norm is left out", "[explore][hinges]") {
  // `high` outranks `low` through `middle`, also without it.
  CHECK(hinges(R"(module m
fact never()
action pass()
norm high permit pass()
norm middle forbid pass() when never()
norm low forbid pass()
priority high > middle > low
situation s
ask pass() in s)") == Names{"m.high: no", "m.high > m.middle: contested", "m.middle > m.low: contested"});
}

TEST_CASE("a presumed number is a hinge where some other number turns the answer", "[explore][hinges]") {
  const std::string text = R"(module m
type T = a
fact deaths(): int in 0.. presumed 0
fact weather(): int presumed unknown
action pass()
norm way permit pass()
norm bar forbid pass() when deaths() >= 5_000 and weather() >= 0 overrides way
situation s
ask pass() in s)";
  CHECK(hinges(text) == Names{"m.way: silent", "deaths(): depends"});
  Session session;
  session.add("m.norm", text);
  REQUIRE(session.compile());
  const auto found = session.hinges(session.model().questions.at(0));
  REQUIRE(found->hinges.size() == 2);
  REQUIRE(found->hinges[1].otherwise.size() == 1);
  CHECK(found->hinges[1].otherwise[0].line == "deaths() = 5000");
  CHECK(found->hinges[1].otherwise[0].possible.size() == 2);
}

TEST_CASE("constraints hold when a presumption is withdrawn", "[explore][hinges]") {
  // Who is ill stays at home, so that nobody who is ill passes: the presumption that nobody is ill carries nothing.
  const std::string text = R"(module m
fact ill()
fact away() presumed unknown
constraint at_home ill() implies not away()
action pass()
norm way permit pass()
norm bar forbid pass() when ill() and away() overrides way
situation s
ask pass() in s)";
  CHECK(hinges(text) == Names{"m.way: silent"});
  analyse::AskOptions options;
  options.engine = analyse::Engine::both;
  CHECK(hinges(text, options) == Names{"m.way: silent"});
}

TEST_CASE("an answer that depends may be settled by leaving out a norm, and turns on no presumption", "[explore][hinges]") {
  CHECK(hinges(R"(module m
fact ill() presumed unknown
fact rich()
action pass()
norm way permit pass()
norm bar forbid pass() when ill() or rich() overrides way
situation s
ask pass() in s)") == Names{"m.bar: yes"});
}
