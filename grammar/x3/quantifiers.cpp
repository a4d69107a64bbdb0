// Binders, quantifiers and deontic operators.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/depth.hpp"
#include "grammar/x3/operands.hpp"

namespace grotius::grammar {

using syntax::Binder;
using syntax::Deontic;
using syntax::DeonticOperator;
using syntax::Quantifier;
using syntax::QuantifierKind;

namespace {

constexpr auto kind(Word spelt, QuantifierKind value) {
  return word(spelt)[set(&Quantifier::kind, value)];
}

constexpr auto op(Word spelt, DeonticOperator value) {
  return word(spelt)[set(&Deontic::op, value)];
}

constexpr auto named_binder = [](auto& context) {
  Binder binder;
  binder.name = x3::_attr(context);
  x3::_val(context).push_back(std::move(binder));
};

constexpr auto typed = [](auto& context) {
  for (Binder& binder : x3::_val(context)) binder.type = x3::_attr(context);
};

}  // namespace

// -------------------------------------------------------------------------------------------------
// Binders

const auto variable = declared(Thing::variable_name);

const auto binder_group_def = (variable[named_binder] >> *(comma > variable[named_binder])) >
                              colon > reference(Thing::type_name)[typed];

const auto another_group = comma >> variable >> *(comma >> variable) >> colon;

const auto binders_def = binder_group[append_all] >>
                         *(&another_group >> comma >> binder_group[append_all]);

BOOST_SPIRIT_DEFINE(binder_group, binders)

BOOST_SPIRIT_INSTANTIATE(BinderGroupRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(BindersRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Quantifiers

const auto over = binders[put(&Quantifier::binders)];
const auto where = word(Word::where) > expression[add(&Quantifier::where)];

const auto quantifier_def =
    ((kind(Word::some, QuantifierKind::some) | kind(Word::no, QuantifierKind::no) |
      kind(Word::count, QuantifierKind::count)) > over > -where) |
    (kind(Word::every, QuantifierKind::every) > over > -where > word(Word::satisfies) >
     expression[add(&Quantifier::body)]) |
    (kind(Word::sum, QuantifierKind::sum) > deeper(sum[add(&Quantifier::body)]) > word(Word::for_) >
     over > -where);

// -------------------------------------------------------------------------------------------------
// Deontic operators

const auto deontic_def =
    (op(Word::permitted, DeonticOperator::permitted) |
     op(Word::forbidden, DeonticOperator::forbidden) | op(Word::obliged, DeonticOperator::obliged) |
     op(Word::exempted, DeonticOperator::exempted) |
     op(Word::empowered, DeonticOperator::empowered) |
     op(Word::disabled, DeonticOperator::disabled) |
     op(Word::contested, DeonticOperator::contested) | op(Word::silent, DeonticOperator::silent) |
     op(Word::done, DeonticOperator::done) | op(Word::fulfilled, DeonticOperator::fulfilled) |
     op(Word::breached, DeonticOperator::breached) | op(Word::valid, DeonticOperator::valid)) >
    reference(Thing::action_name)[put(&Deontic::action)] > opening >
    -(expression[add(&Deontic::arguments)] >
      *(comma > expression[add(&Deontic::arguments)])) > closing
    > -(word(Word::under) > reference(Thing::module_name)[put(&Deontic::under)]);

BOOST_SPIRIT_DEFINE(quantifier, deontic)

BOOST_SPIRIT_INSTANTIATE(QuantifierRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(DeonticRule, Iterator, Context)

}  // namespace grotius::grammar
