#pragma once
// Which facts would settle a question: a set of unknowns settles it when no two completions agree
// on the set and differ in the answer (semantics.md, Statuses of an act). The minimal settling sets
// are found smallest first.

#include <string>
#include <vector>

#include "engine/solve/solver.hpp"

namespace grotius::analyse {

struct Settling {
  static constexpr std::size_t most = 16;  ///< how many are listed
  std::vector<std::vector<std::size_t>>
      sets;            ///< positions in `open`, ascending; smaller sets first, then by positions
  bool more = false;   ///< there are, or may be, more
  std::string reason;  ///< why the search was cut short; empty if it was not
};

/// `pairs` holds two copies of the program with everything that completions must satisfy required
/// of both, and requires that they differ in the answer. Every set that leaves two such completions
/// agreeing must gain one of the unknowns on which they disagree: so the minimal settling sets are
/// the minimal hitting sets of those disagreements, which are collected until a hitting set
/// settles. Exponential in the worst case; the solver's own limit and a bound on the hitting-set
/// search cut it short.
Settling settling_sets(solve::Solver& pairs, const std::vector<ground::InputId>& open);

}  // namespace grotius::analyse
