#pragma once
// Which norm sets ask which others (`permitted A under M`). Private to the folder.

#include "engine/model/norm_set.hpp"

namespace grotius::model {

/// Reports the norm sets that ask each other in a circle, as far as they are asked from this one.
void report_asking_cycles(const Model& model, const NormSet& set, Diagnostics& diagnostics);

}  // namespace grotius::model
