#pragma once
// The values of an input, as far as any condition can tell them apart. Private to the folder.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyse/completions.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/explore/interview.hpp"
#include "engine/solve/comparisons.hpp"

namespace grotius::explore {

/// Each listed value for itself; of a number, the intervals between the constants that it is compared with, ascending, or, where it enters
/// arithmetic, each value of its range. Nothing where that would be more than `most`, or has no end.
std::optional<std::vector<Range>> cells_of(const analyse::Inquiry& inquiry, const solve::Comparisons& comparisons, ground::InputId input,
                                           std::size_t most);

/// The value that is least by absolute value, positive first.
std::int64_t some_value(const Range& range);
std::int64_t some_value(const ground::Domain& domain);

}  // namespace grotius::explore
