// How many unnamed individuals suffice: semantics.md, Scope.

#include "engine/analyse/scope.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using analyse::DemandReader;
using analyse::Demands;
using analyse::Scope;

namespace {

const std::string vocabulary =
    "module m\n"
    "type Actor\n"
    "type State: Actor\n"
    "type Population\n"
    "type Harm = famine | war\n"
    "fact weak(a: Actor)\n"
    "fact lives_in(p: Population, a: Actor)\n"
    "fact rules(a: Actor, p: Population)\n"
    "fact allied(a: Actor, b: Actor)\n"
    "fact suffers(p: Population, h: Harm)\n"
    "fact size(p: Population): int\n";

struct Measured {
  std::vector<std::string> told;  // mistakes of the text: none is meant
  Scope scope;
  test::Modelled of;

  std::uint32_t unnamed(std::string_view type) const {
    return scope.unnamed[model::index(of.type(type))];
  }
};

/// The scope of the constraints of a text.
Measured measure(const std::string& text) {
  Measured result{{}, {}, test::modelled({vocabulary + text})};
  result.told = result.of.told();
  const model::Model& model = result.of.model;
  Diagnostics diagnostics;
  const model::NormSet set = model::norm_set(model, {result.of.module("m")}, std::nullopt);
  const model::Strata strata = model::strata(model, set, diagnostics);
  DemandReader reader(model, set, strata);
  result.scope = analyse::scope_of(model, reader.of_constraints(), 2);
  return result;
}

}  // namespace

TEST_CASE("a witness may be of any subtype: it counts towards each", "[analyse][scope]") {
  const Measured one = measure("constraint c some a: Actor where weak(a)\n");
  CHECK(one.told.empty());
  CHECK(one.scope.complete);
  CHECK(one.unnamed("Actor") == 1);
  CHECK(one.unnamed("State") == 1);
  CHECK(one.unnamed("Population") == 0);
  CHECK(one.unnamed("Harm") == 0);

  // Not so upwards: a state is an actor, but no actor of another kind is a state.
  const Measured state = measure("constraint c some s: State where weak(s)\n");
  CHECK(state.unnamed("Actor") == 0);
  CHECK(state.unnamed("State") == 1);
}

TEST_CASE("a universal over an empty type needs no witness", "[analyse][scope]") {
  const std::string condition =
      "constraint c for a: Actor some p: Population where lives_in(p, a)\n";
  const Measured empty = measure(condition);
  CHECK(empty.scope.complete);
  CHECK(empty.unnamed("Population") == 0);
  const Measured two = measure(condition + "individual france: State, un: Actor\n");
  CHECK(two.scope.complete);
  CHECK(two.unnamed("Population") == 2);
  // Those that must exist are counted with the named ones, of the type and of its subtype.
  const Measured more = measure(condition +
                                "individual france: State\n"
                                "constraint d some a: Actor where weak(a)\n");
  CHECK(more.scope.complete);
  CHECK(more.unnamed("Actor") == 1);
  CHECK(more.unnamed("State") == 1);
  CHECK(more.unnamed("Population") == 3);
}

TEST_CASE("existentials within several universals need a witness for each tuple",
          "[analyse][scope]") {
  const Measured pairs = measure(
      "individual france, uk: State, un: Actor\n"
      "constraint c for a: Actor, s: State (allied(a, s) implies some p: Population where "
      "lives_in(p, a))\n");
  CHECK(pairs.told.empty());
  CHECK(pairs.unnamed("Population") == 3 * 2);
  const Measured nested = measure(
      "individual france, uk: State\n"
      "constraint c every a: State satisfies every b: State satisfies some p: Population where "
      "lives_in(p, a)\n");
  CHECK(nested.unnamed("Population") == 4);
}

TEST_CASE("quantifiers that run in a circle have no bound", "[analyse][scope]") {
  const Measured direct = measure("constraint c for a: Actor some b: Actor where allied(a, b)\n");
  CHECK_FALSE(direct.scope.complete);
  CHECK(direct.scope.reason.find("circle") != std::string::npos);
  CHECK(direct.unnamed("Actor") == 2);  // what was asked for otherwise
  CHECK(direct.unnamed("Harm") == 0);

  const Measured through_another = measure(
      "constraint c for a: Actor some p: Population where lives_in(p, a)\n"
      "constraint d for p: Population some a: Actor where rules(a, p)\n");
  CHECK_FALSE(through_another.scope.complete);
  CHECK(through_another.scope.reason.find("circle") != std::string::npos);

  SECTION("through a subtype: the witness is one of those over whom the universal runs") {
    CHECK_FALSE(
        measure("constraint c for a: Actor some s: State where allied(a, s)\n").scope.complete);
    CHECK_FALSE(
        measure("constraint c for s: State some a: Actor where allied(s, a)\n").scope.complete);
  }
  SECTION("through definitions and negations") {
    const Measured hidden = measure(
        "define friendless(a: Actor) when no b: Actor where allied(a, b)\n"
        "constraint c no a: Actor where friendless(a)\n");
    CHECK_FALSE(hidden.scope.complete);
    const Measured harmless = measure(
        "define friendless(a: Actor) when no b: Actor where allied(a, b)\n"
        "constraint c every a: Actor satisfies friendless(a)\n");
    CHECK(harmless.scope.complete);
    CHECK(harmless.unnamed("Actor") == 0);
  }
}

TEST_CASE("counts compared with constants are that many witnesses, or a universal",
          "[analyse][scope]") {
  CHECK(measure("constraint c (count p: Population where size(p) > 3) >= 3\n")
            .unnamed("Population") == 3);
  CHECK(
      measure("constraint c 3 < (count p: Population where size(p) > 3)\n").unnamed("Population") ==
      4);
  const Measured at_most = measure("constraint c (count p: Population where size(p) > 3) <= 3\n");
  CHECK(at_most.scope.complete);
  CHECK(at_most.unnamed("Population") == 0);
  CHECK(
      measure("constraint c (count p: Population where size(p) > 3) = 2\n").unnamed("Population") ==
      2);
  const Measured defined = measure(
      "define votes(): int = count p: Population where size(p) > 3\n"
      "constraint c votes() >= 5\n");
  CHECK(defined.scope.complete);
  CHECK(defined.unnamed("Population") == 5);
}

TEST_CASE("other aggregates and recursion over open types have no bound", "[analyse][scope]") {
  const Measured sum =
      measure("constraint c (sum size(p) for p: Population where size(p) > 0) > 10\n");
  CHECK_FALSE(sum.scope.complete);
  CHECK(sum.scope.reason.find("Population") != std::string::npos);
  CHECK_FALSE(
      measure(
          "constraint c (count p: Population where size(p) > 0) > (count a: Actor where weak(a))\n")
          .scope.complete);
  const Measured recursion = measure(
      "define linked(a: Actor, b: Actor) when allied(a, b) or some c: Actor where allied(a, c) and "
      "linked(c, b)\n"
      "constraint c every a, b: Actor satisfies not linked(a, b)\n");
  CHECK_FALSE(recursion.scope.complete);
  CHECK(recursion.scope.reason.find("recursion") != std::string::npos);

  const Measured closed = measure(
      "constraint c every p: Population satisfies (count h: Harm where suffers(p, h)) = (count h: "
      "Harm where not suffers(p, h))\n");
  CHECK(closed.told.empty());
  CHECK(closed.scope.complete);
}

TEST_CASE("a bound above the limit is none", "[analyse][scope]") {
  const Measured within = measure("constraint c (count p: Population where size(p) > 3) >= 24\n");
  CHECK(within.scope.complete);
  CHECK(within.unnamed("Population") == 24);
  const Measured beyond = measure("constraint c (count p: Population where size(p) > 3) >= 25\n");
  CHECK_FALSE(beyond.scope.complete);
  CHECK(beyond.scope.reason.find("more than 24") != std::string::npos);
}
