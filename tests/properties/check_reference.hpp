#pragma once

// The deliberately naive reference of `check`: every finding of semantics.md, "Norm sets", by going
// through all situations. It shares no code with the engine. Readings where the text leaves room
// are listed in README.md beside this file.

#include <map>
#include <set>
#include <string>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/shown_findings.hpp"

namespace grotius::properties {

struct CheckReport {
  bool contradictory = false;  // no situation satisfies the constraints: nothing else is meant
  std::set<Finding> findings;
  std::map<std::string, bool> theses;  // proved or not

  bool operator==(const CheckReport&) const = default;
};

// A norm set whose situations are this many at most is small enough.
inline constexpr std::size_t most_situations = 384;

// Everything but unused declarations, open pairs and tolerations. Types must be closed and every
// item must stand in `module`.
CheckReport reference_check(const World& world, int module = 0);

// The statuses that differ between two worlds with the same vocabulary, in situations that satisfy
// the constraints of both: `may act1: permitted -> silent`.
std::set<std::string> reference_difference(const World& left, const World& right);

// What one condition says, apart from blanks and parentheses: how engine and reference compare
// texts.
std::string bare_text(const std::string& expression);

}  // namespace grotius::properties
