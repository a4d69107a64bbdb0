#include "engine/model/universe.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::modelled;

namespace {

std::vector<std::string_view> names(const Model& model, const Universe& universe, TypeId type) {
  std::vector<std::string_view> result;
  for (const IndividualId id : universe.of(type)) result.push_back(name_of(model, universe, id));
  return result;
}

using Listed = std::vector<std::string_view>;

const char* const world = R"(module world
type Actor
type State: Actor
type Harm = famine | war
individual uk, france: State, un: Actor
fact at_war(s: State)
)";

}  // namespace

TEST_CASE("a situation's universe holds the modules', its file's and its own individuals, by name",
          "[universe]") {
  const auto file = modelled({world, R"(uses world
individual ngo: Actor
situation first individual serbia: State
situation second extends first individual nato: Actor
)",
                              R"(uses world
individual club: Actor
)"});
  REQUIRE(file.told() == std::vector<std::string>{});
  const Universe first = universe_of(file.model, file.model[file.situation("first")]);
  CHECK(names(file.model, first, file.type("Actor")) ==
        Listed{"france", "ngo", "serbia", "uk", "un"});
  CHECK(names(file.model, first, file.type("State")) == Listed{"france", "serbia", "uk"});
  CHECK(names(file.model, first, file.type("Harm")) == Listed{"famine", "war"});
  const Universe second = universe_of(file.model, file.model[file.situation("second")]);
  CHECK(names(file.model, second, file.type("Actor")) ==
        Listed{"france", "nato", "ngo", "serbia", "uk", "un"});
}

TEST_CASE("a situation in another file knows the individuals of the file that it extends",
          "[universe]") {
  const auto file = modelled({world, "uses world\nindividual ngo: Actor\nsituation first\n",
                              "uses world\nsituation second extends first\n"});
  REQUIRE(file.told() == std::vector<std::string>{});
  const Universe universe = universe_of(file.model, file.model[file.situation("second")]);
  CHECK(names(file.model, universe, file.type("Actor")) == Listed{"france", "ngo", "uk", "un"});
}

TEST_CASE("a symbolic universe adds unnamed individuals with names that nothing else has",
          "[universe]") {
  const auto file = modelled({world, R"(module more uses world
type Armistice
individual s1: State
fact a2()
)"});
  REQUIRE(file.told() == std::vector<std::string>{});
  std::vector<std::uint32_t> unnamed(file.model.types.size(), 0);
  unnamed[index(file.type("State"))] = 2;
  unnamed[index(file.type("Actor"))] = 1;
  unnamed[index(file.type("Armistice"))] = 2;
  unnamed[index(file.type("Harm"))] = 5;  // closed: none
  const Universe universe = symbolic_universe(file.model, unnamed);
  CHECK(names(file.model, universe, file.type("State")) ==
        Listed{"france", "s1", "s2", "s3", "uk"});
  CHECK(names(file.model, universe, file.type("Actor")) ==
        Listed{"a1", "france", "s1", "s2", "s3", "uk", "un"});
  CHECK(names(file.model, universe, file.type("Armistice")) == Listed{"a3", "a4"});
  CHECK(names(file.model, universe, file.type("Harm")) == Listed{"famine", "war"});
  for (const IndividualId id : universe.of(file.type("Armistice"))) {
    CHECK(universe.is_unnamed(file.model, id));
    CHECK(type_of(file.model, universe, id) == file.type("Armistice"));
  }
}

TEST_CASE("a symbolic universe holds no individual of a situation or of a file without a module",
          "[universe]") {
  const auto file =
      modelled({world, "uses world\nindividual ngo: Actor\nsituation s individual nato: Actor\n"});
  REQUIRE(file.told() == std::vector<std::string>{});
  const Universe universe =
      symbolic_universe(file.model, std::vector<std::uint32_t>(file.model.types.size(), 0));
  CHECK(names(file.model, universe, file.type("Actor")) == Listed{"france", "uk", "un"});
}
