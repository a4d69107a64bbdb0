#pragma once
// The order of clauses within an item, for mistakes in it.

#include <optional>

#include "grammar/mistakes/expectations.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// The place of a clause among the clauses of an item, from 1; 0 where the item has no such clause.
/// A text in quotes counts as clause where `at` is one.
int clause_rank(Word item, const Token* at);

/// A clause of the item before `at` that stands after it in the language, or is the same; outside
/// parentheses.
const Token* clause_before(const State& state, const Token* at);

/// What of the expectations an item cannot do without: its optional clauses taken out (all, if
/// nothing is left).
Expectations necessary(const Expectations& expected, Word item);

/// The innermost parenthesis or brace that is open at `at`, or null.
const Token* opening_before(const State& state, const Token* at);

}  // namespace grotius::grammar
