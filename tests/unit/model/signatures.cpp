// Names of two models: which are partners, and which do not fit.

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/model/sides.hpp"

using namespace grotius;
using namespace grotius::model;

namespace {

using Told = std::vector<std::string>;

Told errors(const std::string& first, const std::string& second) {
  test::Sides of = test::sides({"module a\n" + first}, {"module a\n" + second});
  CHECK(of.told() == Told{});
  CHECK_FALSE(of.merged());
  return of.told();
}

}  // namespace

TEST_CASE("names find their partners in modules of the same name, else wherever they stand",
          "[model][merge]") {
  const std::string charter = "module charter\ntype Ship\nfact armed(s: Ship)\n";
  const std::string covenant = "module covenant uses charter\nfact armed(s: Ship, t: Ship)\n";
  test::Sides same = test::sides({charter, covenant}, {covenant, charter});
  const auto merged = same.merged();
  CHECK(same.told() == Told{});
  REQUIRE(merged);
  CHECK(merged->facts_of_second == std::vector{id_of<FactId>(1), id_of<FactId>(0)});

  test::Sides one_more = test::sides({charter}, {covenant, charter});
  const auto more = one_more.merged();
  REQUIRE(more);
  CHECK(more->facts_of_second == std::vector{id_of<FactId>(1), id_of<FactId>(0)});

  test::Sides unclear =
      test::sides({charter, covenant}, {"module other\ntype Ship\nfact armed(s: Ship)\n"});
  CHECK_FALSE(unclear.merged());
  REQUIRE(unclear.told().size() == 1);
  CHECK(unclear.told().front().starts_with("M402 `armed` stands in several modules"));
  CHECK(unclear.diagnostics.items().front().related.size() == 2);
}

TEST_CASE("a name with two signatures is an error with both places", "[model][merge]") {
  const std::string a = "M401 `a` is not the same in the two norm sets: ";
  CHECK(errors("type a\n", "fact a()\n") == Told{a + "it is a fact here and a type there"});
  CHECK(errors("type a = x | y\n", "type a\n") == Told{a + "it is open here and closed there"});
  CHECK(errors("type a = x | y\n", "type a = x | y | z\n") ==
        Told{a + "`z` is one of its individuals here and not there"});
  CHECK(errors("type a = x | y\n", "type a = y\n") ==
        Told{a + "`x` is one of its individuals there and not here"});
  CHECK(errors("type T\ntype a: T\n", "type T\ntype a\n") ==
        Told{a + "it stands below nothing here and below `T` there"});
  CHECK(errors("type T\ntype U\ntype a: T\n", "type T\ntype U\ntype a: U\n") ==
        Told{a + "it stands below `U` here and `T` there"});
  CHECK(errors("type T\ntype U\nindividual a: T\n", "type T\ntype U\nindividual a: U\n") ==
        Told{a + "it is of type `U` here and `T` there"});
  CHECK(errors("parameter a: date = 1999-01-01\n", "parameter a: int = 3\n") ==
        Told{a + "it is a number here and a date there"});
  CHECK(errors("fact a(): int in 0..\n", "fact a(): int\n") ==
        Told{a + "it is a number here and a number in `0..` there"});
  CHECK(errors("type T\nfact a(t: T)\n", "type T\nfact a(t: T, u: T)\n") ==
        Told{a + "it takes 2 arguments here and 1 argument there"});
  CHECK(errors("type T\ntype U\nfact a(t: T)\n", "type T\ntype U\nfact a(t: U)\n") ==
        Told{a + "its argument 1 is of type `U` here and `T` there"});
  CHECK(errors("fact a(): int\n", "fact a(): date\n") ==
        Told{a + "it is a date here and a number there"});
  CHECK(errors("type F = x | y\nfact a(): F presumed x\n",
               "type F = y | x\nfact a(): F presumed y\n") ==
        Told{a + "it is presumed `y` here and `x` there"});
  CHECK(errors("fact a()\n", "fact a() presumed unknown\n") ==
        Told{a + "it is presumed `unknown` here and `false` there"});
  CHECK(errors("type T\nfact f()\ndefine a(t: T) when f()\n", "fact f()\ndefine a() when f()\n") ==
        Told{a + "it takes no arguments here and 1 argument there"});
  CHECK(errors("type T\naction a(t: T)\n", "type T\naction a(t: T) done presumed unknown\n") ==
        Told{a + "it says `done presumed unknown` here and not there"});

  test::Sides of = test::sides({"module a\nfact f()\n"}, {"module a\n\nfact f(): int\n"});
  CHECK_FALSE(of.merged());
  REQUIRE(of.diagnostics.items().size() == 1);
  const Diagnostic& error = of.diagnostics.items().front();
  CHECK(of.sources->at(*error.span) == "new1.norm:3:6");
  REQUIRE(error.related.size() == 1);
  CHECK(of.sources->at(error.related.front().span) == "old1.norm:2:6");
}

TEST_CASE("every name that does not fit is told in one run", "[model][merge]") {
  test::Sides of = test::sides({"module a\nfact f()\nfact g()\ntype T\n"},
                               {"module b\nfact f(): int\nfact g(t: T)\ntype T\n"});
  CHECK_FALSE(of.merged());
  CHECK(of.told().size() == 2);
}
