#pragma once
// Numbers of which only bounds are known. A comparison that the bounds do not decide says where the one unknown number in it has to be
// split so that they do: an unknown number is thereby explained by its thresholds, not by its values.

#include "engine/explain/valuation.hpp"

namespace grotius::explain {

struct Number {
  Range range;
  /// The number as factor × atom + offset, where it rests on one unknown number alone.
  std::optional<model::Atom> atom;
  std::int64_t factor = 0;
  std::int64_t offset = 0;
  bool several = false;  ///< it rests on more than one unknown number
  std::optional<model::Atom> choice;  ///< of a count: an atom on which it is still open whether something counts

  static Number of(std::int64_t value) { return {Range::of(value), {}, 0, value, false, {}}; }
};

/// Throw ground::ResourceLimit where a bound leaves 64 bits.
Number sum(const Number& left, const Number& right);
Number scaled(const Number& number, std::int64_t factor);
Number difference(const Number& left, const Number& right);
/// One factor is a value.
Number product(const Number& left, const Number& right);

/// Throw Unknown where the bounds do not decide.
bool less(const Number& left, const Number& right);
bool less_equal(const Number& left, const Number& right);
bool equal(const Number& left, const Number& right);

}  // namespace grotius::explain
