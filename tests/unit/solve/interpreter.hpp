#pragma once
// A naive reading of decision programs, to test the solver against: values of all nodes from values
// of all inputs, and the enumeration of completions. Nothing of it is shared with the engines.

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/ground/knowledge.hpp"
#include "engine/ground/program.hpp"

namespace grotius::test {

using Values = std::vector<std::int64_t>;

/// The value of every node, truths as 0 and 1.
Values interpret(const ground::Program& program, const Values& inputs);

/// Whether every value lies in its domain.
bool possible(const ground::Knowledge& knowledge, const Values& inputs);

/// All completions; an end that a domain leaves open is taken to be -7 or 7.
std::vector<Values> completions(const ground::Knowledge& knowledge);

}  // namespace grotius::test
