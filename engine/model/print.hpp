#pragma once
// Prints the norm model: the form of `grotius dump --stage model` and of golden tests.

#include <string>

#include "engine/model/model.hpp"

namespace grotius::model {

/// Everything that is declared in the files named on the command line, with resolved names, types, sorts, strata and superiority; sorted by
/// kind and name, so that the order of files and items does not show.
std::string print(const Model& model);
std::string print(const Model& model, const Expr& expr);

}  // namespace grotius::model
