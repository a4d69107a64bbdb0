#pragma once
// The codes of what only an answer shows.

#include "grammar/diagnostic.hpp"

namespace grotius::analyse::codes {

inline constexpr Code impossible_situation{"S201", "situation that the constraints exclude"};
inline constexpr Code undone_deed{"S202", "deed that is given as not done and yet counts as done"};
inline constexpr Code today_without_date{"Q201", "today without a date"};
inline constexpr Code nothing_accepted{"Q202", "holder who accepts no norm set"};
inline constexpr Code open_specificity{"Q203", "pair of norms whose specificity is open"};
inline constexpr Code engines_differ{"Q901", "engines that differ"};

}  // namespace grotius::analyse::codes
