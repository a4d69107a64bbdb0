// Programs as SMT-LIB text.

#include <algorithm>

#include "engine/ground/builder.hpp"
#include "engine/solve/solver.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;

TEST_CASE("a program as SMT-LIB", "[solve]") {
  Builder builder;
  const NodeId consents = builder.input(test::truth_input(0));
  const NodeId deaths = builder.input(test::number_input(1));
  const NodeId x = builder.input(test::number_input(2));
  const NodeId y = builder.input(test::number_input(3));
  const NodeId grave = builder.less_equal(builder.number(1000), deaths);
  const NodeId either = builder.disjunction({consents, grave});
  const NodeId more = builder.less_equal(builder.sum({x, builder.number(-1)}), y);
  const NodeId votes =
      builder.less_equal(builder.number(2), builder.count({consents, grave, more}));
  const Program program = builder.take();
  const Knowledge knowledge{{{0, 1}, {}, {}}, {{}, 0, {}}, {{}, 0, 5}, {}};
  const NodeId asserted[] = {either, votes};
  CHECK(solve::to_smt2(program, knowledge, asserted) == R"((set-logic QF_LIA)
; i0: fact 0()
(declare-const i0 Bool)
; i1: fact 1()
(declare-const |i1>=1000| Bool)
; i2: fact 2()
(declare-const i2 Int)
; i3: fact 3()
(declare-const i3 Int)
(assert (<= 0 i2))
(assert (<= i2 5))
(assert (or i0 |i1>=1000|))
(assert (>= (+ (ite i0 1 0) (ite |i1>=1000| 1 0) (ite (<= (+ i2 (- 1)) i3) 1 0)) 2))
(check-sat)
)");
}

TEST_CASE("SMT-LIB text has balanced parentheses and declares what it uses", "[solve]") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const auto random = test::random_program(seed);
    std::vector<NodeId> truths;
    for (std::size_t i = 0; i < random.program.nodes.size(); ++i)
      if (random.program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
    const std::string text = solve::to_smt2(random.program, random.knowledge, truths);
    // Steps are quoted and hold no parentheses; comments hold balanced ones.
    REQUIRE(std::ranges::count(text, '(') == std::ranges::count(text, ')'));
    REQUIRE(text == solve::to_smt2(random.program, random.knowledge, truths));
  }
}
