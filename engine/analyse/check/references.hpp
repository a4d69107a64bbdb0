#pragma once
// What the items of a model refer to, private to the search for unused declarations.

#include <vector>

#include "engine/model/model.hpp"

namespace grotius::analyse {

/// For every declaration of the model whether something refers to it.
struct References {
  std::vector<bool> types, individuals, documents, parameters, facts, definitions, actions;
};

References references(const model::Model& model);

}  // namespace grotius::analyse
