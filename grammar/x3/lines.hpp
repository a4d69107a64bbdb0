#pragma once
// What must be true of a line of a situation besides its form.

#include "grammar/syntax.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// Gives a line its place and its sources, and reports dates and sources after several entries, in
/// the wrong order, and values of what is said to be unknown. The line ends before `end` and begins
/// at the state's item.
void check_line(State& state, syntax::Line& line, const Token* end);

}  // namespace grotius::grammar
