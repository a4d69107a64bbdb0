#pragma once
// Random programs of a few truths and one closed value, small enough to try every completion.

#include <cstdint>
#include <vector>

#include "engine/ground/knowledge.hpp"
#include "engine/ground/program.hpp"

namespace grotius::test {

struct SmallProgram {
  ground::Program program;
  ground::Knowledge knowledge;
  std::vector<ground::InputId> open;    ///< every input
  std::vector<ground::NodeId> answers;  ///< some truths of the inputs
  ground::NodeId required{};            ///< ties some inputs to each other; holds in some completion
};

/// The same seed gives the same program: five truths and a value of {3, 5, 8}.
SmallProgram small_program(std::uint32_t seed);

}  // namespace grotius::test
