#include "cli/verify/value.hpp"

#include <algorithm>
#include <utility>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

using Bound = std::optional<std::int64_t>;
using syntax::BinaryOperator;

Bound checked(bool overflow, std::int64_t value) {
  if (overflow) throw CannotCheck{"a number on the way leaves the range of 64 bits"};
  return value;
}
Bound plus(Bound a, Bound b) {
  if (!a || !b) return std::nullopt;
  std::int64_t sum = 0;
  const bool overflow = __builtin_add_overflow(*a, *b, &sum);
  return checked(overflow, sum);
}
Bound minus(Bound a, Bound b) {
  if (!a || !b) return std::nullopt;
  std::int64_t difference = 0;
  const bool overflow = __builtin_sub_overflow(*a, *b, &difference);
  return checked(overflow, difference);
}
Bound times(Bound a, std::int64_t factor) {
  if (!a) return factor == 0 ? Bound(0) : std::nullopt;
  std::int64_t product = 0;
  const bool overflow = __builtin_mul_overflow(*a, factor, &product);
  return checked(overflow, product);
}

Value scaled(Sort sort, const Value& value, std::int64_t factor) {
  Value result{sort, times(value.least, factor), times(value.greatest, factor)};
  if (factor < 0) std::swap(result.least, result.greatest);
  return result;
}

/// Surely below; surely not below; neither.
std::optional<bool> below(const Value& left, const Value& right) {
  if (left.greatest && right.least && *left.greatest < *right.least) return true;
  if (left.least && right.greatest && *left.least >= *right.greatest) return false;
  return std::nullopt;
}

std::optional<bool> same(const Value& left, const Value& right) {
  if (left.exact() && right.exact()) return left.least == right.least;
  if (below(left, right) == true || below(right, left) == true) return false;
  return std::nullopt;
}

std::optional<bool> negated(std::optional<bool> truth) {
  if (!truth) return truth;
  return !*truth;
}

}  // namespace

bool Value::within(const Value& other) const {
  if (sort != other.sort) return false;
  const bool above = !other.least || (least && *least >= *other.least);
  const bool under = !other.greatest || (greatest && *greatest <= *other.greatest);
  return above && under;
}

Value combine(BinaryOperator op, const Value& left, const Value& right) {
  switch (op) {
    case BinaryOperator::plus:
      return {left.sort, plus(left.least, right.least), plus(left.greatest, right.greatest)};
    case BinaryOperator::minus: {
      const Sort sort =
          left.sort == Sort::date && right.sort == Sort::number ? Sort::date : Sort::number;
      return {sort, minus(left.least, right.greatest), minus(left.greatest, right.least)};
    }
    case BinaryOperator::times:
      if (left.exact()) return scaled(Sort::number, right, *left.least);
      if (right.exact()) return scaled(Sort::number, left, *right.least);
      break;
    default:
      break;
  }
  return {Sort::number, {}, {}};
}

std::optional<bool> compare(BinaryOperator op, const Value& left, const Value& right) {
  switch (op) {
    case BinaryOperator::equal:
      return same(left, right);
    case BinaryOperator::not_equal:
      return negated(same(left, right));
    case BinaryOperator::less:
      return below(left, right);
    case BinaryOperator::less_equal:
      return negated(below(right, left));
    case BinaryOperator::greater:
      return below(right, left);
    case BinaryOperator::greater_equal:
      return negated(below(left, right));
    default:
      return std::nullopt;
  }
}

Truth truth_of(const std::optional<Value>& value) {
  if (!value || value->sort != Sort::truth || !value->exact()) return std::nullopt;
  return *value->least != 0;
}

std::optional<Value> value_of(Truth truth) {
  if (!truth) return std::nullopt;
  return Value::truth(*truth);
}

}  // namespace grotius::verify
