#pragma once
// Declarations to which nothing refers (semantics.md, Norm sets: unused declaration). This looks at
// the loaded files as they stand, situations and questions included, and asks no solver.

#include <vector>

#include "engine/analyse/check/finding.hpp"

namespace grotius::analyse {

/// The types, individuals, documents, parameters, facts, definitions and actions of a module to
/// which nothing in the model refers, sorted by name. What a definition says of itself counts for
/// nothing; the members of a closed type belong to their type and are not reported; a line of a
/// situation about `every T` refers to each individual that it covers. Linear in the model.
std::vector<Finding> unused(const model::Model& model, model::ModuleId module);

}  // namespace grotius::analyse
