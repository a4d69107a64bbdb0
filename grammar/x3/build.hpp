#pragma once
// Builds the nodes of expressions, and reports what is grammatical but not meant.

#include "grammar/syntax.hpp"
#include "grammar/x3/state.hpp"

namespace grotius::grammar {

/// The two operands joined. Reports a right operand whose reach is doubtful; `sign` is the
/// operator's token.
syntax::Expression binary(State& state, syntax::Expression left, syntax::BinaryOperator op,
                          const Token* sign, syntax::Expression right);

/// The height of a node above the taller of two. Throws a `Mistake` at `at` above the limit.
std::uint32_t taller(State& state, const Token* at, std::uint32_t left, std::uint32_t right);

/// Throws a `Mistake` where expressions stand too deeply within each other.
void check_depth(State& state, const Token* at);

/// Whether an expression without parentheses is of level 5.
bool is_comparison(const syntax::Expression& expression);

/// Reports a second comparison after `left`, which is one; `sign` is its operator.
void report_chain(State& state, const syntax::Expression& left, const Token* sign);

/// The number after a minus, or alone. Reports 2^63 without a minus.
std::int64_t negative(std::int64_t magnitude);
std::int64_t positive(State& state, std::int64_t magnitude, const Token* at);

}  // namespace grotius::grammar
