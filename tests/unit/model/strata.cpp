#include "engine/model/strata.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::modelled;

namespace {

using Told = std::vector<std::string>;

/// What `strata` says of the norm set of one module.
struct Checked {
  test::Modelled file;
  Diagnostics diagnostics;
  Strata strata;

  explicit Checked(const std::vector<std::string>& texts, const char* module = "m")
      : file(modelled(texts)) {
    strata = model::strata(file.model, norm_set(file.model, {file.module(module)}, std::nullopt),
                           diagnostics);
  }
  std::string told() const {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      result += std::string(diagnostic.code.id) + " " + diagnostic.message + "\n";
    }
    return result;
  }
  std::uint32_t of(const char* definition) const {
    return strata.of_definition[index(file.definition(definition))];
  }
};

const std::string head = R"(module m
type T
fact e(x: T, y: T)
fact n(x: T): int
action act(by: T)
action kind(by: T) is act(by)
)";

}  // namespace

TEST_CASE("a definition stands above what it rests on", "[strata]") {
  const Checked checked({head + R"(
define top(x: T) when not middle(x) and done act(x)
define middle(x: T) when some y: T where bottom(y)
define bottom(x: T) when e(x, x)
attribution act(by) when bottom(by)
attribution kind(by) when middle(by)
)"});
  REQUIRE(checked.told() == "");
  CHECK(checked.of("top") > checked.of("middle"));
  CHECK(checked.of("middle") > checked.of("bottom"));
  const auto done = [&](const char* action) {
    return checked.strata.of_done[index(checked.file.action(action))];
  };
  CHECK(checked.of("top") > done("act"));
  CHECK(done("act") > done("kind"));
  CHECK(done("kind") > checked.of("middle"));
  CHECK_FALSE(checked.strata.recursive[checked.of("top")]);
}

TEST_CASE("recursion through positive relations is one stratum", "[strata]") {
  const Checked checked({head + R"(
define reach(x: T, y: T) when e(x, y) or some z: T where e(x, z) and reach(z, y)
define odd(x: T) when some y: T where even(y) and e(x, y)
define even(x: T) when n(x) = 0 or some y: T where odd(y) and e(x, y)
define apart(x: T) when not reach(x, x)
)"});
  REQUIRE(checked.told() == "");
  CHECK(checked.strata.recursive[checked.of("reach")]);
  CHECK(checked.of("odd") == checked.of("even"));
  CHECK(checked.strata.recursive[checked.of("odd")]);
  CHECK(checked.of("apart") > checked.of("reach"));
}

TEST_CASE("a deed may be attributed by deeds", "[strata]") {
  const Checked checked({head + R"(
action group(by: T)
attribution group(by) when some x: T where e(x, by) and done group(x)
)"});
  REQUIRE(checked.told() == "");
  CHECK(checked.strata.recursive[checked.strata.of_done[index(checked.file.action("group"))]]);
}

TEST_CASE("a cycle through a strict use is printed", "[strata]") {
  const auto cycle = [](const std::string& items) {
    return Checked({"module m\ntype T\nfact e(x: T)\naction act(by: T)\n" + items}).told();
  };
  CHECK(cycle("define a(x: T) when not b(x)\ndefine b(x: T) when a(x)\n") ==
        "M301 this goes round in a circle: `a` rests on not `b` (line 5), `b` rests on `a` (line "
        "6)\n");
  CHECK(cycle("define a(x: T) when e(x) unless a(x)\n") ==
        "M301 this goes round in a circle: `a` rests on `a` under `unless` (line 5)\n");
  CHECK(cycle("define a(x: T) when every y: T where e(y) satisfies a(y)\n") ==
        "M301 this goes round in a circle: `a` rests on `a` under `every` (line 5)\n");
  CHECK(cycle("define a(x: T) when no y: T where a(y)\n") ==
        "M301 this goes round in a circle: `a` rests on `a` under `no` (line 5)\n");
  CHECK(cycle("define a(x: T) when a(x) implies e(x)\n") ==
        "M301 this goes round in a circle: `a` rests on `a` on the left of `implies` (line 5)\n");
  CHECK(cycle("define a(x: T) when (count y: T where a(y)) > 1\n") ==
        "M301 this goes round in a circle: `a` rests on `a` under `count` (line 5)\n");
  CHECK(cycle("define a(x: T) when e(x) implies a(x)\n") == "");
}

TEST_CASE("a value that rests on itself is an error of its own", "[strata]") {
  const Checked checked({R"(module m
type T
fact e(x: T, y: T)
define depth(x: T): int = 1 + sum depth(y) for y: T where e(x, y)
define deep(x: T) when depth(x) > 3
)"});
  CHECK(checked.told() ==
        "M302 this goes round in a circle: `depth` rests on `depth` under `sum` (line 4)\n");
}

TEST_CASE("a norm must not rest on its own outcome", "[strata]") {
  const auto cycle = [](const std::string& items) {
    return Checked({"module m\ntype T\nfact e(x: T)\naction act(by: T)\naction kind(by: T) is "
                    "act(by)\n" +
                    items})
        .told();
  };
  CHECK(cycle("norm n permit act(by) when permitted act(by)\n") ==
        "M301 this goes round in a circle: the status of `act` rests on the status of `act` (norm "
        "`n`, line 6)\n");
  // The status of a kind rests on the norms about the general act, and not the other way round.
  CHECK(cycle("norm n permit act(by) when permitted kind(by)\n") ==
        "M301 this goes round in a circle: the status of `act` rests on the status of `kind` (norm "
        "`n`, line 6), "
        "the status of `kind` rests on the status of `act` (line 5)\n");
  CHECK(cycle("norm n permit kind(by) when permitted act(by)\n") == "");
  CHECK(cycle("define ill(x: T) when breached act(x)\nnorm n forbid act(by) when ill(by)\n") ==
        "M301 this goes round in a circle: `ill` rests on the status of `act` (line 6), "
        "the status of `act` rests on `ill` (norm `n`, line 7)\n");
  CHECK(cycle("norm n forbid act(by) when done kind(by)\n") == "");
}

TEST_CASE("a status under another module rests on that module's norms alone", "[strata]") {
  const std::string law = "module law\ntype T\naction act(by: T)\nnorm l forbid act(by)\n";
  const std::string morals =
      "module m uses law\nnorm n permit act(by) when forbidden act(by) under law\n";
  CHECK(Checked({law, morals}).told() == "");
}

TEST_CASE("norm sets that ask each other are an error", "[strata]") {
  const std::string words = "module words\ntype T\naction act(by: T)\n";
  const std::string a =
      "module m uses words, b\nnorm n permit act(by) when forbidden act(by) under b\n";
  const std::string b =
      "module b uses words, m\ndefine ill(x: T) when breached act(x) under m\nnorm o forbid "
      "act(by) when ill(by)\n";
  // (The two modules use each other, which is an error as well.)
  const Checked checked({words, a, b});
  CHECK(checked.told() ==
        "M303 norm sets ask each other in a circle: `b` asks `m` (line 2), `m` asks `b` "
        "(file2.norm:2)\n");
  CHECK(Checked(
            {words, "module m uses words\nnorm n permit act(by) when forbidden act(by) under m\n"})
            .told() == "M303 norm sets ask each other in a circle: `m` asks `m` (line 2)\n");
}

TEST_CASE(
    "the modules that are asked elsewhere are found through definitions and through each other",
    "[strata]") {
  const auto file = modelled(
      {"module words\ntype T\naction act(by: T)\n", "module c uses words\nnorm nc permit act(by)\n",
       "module b uses words, c\nnorm nb permit act(by) when permitted act(by) under c\n",
       "module m uses words, b\ndefine d(x: T) when forbidden act(x) under b\n"
       "define unused(x: T) when forbidden act(x) under words\n"
       "norm n permit act(by) when d(by)\n"});
  const auto set = norm_set(file.model, {file.module("m")}, std::nullopt);
  CHECK(asked_elsewhere(file.model, set) ==
        std::vector<ModuleId>{file.module("b"), file.module("c")});
}

TEST_CASE("a definition that a question uses may ask another norm set", "[strata]") {
  const auto file = modelled(
      {"module law\ntype T\nindividual someone: T\naction act(by: T)\nnorm l forbid act(by)\n",
       "module m uses law\ndefine illegal(x: T) when forbidden act(x) under law\n"
       "situation s\nask illegal(someone) in s under m\n"});
  REQUIRE(file.told() == Told{});
  const auto set = norm_set(file.model, {file.module("m")}, std::nullopt);
  CHECK(asked_elsewhere(file.model, set).empty());
  const auto& asked = std::get<Expr>(file.model.questions.at(0).asked);
  CHECK(asked_elsewhere(file.model, set, asked) == std::vector<ModuleId>{file.module("law")});
}

TEST_CASE("a file without a module adds its norms to the sets that they ask", "[strata]") {
  const auto file =
      modelled({"module law\ntype T\naction act(by: T)\nnorm l forbid act(by)\n",
                "uses law\nnorm own permit act(by) when forbidden act(by) under law\n"});
  CHECK(file.told() ==
        Told{"M303 norm sets ask each other in a circle: `law` asks `law` (line 2)"});
}
