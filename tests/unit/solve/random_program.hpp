#pragma once
// Random decision programs with partial knowledge, small enough to enumerate.

#include <cstdint>

#include "engine/ground/builder.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::test {

struct RandomProgram {
  ground::Program program;
  ground::Knowledge knowledge;
};

/// Every kind of node and input, fixed points that nest. The same seed gives the same program.
RandomProgram random_program(std::uint32_t seed);

/// Inputs for programs built by hand.
ground::Input truth_input(std::uint32_t number);
ground::Input number_input(std::uint32_t number);
ground::Input closed_input(std::uint32_t number);

}  // namespace grotius::test
