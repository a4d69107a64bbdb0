#pragma once
// The codes of exports.

#include "grammar/diagnostic.hpp"

namespace grotius::exporting::codes {

inline constexpr Code unknown_fact{"X101", "export of a situation with an unknown fact"};
inline constexpr Code number_too_large{"X102", "number that the other engine cannot represent"};

}  // namespace grotius::exporting::codes
