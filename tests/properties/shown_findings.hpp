#pragma once

// What one situation shows of a norm set: the findings that a single situation is enough to prove
// (semantics.md, "Norm sets": conflict, impossible duties, gap; a thesis refuted or proved).

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/reference_model.hpp"

namespace grotius::properties {

// A finding as one line, the same for reference, engine and golden tests: its kind, then what it is
// about: `conflict norm0, norm3`, `gap act1`, `idle_priority norm2 > norm0`. Names are plain.
using Finding = std::string;

// A finding, and the act, or the values of a thesis' variables, about which it is shown.
using Shown = std::set<std::pair<Finding, std::string>>;

Shown shown(const Asked& asked, Model& model);

// Names of an unordered finding: sorted, with commas.
std::string unordered(std::vector<std::string> names);

// Every act of the universe.
std::vector<std::pair<int, Tuple>> all_acts(const Asked& asked);

// Every way to bind the variables.
std::vector<Environment> all_bindings(const Asked& asked, const std::vector<Binder>& binders);

}  // namespace grotius::properties
