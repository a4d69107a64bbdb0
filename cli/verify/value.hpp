#pragma once
// Values as a certificate claims them: a truth, a number or a date that lies between two bounds, an
// individual. A claim about bounds is a claim about every number between them, so a comparison
// holds only where it holds for all of them.

#include <cstdint>
#include <optional>
#include <string>

#include "grammar/syntax.hpp"

namespace grotius::verify {

enum class Sort : std::uint8_t { truth, number, date, individual };

/// Of truths the bounds are 0 or 1, of dates days, of individuals their places in
/// `Law::individuals`; only numbers and dates may have bounds that differ, or none.
struct Value {
  Sort sort = Sort::truth;
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> greatest;

  static Value exactly(Sort sort, std::int64_t value) { return {sort, value, value}; }
  static Value truth(bool value) { return exactly(Sort::truth, value ? 1 : 0); }
  bool exact() const { return least && greatest && *least == *greatest; }
  /// Every value that this one may have is one that `other` may have.
  bool within(const Value& other) const;
  friend bool operator==(const Value&, const Value&) = default;
};

/// The sum, difference or product, by the arithmetic of intervals. Throws CannotCheck where a bound
/// leaves 64 bits.
Value combine(syntax::BinaryOperator op, const Value& left, const Value& right);

/// Nothing where the bounds do not decide.
std::optional<bool> compare(syntax::BinaryOperator op, const Value& left, const Value& right);

/// Kleene's three-valued connectives.
using Truth = std::optional<bool>;
Truth truth_of(const std::optional<Value>& value);
std::optional<Value> value_of(Truth truth);

}  // namespace grotius::verify
