// The solver on programs built by hand.

#include "engine/solve/solver.hpp"

#include <chrono>
#include <limits>

#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using namespace grotius::solve;
using grotius::test::Values;
using test::number_input;
using test::truth_input;

namespace {

const Domain open_truth{{0, 1}, {}, {}};
const Domain any_integer{};
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Outcome check(Solver& solver, std::vector<Claim> claims) { return solver.check(claims); }

}  // namespace

TEST_CASE("a number compared with constants is decided by intervals", "[solve]") {
  Builder builder;
  const InputId deaths{0};
  const NodeId number = builder.input(number_input(0));
  const NodeId grave = builder.less_equal(builder.number(1000), number);
  const NodeId few = builder.less_equal(number, builder.number(10));
  const Program program = builder.take();

  SECTION("without bounds") {
    const Knowledge knowledge{any_integer};
    const auto solver = make_solver(program, knowledge, {});
    REQUIRE(check(*solver, {node_is(grave, true), node_is(few, true)}) == Outcome::unsatisfiable);
    CHECK(solver->core() == std::vector<std::size_t>{0, 1});
    REQUIRE(check(*solver, {node_is(grave, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{1000});
    REQUIRE(check(*solver, {node_is(grave, false), node_is(few, false)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{11});
    REQUIRE(check(*solver, {node_is(few, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{0});
    REQUIRE(check(*solver, {input_is(deaths, 1234), node_is(grave, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{1234});
    REQUIRE(check(*solver, {input_is(deaths, 1234), node_is(grave, false)}) ==
            Outcome::unsatisfiable);
    REQUIRE(check(*solver, {input_at_least(deaths, 999), input_is(deaths, 999, false),
                            node_is(grave, false)}) == Outcome::unsatisfiable);
    REQUIRE(check(*solver, {input_at_least(deaths, -5, false), node_is(few, true)}) ==
            Outcome::satisfiable);
    CHECK(solver->model() == Values{-6});
  }
  SECTION("with bounds that decide") {
    const Knowledge knowledge{{{}, 0, 999}};
    const auto solver = make_solver(program, knowledge, {});
    CHECK(check(*solver, {node_is(grave, true)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {input_at_least(deaths, 1000)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {input_at_least(deaths, -7, false)}) == Outcome::unsatisfiable);
  }
  SECTION("disputed") {
    const Knowledge knowledge{{{7, 2000}, {}, {}}};
    const auto solver = make_solver(program, knowledge, {});
    CHECK(check(*solver, {node_is(grave, false), node_is(few, false)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {input_is(deaths, 8)}) == Outcome::unsatisfiable);
    REQUIRE(check(*solver, {node_is(grave, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{2000});
    REQUIRE(check(*solver, {input_at_least(deaths, 8, false)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{7});
  }
  SECTION("in two copies: values within an interval can be chosen equal, or not") {
    const Knowledge knowledge{any_integer};
    const auto solver = make_solver(program, knowledge, {}, 2);
    const NodeId differing[] = {grave};
    Claim differs = input_same(deaths);
    differs.holds = false;
    REQUIRE(check(*solver, {differs, node_is(grave, true, 0), node_is(grave, true, 1)}) ==
            Outcome::satisfiable);
    CHECK(solver->model(0) != solver->model(1));
    CHECK(solver->model(1)[0] >= 1000);
    REQUIRE(check(*solver, {differs, input_is(deaths, 5, true, 0), input_is(deaths, 5, true, 1)}) ==
            Outcome::unsatisfiable);
    REQUIRE(check(*solver, {input_same(deaths), input_at_least(deaths, 5, true, 0),
                            input_at_least(deaths, 5, false, 1)}) == Outcome::unsatisfiable);
    solver->require_difference(differing);
    CHECK(check(*solver, {input_same(deaths)}) == Outcome::unsatisfiable);
    REQUIRE(solver->check() == Outcome::satisfiable);
    CHECK((solver->model(0)[0] >= 1000) != (solver->model(1)[0] >= 1000));
  }
}

TEST_CASE("integers are mathematical", "[solve]") {
  Builder builder;
  const InputId input{0};
  const NodeId x = builder.input(number_input(0));

  SECTION("thresholds at the ends of 64 bits") {
    const NodeId low = builder.less_equal(x, builder.number(largest));
    const NodeId high = builder.less_equal(builder.number(least), x);
    const Program program = builder.take();
    const Knowledge knowledge{any_integer};
    const auto solver = make_solver(program, knowledge, {});
    REQUIRE(check(*solver, {node_is(low, true), node_is(high, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{0});
    CHECK(check(*solver, {node_is(low, false)}) == Outcome::unknown);
    CHECK(solver->reason() == "an example needs a number of more than 64 bits");
    CHECK(check(*solver, {node_is(high, false)}) == Outcome::unknown);
    CHECK(check(*solver, {node_is(low, false), node_is(high, false)}) == Outcome::unsatisfiable);
    REQUIRE(check(*solver, {input_is(input, largest)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{largest});
  }
  SECTION("a sum does not wrap") {
    const NodeId y = builder.input(number_input(1));
    const NodeId wraps =
        builder.less_equal(builder.sum({x, y, builder.number(largest)}), builder.number(0));
    const NodeId product = builder.less_equal(builder.number(1), builder.scaled(largest, y));
    const Program program = builder.take();
    const Knowledge knowledge{{{}, 1, {}}, {{}, 1, {}}};
    const auto solver = make_solver(program, knowledge, {});
    CHECK(check(*solver, {node_is(wraps, true)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {node_is(product, false)}) == Outcome::unsatisfiable);
    REQUIRE(check(*solver, {node_is(product, true)}) == Outcome::satisfiable);
  }
  SECTION("constants beyond 64 bits together") {
    const NodeId large = builder.sum({builder.number(largest), builder.number(largest), x});
    const NodeId below = builder.less_equal(large, builder.number(largest));
    const Program program = builder.take();
    const Knowledge knowledge{{{}, {}, 0}};
    const auto solver = make_solver(program, knowledge, {});
    REQUIRE(check(*solver, {node_is(below, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{-largest});
    CHECK(check(*solver, {node_is(below, true), input_at_least(input, -largest + 1)}) ==
          Outcome::unsatisfiable);
  }
  SECTION("a number beyond 64 bits makes the check unknown") {
    const NodeId y = builder.input(number_input(1));
    const NodeId beyond = builder.less_equal(builder.sum({x, builder.number(largest)}), y);
    const Program program = builder.take();
    const Knowledge knowledge{{{}, 1, {}}, any_integer};
    const auto solver = make_solver(program, knowledge, {});
    CHECK(check(*solver, {node_is(beyond, true)}) == Outcome::unknown);
    CHECK(solver->reason() == "an example needs a number of more than 64 bits");
    CHECK(check(*solver, {node_is(beyond, false)}) == Outcome::satisfiable);
  }
  SECTION("two unknown numbers") {
    const NodeId y = builder.input(number_input(1));
    const NodeId below = builder.less_equal(builder.sum({x, builder.number(1)}), y);
    const NodeId above = builder.less_equal(builder.sum({y, builder.number(1)}), x);
    const NodeId same = builder.equal(x, y);
    const Program program = builder.take();
    const Knowledge knowledge{any_integer, any_integer};
    const auto solver = make_solver(program, knowledge, {});
    CHECK(check(*solver, {node_is(below, true), node_is(above, true)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {node_is(below, false), node_is(above, false), node_is(same, false)}) ==
          Outcome::unsatisfiable);
    REQUIRE(check(*solver, {node_is(below, true), input_is(input, 41),
                            input_at_least(InputId{1}, 43, false)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{41, 42});
  }
}

TEST_CASE("counts and sums of fixed amounts", "[solve]") {
  Builder builder;
  std::vector<NodeId> votes;
  std::vector<NodeId> shares;
  for (std::uint32_t i = 0; i < 40; ++i) {
    votes.push_back(builder.input(truth_input(i)));
    shares.push_back(builder.choice(
        votes.back(), builder.number(i % 2 ? 3'000'000'000 : 2'000'000'000), builder.number(0)));
  }
  const NodeId quorum = builder.less_equal(builder.number(27), builder.count(votes));
  const NodeId few =
      builder.less_equal(builder.count({votes.begin(), votes.begin() + 20}), builder.number(6));
  const NodeId odd = builder.equal(builder.sum(shares), builder.number(1'000'000'001));
  const NodeId half = builder.equal(builder.sum(shares), builder.number(50'000'000'000));
  const Program program = builder.take();
  const Knowledge knowledge(40, open_truth);
  const auto solver = make_solver(program, knowledge, {});
  CHECK(check(*solver, {node_is(quorum, true), node_is(few, true)}) == Outcome::unsatisfiable);
  CHECK(check(*solver, {node_is(odd, true)}) == Outcome::unsatisfiable);
  REQUIRE(check(*solver, {node_is(quorum, false), node_is(half, true)}) == Outcome::satisfiable);
  CHECK(test::interpret(program, solver->model())[index(half)] == 1);
}

TEST_CASE("deep programs are encoded without deep recursion", "[solve]") {
  constexpr int depth = 60'000;
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  NodeId chain = builder.input(truth_input(2));
  NodeId number = builder.input(number_input(3));
  for (int i = 0; i < depth; ++i) {
    chain = i % 2 == 0 ? builder.conjunction({a, builder.negation(chain)})
                       : builder.disjunction({builder.negation(b), chain});
    if (i < 2'000) number = builder.choice(i % 3 == 0 ? a : b, number, builder.number(i));
  }
  const NodeId large = builder.less_equal(builder.number(7), number);
  const Program program = builder.take();
  const Knowledge knowledge{open_truth, open_truth, open_truth, {{}, 0, 5}};
  const auto solver = make_solver(program, knowledge, {});
  for (bool holds : {true, false}) {
    REQUIRE(check(*solver, {node_is(chain, holds)}) == Outcome::satisfiable);
    CHECK(test::interpret(program, solver->model())[index(chain)] == holds);
    REQUIRE(check(*solver, {node_is(large, holds)}) == Outcome::satisfiable);
    CHECK(test::interpret(program, solver->model())[index(large)] == holds);
  }
}

TEST_CASE("the time limit is for all checks together and is named", "[solve]") {
  // Eleven pigeons in ten holes.
  constexpr std::uint32_t holes = 10;
  Builder builder;
  std::vector<NodeId> conditions;
  auto sits = [&](std::uint32_t pigeon, std::uint32_t hole) {
    return builder.input(truth_input(pigeon * holes + hole));
  };
  for (std::uint32_t pigeon = 0; pigeon <= holes; ++pigeon) {
    std::vector<NodeId> somewhere;
    for (std::uint32_t hole = 0; hole < holes; ++hole) somewhere.push_back(sits(pigeon, hole));
    conditions.push_back(builder.disjunction(somewhere));
    for (std::uint32_t other = 0; other < pigeon; ++other)
      for (std::uint32_t hole = 0; hole < holes; ++hole)
        conditions.push_back(
            builder.negation(builder.conjunction({sits(pigeon, hole), sits(other, hole)})));
  }
  const NodeId all = builder.conjunction(conditions);
  const Program program = builder.take();
  const Knowledge knowledge(program.inputs.size(), open_truth);
  const auto solver = make_solver(program, knowledge, {0.1});
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(check(*solver, {node_is(all, true)}) == Outcome::unknown);
  CHECK(solver->reason() == "the time limit of 0.1 seconds was reached");
  CHECK(check(*solver, {node_is(all, false)}) == Outcome::unknown);
  CHECK(solver->reason() == "the time limit of 0.1 seconds was reached");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
