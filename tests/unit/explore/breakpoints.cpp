#include "engine/explore/breakpoints.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "engine/evaluate/evaluator.hpp"
#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using grotius::explore::Breakpoints;
using grotius::explore::breakpoints;
using grotius::test::number_input;
using grotius::test::truth_input;

namespace {

constexpr std::int64_t kLow = -12, kHigh = 12;

struct Small {
  Builder builder;
  Program program;
  Knowledge knowledge;
  std::vector<NodeId> truths;

  NodeId varied() { return builder.input(number_input(0)); }
  NodeId unknown(std::uint32_t number) { return builder.input(number_input(number)); }
  NodeId plus(NodeId number, std::int64_t constant) { return builder.sum({number, builder.number(constant)}); }

  // The varied number, input 0, has every value; other numbers are from -2 to 3.
  void finish(std::optional<std::int64_t> low = kLow, std::optional<std::int64_t> high = kHigh) {
    program = builder.take();
    for (const Input& input : program.inputs) {
      const bool number = input.value.sort.kind == model::Sort::Kind::integer;
      knowledge.push_back(!number ? Domain{{0, 1}, {}, {}} : input.ref == 0 ? Domain{{}, low, high} : Domain{{}, -2, 3});
    }
  }
  InputId input_of(std::uint32_t number) const {
    for (std::uint32_t i = 0; i < program.inputs.size(); ++i)
      if (program.inputs[i].ref == number && program.inputs[i].value.sort.kind == model::Sort::Kind::integer)
        return static_cast<InputId>(i);
    FAIL("there is no such input");
    return {};
  }
  Breakpoints cut() const { return breakpoints(program, knowledge, certain(program, knowledge), input_of(0), truths); }

  // What is possible together, by value of the varied number.
  std::map<std::int64_t, std::set<std::vector<bool>>> possible() const {
    std::map<std::int64_t, std::set<std::vector<bool>>> result;
    evaluate::Evaluator evaluator(program, truths);
    std::vector<std::int64_t> values(program.inputs.size());
    const auto fill = [&](auto& self, std::size_t i) -> void {
      if (i == values.size()) {
        REQUIRE(evaluator.evaluate(values));
        std::vector<bool> found;
        for (NodeId truth : truths) found.push_back(evaluator.truth(truth));
        result[values[index(input_of(0))]].insert(std::move(found));
        return;
      }
      const Domain& domain = knowledge[i];
      if (!domain.values.empty()) {
        for (std::int64_t value : domain.values) values[i] = value, self(self, i + 1);
      } else {
        for (std::int64_t value = *domain.low; value <= *domain.high; ++value) values[i] = value, self(self, i + 1);
      }
    };
    fill(fill, 0);
    return result;
  }
};

// Sums, multiples, counts and choices of two unknown numbers and two truths, compared with each other and the varied number.
Small random_small(std::uint32_t seed, bool multiples) {
  std::mt19937 random(seed);
  Small small;
  Builder& builder = small.builder;
  std::vector<NodeId> facts = {builder.input(truth_input(8)), builder.input(truth_input(9))};
  std::vector<NodeId> numbers = {small.varied(), small.unknown(1), small.unknown(2)};
  const auto constant = [&] { return builder.number(static_cast<std::int64_t>(random() % 13) - 6); };
  const auto any = [&] { return numbers[random() % numbers.size()]; };
  for (int i = 0; i < 3; ++i) {
    switch (random() % 4) {
      case 0: numbers.push_back(builder.sum({any(), constant()})); break;
      case 1: numbers.push_back(builder.sum({numbers[random() % 3], any()})); break;
      case 2: numbers.push_back(builder.choice(facts[random() % 2], any(), constant())); break;
      default:
        numbers.push_back(multiples ? builder.scaled(static_cast<std::int64_t>(random() % 5) - 2, any())
                                    : builder.sum({builder.count(facts), any()}));
    }
  }
  std::vector<NodeId> truths = facts;
  for (int i = 0; i < 3; ++i)
    truths.push_back(random() % 3 == 0 ? builder.equal(any(), random() % 2 ? any() : constant())
                                       : builder.less_equal(any(), random() % 2 ? any() : constant()));
  const auto truth = [&] { return random() % 3 == 0 ? builder.negation(truths[random() % truths.size()]) : truths[random() % truths.size()]; };
  small.truths = {builder.conjunction({truth(), truth()}), builder.disjunction({truth(), truth(), truth()})};
  small.finish();
  return small;
}

}  // namespace

TEST_CASE("a number that is compared with constants changes there only", "[explore][breakpoints]") {
  Small small;
  const NodeId p = small.varied();
  small.truths = {small.builder.less_equal(small.builder.number(5), p), small.builder.equal(small.builder.scaled(2, p), small.builder.number(14)),
                  small.builder.less_equal(small.builder.scaled(3, p), small.builder.number(-7))};
  small.finish({}, {});
  CHECK(small.cut().starts == std::vector<std::int64_t>{-2, 5, 7, 8});
  CHECK(small.cut().exact());
}

TEST_CASE("a number that is compared with unknown numbers changes at their bounds, shifted", "[explore][breakpoints]") {
  Small small;
  const NodeId x = small.unknown(1), y = small.unknown(2);
  small.truths = {small.builder.less_equal(small.plus(x, 10), small.varied()), small.builder.less_equal(small.plus(y, 100), x)};
  small.finish({}, {});
  // x from -2 to 3; that y + 100 <= x is impossible is decided without looking at the varied number.
  CHECK(small.cut().starts == std::vector<std::int64_t>{8, 13});
  CHECK(small.cut().exact());
}

TEST_CASE("no breakpoint lies outside of the domain", "[explore][breakpoints]") {
  Small small;
  small.truths = {small.builder.less_equal(small.varied(), small.builder.number(0)),
                  small.builder.less_equal(small.varied(), small.builder.number(4)),
                  small.builder.less_equal(small.varied(), small.builder.number(9))};
  small.finish(1, 9);
  CHECK(small.cut().starts == std::vector<std::int64_t>{5});
  const auto cut = explore::stretches(Domain{{}, 1, 9}, small.cut());
  REQUIRE(cut.size() == 2);
  CHECK((cut[0].first == 1 && cut[0].last == 4 && cut[1].first == 5 && cut[1].last == 9));
}

TEST_CASE("breakpoints beyond 64 bits are left out, and what cannot be carried is said", "[explore][breakpoints]") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  Small small;
  small.truths = {small.builder.less_equal(small.varied(), small.builder.number(most)),
                  small.builder.less_equal(small.plus(small.varied(), -most), small.builder.number(most))};
  small.finish({}, {});
  CHECK(small.cut().starts.empty());
  CHECK(small.cut().exact());

  Small large;
  NodeId product = large.varied();
  for (int i = 0; i < 3; ++i) product = large.builder.scaled(most, product);
  large.truths = {large.builder.less_equal(product, large.unknown(1))};
  large.finish({}, {});
  CHECK_FALSE(large.cut().exact());
}

TEST_CASE("multiples of unknown numbers are not claimed to be exact", "[explore][breakpoints]") {
  Small small;
  small.truths = {small.builder.equal(small.varied(), small.builder.scaled(2, small.unknown(1)))};
  small.finish();
  CHECK_FALSE(small.cut().exact());
}

TEST_CASE("between breakpoints the same truths are possible, on random programs", "[explore][breakpoints]") {
  std::size_t exact = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const Small small = random_small(seed, seed % 2 == 0);
    if (small.program.inputs.empty() || small.program.inputs[0].ref > 9) continue;
    const bool there = std::ranges::any_of(small.program.inputs, [](const Input& input) {
      return input.ref == 0 && input.value.sort.kind == model::Sort::Kind::integer;
    });
    if (!there) continue;
    const Breakpoints cut = small.cut();
    if (!cut.exact()) continue;
    ++exact;
    const auto possible = small.possible();
    for (std::int64_t value = kLow + 1; value <= kHigh; ++value) {
      INFO("seed " << seed << ", from " << value - 1 << " to " << value);
      if (!std::ranges::binary_search(cut.starts, value)) CHECK(possible.at(value) == possible.at(value - 1));
    }
  }
  CHECK(exact > 300);
}
