#pragma once
// The codes of the cycles that a norm set must not have: in what rests on what, and in who outranks
// whom.

#include "grammar/diagnostic.hpp"

namespace grotius::model::codes {

inline constexpr Code strict_cycle{"M301", "cycle through a strict use"};
inline constexpr Code value_cycle{"M302", "value that rests on itself"};
inline constexpr Code asking_cycle{"M303", "norm sets that ask each other"};
inline constexpr Code superiority_cycle{"M311", "norms that outrank each other"};

}  // namespace grotius::model::codes
