// The native search: random programs against the enumeration of their completions; what it does not
// know it leaves open; questions stay small.

#include "engine/search/search.hpp"

#include <algorithm>

#include "engine/evaluate/evaluator.hpp"
#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/search/random_conditions.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius::ground;
using grotius::search::Outcome;
using grotius::search::Search;
using grotius::search::Wanted;
using grotius::test::closed_input;
using grotius::test::number_input;
using grotius::test::truth_input;
using grotius::test::Values;

namespace {

const Domain kTruth{{0, 1}, {}, {}};
const Domain kInteger{{}, {}, {}};

/// Whether the values of all nodes satisfy the goals and all that is required.
bool satisfied(std::span<const NodeId> required, std::span<const Wanted> goals,
               const Values& nodes) {
  return std::ranges::all_of(required, [&](NodeId node) { return nodes[index(node)] != 0; }) &&
         std::ranges::all_of(goals, [&](const Wanted& goal) {
           return (nodes[index(goal.node)] != 0) == goal.holds;
         });
}

/// Whether the values show the goals and all that is required.
bool shows(const Program& program, const Knowledge& knowledge, std::span<const NodeId> required,
           std::span<const Wanted> goals, const Values& inputs) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Domain& domain = knowledge[i];
    const bool listed = std::ranges::binary_search(domain.values, inputs[i]);
    const bool within =
        (!domain.low || *domain.low <= inputs[i]) && (!domain.high || inputs[i] <= *domain.high);
    if (domain.values.empty() ? !within : !listed) return false;
  }
  return satisfied(required, goals, grotius::test::interpret(program, inputs));
}

struct Tally {
  int found = 0, none = 0, gave_up = 0;
};

/// Compares some questions about a program with its completions.
void compare(const grotius::test::RandomProgram& random, std::mt19937& generator, Tally& tally) {
  const auto& [program, knowledge] = random;
  std::vector<NodeId> truths;
  for (std::uint32_t i = 0; i < program.nodes.size(); ++i)
    if (program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
  auto any = [&] { return truths[generator() % truths.size()]; };
  std::vector<Values> nodes;  // of every completion
  for (const Values& inputs : grotius::test::completions(knowledge))
    nodes.push_back(grotius::test::interpret(program, inputs));
  std::vector<NodeId> required;
  for (std::size_t i = generator() % 4; i > 0; --i) required.push_back(any());
  Search search(program, knowledge, required);
  for (int question = 0; question < 8; ++question) {
    std::vector<Wanted> goals;
    for (std::size_t i = 1 + generator() % 3; i > 0; --i)
      goals.push_back({any(), generator() % 2 == 0});
    const Outcome outcome = search.find(goals);
    const bool possible = std::ranges::any_of(
        nodes, [&](const Values& values) { return satisfied(required, goals, values); });
    if (outcome == Outcome::found) {
      CHECK(shows(program, knowledge, required, goals, search.model()));
      ++tally.found;
    } else if (outcome == Outcome::none) {
      CHECK_FALSE(possible);
      ++tally.none;
    } else {
      CHECK_FALSE(search.reason().empty());
      ++tally.gave_up;
    }
  }
}

}  // namespace

TEST_CASE("random conditions over fields: exactly what enumeration finds", "[search]") {
  std::mt19937 generator(11);
  Tally tally;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    INFO("seed " << seed);
    compare(grotius::test::random_few_conditions(seed), generator, tally);
  }
  CHECK(tally.gave_up == 0);
  CHECK(tally.found > 1000);
  CHECK(tally.none > 1000);
}

TEST_CASE("random programs of all kinds: never a wrong answer", "[search]") {
  std::mt19937 generator(12);
  Tally tally;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    compare(grotius::test::random_program(seed), generator, tally);
  }
  CHECK(tally.found > 200);
  CHECK(tally.none > 200);
}

TEST_CASE("inputs that do not matter have their least value", "[search]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId x = builder.input(number_input(2));
  const NodeId y = builder.input(number_input(3));
  const NodeId large = builder.less_equal(builder.number(1000), x);
  const NodeId below = builder.less_equal(x, builder.number(-5));
  const NodeId some_y = builder.equal(y, builder.number(7));
  const NodeId if_b = builder.implication(b, some_y);
  const NodeId both = builder.conjunction({a, large});
  const Program program = builder.take();
  const Knowledge knowledge{kTruth, kTruth, kInteger, kInteger};
  const NodeId required[] = {if_b};
  Search search(program, knowledge, required);
  const NodeId goals[] = {both, b, below, a};
  REQUIRE(search.find(std::span(goals, 1)) == Outcome::found);
  CHECK(search.model() == Values{1, 0, 1000, 0});
  REQUIRE(search.find(std::span(goals + 1, 1)) == Outcome::found);  // the requirement comes in
  CHECK(search.model() == Values{0, 1, 0, 7});
  REQUIRE(search.find(std::span(goals + 2, 1)) == Outcome::found);
  CHECK(search.model() == Values{0, 0, -5, 0});
  REQUIRE(search.find(std::span(goals + 2, 2)) == Outcome::found);
  CHECK(search.model() == Values{1, 0, -5, 0});
  const NodeId contrary[] = {both, below};
  CHECK(search.find(contrary) == Outcome::none);
}

TEST_CASE("what is required and cannot be had excludes everything", "[search]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId required[] = {builder.disjunction({a, b}), builder.negation(a), builder.negation(b)};
  const NodeId free = builder.input(truth_input(2));
  const Program program = builder.take();
  Search search(program, Knowledge(3, kTruth), required);
  CHECK(search.consistent() == Outcome::none);
  CHECK(search.find(std::span(&free, 1)) == Outcome::none);
}

TEST_CASE("a requirement beyond the search disturbs only what touches it", "[search]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId x = builder.input(number_input(1));
  const NodeId y = builder.input(number_input(2));
  const NodeId ordered = builder.less_equal(x, y);
  const NodeId large = builder.less_equal(builder.number(10), x);
  const NodeId either = builder.disjunction({large, a});
  const Program program = builder.take();
  const Knowledge knowledge{kTruth, kInteger, kInteger};
  Search search(program, knowledge, std::span(&ordered, 1));
  CHECK(search.consistent() == Outcome::found);
  CHECK(search.find(std::span(&a, 1)) == Outcome::found);
  CHECK(search.find(std::span(&either, 1)) == Outcome::found);
  CHECK(search.find(std::span(&large, 1)) == Outcome::gave_up);
  CHECK(search.reason().find("several unknown numbers") != std::string::npos);
  CHECK(search.find(std::span(&ordered, 1)) == Outcome::gave_up);
}

TEST_CASE("a search keeps to its budget", "[search]") {
  // Seven pigeons in six holes.
  Builder builder;
  std::vector<std::vector<NodeId>> in(7);
  for (std::uint32_t i = 0; i < 42; ++i) in[i / 6].push_back(builder.input(truth_input(i)));
  std::vector<NodeId> all;
  for (const auto& pigeon : in) all.push_back(builder.disjunction(pigeon));
  for (std::size_t hole = 0; hole < 6; ++hole)
    for (std::size_t i = 0; i < 7; ++i)
      for (std::size_t j = 0; j < i; ++j)
        all.push_back(builder.negation(builder.conjunction({in[i][hole], in[j][hole]})));
  const NodeId goal = builder.conjunction(all);
  const Program program = builder.take();
  Search search(program, Knowledge(42, kTruth), {});
  CHECK(search.find(std::span(&goal, 1), 20) == Outcome::gave_up);
  CHECK(search.decisions() <= 20);
  CHECK(search.reason().find("20 decisions") != std::string::npos);
  CHECK(search.find(std::span(&goal, 1), 1'000'000) == Outcome::none);
}
