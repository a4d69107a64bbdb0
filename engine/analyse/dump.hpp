#pragma once
// The later stages of a question in print: its decision program, and what the solver is asked.

#include <optional>
#include <string>

#include "engine/analyse/world.hpp"

namespace grotius::analyse {

/// Every node that the question rests on, with the nodes of its statuses (or of the expression)
/// named. Nothing, with diagnostics, for a question in error.
std::optional<std::string> dump_ground(Worlds& worlds, const model::Question& question, bool open,
                                       Diagnostics& diagnostics);

/// SMT-LIB 2: is there a completion in which the act is permitted (the expression holds)?
std::optional<std::string> dump_smt2(Worlds& worlds, const model::Question& question, bool open,
                                     Diagnostics& diagnostics);

}  // namespace grotius::analyse
