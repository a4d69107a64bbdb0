#pragma once
// The codes of what only an explanation shows.

#include "grammar/diagnostic.hpp"

namespace grotius::explain::codes {

inline constexpr Code derivation_differs{"Q902", "derivation that differs from the answer"};

}  // namespace grotius::explain::codes
