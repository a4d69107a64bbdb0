// Settling sets, against their definition: no two completions agree on the set and differ in the
// answer.

#include "engine/analyse/settling.hpp"

#include <algorithm>

#include "engine/analyse/enumerate.hpp"
#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/analyse/small_programs.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using analyse::Settling;
using test::SmallProgram;
using test::Values;

namespace {

using Sets = std::vector<std::vector<std::size_t>>;

/// All minimal settling sets by trying every set on every pair of completions; smaller sets first,
/// then by positions.
Sets by_definition(const SmallProgram& small) {
  std::vector<Values> completions;
  std::vector<Values> answers;
  for (const Values& completion : test::completions(small.knowledge)) {
    const Values nodes = test::interpret(small.program, completion);
    if (nodes[index(small.required)] == 0) continue;
    completions.push_back(completion);
    answers.emplace_back();
    for (NodeId node : small.answers) answers.back().push_back(nodes[index(node)]);
  }
  auto settles = [&](std::size_t set) {
    for (std::size_t i = 0; i < completions.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        bool agree = answers[i] != answers[j];
        for (std::size_t k = 0; agree && k < small.open.size(); ++k) {
          const std::size_t input = index(small.open[k]);
          if ((set >> k & 1) != 0 && completions[i][input] != completions[j][input]) agree = false;
        }
        if (agree) return false;
      }
    return true;
  };
  std::vector<std::size_t> minimal;
  for (std::size_t set = 0; set < (std::size_t{1} << small.open.size()); ++set) {
    const bool has_smaller = std::any_of(minimal.begin(), minimal.end(),
                                         [&](std::size_t other) { return (other & set) == other; });
    if (!has_smaller && settles(set)) minimal.push_back(set);
  }
  Sets sets;
  for (std::size_t set : minimal) {
    sets.emplace_back();
    for (std::size_t k = 0; k < small.open.size(); ++k)
      if ((set >> k & 1) != 0) sets.back().push_back(k);
  }
  std::sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return sets;
}

Settling settling(solve::Solver& solver, const SmallProgram& small) {
  for (unsigned copy : {0u, 1u}) solver.require(solve::node_is(small.required, true, copy));
  solver.require_difference(small.answers);
  return analyse::settling_sets(solver, small.open);
}

}  // namespace

TEST_CASE("settling sets are those of the definition, by either solver", "[analyse][settling]") {
  std::size_t with_several = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    INFO(seed);
    const SmallProgram small = test::small_program(seed);
    const Sets expected = by_definition(small);
    with_several += expected.size() > 1;
    const auto native = analyse::enumerating_solver(small.program, small.knowledge, small.open);
    const auto z3 = solve::make_solver(small.program, small.knowledge, {}, 2);
    for (const Settling& found : {settling(*native, small), settling(*z3, small)}) {
      CHECK(found.sets == expected);
      CHECK_FALSE(found.more);
      CHECK(found.reason.empty());
    }
  }
  CHECK(with_several >= 5);
}

TEST_CASE("requirements tie unknowns together: each of two that are equal settles",
          "[analyse][settling]") {
  Builder builder;
  const NodeId a = builder.input(test::truth_input(0));
  const NodeId b = builder.input(test::truth_input(1));
  const NodeId same = builder.conjunction({builder.implication(a, b), builder.implication(b, a)});
  const Program program = builder.take();
  const Knowledge knowledge(2, Domain{{0, 1}, {}, {}});
  const std::vector<InputId> open{InputId{0}, InputId{1}};
  for (const bool native : {true, false}) {
    const auto solver = native ? analyse::enumerating_solver(program, knowledge, open)
                               : solve::make_solver(program, knowledge, {}, 2);
    for (unsigned copy : {0u, 1u}) solver->require(solve::node_is(same, true, copy));
    solver->require_difference(std::span(&a, 1));
    CHECK(analyse::settling_sets(*solver, open).sets == Sets{{0}, {1}});
  }
}

TEST_CASE("at most sixteen settling sets are listed, and it is said that there are more",
          "[analyse][settling]") {
  // Of every pair one truth decides: 2^5 ways to choose.
  Builder builder;
  std::vector<NodeId> pairs;
  std::vector<NodeId> equal;
  std::vector<InputId> open;
  for (std::uint32_t i = 0; i < 5; ++i) {
    const NodeId a = builder.input(test::truth_input(2 * i));
    const NodeId b = builder.input(test::truth_input(2 * i + 1));
    pairs.push_back(a);
    equal.push_back(builder.conjunction({builder.implication(a, b), builder.implication(b, a)}));
    open.push_back(InputId{2 * i});
    open.push_back(InputId{2 * i + 1});
  }
  const NodeId odd = builder.equal(builder.count(pairs), builder.number(3));
  const NodeId requirement = builder.conjunction(equal);
  const Program program = builder.take();
  const Knowledge knowledge(10, Domain{{0, 1}, {}, {}});
  const auto solver = solve::make_solver(program, knowledge, {}, 2);
  for (unsigned copy : {0u, 1u}) solver->require(solve::node_is(requirement, true, copy));
  solver->require_difference(std::span(&odd, 1));
  const Settling found = analyse::settling_sets(*solver, open);
  CHECK(found.sets.size() == Settling::most);
  CHECK(found.more);
  CHECK(found.sets.front() == std::vector<std::size_t>{0, 2, 4, 6, 8});
  CHECK(found.sets[1] == std::vector<std::size_t>{0, 2, 4, 6, 9});
  CHECK(std::is_sorted(found.sets.begin(), found.sets.end()));
}
