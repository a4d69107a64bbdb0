#pragma once
// The ground on which least fixed points may fail together: no definition rests on its own failure
// (semantics.md, Definitions).

#include "cli/verify/world.hpp"

namespace grotius::verify {

/// Throws CannotCheck where something that the question can rest on depends on itself through a
/// strict use: such files have no meaning.
void check_strata(const World& world);

}  // namespace grotius::verify
