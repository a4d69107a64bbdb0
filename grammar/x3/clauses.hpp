#pragma once
// Clauses that several items share: sources, dates, parameters, acts.

#include "grammar/x3/expressions.hpp"

namespace grotius::grammar {

using SourceRule = x3::rule<struct SourceClauseId, syntax::Source>;
using PeriodRule = x3::rule<struct PeriodId, syntax::Period>;
using InForceRule = x3::rule<struct InForceId, syntax::Period>;
using IntegerRule = x3::rule<struct SignedIntegerId, std::int64_t>;
using ConstantRule = x3::rule<struct ConstantId, syntax::Expression>;
using ParametersRule = x3::rule<struct ParametersId, std::vector<syntax::Binder>>;
using ForBindersRule = x3::rule<struct ForBindersId, std::vector<syntax::Binder>>;
using HeadRule = x3::rule<struct HeadId, syntax::Head>;

/// `source NAME ["pinpoint"] [unconfirmed]` or `source "citation" [unconfirmed]`
constexpr SourceRule source = "source";
/// `[from DATE] [until DATE]`; perhaps nothing.
constexpr PeriodRule period = "period";
/// `in force from DATE [until DATE]`
constexpr InForceRule in_force = "in_force";
/// An integer, perhaps with a minus.
constexpr IntegerRule integer = "integer";
/// What a fact or parameter can be given: a literal or an individual.
constexpr ConstantRule constant = "constant";
/// `(x: TYPE, …)`, perhaps `()`.
constexpr ParametersRule parameters = "parameters";
/// `for x: TYPE, …`
constexpr ForBindersRule for_binders = "for_binders";
/// `ACTION(argument, …)` of a norm: names, or typed variables.
constexpr HeadRule head = "head";

BOOST_SPIRIT_DECLARE(SourceRule, PeriodRule, InForceRule, IntegerRule, ConstantRule, ParametersRule,
                     ForBindersRule, HeadRule)

}  // namespace grotius::grammar
