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
  const Values values = grotius::test::interpret(program, inputs);
  return std::ranges::all_of(required, [&](NodeId node) { return values[index(node)] != 0; }) &&
         std::ranges::all_of(goals, [&](const Wanted& goal) {
           return (values[index(goal.node)] != 0) == goal.holds;
         });
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
  const std::vector<Values> completions = grotius::test::completions(knowledge);
  std::vector<NodeId> required;
  for (std::size_t i = generator() % 4; i > 0; --i) required.push_back(any());
  Search search(program, knowledge, required);
  for (int question = 0; question < 8; ++question) {
    std::vector<Wanted> goals;
    for (std::size_t i = 1 + generator() % 3; i > 0; --i)
      goals.push_back({any(), generator() % 2 == 0});
    const Outcome outcome = search.find(goals);
    const bool possible = std::ranges::any_of(completions, [&](const Values& values) {
      return shows(program, knowledge, required, goals, values);
    });
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
    compare(grotius::test::random_conditions(seed), generator, tally);
  }
  CHECK(tally.gave_up == 0);
  CHECK(tally.found > 1000);
  CHECK(tally.none > 1000);
}

TEST_CASE("random programs of all kinds: never a wrong answer", "[search]") {
  std::mt19937 generator(12);
  Tally tally;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    compare(grotius::test::random_program(seed), generator, tally);
  }
  CHECK(tally.found > 300);
  CHECK(tally.none > 300);
}
