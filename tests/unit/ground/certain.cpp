// What is certain of a node holds in every completion.

#include "engine/ground/knowledge.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius::ground;
using grotius::test::Values;

TEST_CASE("what is certain holds in every completion", "[ground][certain]") {
  std::size_t decided = 0;
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    const auto random = grotius::test::random_program(seed);
    const Certain certain = grotius::ground::certain(random.program, random.knowledge);
    REQUIRE(certain.of.size() == random.program.nodes.size());
    std::size_t completions = 0;
    for (const Values& inputs : grotius::test::completions(random.knowledge)) {
      if (++completions > 200) break;
      const Values values = grotius::test::interpret(random.program, inputs);
      for (std::size_t id = 0; id < values.size(); ++id) {
        const Certain::Range& range = certain.of[id];
        if ((range.least && values[id] < *range.least) ||
            (range.greatest && values[id] > *range.greatest))
          FAIL("seed " << seed << ", node " << id << ": " << values[id] << " is not in its range");
        decided += range.decided();
      }
    }
  }
  CHECK(decided > 1000);
}

TEST_CASE("with all inputs known everything is decided", "[ground][certain]") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    auto random = grotius::test::random_program(seed);
    const Values inputs = grotius::test::completions(random.knowledge).front();
    for (std::size_t i = 0; i < inputs.size(); ++i)
      random.knowledge[i] = Domain{{inputs[i]}, {}, {}};
    const Certain certain = grotius::ground::certain(random.program, random.knowledge);
    const Values values = grotius::test::interpret(random.program, inputs);
    for (std::size_t id = 0; id < values.size(); ++id) {
      INFO("seed " << seed << ", node " << id);
      REQUIRE(certain.of[id].decided());
      CHECK(*certain.of[id].least == values[id]);
    }
  }
}
