#pragma once
// The same analyses by other engines, on the same generated sets: which pairs of norms conflict,
// which norms never apply, which actions are silent somewhere. All sets speak of one individual, so
// facts are propositions.

#include <string>
#include <utility>
#include <vector>

#include "tests/bench/generate_to_check.hpp"

namespace grotius::bench {

/// What all engines must find alike, in ascending order.
struct Found {
  std::vector<std::pair<unsigned, unsigned>> conflicts;
  std::vector<unsigned> dead;  ///< norms
  std::vector<unsigned> gaps;  ///< actions
  friend bool operator==(const Found&, const Found&) = default;
};

/// Z3, in the best scheme that was measured: finite domains as Booleans, one solver that holds the
/// constraints only, and the conditions of the norms at hand pushed for each question: one push and
/// pop a pair, a norm, an action.
Found found_by_z3(const GeneratedSet& set);

/// An answer set program whose brave consequences are the findings. With `clingo
/// --enum-mode=brave`.
std::string brave_program(const GeneratedSet& set);
/// The findings in what clingo prints with `--outf=1`. Throws std::runtime_error where it printed
/// no answer.
Found found_by_clingo(const GeneratedSet& set, const std::string& printed);

}  // namespace grotius::bench
