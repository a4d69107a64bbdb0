#pragma once
// The dates with which conditions compare a day. Private to the folder.

#include "engine/explore/timeline.hpp"

namespace grotius::explore {

/// What the question compares with the day so that it comes out otherwise on `day` than on the day before, all else being the same. `world.model` must
/// say outright what holds (`Outright`). Empty where conditions themselves name the date.
std::vector<Change::Compared> compared_on(Date day, const ground::World& world, const model::Question& question);

}  // namespace grotius::explore
