#pragma once
// The types of values: numbers, dates, closed types.

#include "grammar/x3/config.hpp"

namespace grotius::grammar {

using ValueTypeRule = x3::rule<struct ValueTypeId, syntax::ValueType>;
using PlainValueTypeRule = x3::rule<struct PlainValueTypeId, syntax::ValueType>;
using ComputedTypeRule = x3::rule<struct ComputedTypeId, syntax::ValueType>;

/// `int`, `int in LOW..HIGH`, `date`, or the name of a closed type: of a fact.
constexpr ValueTypeRule value_type = "value_type";
/// Without a range: of a parameter.
constexpr PlainValueTypeRule plain_value_type = "plain_value_type";
/// `int` or `date`: of a definition.
constexpr ComputedTypeRule computed_type = "computed_type";

BOOST_SPIRIT_DECLARE(ValueTypeRule, PlainValueTypeRule, ComputedTypeRule)

}  // namespace grotius::grammar
