// Smallest changes against brute force: every set of changes, with every value, over every completion.

#include "engine/explore/changes.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "engine/explore/alternatives.hpp"
#include "engine/explore/change_oracle.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/search/random_conditions.hpp"
#include "tests/unit/solve/interpreter.hpp"

using namespace grotius::explore;
using namespace grotius::ground;
using grotius::test::Values;

namespace {

using Inputs = std::set<std::size_t>;

struct Case {
  Program program;
  ChangeProblem problem;
  Knowledge ranges;
};

std::vector<std::int64_t> values_of(const Domain& domain) {
  if (!domain.values.empty()) return domain.values;
  std::vector<std::int64_t> values;
  for (std::int64_t value = domain.low.value_or(-7); value <= domain.high.value_or(7); ++value) values.push_back(value);
  return values;
}

/// A random program in which some inputs are known, some may change, and each change has a cost.
Case random_case(std::uint32_t seed) {
  auto random = grotius::test::random_few_conditions(seed);
  std::mt19937 chance(seed);
  Case result;
  result.program = std::move(random.program);
  result.ranges = std::move(random.knowledge);
  for (Domain& domain : result.ranges)
    if (domain.values.empty()) domain = {{}, values_of(domain).front(), values_of(domain).back()};
  std::vector<NodeId> truths;
  for (std::uint32_t i = 0; i < result.program.nodes.size(); ++i)
    if (result.program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
  ChangeProblem& problem = result.problem;
  problem.goal = truths[chance() % truths.size()];
  for (unsigned i = chance() % 3; i > 0; --i) problem.required.push_back({truths[chance() % truths.size()], {}, {}});
  problem.most = 1'000'000;
  std::vector<bool> may_change;
  for (std::uint32_t i = 0; i < result.program.inputs.size(); ++i) {
    const auto values = values_of(result.ranges[i]);
    Domain known = result.ranges[i];
    if (chance() % 4 != 0) known = {{values[chance() % values.size()]}, {}, {}};
    problem.known.push_back(known);
    const bool may = chance() % 8 != 0;
    may_change.push_back(may);
    problem.weight.push_back(may ? std::optional(Weight{static_cast<std::int64_t>(chance() % 3), 1}) : std::nullopt);
    problem.near.push_back(known.values.empty() ? 0 : known.values.front());
    problem.rank.push_back(i);
  }
  std::vector<NodeId> all = {problem.goal};
  for (const auto& required : problem.required) all.push_back(required.node);
  Knowledge ranges = problem.known;
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if (may_change[i]) ranges[i] = result.ranges[i];
  problem.alternatives = alternatives(result.program, problem.known, ranges, may_change, all).of;
  return result;
}

/// All sets of inputs that do it and of which no part does.
class BruteForce {
 public:
  explicit BruteForce(const Case& given) : given_(given), at_(given.problem.known) { choose(0, {}); }

  std::set<Inputs> minimal() const {
    std::set<Inputs> result;
    for (const Inputs& one : doing_)
      if (std::ranges::none_of(doing_, [&](const Inputs& other) {
            return other.size() < one.size() && std::ranges::includes(one, other);
          }))
        result.insert(one);
    return result;
  }

 private:
  void choose(std::size_t input, const Inputs& changed) {
    if (input == at_.size()) {
      if (!doing_.contains(changed) && does_it()) doing_.insert(changed);
      return;
    }
    choose(input + 1, changed);
    if (!given_.problem.weight[input]) return;
    Inputs more = changed;
    more.insert(input);
    const Domain known = at_[input];
    for (std::int64_t value : values_of(given_.ranges[input])) {
      if (known.values == std::vector<std::int64_t>{value}) continue;
      at_[input] = {{value}, {}, {}};
      choose(input + 1, more);
    }
    at_[input] = known;
  }

  bool does_it() const {
    bool some = false;
    for (const Values& inputs : grotius::test::completions(at_)) {
      const Values nodes = grotius::test::interpret(given_.program, inputs);
      const bool required = std::ranges::all_of(
          given_.problem.required, [&](const auto& one) { return nodes[index(one.node)] != 0; });
      if (!required) continue;
      if (nodes[index(given_.problem.goal)] == 0) return false;
      some = true;
    }
    return some;
  }

  const Case& given_;
  Knowledge at_;
  std::set<Inputs> doing_;
};

}  // namespace

TEST_CASE("smallest changes are those of brute force", "[explore][changes]") {
  std::size_t found = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    INFO("seed " << seed);
    Case given = random_case(seed);
    std::size_t ways = 1;
    for (std::size_t i = 0; i < given.ranges.size(); ++i) ways *= 1 + values_of(given.ranges[i]).size();
    if (ways > 60'000) continue;
    given.problem.program = &given.program;
    const std::set<Inputs> expected = BruteForce(given).minimal();
    const ChangeLimits limits{1'000'000, 0, seed % 2 == 0 ? Prover::both : Prover::automatic};
    ChangeOracle oracle(given.problem, limits);
    const ChangeSets sets = find_changes(given.problem, limits, oracle);
    CHECK_FALSE(sets.more);
    std::set<Inputs> all;
    Weight last;
    for (const ChangeSet& set : sets.sets) {
      Inputs inputs;
      Weight weight;
      for (const Change& change : set.changes) {
        inputs.insert(index(change.input));
        weight = weight + *given.problem.weight[index(change.input)];
      }
      CHECK(weight == set.weight);
      CHECK(last <= weight);
      last = weight;
      CHECK(all.insert(inputs).second);
      CHECK(oracle.look(changed(given.problem, set.changes)) == ChangeOracle::Outcome::certain);
    }
    CHECK(all == expected);
    found += all.size();
  }
  CHECK(found > 50);
}

TEST_CASE("what is cut short says so", "[explore][changes]") {
  Case given = random_case(3);
  given.problem.program = &given.program;
  const ChangeLimits limits{0, 0, Prover::automatic};
  ChangeOracle oracle(given.problem, limits);
  const ChangeSets sets = find_changes(given.problem, limits, oracle);
  CHECK(sets.more);
  CHECK(sets.reason == "the search reached its limit of 0 sets of changes");
}
