#pragma once
// A norm set and a complete situation as an answer set program for clingo: a third opinion on what
// the native evaluator and the solver say. The program is written from the norm model, not from the
// decision program, so that it shares no grounding with them.

#include <string>

#include "engine/ground/ground.hpp"

namespace grotius::exporting {

/// The rules of the world's norm sets and the facts of the situation. The only answer set holds,
/// for the act of the question, `status(S)`, `must(S)` and `can(S)` with S as `ask --json` names
/// it; for an expression `answer(yes)` or `answer(no)`. An act's norms appear as `stands(NORM)`.
/// What clingo cannot represent (a number beyond 31 bits) or a fact that is unknown is a
/// diagnostic, and the text then is empty.
std::string to_asp(const ground::World& world, const model::Question& question, bool open,
                   Diagnostics& diagnostics);

}  // namespace grotius::exporting
