#pragma once
// Explains why the grammar could not go on: from the last place that any rule reached, what could
// have stood there, and what stands around it, to the words that a jurist needs.

#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// Reports the mistake at the farthest place that the rules reached since the state's item began.
void explain(State& state);

/// Whether an item begins at a token, as far as its neighbours tell: a reserved word may also have
/// been taken for a name.
bool item_begins(const State& state, const Token* at);

}  // namespace grotius::grammar
