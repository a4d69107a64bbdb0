// What is required of a solver, what is assumed, and several solvers side by side.

#include "engine/ground/builder.hpp"
#include "engine/solve/solver.hpp"
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

Outcome check(Solver& solver, std::vector<Claim> claims) { return solver.check(claims); }

}  // namespace

TEST_CASE("what is required and what cannot be", "[solve]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId both = builder.conjunction({a, b});
  const Program program = builder.take();

  SECTION("nothing to search for") {
    const Knowledge knowledge{open_truth, {{1}, {}, {}}};
    const auto solver = make_solver(program, knowledge, {});
    REQUIRE(check(*solver, {node_is(b, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{0, 1});
    REQUIRE(check(*solver, {node_is(a, true), node_is(b, false)}) == Outcome::unsatisfiable);
    CHECK(solver->core() == std::vector<std::size_t>{1});
  }
  SECTION("an empty disjunction") {
    const Knowledge knowledge{open_truth, open_truth};
    const auto solver = make_solver(program, knowledge, {});
    solver->require(std::span<const Claim>{});
    CHECK(solver->check() == Outcome::unsatisfiable);
    CHECK(solver->core().empty());
  }
  SECTION("an input without a value") {
    Builder numbers;
    numbers.input(number_input(0));
    const Program one = numbers.take();
    const Knowledge knowledge{{{}, 3, 2}};
    CHECK(make_solver(one, knowledge, {})->check() == Outcome::unsatisfiable);
  }
  SECTION("requirements stay, assumptions do not") {
    const Knowledge knowledge{open_truth, open_truth};
    const auto solver = make_solver(program, knowledge, {});
    solver->require(node_is(both, false));
    CHECK(check(*solver, {node_is(a, true), node_is(b, true)}) == Outcome::unsatisfiable);
    REQUIRE(check(*solver, {node_is(a, true)}) == Outcome::satisfiable);
    CHECK(solver->model() == Values{1, 0});
    solver->require(node_is(a, true));
    CHECK(check(*solver, {node_is(b, true)}) == Outcome::unsatisfiable);
    CHECK(check(*solver, {node_is(b, true), node_is(b, true)}) == Outcome::unsatisfiable);
    CHECK(solver->core() == std::vector<std::size_t>{0});
    CHECK(solver->check() == Outcome::satisfiable);
  }
}

TEST_CASE("solvers do not disturb each other", "[solve]") {
  Builder first_builder;
  const NodeId a = first_builder.input(truth_input(0));
  const NodeId b = first_builder.input(truth_input(1));
  const NodeId both = first_builder.conjunction({a, b});
  const Program first = first_builder.take();
  Builder second_builder;
  const NodeId x = second_builder.input(number_input(0));
  const NodeId y = second_builder.input(number_input(1));
  const NodeId less = second_builder.less_equal(x, y);
  const Program second = second_builder.take();

  const Knowledge truths{open_truth, open_truth};
  const Knowledge numbers{any_integer, any_integer};
  const auto one = make_solver(first, truths, {});
  const auto other = make_solver(second, numbers, {});
  const auto third = make_solver(first, truths, {});
  one->require(node_is(both, true));
  other->require(node_is(less, false));
  third->require(node_is(both, false));
  REQUIRE(one->check() == Outcome::satisfiable);
  REQUIRE(other->check() == Outcome::satisfiable);
  REQUIRE(third->check() == Outcome::satisfiable);
  CHECK(one->model() == Values{1, 1});
  CHECK(other->model()[0] > other->model()[1]);
  CHECK(check(*third, {node_is(a, true), node_is(b, true)}) == Outcome::unsatisfiable);
  CHECK(check(*one, {node_is(a, true), node_is(b, true)}) == Outcome::satisfiable);
}
