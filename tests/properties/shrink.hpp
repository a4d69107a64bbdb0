#pragma once

// Smaller worlds that may show the same failure: what a failing property prints is then short
// enough to be read.

#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

// Valid worlds that differ from this one in one thing left out, the boldest first.
std::vector<World> smaller(const World& world);

}  // namespace grotius::properties
