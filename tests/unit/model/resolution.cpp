#include <sstream>

#include "engine/model/print.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::test;

namespace {

std::string definition(const std::string& body) {
  const std::string text =
      "module m type T type K: T individual a, b: T fact f(x: T) fact n(x: T): int define d(x: T, "
      "y: T) when " +
      body;
  const Modelled of = modelled({text});
  REQUIRE(of.told().empty());
  return model::print(of.model, of.model.definitions.front().alternatives.front().when);
}

const model::Expr& body(const Modelled& of) {
  return of.model.definitions.front().alternatives.front().when;
}

}  // namespace

TEST_CASE("chains of and and or are one node, in order", "[model][expression]") {
  CHECK(definition("f(a) and (f(b) and f(x)) and f(y)") ==
        "(and (m.f m.a) (m.f m.b) (m.f #0) (m.f #1))");
  CHECK(definition("f(a) or f(b) and f(x)") == "(or (m.f m.a) (and (m.f m.b) (m.f #0)))");
}

TEST_CASE("comparisons are made of less and less or equal", "[model][expression]") {
  CHECK(definition("n(a) > 1") == "(< 1 (m.n m.a))");
  CHECK(definition("n(a) >= 1") == "(<= 1 (m.n m.a))");
  CHECK(definition("x != y") == "(not (= #0 #1))");
}

TEST_CASE("constants are computed", "[model][expression]") {
  CHECK(definition("n(a) = 2 * 3 + 1 - 10") == "(= (m.n m.a) -3)");
  CHECK(definition("2000-01-01 - 1999-12-31 = n(a)") == "(= 1 (m.n m.a))");
  CHECK(definition("today < 1999-12-31 + 1 days") == "(< today 2000-01-01)");
}

TEST_CASE("binders that are not nested share a slot", "[model][expression]") {
  const Modelled of = modelled(
      {"module m type T fact f(x: T, y: T) define d(x: T) when (some y: T where f(x, y)) and "
       "(some y: T where some z: T where f(y, z))"});
  REQUIRE(of.told().empty());
  CHECK(model::print(of.model, body(of)) ==
        "(and (some (y#1: m.T) (m.f #0 #1)) (some (y#1: m.T) (some (z#2: m.T) (m.f #1 #2))))");
  CHECK(model::slots_needed(body(of), 1) == 3);
}

TEST_CASE("names of what a used module uses are seen", "[model][names]") {
  const Modelled of =
      modelled({"module a type T", "module b uses a", "module c includes b fact f(x: T)"});
  CHECK(of.told().empty());
}

TEST_CASE("norms of two modules may have one name", "[model][names]") {
  const Modelled of = modelled({"module a type T action go(by: T) norm n permit go(by)",
                                "module b uses a norm n forbid go(by) overrides a.n"});
  REQUIRE(of.told().empty());
  REQUIRE(of.model.priorities.size() == 1);
  CHECK(of.model.qualified(of.model.priorities[0].superior) == "b.n");
  CHECK(of.model.qualified(of.model.priorities[0].inferior) == "a.n");
}

TEST_CASE("files without a module do not see each other", "[model][names]") {
  const Modelled of = modelled({"type T fact f(x: T)", "type T individual a: T fact g(x: T)"});
  CHECK(of.told().empty());
  CHECK(of.model.types.size() == 2);
}

TEST_CASE("items in any order give the same model", "[model]") {
  const std::string first =
      "type T\nindividual a: T\nfact f(x: T)\ndefine d(x: T) when f(x)\naction go(by: T)\nnorm n "
      "permit go(by) when d(by)\n";
  std::vector<std::string> lines;
  std::istringstream stream(first);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::string reversed;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) reversed += *line + "\n";
  CHECK(model::print(modelled({"module m\n" + first}).model) ==
        model::print(modelled({"module m\n" + reversed}).model));
}

TEST_CASE("what an item in error declares is not unknown", "[model][errors]") {
  const Modelled of =
      modelled({"module m type T fact f(x: U) fact f2(x: T) define d(x: T) when f(x) and f2(x) "
                "define e(x: T) when d(x)"});
  CHECK(of.told() == std::vector<std::string>{"M101 `U` is not known here as a type"});
}

TEST_CASE("types below a type in error are not said to be wrong", "[model][errors]") {
  const Modelled of =
      modelled({"module m type A type B: C type D: B fact f(a: A) define d(x: D) when f(x)"});
  CHECK(of.told() == std::vector<std::string>{"M101 `C` is not known here as a type"});
}

TEST_CASE("a long chain of operands is one node", "[model]") {
  std::string text = "module m type T fact f(x: T) define d(x: T) when f(x)";
  for (int i = 0; i < 400; ++i) text += " and f(x)";
  const Modelled of = modelled({text});
  REQUIRE(of.told().empty());
  CHECK(body(of).operands.size() == 401);
}

TEST_CASE("a parameter may have its value before the value's type is declared", "[model]") {
  const Modelled of = modelled({"module m parameter p: Vote = aye type Vote = aye | nay"});
  REQUIRE(of.told().empty());
  CHECK(model::print(of.model).find("parameter m.p: m.Vote = m.aye") != std::string::npos);
}

TEST_CASE("a parameter is no constant, wherever it is declared", "[model][errors]") {
  const std::vector<std::string> expected{
      "M214 `a` is a parameter, where a constant value is meant"};
  CHECK(modelled({"module m parameter b: int = a parameter a: int = 3"}).told() == expected);
  CHECK(modelled({"module m parameter a: int = 3 parameter b: int = a"}).told() == expected);
}

TEST_CASE("citations are shown as lawyers write them", "[model]") {
  const Modelled of =
      modelled({"module m document charter \"Charter\" type T action go(by: T) norm n source "
                "charter \"art. 2(4)\" "
                "source charter source \"Custom\" unconfirmed permit go(by)"});
  REQUIRE(of.told().empty());
  const model::Norm& norm = of.model.norms.front();
  REQUIRE(norm.sources.size() == 3);
  CHECK(of.model.cite(norm.sources[0]) == "charter art. 2(4)");
  CHECK(of.model.cite(norm.sources[1]) == "charter");
  CHECK(of.model.cite(norm.sources[2]) == "Custom (unconfirmed)");
}

TEST_CASE("a type is below itself and all above it", "[model]") {
  const Modelled of = modelled({"module m type A type B: A type C: B type D: A"});
  const auto& m = of.model;
  CHECK(m.is_or_is_below(of.type("C"), of.type("A")));
  CHECK(m.is_or_is_below(of.type("C"), of.type("C")));
  CHECK_FALSE(m.is_or_is_below(of.type("A"), of.type("C")));
  CHECK(m.kin(of.type("A"), of.type("C")));
  CHECK_FALSE(m.kin(of.type("D"), of.type("B")));
}

TEST_CASE("a file that says what it uses takes names from there first", "[model][names]") {
  const std::string charter = "module charter type State individual m: State";
  const std::string treaty = "module treaty type State fact f(s: State)";
  CHECK(modelled({charter, treaty, "fact g(s: State)"}).told() ==
        std::vector<std::string>{"M103 `State` is declared in several places that are seen here"});
  const Modelled of =
      modelled({charter, treaty,
                "uses treaty define d() when some m: State where f(m) and m != charter.m or true"});
  CHECK(of.told() ==
        std::vector<std::string>{"M205 no `treaty.State` is ever a `charter.State`, so the two are not compared"});
}

TEST_CASE("a role may have the name of another module's vocabulary", "[model][names]") {
  const std::string acts = "module acts type T action go(by: T)";
  CHECK(modelled({acts, "module m uses acts fact by(x: T) norm n permit go(x: T) when by(x)"})
            .told()
            .empty());
  CHECK(modelled({acts, "module m uses acts fact by(x: T) norm n permit go(by)"}).told() ==
        std::vector<std::string>{"M104 `by` is a role of `go`, and here also the name of a fact"});
}
