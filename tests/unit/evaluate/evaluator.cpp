// The native evaluator: every kind of node, against the naive reading of programs; overflow; fixed
// points; no allocation.

#include "engine/evaluate/evaluator.hpp"

#include <cstdlib>
#include <limits>
#include <new>

#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius::ground;
using grotius::evaluate::Evaluator;
using grotius::test::closed_input;
using grotius::test::number_input;
using grotius::test::truth_input;
using grotius::test::Values;

namespace {

std::size_t allocations = 0;  // of the whole program, by the operators below

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

/// The value of `node` in one completion; nothing where a number leaves 64 bits.
std::optional<std::int64_t> value(const Program& program, NodeId node, const Values& inputs) {
  Evaluator evaluator(program, std::span(&node, 1));
  if (!evaluator.evaluate(inputs)) return std::nullopt;
  return evaluator.value(node);
}

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("each kind of node has its value", "[evaluate]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId x = builder.input(number_input(10));
  const NodeId y = builder.input(number_input(11));
  const NodeId red = builder.input_is(closed_input(20), 7);
  const NodeId both = builder.conjunction({a, b});
  const NodeId either = builder.disjunction({a, b});
  const NodeId not_a = builder.negation(a);
  const NodeId at_most = builder.less_equal(x, y);
  const NodeId same = builder.equal(x, y);
  const NodeId sum = builder.sum({x, y, builder.number(-3)});
  const NodeId scaled = builder.scaled(-2, x);
  const NodeId count = builder.count({a, b, b, red});
  const NodeId choice = builder.choice(both, x, y);
  const NodeId constant = builder.truth(true);
  const Program program = builder.take();

  const Values values{1, 0, 5, 9, 7};
  CHECK(value(program, a, values) == 1);
  CHECK(value(program, b, values) == 0);
  CHECK(value(program, x, values) == 5);
  CHECK(value(program, red, values) == 1);
  CHECK(value(program, red, {1, 0, 5, 9, 8}) == 0);
  CHECK(value(program, both, values) == 0);
  CHECK(value(program, both, {1, 1, 0, 0, 0}) == 1);
  CHECK(value(program, either, values) == 1);
  CHECK(value(program, either, {0, 0, 0, 0, 0}) == 0);
  CHECK(value(program, not_a, values) == 0);
  CHECK(value(program, at_most, values) == 1);
  CHECK(value(program, at_most, {0, 0, 9, 9, 0}) == 1);
  CHECK(value(program, at_most, {0, 0, 10, 9, 0}) == 0);
  CHECK(value(program, same, values) == 0);
  CHECK(value(program, same, {0, 0, -4, -4, 0}) == 1);
  CHECK(value(program, sum, values) == 11);
  CHECK(value(program, scaled, values) == -10);
  CHECK(value(program, count, values) == 2);
  CHECK(value(program, count, {1, 1, 0, 0, 7}) == 4);
  CHECK(value(program, choice, values) == 9);
  CHECK(value(program, choice, {1, 1, 5, 9, 0}) == 5);
  CHECK(value(program, constant, values) == 1);
}

TEST_CASE("a number that leaves 64 bits gives no value", "[evaluate]") {
  Builder builder;
  const NodeId x = builder.input(number_input(0));
  const NodeId y = builder.input(number_input(1));
  const NodeId z = builder.input(number_input(2));
  const NodeId sum = builder.sum({x, y, z});
  const NodeId doubled = builder.scaled(2, x);
  const NodeId opposite = builder.scaled(-1, x);
  const NodeId harmless = builder.less_equal(x, y);
  const Program program = builder.take();

  CHECK(value(program, sum, {largest, 0, 0}) == largest);
  CHECK_FALSE(value(program, sum, {largest, 1, 0}));
  CHECK_FALSE(value(program, sum, {least, -1, 0}));
  // A sum that comes back within 64 bits is exact.
  CHECK(value(program, sum, {largest, 1, -1}) == largest);
  CHECK(value(program, sum, {largest, largest, least}) == largest - 1);
  CHECK_FALSE(value(program, doubled, {largest, 0, 0}));
  CHECK(value(program, doubled, {largest / 2, 0, 0}) == largest - 1);
  CHECK_FALSE(value(program, opposite, {least, 0, 0}));
  CHECK(value(program, opposite, {-largest, 0, 0}) == largest);
  // Only what the root rests on counts.
  CHECK(value(program, harmless, {largest, largest, largest}) == 1);
}

TEST_CASE("an evaluator can be asked again after an overflow", "[evaluate]") {
  Builder builder;
  const NodeId doubled = builder.scaled(2, builder.input(number_input(0)));
  const Program program = builder.take();
  Evaluator evaluator(program, std::span(&doubled, 1));
  CHECK_FALSE(evaluator.evaluate(Values{largest}));
  REQUIRE(evaluator.evaluate(Values{21}));
  CHECK(evaluator.value(doubled) == 42);
}

TEST_CASE("least fixed points: what only supports itself is false", "[evaluate]") {
  // Reachability on four places in a row, with a way back from the last to the second.
  Builder builder;
  const NodeId start = builder.input(truth_input(0));
  const NodeId road[] = {builder.input(truth_input(1)), builder.input(truth_input(2)),
                         builder.input(truth_input(3))};
  const std::uint32_t begin = builder.size();
  const NodeId reached[] = {builder.recursive(), builder.recursive(), builder.recursive()};
  const std::vector<NodeId> bodies{
      builder.disjunction(
          {builder.conjunction({start, road[0]}), builder.conjunction({reached[2], road[0]})}),
      builder.conjunction({reached[0], road[1]}), builder.conjunction({reached[1], road[2]})};
  builder.close(begin, {std::begin(reached), std::end(reached)}, bodies);
  const Program program = builder.take();
  Evaluator evaluator(program, reached);

  REQUIRE(evaluator.evaluate(Values{1, 1, 1, 1}));
  for (NodeId place : reached) CHECK(evaluator.truth(place));
  REQUIRE(evaluator.evaluate(Values{0, 1, 1, 1}));  // the circle is there, and nobody enters it
  for (NodeId place : reached) CHECK_FALSE(evaluator.truth(place));
  REQUIRE(evaluator.evaluate(Values{1, 1, 0, 1}));
  CHECK(evaluator.truth(reached[0]));
  CHECK_FALSE(evaluator.truth(reached[1]));
  CHECK_FALSE(evaluator.truth(reached[2]));
}

TEST_CASE("random programs have the values of the naive reading", "[evaluate]") {
  std::size_t compared = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    const auto random = grotius::test::random_program(seed);
    std::vector<NodeId> all;
    for (std::uint32_t id = 0; id < random.program.nodes.size(); ++id)
      all.push_back(static_cast<NodeId>(id));
    Evaluator evaluator(random.program, all);
    std::size_t completions = 0;
    for (const Values& inputs : grotius::test::completions(random.knowledge)) {
      if (++completions > 40) break;
      const Values expected = grotius::test::interpret(random.program, inputs);
      REQUIRE(evaluator.evaluate(inputs));
      for (NodeId node : all) {
        if (evaluator.value(node) == expected[index(node)]) continue;
        FAIL("seed " << seed << ", node " << index(node) << ": " << evaluator.value(node)
                     << " instead of " << expected[index(node)]);
      }
      ++compared;
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("a decision allocates nothing", "[evaluate]") {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const auto random = grotius::test::random_program(seed);
    std::vector<NodeId> all;
    for (std::uint32_t id = 0; id < random.program.nodes.size(); ++id)
      all.push_back(static_cast<NodeId>(id));
    Evaluator evaluator(random.program, all);
    const Values inputs = grotius::test::completions(random.knowledge).front();
    const std::size_t before = allocations;
    const bool evaluated = evaluator.evaluate(inputs);
    const std::size_t after = allocations;
    CHECK(evaluated);
    CHECK(after == before);
  }
  CHECK(allocations > 0);
}
