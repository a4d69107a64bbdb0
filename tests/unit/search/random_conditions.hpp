#pragma once
// Random programs within what the native search decides, small enough to enumerate.

#include <random>

#include "tests/unit/solve/random_program.hpp"

namespace grotius::test {

/// Truths, closed types, numbers and dates that are compared with constants (also scaled, in sums
/// with constants and in choices), counts and sums of weighted truths. The same seed gives the same
/// program.
RandomProgram random_conditions(std::uint32_t seed);
/// Likewise over five truths, one closed type, one number and one date, with at most five values
/// each.
RandomProgram random_few_conditions(std::uint32_t seed);

}  // namespace grotius::test
