#pragma once
// Definitions and deeds, from what is known of the conditions in them (semantics.md, Definitions;
// Situations).

#include "cli/verify/world.hpp"

namespace grotius::verify {

/// Whether an alternative of a relation holds: its `when`, and not its `unless`.
Truth holds(const World& world, const syntax::Definition& alternative, const Tuple& arguments,
            Grounds& grounds);

/// A relation by its alternatives, a value by its expression.
std::optional<Value> by_definition(const World& world, Index definition, const Tuple& arguments,
                                   Grounds& grounds);

/// Whether a deed is given, attributed, or done as one of its kinds.
Truth by_ways(const World& world, const Act& act, Grounds& grounds);

}  // namespace grotius::verify
