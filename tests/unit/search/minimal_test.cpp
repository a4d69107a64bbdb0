// Minimal witnesses against brute force: every situation that can be stated, in the order of
// semantics.md.

#include "engine/search/minimal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/search/random_conditions.hpp"
#include "tests/unit/solve/interpreter.hpp"

using namespace grotius::ground;
using grotius::search::Minimal;
using grotius::search::Outcome;
using grotius::search::Presumption;
using grotius::search::Search;
using grotius::search::Witness;
using grotius::test::Values;
using Given = Witness::Given;
using Role = Presumption::Role;

namespace {

using Sort = grotius::model::Sort;

/// What the order compares, as semantics.md has it.
struct Rank {
  std::size_t unnamed = 0, lines = 0;
  std::vector<std::pair<std::int64_t, int>> integers;  // absolute value, 1 if negative
  std::vector<std::int64_t> dates;
  std::vector<std::uint32_t> names;
  std::vector<std::int64_t> values;
  std::size_t goal = 0;
  auto operator<=>(const Rank&) const = default;
};

struct Question {
  Program program;
  Knowledge knowledge;
  std::vector<Presumption> presumptions;
  std::vector<NodeId> required, goals;
};

class BruteForce {
 public:
  explicit BruteForce(const Question& question)
      : question_(question), values_(question.knowledge.size(), 0) {
    for (const Domain& domain : question.knowledge) {
      domains_.push_back(domain.values);
      if (domain.values.empty())
        for (std::int64_t v = *domain.low; v <= *domain.high; ++v) domains_.back().push_back(v);
    }
    for (const Values& inputs : grotius::test::completions(question.knowledge)) {
      const Values nodes = grotius::test::interpret(question.program, inputs);
      std::vector<bool> truths;
      bool satisfied = true;
      for (NodeId node : question.required) satisfied = satisfied && nodes[index(node)] != 0;
      truths.push_back(satisfied);
      for (NodeId goal : question.goals) truths.push_back(nodes[index(goal)] != 0);
      shown_[inputs] = truths;
    }
    stated_.assign(domains_.size(), false);
    for (std::uint32_t i = 0; i < domains_.size(); ++i) by_rank_.push_back(i);
    std::ranges::sort(by_rank_, {}, [&](std::uint32_t i) { return question.presumptions[i].rank; });
  }

  std::optional<Rank> run() {
    state(0);
    return best_;
  }

 private:
  void state(std::size_t i) {
    if (i == domains_.size()) return judge();
    const Presumption& presumption = question_.presumptions[i];
    const std::int64_t exists = presumption.role == Role::exists ? 0 : -1000;
    if (domains_[i].size() == 1 || presumption.role != Role::free) {
      stated_[i] = false;
      state(i + 1);
      if (domains_[i].size() == 1) return;
    }
    for (std::int64_t value : domains_[i]) {
      if (value == exists || presumption.presumed == value) continue;
      stated_[i] = true;
      values_[i] = value;
      state(i + 1);
    }
    stated_[i] = false;
  }

  Rank rank(std::size_t goal) const {
    Rank result;
    result.goal = goal;
    for (std::uint32_t i : by_rank_) {
      const Role role = question_.presumptions[i].role;
      if (!stated_[i] || (role == Role::free && !rests_on(goal, i))) continue;
      result.unnamed += role == Role::exists;
      result.lines += role == Role::line;
      const Sort::Kind sort = question_.program.inputs[i].value.sort.kind;
      if (sort == Sort::Kind::integer)
        result.integers.emplace_back(std::abs(values_[i]), values_[i] < 0);
      if (sort == Sort::Kind::date) result.dates.push_back(values_[i]);
      result.names.push_back(question_.presumptions[i].rank);
      result.values.push_back(sort == Sort::Kind::integer ? 0 : values_[i]);
    }
    return result;
  }

  /// Whether the goal or something required rests on the input.
  bool rests_on(std::size_t goal, std::uint32_t input) const {
    std::vector<NodeId> pending = question_.required;
    pending.push_back(question_.goals[goal]);
    while (!pending.empty()) {
      const Node& node = question_.program[pending.back()];
      pending.pop_back();
      const bool leaf = node.kind == NodeKind::input || node.kind == NodeKind::input_is ||
                        node.kind == NodeKind::input_number;
      if (leaf && node.ref == input) return true;
      for (NodeId operand : question_.program.operands_of(node)) pending.push_back(operand);
    }
    return false;
  }

  void judge() {
    if (best_) {
      const Rank now = rank(0);
      if (std::pair(now.unnamed, now.lines) > std::pair(best_->unnamed, best_->lines)) return;
    }
    std::vector<bool> always(question_.goals.size() + 1, true);
    always[0] = false;
    Values inputs(domains_.size());
    complete(0, inputs, always);
    if (!always[0]) return;
    for (std::size_t goal = 0; goal < question_.goals.size(); ++goal) {
      if (!always[goal + 1]) continue;
      Rank now = rank(goal);
      if (!best_ || now < *best_) best_ = std::move(now);
    }
  }

  void complete(std::size_t i, Values& inputs, std::vector<bool>& always) {
    if (i == domains_.size()) {
      const std::vector<bool>& truths = shown_.at(inputs);
      if (!truths[0]) return;
      always[0] = true;
      for (std::size_t goal = 1; goal < truths.size(); ++goal)
        if (!truths[goal]) always[goal] = false;
      return;
    }
    const Presumption& presumption = question_.presumptions[i];
    std::optional<std::int64_t> value;
    if (stated_[i])
      value = values_[i];
    else if (domains_[i].size() == 1)
      value = domains_[i][0];
    else
      value = presumption.role == Role::exists ? 0 : presumption.presumed;
    for (std::int64_t possible : domains_[i]) {
      if (value && *value != possible) continue;
      inputs[i] = possible;
      complete(i + 1, inputs, always);
    }
  }

  const Question& question_;
  std::vector<Values> domains_;
  std::map<Values, std::vector<bool>> shown_;  // of every complete assignment: required, goals
  std::vector<bool> stated_;
  Values values_;
  std::vector<std::uint32_t> by_rank_;
  std::optional<Rank> best_;
};

Rank rank_of(const Question& question, const Witness& witness) {
  Rank rank;
  rank.unnamed = witness.unnamed;
  rank.lines = witness.lines;
  rank.goal = witness.goal;
  for (const Given& given : witness.given) {
    const auto i = index(given.input);
    const Sort::Kind sort = question.program.inputs[i].value.sort.kind;
    if (sort == Sort::Kind::integer)
      rank.integers.emplace_back(std::abs(given.value), given.value < 0);
    if (sort == Sort::Kind::date) rank.dates.push_back(given.value);
    rank.names.push_back(question.presumptions[i].rank);
    rank.values.push_back(sort == Sort::Kind::integer ? 0 : given.value);
  }
  return rank;
}

/// Truths 0 and 1 stand for the existence of individuals; the date may be today.
Question random_question(std::uint32_t seed) {
  auto [program, knowledge] = grotius::test::random_few_conditions(seed);
  Question question{std::move(program), std::move(knowledge), {}, {}, {}};
  std::mt19937 generator(seed + 1000);
  std::vector<NodeId> truths;
  for (std::uint32_t i = 0; i < question.program.nodes.size(); ++i)
    if (question.program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
  auto any = [&] {  // mostly late ones, which rest on more
    const std::size_t a = generator() % truths.size(), b = generator() % truths.size();
    return truths[std::max(a, b)];
  };
  for (std::size_t i = generator() % 4; i > 0; --i) question.required.push_back(any());
  for (std::size_t i = 1 + generator() % 2; i > 0; --i) question.goals.push_back(any());
  std::vector<std::uint32_t> ranks;
  for (std::uint32_t i = 0; i < question.knowledge.size(); ++i) ranks.push_back(10 * i);
  std::ranges::shuffle(ranks, generator);
  for (std::uint32_t i = 0; i < question.knowledge.size(); ++i) {
    const Input& input = question.program.inputs[i];
    Presumption presumption{Role::line, std::nullopt, ranks[i]};
    Domain domain = question.knowledge[i];
    if (domain.values.empty()) domain.values = {*domain.low, *domain.low + 1, *domain.high};
    if (input.value.sort.kind == Sort::Kind::boolean && input.ref < 2 && domain.values.size() == 2)
      presumption.role = Role::exists;
    else if (input.value.sort.kind == Sort::Kind::date && generator() % 2)
      presumption.role = Role::free;
    else if (generator() % 3)
      presumption.presumed = domain.values[generator() % domain.values.size()];
    question.presumptions.push_back(presumption);
  }
  return question;
}

}  // namespace

TEST_CASE("random questions: the very witness that brute force finds first", "[search][minimal]") {
  int found = 0, none = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    const Question question = random_question(seed);
    Search search(question.program, question.knowledge, question.required);
    Minimal minimal(search, question.presumptions);
    const Outcome outcome = minimal.find(question.goals);
    REQUIRE(outcome != Outcome::gave_up);
    const std::optional<Rank> best = BruteForce(question).run();
    REQUIRE((outcome == Outcome::found) == best.has_value());
    if (!best) {
      ++none;
      continue;
    }
    ++found;
    CHECK(minimal.witness().minimal);
    const Rank rank = rank_of(question, minimal.witness());
    CHECK(rank.unnamed == best->unnamed);
    CHECK(rank.lines == best->lines);
    CHECK(rank.integers == best->integers);
    CHECK(rank.dates == best->dates);
    CHECK(rank.names == best->names);
    CHECK(rank.values == best->values);
    CHECK(rank.goal == best->goal);
    // The completion shows it.
    const Values& completion = minimal.witness().completion;
    const Values nodes = grotius::test::interpret(question.program, completion);
    CHECK(nodes[index(question.goals[minimal.witness().goal])] != 0);
    for (NodeId node : question.required) CHECK(nodes[index(node)] != 0);
    for (const Given& given : minimal.witness().given)
      CHECK(completion[index(given.input)] == given.value);
  }
  CHECK(found > 150);
  CHECK(none > 50);
}

TEST_CASE("programs of all kinds: a witness holds, and `none` is right", "[search][minimal]") {
  int found = 0, none = 0;
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    INFO("seed " << seed);
    const auto [program, knowledge] = grotius::test::random_program(seed);
    std::mt19937 generator(seed);
    std::vector<NodeId> truths;
    for (std::uint32_t i = 0; i < program.nodes.size(); ++i)
      if (program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
    const std::vector<Values> completions = grotius::test::completions(knowledge);
    std::vector<Values> nodes;
    for (const Values& inputs : completions)
      nodes.push_back(grotius::test::interpret(program, inputs));
    std::vector<NodeId> required;
    if (generator() % 2) required.push_back(truths[generator() % truths.size()]);
    std::vector<Presumption> presumptions;
    for (std::uint32_t i = 0; i < knowledge.size(); ++i) {
      presumptions.push_back({Role::line, std::nullopt, i});
      const Values& values = completions[generator() % completions.size()];
      if (generator() % 2) presumptions.back().presumed = values[i];
    }
    Search search(program, knowledge, required);
    Minimal minimal(search, presumptions);
    for (int question = 0; question < 4; ++question) {
      const NodeId goal = truths[generator() % truths.size()];
      const Outcome outcome = minimal.find(std::span(&goal, 1));
      std::vector<std::optional<std::int64_t>> values(knowledge.size());
      if (outcome == Outcome::found) {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = presumptions[i].presumed;
        for (const Given& given : minimal.witness().given) values[index(given.input)] = given.value;
        const Values shown = grotius::test::interpret(program, minimal.witness().completion);
        CHECK(shown[index(goal)] != 0);
        for (NodeId node : required) CHECK(shown[index(node)] != 0);
        ++found;
      }
      none += outcome == Outcome::none;
      for (std::size_t i = 0; i < completions.size(); ++i) {
        bool admitted = true;
        for (std::size_t j = 0; j < values.size() && admitted; ++j)
          admitted = knowledge[j].known() || !values[j] || *values[j] == completions[i][j];
        for (NodeId node : required) admitted = admitted && nodes[i][index(node)] != 0;
        if (!admitted) continue;
        if (outcome == Outcome::found) REQUIRE(nodes[i][index(goal)] != 0);
        if (outcome == Outcome::none) REQUIRE(nodes[i][index(goal)] == 0);
      }
    }
  }
  CHECK(found > 100);
  CHECK(none > 50);
}

TEST_CASE("a witness states what is needed and no more", "[search][minimal]") {
  Builder builder;
  const auto truth = [&](std::uint32_t i) { return builder.input(grotius::test::truth_input(i)); };
  const NodeId exists = truth(0), lives = truth(1), able = truth(2), consents = truth(3);
  const NodeId deaths = builder.input(grotius::test::number_input(4));
  const NodeId many = builder.less_equal(builder.number(1000), deaths);
  const NodeId goal = builder.conjunction({exists, lives, builder.negation(able), many});
  const NodeId only_if = builder.implication(lives, consents);
  const Program program = builder.take();
  const Domain truths{{0, 1}, {}, {}};
  const Knowledge knowledge{truths, truths, truths, truths, {{}, 0, {}}};
  const std::vector<Presumption> presumptions{{Role::exists, std::nullopt, 0},
                                              {Role::line, 0, 3},
                                              {Role::line, std::nullopt, 2},
                                              {Role::line, std::nullopt, 1},
                                              {Role::line, std::nullopt, 4}};
  Search search(program, knowledge, std::span(&only_if, 1));
  Minimal minimal(search, presumptions);
  REQUIRE(minimal.find(std::span(&goal, 1)) == Outcome::found);
  const Witness& witness = minimal.witness();
  CHECK(witness.minimal);
  CHECK(witness.unnamed == 1);
  CHECK(witness.lines == 3);  // that consent is there may stay unknown: it must be
  const std::vector<Given> expected{
      {InputId{0}, 1}, {InputId{2}, 0}, {InputId{1}, 1}, {InputId{4}, 1000}};
  CHECK(witness.given == expected);
  CHECK(witness.completion == Values{1, 1, 0, 1, 1000});
  REQUIRE(minimal.find(std::span(&consents, 1)) ==
          Outcome::found);  // said, or implied: its name is first
  CHECK(minimal.witness().given == std::vector<Given>{{InputId{3}, 1}});
}
