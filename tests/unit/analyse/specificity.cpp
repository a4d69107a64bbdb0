// Lex specialis: the scope of one norm within that of another, proved (semantics.md, Norms).

#include "engine/analyse/specificity.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using model::Specificity;

namespace {

const std::string vocabulary =
    "module m\n"
    "type Actor\n"
    "type State: Actor\n"
    "type Population\n"
    "individual france: State\n"
    "parameter large: int = 1_000\n"
    "fact weak(s: State)\n"
    "fact armed(a: Actor)\n"
    "fact deaths(p: Population): int in 0..\n"
    "fact lives_in(p: Population, s: State)\n"
    "action enter(by: Actor, target: State)\n"
    "action invade(by: Actor, target: State) is enter(by, target)\n"
    "action help(by: Actor, target: State) is enter(by, target) when armed(by)\n"
    "action leave(by: Actor)\n";

/// What the oracle says of the norms `a` and `b` of a text.
Specificity compare(const std::string& text) {
  test::Modelled of = test::modelled({vocabulary + text});
  CHECK(of.told() == std::vector<std::string>{});
  const model::NormSet set = model::norm_set(of.model, {of.module("m")}, std::nullopt);
  const auto oracle = analyse::specificity(of.model, set, 10);
  const Specificity forth = oracle(of.norm("a"), of.norm("b"));
  const Specificity back = oracle(of.norm("b"), of.norm("a"));
  // Asked the other way round, it says the same.
  if (forth == Specificity::first) CHECK(back == Specificity::second);
  if (forth == Specificity::second) CHECK(back == Specificity::first);
  if (forth == Specificity::neither || forth == Specificity::undecided) CHECK(back == forth);
  return forth;
}

}  // namespace

TEST_CASE("a condition more is more special, whatever stands beside it", "[analyse][specificity]") {
  CHECK(compare("norm a forbid enter(by, target) when armed(by) and weak(target)\n"
                "norm b permit enter(by, target) when weak(target)\n") == Specificity::first);
  CHECK(compare("norm a forbid enter(by, target)\n"
                "norm b permit enter(by, target) when weak(target)\n") == Specificity::second);
  CHECK(compare("norm a forbid enter(by, target) when armed(by)\n"
                "norm b permit enter(by, target) when weak(target)\n") == Specificity::neither);
  CHECK(
      compare("norm a forbid enter(by, target) when armed(by) and weak(target)\n"
              "norm b permit enter(by, target) when not (weak(target) implies not armed(by))\n") ==
      Specificity::neither);
}

TEST_CASE("what counts is what conditions mean, not how many there are", "[analyse][specificity]") {
  CHECK(compare("norm a forbid enter(by, target) when armed(by) or weak(target)\n"
                "norm b permit enter(by, target) when armed(by)\n") == Specificity::second);
  CHECK(compare("norm a forbid enter(by, target) when some p: Population where deaths(p) > 100\n"
                "norm b permit enter(by, target) when some p: Population where deaths(p) > 10\n") ==
        Specificity::first);
  CHECK(compare("norm a forbid enter(by, target) when no p: Population where lives_in(p, target)\n"
                "norm b permit enter(by, target) when every p: Population satisfies not "
                "(lives_in(p, target) and deaths(p) > 5)\n") == Specificity::first);
  CHECK(
      compare(
          "norm a forbid enter(by, target)\n"
          "  when (count p: Population where lives_in(p, target)) >= 3\n"
          "norm b permit enter(by, target) when some p: Population where lives_in(p, target)\n") ==
      Specificity::first);
}

TEST_CASE("constraints and definitions count", "[analyse][specificity]") {
  const std::string norms =
      "norm a forbid enter(by, target) when weak(target)\n"
      "norm b permit enter(by, target) when feeble(target)\n";
  CHECK(compare(norms + "define feeble(s: State) when weak(s) or armed(s)\n") ==
        Specificity::first);
  CHECK(compare(norms + "define feeble(s: State) when weak(s) and armed(s)\n") ==
        Specificity::second);
  CHECK(compare(norms + "define feeble(s: State) when armed(s)\n"
                        "constraint c for s: State weak(s) implies armed(s)\n") ==
        Specificity::first);
  CHECK(compare(norms + "define feeble(s: State) when armed(s)\n"
                        "constraint c for s: State (weak(s) implies armed(s)) and (armed(s) "
                        "implies weak(s))\n") == Specificity::neither);
}

TEST_CASE("narrower acts are more special", "[analyse][specificity]") {
  CHECK(compare("norm a forbid enter(by: State, target)\nnorm b permit enter(by, target)\n") ==
        Specificity::first);
  CHECK(compare("norm a forbid enter(by, target)\nnorm b permit enter(france, target)\n") ==
        Specificity::second);
  CHECK(compare("norm a forbid enter(france, target)\nnorm b permit enter(by: State, target)\n") ==
        Specificity::first);
  CHECK(compare("norm a forbid invade(by, target)\nnorm b permit enter(by, target)\n") ==
        Specificity::first);
  // A kind that counts only under a condition is still a kind.
  CHECK(
      compare("norm a forbid help(by, target) when armed(by)\nnorm b permit enter(by, target)\n") ==
      Specificity::first);
  CHECK(compare("norm a forbid help(by, target)\nnorm b permit enter(by, target)\n") ==
        Specificity::neither);
  // To oblige to enter obliges to no kind of it.
  CHECK(compare("norm a forbid invade(by, target)\nnorm b oblige enter(by, target)\n") ==
        Specificity::neither);
}

TEST_CASE("exceptions and dates are left aside, statuses are free", "[analyse][specificity]") {
  CHECK(compare("norm a forbid enter(by, target) unless weak(target)\n"
                "norm b permit enter(by, target)\n") == Specificity::neither);
  CHECK(compare("norm a in force from 2000-01-01 forbid enter(by, target)\n"
                "norm b permit enter(by, target) when armed(by)\n") == Specificity::second);
  CHECK(compare("norm a forbid enter(by, target) when permitted leave(by) and weak(target)\n"
                "norm b permit enter(by, target) when permitted leave(by)\n") ==
        Specificity::first);
  CHECK(compare("norm a forbid enter(by, target) when done invade(by, target)\n"
                "norm b permit enter(by, target) when done enter(by, target)\n") ==
        Specificity::first);
}

TEST_CASE("what cannot be proved is left open", "[analyse][specificity]") {
  CHECK(compare("norm a forbid enter(by, target)\n"
                "  when (sum deaths(p) for p: Population where lives_in(p, target)) > 100\n"
                "norm b permit enter(by, target)\n"
                "  when (sum deaths(p) for p: Population where lives_in(p, target)) > 10\n") ==
        Specificity::undecided);
  // The same conditions word for word spare the proof.
  CHECK(compare("norm a forbid enter(by: State, target)\n"
                "  when (sum deaths(p) for p: Population where lives_in(p, target)) > 10\n"
                "norm b permit enter(by, target)\n"
                "  when (sum deaths(p) for p: Population where lives_in(p, target)) > 10\n") ==
        Specificity::first);
}
