#include "engine/explain/number.hpp"

#include "engine/ground/program.hpp"

namespace grotius::explain {

namespace {

constexpr const char* kOverflow = "a number on the way leaves the range of 64 bits";

using Bound = std::optional<std::int64_t>;

std::int64_t plus(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) throw ground::ResourceLimit{kOverflow};
  return result;
}
std::int64_t times(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw ground::ResourceLimit{kOverflow};
  return result;
}
Bound plus(const Bound& a, const Bound& b) { return a && b ? Bound(plus(*a, *b)) : Bound(); }
Bound times(const Bound& a, std::int64_t b) { return a ? Bound(times(*a, b)) : Bound(); }

std::int64_t floor_of(std::int64_t a, std::int64_t b) { return a / b - ((a % b != 0) && ((a < 0) != (b < 0)) ? 1 : 0); }

/// Where a line begins, or ceases, to be below 0.
[[noreturn]] void split_at_zero(const Number& number) {
  if (number.choice) throw Unknown{number.choice, {}};
  if (number.several || !number.atom || number.factor == 0) throw Unknown{};
  // A rising line is below 0 up to there, a falling one from there on.
  throw Unknown{number.atom, number.factor > 0 ? floor_of(plus(times(number.offset, -1), -1), number.factor)
                                               : floor_of(number.offset, times(number.factor, -1))};
}

}  // namespace

Number sum(const Number& left, const Number& right) {
  Number result;
  result.range = {plus(left.range.least, right.range.least), plus(left.range.greatest, right.range.greatest)};
  result.several = left.several || right.several || (left.atom && right.atom && left.atom != right.atom);
  result.atom = left.atom ? left.atom : right.atom;
  result.factor = plus(left.factor, right.factor);
  result.offset = plus(left.offset, right.offset);
  result.choice = left.choice ? left.choice : right.choice;
  return result;
}

Number scaled(const Number& number, std::int64_t factor) {
  if (factor == 0) return Number::of(0);
  Number result = number;
  result.range = {times(number.range.least, factor), times(number.range.greatest, factor)};
  if (factor < 0) std::swap(result.range.least, result.range.greatest);
  result.factor = times(number.factor, factor);
  result.offset = times(number.offset, factor);
  return result;
}

Number difference(const Number& left, const Number& right) { return sum(left, scaled(right, -1)); }

Number product(const Number& left, const Number& right) {
  if (left.range.is_value()) return scaled(right, *left.range.least);
  if (right.range.is_value()) return scaled(left, *right.range.least);
  for (const Number* factor : {&left, &right})
    if (factor->choice) throw Unknown{factor->choice, {}};
  throw Unknown{};
}

bool less(const Number& left, const Number& right) {
  if (left.range.greatest && right.range.least && *left.range.greatest < *right.range.least) return true;
  if (left.range.least && right.range.greatest && *left.range.least >= *right.range.greatest) return false;
  split_at_zero(difference(left, right));
}

bool less_equal(const Number& left, const Number& right) { return !less(right, left); }

bool equal(const Number& left, const Number& right) {
  const auto apart = [](const Range& low, const Range& high) { return low.greatest && high.least && *low.greatest < *high.least; };
  if (apart(left.range, right.range) || apart(right.range, left.range)) return false;
  if (left.range.is_value() && left.range == right.range) return true;
  const Number gap = difference(left, right);
  if (gap.choice) throw Unknown{gap.choice, {}};
  if (gap.several || !gap.atom || gap.factor == 0) throw Unknown{};
  // Just below the value where they meet.
  const std::int64_t falling = gap.factor < 0 ? -1 : 1;
  const std::int64_t factor = times(gap.factor, falling), zero = times(gap.offset, -falling);
  const std::int64_t at = floor_of(zero, factor);
  const bool meets = times(at, factor) == zero;
  throw Unknown{gap.atom, meets ? plus(at, -1) : at};
}

}  // namespace grotius::explain
