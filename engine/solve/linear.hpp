#pragma once
// Comparisons of numbers that are made of truths alone — counts, sums of fixed amounts — become
// weighted thresholds over these truths (pseudo-Boolean constraints), which solvers decide far
// faster than integer arithmetic. All others stay comparisons of integers.

#include "engine/solve/terms.hpp"

namespace grotius::solve {

/// left <= right. Complexity: the terms below both numbers.
TermId at_most(Terms& terms, TermId left, TermId right);
/// left = right.
TermId same_number(Terms& terms, TermId left, TermId right);

}  // namespace grotius::solve
