#pragma once
// The loosest and the tightest rules of expressions, between which the levels of operators stand.

#include "grammar/x3/expressions.hpp"

namespace grotius::grammar {

using OperandRule = x3::rule<struct OperandId, syntax::Expression>;
using SumRule = x3::rule<struct SumId, syntax::Expression>;
using DeonticRule = x3::rule<struct DeonticId, syntax::Deontic>;
using QuantifierRule = x3::rule<struct QuantifierId, syntax::Quantifier>;

/// Level 8.
constexpr OperandRule operand = "operand";
/// Level 6.
constexpr SumRule sum = "sum";
/// `permitted A(…) under M`
constexpr DeonticRule deontic = "deontic";
/// `some x: T where …`
constexpr QuantifierRule quantifier = "quantifier";

BOOST_SPIRIT_DECLARE(OperandRule, SumRule, DeonticRule, QuantifierRule)

}  // namespace grotius::grammar
