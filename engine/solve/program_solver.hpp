#pragma once
// The one solver of programs, with the choice that its tests vary: how large a recursion may become
// before it is no longer unfolded.

#include "engine/solve/solver.hpp"

namespace grotius::solve {

/// As `make_solver`; `unfolding_budget`: terms that unfolding one recursion may make
/// (encode_recursion.cpp).
std::unique_ptr<Solver> make_program_solver(const ground::Program& program,
                                            const ground::Knowledge& knowledge,
                                            const Limits& limits, unsigned copies,
                                            std::size_t unfolding_budget);

}  // namespace grotius::solve
