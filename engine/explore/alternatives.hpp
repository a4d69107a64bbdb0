#pragma once
// What an input could be instead. The values of an input fall into classes that no truth of a program tells apart: one each for truths and
// closed types, and for numbers the stretches between the constants with which they are compared. A search that changes inputs tries one
// value of each class and loses nothing.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::explore {

/// The values from `first` to `last`; an end at the limit of 64 bits is no end.
struct ValueClass {
  static constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

  std::int64_t first = 0;
  std::int64_t last = 0;

  bool contains(std::int64_t value) const { return first <= value && value <= last; }
  /// The value of the class that is nearest to another one.
  std::int64_t nearest(std::int64_t to) const { return to < first ? first : to > last ? last : to; }
  friend bool operator==(const ValueClass&, const ValueClass&) = default;
};

struct Alternatives {
  std::vector<std::vector<ValueClass>> of;  ///< by InputId: disjoint, ascending, covering its range
  /// By InputId: whether the classes are exact whatever else is changed.
  std::vector<bool> exact;
  /// What trying one value of each class may miss, in words; empty: nothing.
  std::string reason;
};

/// The classes of every input. `ranges` has all values that an input may ever have, `known` those that it has unless something is changed;
/// `may_change` says of which inputs that is asked, `truths` are what should not tell the values of a class apart. Numbers that are added up or compared with each other have classes with
/// the other such numbers as they are known: where two of them may change together, `reason` says so. O(program), and the elimination of
/// breakpoints.hpp for each such number.
Alternatives alternatives(const ground::Program& program, const ground::Knowledge& known, const ground::Knowledge& ranges,
                          const std::vector<bool>& may_change, std::span<const ground::NodeId> truths);

}  // namespace grotius::explore
