// Completions: what is possible, and the first one in the order of semantics.md, Norm sets.

#include "engine/analyse/completions.hpp"

#include <algorithm>

#include "engine/analyse/enumerate.hpp"
#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/analyse/small_programs.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using analyse::Completion;
using test::number_input;
using test::SmallProgram;
using test::truth_input;
using test::Values;

namespace {

std::vector<NodeId> truths_of(const Program& program) {
  std::vector<NodeId> truths;
  for (std::uint32_t id = 0; id < program.nodes.size(); ++id)
    if (program.is_truth(static_cast<NodeId>(id))) truths.push_back(static_cast<NodeId>(id));
  return truths;
}

/// The first completion with a truth, for a program with numbers as inputs, by Z3.
Completion first_of(const Program& program, const Knowledge& knowledge, NodeId node) {
  const auto solver = solve::make_solver(program, knowledge, {});
  std::vector<InputId> open;
  for (std::uint32_t i = 0; i < program.inputs.size(); ++i) open.push_back(static_cast<InputId>(i));
  const auto completions =
      analyse::solved_completions(program, knowledge, *solver, std::span(&node, 1), {}, open);
  const auto first = completions->first(node);
  REQUIRE(first);
  return *first;
}

}  // namespace

TEST_CASE("what is possible, and which completion comes first, by either solver",
          "[analyse][completions]") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const SmallProgram small = test::small_program(seed);
    const std::vector<NodeId> truths = truths_of(small.program);
    std::vector<Values> all = test::completions(small.knowledge);
    std::sort(all.begin(), all.end());  // the inputs are named in the order of their ids
    const auto native = analyse::enumerating_solver(small.program, small.knowledge, small.open);
    const auto z3 = solve::make_solver(small.program, small.knowledge, {});
    for (solve::Solver* solver : {native.get(), z3.get()}) {
      const auto completions = analyse::solved_completions(small.program, small.knowledge, *solver,
                                                           truths, {}, small.open);
      for (NodeId node : truths) {
        const auto expected = std::find_if(all.begin(), all.end(), [&](const Values& values) {
          return test::interpret(small.program, values)[index(node)] == 1;
        });
        INFO("seed " << seed << ", node " << index(node));
        CHECK(completions->possible(node) == (expected != all.end()));
        const auto first = completions->first(node);
        REQUIRE(first.has_value() == (expected != all.end()));
        if (first) CHECK(*first == *expected);
      }
    }
  }
}

TEST_CASE("the only completion of what is known", "[analyse][completions]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId large = builder.less_equal(builder.number(10), builder.input(number_input(1)));
  const NodeId both = builder.conjunction({a, large});
  const Program program = builder.take();
  const Knowledge knowledge{{{1}, {}, {}}, {{12}, {}, {}}};
  const NodeId roots[] = {both};
  const auto completions = analyse::single_completion(program, knowledge, roots);
  CHECK(completions->possible(both));
  CHECK_FALSE(completions->possible(both, false));
  CHECK(completions->first(both) == Completion{1, 12});
}

TEST_CASE("a number beyond 64 bits gives no completion but gives up", "[analyse][completions]") {
  Builder builder;
  const NodeId doubled = builder.scaled(2, builder.input(number_input(0)));
  const NodeId root = builder.less_equal(doubled, builder.number(0));
  const Program program = builder.take();
  const Knowledge knowledge{{{std::numeric_limits<std::int64_t>::max()}, {}, {}}};
  CHECK_THROWS_AS(analyse::single_completion(program, knowledge, std::span(&root, 1)),
                  analyse::GaveUp);
}

TEST_CASE("numbers come first by absolute value, positive ones before negative ones",
          "[analyse][completions]") {
  Builder builder;
  const NodeId x = builder.input(number_input(0));
  auto at_least = [&](std::int64_t number) {
    return builder.less_equal(builder.number(number), x);
  };
  auto at_most = [&](std::int64_t number) { return builder.less_equal(x, builder.number(number)); };
  const NodeId anything = builder.disjunction({at_least(100), at_most(99)});
  const NodeId grave = at_least(1000);
  const NodeId debt = at_most(-50);
  const NodeId far = builder.disjunction({at_least(30), at_most(-20)});
  const NodeId near = builder.disjunction({at_least(20), at_most(-20)});
  const NodeId between = builder.conjunction({at_least(-5), at_most(-2)});
  const Program program = builder.take();
  const Knowledge any{Domain{}};
  CHECK(first_of(program, any, grave) == Completion{1000});
  CHECK(first_of(program, any, debt) == Completion{-50});
  CHECK(first_of(program, any, far) == Completion{-20});
  CHECK(first_of(program, any, near) == Completion{20});
  CHECK(first_of(program, any, between) == Completion{-2});
  CHECK(first_of(program, any, anything) == Completion{0});
  CHECK(first_of(program, Knowledge{{{}, 1500, {}}}, grave) == Completion{1500});
  CHECK(first_of(program, Knowledge{{{}, {}, -80}}, debt) == Completion{-80});
}

TEST_CASE("disputed numbers too come first by absolute value", "[analyse][completions]") {
  Builder builder;
  const NodeId x = builder.input(number_input(0));
  const NodeId small = builder.less_equal(x, builder.number(40));
  const Program program = builder.take();
  CHECK(first_of(program, Knowledge{{{-30, -2, 7, 90}, {}, {}}}, small) == Completion{-2});
  CHECK(first_of(program, Knowledge{{{-7, 7, 90}, {}, {}}}, small) == Completion{7});
}

TEST_CASE("dates come first when they are earliest", "[analyse][completions]") {
  Builder builder;
  Input input = number_input(0);
  input.value.sort.kind = model::Sort::Kind::date;
  const NodeId date = builder.input(input);
  const NodeId late = builder.less_equal(builder.number(-400), date);
  const Program program = builder.take();
  CHECK(first_of(program, Knowledge{{{}, -100'000, 100'000}}, late) == Completion{-400});
}

TEST_CASE("the enumerating solver agrees with Z3 where it does not give up",
          "[analyse][completions]") {
  std::size_t compared = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto random = test::random_program(seed);
    std::vector<InputId> open;
    for (std::uint32_t i = 0; i < random.program.inputs.size(); ++i)
      open.push_back(static_cast<InputId>(i));
    const auto native = analyse::enumerating_solver(random.program, random.knowledge, open);
    const auto z3 = solve::make_solver(random.program, random.knowledge, {});
    for (NodeId node : truths_of(random.program)) {
      for (const bool holds : {true, false}) {
        const solve::Claim claim = solve::node_is(node, holds);
        const auto by_native = native->check(std::span(&claim, 1));
        if (by_native == solve::Outcome::unknown) continue;
        INFO("seed " << seed << ", node " << index(node) << " is " << holds);
        CHECK(by_native == z3->check(std::span(&claim, 1)));
        ++compared;
      }
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("too many completions are not enumerated, and the limit is named",
          "[analyse][completions]") {
  Builder builder;
  std::vector<NodeId> truths;
  for (std::uint32_t i = 0; i < 17; ++i) truths.push_back(builder.input(truth_input(i)));
  const NodeId all = builder.conjunction(truths);
  const Program program = builder.take();
  const Knowledge knowledge(17, Domain{{0, 1}, {}, {}});
  std::vector<InputId> open;
  for (std::uint32_t i = 0; i < 17; ++i) open.push_back(InputId{i});
  const auto solver = analyse::enumerating_solver(program, knowledge, open);
  const solve::Claim claim = solve::node_is(all, true);
  CHECK(solver->check(std::span(&claim, 1)) == solve::Outcome::unknown);
  CHECK(solver->reason().find("65536") != std::string::npos);
}
