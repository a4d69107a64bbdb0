// Where a comparison that bounds do not decide splits the one unknown number in it.

#include "engine/explain/number.hpp"
#include "engine/ground/program.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::explain;

namespace {

const grotius::model::Atom x{false, 7, {}};
const grotius::model::Atom y{false, 8, {}};

Number unknown(Range range, const grotius::model::Atom& atom = x) { return {range, atom, 1, 0, false, {}}; }

template <class Compare>
std::optional<std::int64_t> split_of(Compare compare) {
  try {
    compare();
  } catch (const Unknown& unknown) {
    return unknown.split;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("explain: bounds decide comparisons", "[explain][number]") {
  const Number low = unknown({0, 9}), high = unknown({10, {}}, y);
  CHECK(less(low, high));
  CHECK_FALSE(less(high, low));
  CHECK(less_equal(low, Number::of(9)));
  CHECK_FALSE(equal(low, Number::of(10)));
  CHECK(equal(Number::of(3), Number::of(3)));
}

TEST_CASE("explain: a comparison splits where its truth changes", "[explain][number]") {
  const Number open = unknown({0, {}});
  CHECK(split_of([&] { less(open, Number::of(5)); }) == 4);
  CHECK(split_of([&] { less_equal(open, Number::of(5)); }) == 5);
  CHECK(split_of([&] { less(Number::of(5), open); }) == 5);
  CHECK(split_of([&] { less_equal(Number::of(5), open); }) == 4);
  // 5 - 2x < 0 from 3 on; 2x + 1 < 8 up to 3.
  CHECK(split_of([&] { less(difference(Number::of(5), scaled(open, 2)), Number::of(0)); }) == 2);
  CHECK(split_of([&] { less(sum(scaled(open, 2), Number::of(1)), Number::of(8)); }) == 3);
  CHECK(split_of([&] { equal(open, Number::of(5)); }) == 4);
  // 2x is never 5: below and above it differ all the same.
  CHECK(split_of([&] { equal(scaled(open, 2), Number::of(5)); }) == 2);
}

TEST_CASE("explain: no single split decides between two unknown numbers", "[explain][number]") {
  const auto open = [](auto compare) {
    try {
      compare();
    } catch (const Unknown& unknown) {
      return !unknown.atom && !unknown.split;
    }
    return false;
  };
  const Number first = unknown({0, {}}), second = unknown({0, {}}, y);
  CHECK(open([&] { less(first, second); }));
  CHECK(open([&] { equal(sum(first, second), Number::of(3)); }));
  CHECK(open([&] { product(first, second); }));
}

TEST_CASE("explain: a bound that leaves 64 bits is a limit", "[explain][number]") {
  const Number greatest = Number::of(INT64_MAX);
  CHECK_THROWS_AS(sum(greatest, Number::of(1)), grotius::ground::ResourceLimit);
  CHECK_THROWS_AS(scaled(greatest, 2), grotius::ground::ResourceLimit);
  CHECK_THROWS_AS(difference(Number::of(0), Number::of(INT64_MIN)), grotius::ground::ResourceLimit);
}
