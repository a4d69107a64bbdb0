#pragma once
// Explains why the grammar could not go on: from the last place that any rule reached, what could
// have stood there, and what stands around it, to the words that a jurist needs.

#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// Reports the mistake at the farthest place that the rules reached since the state's item began.
void explain(State& state);

/// Whether an item begins at a token, as far as its neighbours tell: a reserved word may also have
/// been taken for a name, and the word may be misspelt. Never at the state's item itself.
bool item_begins(const State& state, const Token* at);
/// Whether a line of a situation begins there, other than with `individual`.
bool line_begins(const State& state, const Token* at);

/// Whether one token is indented more than another.
bool deeper_than(const State& state, const Token* at, const Token* other);

}  // namespace grotius::grammar
