// The builder simplifies while it builds, and equal nodes are one node.

#include "engine/ground/builder.hpp"

#include <limits>

#include "tests/support/catch.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius::ground;
using grotius::test::closed_input;
using grotius::test::number_input;
using grotius::test::truth_input;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

struct Building {
  Builder builder;
  NodeId a = builder.input(truth_input(0));
  NodeId b = builder.input(truth_input(1));
  NodeId c = builder.input(truth_input(2));
  NodeId x = builder.input(number_input(10));
  NodeId y = builder.input(number_input(11));
  NodeId yes = builder.truth(true);
  NodeId no = builder.truth(false);

  const Node& node(NodeId id) const { return builder.program()[id]; }
  std::vector<NodeId> operands(NodeId id) const {
    const auto span = builder.program().operands_of(node(id));
    return {span.begin(), span.end()};
  }
};

}  // namespace

TEST_CASE("equal nodes are one node", "[ground]") {
  Building of;
  CHECK(of.builder.input(truth_input(0)) == of.a);
  CHECK(of.builder.program().inputs.size() == 5);
  const NodeId both = of.builder.conjunction({of.a, of.b});
  const std::uint32_t size = of.builder.size();
  CHECK(of.builder.conjunction({of.b, of.a}) == both);
  CHECK(of.builder.conjunction({of.b, of.a, of.b}) == both);
  CHECK(of.builder.size() == size);
  CHECK(of.builder.disjunction({of.a, of.b}) != both);
  const NodeId red = of.builder.input_is(closed_input(20), 3);
  CHECK(of.builder.input_is(closed_input(20), 3) == red);
  CHECK(of.builder.input_is(closed_input(20), 4) != red);
  CHECK(of.builder.program().inputs.size() == 6);
}

TEST_CASE("negations", "[ground]") {
  Building of;
  CHECK(of.builder.negation(of.yes) == of.no);
  CHECK(of.builder.negation(of.no) == of.yes);
  CHECK(of.builder.negation(of.builder.negation(of.a)) == of.a);
  CHECK(of.builder.implication(of.a, of.a) == of.yes);
  CHECK(of.builder.implication(of.no, of.a) == of.yes);
  CHECK(of.builder.implication(of.yes, of.a) == of.a);
}

TEST_CASE("conjunctions and disjunctions", "[ground]") {
  Building of;
  const NodeId not_a = of.builder.negation(of.a);

  SECTION("without operands, with one, with constants") {
    CHECK(of.builder.conjunction({}) == of.yes);
    CHECK(of.builder.disjunction({}) == of.no);
    CHECK(of.builder.conjunction({of.a}) == of.a);
    CHECK(of.builder.conjunction({of.a, of.a}) == of.a);
    CHECK(of.builder.conjunction({of.a, of.yes}) == of.a);
    CHECK(of.builder.disjunction({of.a, of.no}) == of.a);
    CHECK(of.builder.conjunction({of.a, of.no, of.b}) == of.no);
    CHECK(of.builder.disjunction({of.a, of.yes, of.b}) == of.yes);
  }
  SECTION("with complements, also within nested ones") {
    CHECK(of.builder.conjunction({of.a, of.b, not_a}) == of.no);
    CHECK(of.builder.disjunction({of.a, of.b, not_a}) == of.yes);
    CHECK(of.builder.conjunction({of.builder.conjunction({of.a, of.b}), not_a}) == of.no);
    CHECK(of.builder.conjunction({of.builder.disjunction({of.a, of.b}), not_a}) != of.no);
  }
  SECTION("nested ones are one") {
    const NodeId nested = of.builder.conjunction({of.c, of.builder.conjunction({of.b, of.a})});
    CHECK(nested == of.builder.conjunction({of.a, of.b, of.c}));
    CHECK(of.operands(nested) == std::vector{of.a, of.b, of.c});
    const NodeId mixed = of.builder.disjunction({of.c, of.builder.conjunction({of.b, of.a})});
    CHECK(of.operands(mixed).size() == 2);
  }
}

TEST_CASE("comparisons", "[ground]") {
  Building of;
  const NodeId three = of.builder.number(3);
  const NodeId four = of.builder.number(4);
  CHECK(of.builder.less_equal(three, four) == of.yes);
  CHECK(of.builder.less_equal(four, three) == of.no);
  CHECK(of.builder.less_equal(of.x, of.x) == of.yes);
  CHECK(of.builder.equal(three, four) == of.no);
  CHECK(of.builder.equal(of.x, of.x) == of.yes);
  CHECK(of.builder.equal(of.x, of.y) == of.builder.equal(of.y, of.x));
  CHECK(of.builder.less_equal(of.x, of.y) != of.builder.less_equal(of.y, of.x));
  CHECK(of.node(of.builder.less_equal(of.x, three)).kind == NodeKind::less_equal);
}

TEST_CASE("counts compared with constants", "[ground]") {
  Building of;
  const NodeId count = of.builder.count({of.a, of.b, of.c});
  auto at_least = [&](std::int64_t number) {
    return of.builder.less_equal(of.builder.number(number), count);
  };
  auto at_most = [&](std::int64_t number) {
    return of.builder.less_equal(count, of.builder.number(number));
  };
  const NodeId some = of.builder.disjunction({of.a, of.b, of.c});
  CHECK(at_least(0) == of.yes);
  CHECK(at_least(1) == some);
  CHECK(of.node(at_least(2)).kind == NodeKind::less_equal);
  CHECK(at_least(4) == of.no);
  CHECK(at_most(3) == of.yes);
  CHECK(at_most(0) == of.builder.negation(some));
  CHECK(at_most(-1) == of.no);
  CHECK(of.builder.count({of.yes, of.no, of.yes}) == of.builder.number(2));
  CHECK(of.builder.count({}) == of.builder.number(0));
  const NodeId with_constant = of.builder.count({of.a, of.yes, of.no});
  CHECK(with_constant == of.builder.sum({of.builder.count({of.a}), of.builder.number(1)}));
  // Repetitions count: two members of a count may be one node.
  CHECK(of.operands(of.builder.count({of.a, of.a})).size() == 2);
}

TEST_CASE("sums and products", "[ground]") {
  Building of;
  const auto number = [&](std::int64_t value) { return of.builder.number(value); };
  CHECK(of.builder.sum({}) == number(0));
  CHECK(of.builder.sum({number(2), number(3)}) == number(5));
  CHECK(of.builder.sum({of.x, number(0)}) == of.x);
  CHECK(of.builder.sum({of.x, number(2), of.builder.sum({of.y, number(-2)})}) ==
        of.builder.sum({of.y, of.x}));
  CHECK(of.operands(of.builder.sum({of.x, of.x})).size() == 2);
  CHECK(of.builder.scaled(0, of.x) == number(0));
  CHECK(of.builder.scaled(1, of.x) == of.x);
  CHECK(of.builder.scaled(-2, number(4)) == number(-8));
  CHECK(of.builder.scaled(-2, of.builder.scaled(3, of.x)) == of.builder.scaled(-6, of.x));

  SECTION("what leaves 64 bits stays as it is") {
    const NodeId sum = of.builder.sum({number(largest), number(1)});
    CHECK(of.node(sum).kind == NodeKind::sum);
    const NodeId product = of.builder.scaled(2, number(largest));
    CHECK(of.node(product).kind == NodeKind::scaled);
    CHECK(of.node(of.builder.scaled(2, of.builder.scaled(largest, of.x))).kind == NodeKind::scaled);
  }
}

TEST_CASE("choices", "[ground]") {
  Building of;
  CHECK(of.builder.choice(of.yes, of.x, of.y) == of.x);
  CHECK(of.builder.choice(of.no, of.x, of.y) == of.y);
  CHECK(of.builder.choice(of.a, of.x, of.x) == of.x);
  CHECK(of.node(of.builder.choice(of.a, of.x, of.y)).kind == NodeKind::choice);
}

TEST_CASE(
    "operands come before the nodes that use them, and fixed points are sorted by their beginning",
    "[ground]") {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Program program = grotius::test::random_program(seed).program;
    for (std::uint32_t id = 0; id < program.nodes.size(); ++id)
      for (NodeId operand : program.operands_of(program.nodes[id])) CHECK(index(operand) < id);
    for (std::size_t i = 0; i < program.fixpoints.size(); ++i) {
      const Fixpoint& fixpoint = program.fixpoints[i];
      CHECK(fixpoint.members.size() == fixpoint.bodies.size());
      for (NodeId member : fixpoint.members)
        CHECK((index(member) >= fixpoint.begin && index(member) < fixpoint.end));
      for (std::size_t j = i + 1; j < program.fixpoints.size(); ++j) {
        const Fixpoint& other = program.fixpoints[j];
        CHECK(fixpoint.begin <= other.begin);
        // They stand apart or one within the other.
        CHECK((other.begin >= fixpoint.end || other.end <= fixpoint.end));
      }
    }
  }
}
