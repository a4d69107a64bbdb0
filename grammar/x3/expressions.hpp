#pragma once
// The rules of expressions that the rules of items use (docs/language.md, Expressions).

#include "grammar/x3/config.hpp"
#include "grammar/x3/terminals.hpp"

namespace grotius::grammar {

using ExpressionRule = x3::rule<struct ExpressionId, syntax::Expression>;
using BindersRule = x3::rule<struct BindersId, std::vector<syntax::Binder>>;
using BinderGroupRule = x3::rule<struct BinderGroupId, std::vector<syntax::Binder>>;

/// Level 1: everything.
constexpr ExpressionRule expression = "expression";
/// `x, y: State`
constexpr BinderGroupRule binder_group = "binder_group";
/// The binders of a quantifier: `x, y: State, p: Population`. A comma after which no binder stands
/// is left alone.
constexpr BindersRule binders = "binders";

BOOST_SPIRIT_DECLARE(ExpressionRule, BinderGroupRule, BindersRule)

/// An expression that is true or false.
constexpr auto condition = called(Thing::condition, expression);

}  // namespace grotius::grammar
