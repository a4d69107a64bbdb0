#pragma once
// A solver without a solver: it writes down every completion, evaluates each natively, and answers
// claims by looking. It is the second opinion on Z3, and what `--engine native` asks where a
// situation is partial.

#include <memory>
#include <vector>

#include "engine/solve/solver.hpp"

namespace grotius::analyse {

struct EnumerationLimits {
  static constexpr std::size_t completions = 1u << 16;
};

/// Of the completions that differ in `open` (other unknown inputs do not matter and have some value
/// of their domain). Numbers without a finite range are represented by one value of each interval
/// between the constants that they are compared with; where they enter sums or comparisons with
/// other numbers, and where there are more than 2^16 completions, every check is `unknown`. At most
/// two copies. O(completions × nodes) once, O(completions) for each check.
std::unique_ptr<solve::Solver> enumerating_solver(const ground::Program& program,
                                                  const ground::Knowledge& knowledge,
                                                  std::vector<ground::InputId> open);

}  // namespace grotius::analyse
