#pragma once
// The same flips as an answer set program: the ground decision program with a choice for every fact that may change, one copy for each way in
// which the unknown facts can be, and the subset-minimal sets of changes as its models.

#include <cstddef>
#include <string>

#include "engine/analyse/inquiry.hpp"

namespace grotius::bench {

/// For `clingo --heuristic=Domain --enum-mode=domRec`. With `most_cost` only sets of that cost at most. Throws std::runtime_error for what the
/// translation does not know: sums, fixed points, more than 64 completions.
std::string flip_program(const analyse::Inquiry& inquiry, ground::NodeId goal, std::size_t most_cost);

}  // namespace grotius::bench
