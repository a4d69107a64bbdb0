#pragma once

// Properties over random worlds, run by RapidCheck and reported through Catch2.
//
// GROTIUS_PROPERTY_RUNS sets how many worlds the properties see (2 000 if it is not set; those that
// cost more per world see fewer). GROTIUS_PROPERTY_SEED sets where chance starts; the normal run
// starts at the same place every time, a longer one where the clock says, and prints it.

#include <functional>
#include <string>

#include "tests/properties/generate.hpp"

namespace grotius::properties {

// What is wrong with a world, empty when the property holds of it.
using Property = std::function<std::string(const World&)>;

// Fails the running test, with the smallest world found, if the property fails of one of `share`
// times GROTIUS_PROPERTY_RUNS random worlds. An exception that the property throws is a failure
// too.
void check_worlds(const std::string& name, double share, const GenerateOptions& options,
                  const Property& property);

}  // namespace grotius::properties
