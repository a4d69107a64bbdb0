// Covers: every model of a node lies in them, exact ones hold nothing else, and pairs that they
// part cannot hold together.

#include "engine/search/cubes.hpp"

#include <algorithm>

#include "engine/ground/builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/search/random_conditions.hpp"
#include "tests/unit/solve/interpreter.hpp"

using namespace grotius::ground;
using grotius::search::Cover;
using grotius::search::Covers;
using grotius::search::Outcome;
using grotius::search::Search;
using grotius::test::closed_input;
using grotius::test::number_input;
using grotius::test::truth_input;
using grotius::test::Values;

TEST_CASE("covers of conjunctions and disjunctions", "[search][cubes]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId x = builder.input(number_input(2));
  const NodeId red = builder.input_is(closed_input(3), 5);
  const NodeId blue = builder.input_is(closed_input(3), 6);
  const NodeId few = builder.less_equal(x, builder.number(9));
  const NodeId many = builder.less_equal(builder.number(10), x);
  const NodeId all = builder.conjunction({a, few, red});
  const NodeId other = builder.conjunction({b, many});
  const NodeId either = builder.disjunction({builder.conjunction({a, red}), blue});
  const NodeId unlike = builder.conjunction({builder.negation(a), builder.negation(blue)});
  const Program program = builder.take();
  const Knowledge knowledge{{{0, 1}, {}, {}}, {{0, 1}, {}, {}}, {{}, {}, {}}, {{5, 6, 7}, {}, {}}};
  Search search(program, knowledge, {});
  Covers covers(search);
  CHECK(covers.of(all).size() == 1);
  CHECK(covers.of(all).exact);
  CHECK(covers.of(either).size() == 2);
  CHECK(covers.of(either).exact);
  CHECK_FALSE(covers.may_meet(covers.of(all), covers.of(other)));  // few and many
  CHECK_FALSE(covers.may_meet(covers.of(either), covers.of(unlike)));
  CHECK(covers.may_meet(covers.of(all), covers.of(either)));
  CHECK(covers.may_meet(covers.of(other), covers.of(unlike)));
  CHECK_FALSE(covers.may_meet(covers.of(all), covers.of(all, false)));
}

TEST_CASE("covers know what is required of single fields", "[search][cubes]") {
  Builder builder;
  const NodeId a = builder.input(truth_input(0));
  const NodeId b = builder.input(truth_input(1));
  const NodeId c = builder.input(truth_input(2));
  const NodeId no_a_with_b = builder.negation(builder.conjunction({a, b}));
  const NodeId with_c = builder.conjunction({b, c});
  const Program program = builder.take();
  const Knowledge knowledge(3, Domain{{0, 1}, {}, {}});
  const NodeId required[] = {no_a_with_b, a};
  Search search(program, knowledge, required);
  Covers covers(search);
  CHECK(covers.of(with_c).empty());
  CHECK_FALSE(covers.may_meet(covers.of(with_c), covers.of(c)));
  CHECK(covers.may_meet(covers.of(a), covers.of(c)));
}

TEST_CASE("fields of more than 64 values are left out", "[search][cubes]") {
  Builder builder;
  const NodeId x = builder.input(number_input(0));
  std::vector<NodeId> equal;
  for (std::int64_t i = 0; i < 100; ++i) equal.push_back(builder.equal(x, builder.number(i)));
  const Program program = builder.take();
  Search search(program, Knowledge{{{}, {}, {}}}, {});
  Covers covers(search);
  CHECK_FALSE(covers.of(equal[3]).exact);
  CHECK(covers.may_meet(covers.of(equal[3]), covers.of(equal[4])));
  const NodeId both[] = {equal[3], equal[4]};
  CHECK(search.find(both) == Outcome::none);
  CHECK(search.find(std::span(both, 1)) == Outcome::found);
  CHECK(search.model() == Values{3});
}

TEST_CASE("random covers: what they part cannot hold together", "[search][cubes]") {
  int parted = 0, exact = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    const auto [program, knowledge] = grotius::test::random_conditions(seed);
    std::mt19937 generator(seed);
    std::vector<NodeId> truths;
    for (std::uint32_t i = 0; i < program.nodes.size(); ++i)
      if (program.is_truth(static_cast<NodeId>(i))) truths.push_back(static_cast<NodeId>(i));
    auto any = [&] { return truths[generator() % truths.size()]; };
    std::vector<NodeId> required;
    if (generator() % 2) required.push_back(any());
    Search search(program, knowledge, required);
    Covers covers(search);
    for (int pair = 0; pair < 20; ++pair) {
      const NodeId a = any(), b = any();
      const bool a_holds = generator() % 2 == 0, b_holds = generator() % 2 == 0;
      const Cover& cover = covers.of(a, a_holds);
      const Cover& other = covers.of(b, b_holds);
      CHECK(cover.size() <= Covers::kCubes);
      const grotius::search::Wanted goals[] = {{a, a_holds}, {b, b_holds}};
      const Outcome outcome = search.find(goals);
      REQUIRE(outcome != Outcome::gave_up);
      if (!covers.may_meet(cover, other)) {
        CHECK(outcome == Outcome::none);
        ++parted;
      } else if (cover.exact && other.exact && required.empty()) {
        CHECK(outcome == Outcome::found);
        ++exact;
      }
    }
  }
  CHECK(parted > 500);
  CHECK(exact > 500);
}
