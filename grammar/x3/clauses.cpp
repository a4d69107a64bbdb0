#include "grammar/x3/clauses.hpp"

#include "grammar/x3/actions.hpp"
#include "grammar/x3/build.hpp"

namespace grotius::grammar {

using syntax::Argument;
using syntax::Head;
using syntax::Period;
using syntax::Source;

namespace {

template <class Node>
constexpr auto node(Node value) {
  return [value](auto& context) { x3::_val(context).node = value; };
}

constexpr auto as_number = [](auto& context) {
  x3::_val(context) =
      positive(state_of(context), x3::_attr(context), x3::_where(context).begin() - 1);
};

constexpr auto as_negative_number = [](auto& context) {
  x3::_val(context) = negative(x3::_attr(context));
};

constexpr auto as_integer = [](auto& context) {
  x3::_val(context).node = syntax::IntegerLiteral{x3::_attr(context), false};
};

constexpr auto in_days = [](auto& context) {
  std::get<syntax::IntegerLiteral>(x3::_val(context).node).in_days = true;
};

constexpr auto as_date = [](auto& context) {
  x3::_val(context).node = syntax::DateLiteral{x3::_attr(context).date};
};

constexpr auto as_individual = [](auto& context) {
  x3::_val(context).node = syntax::Application{std::move(x3::_attr(context)), {}, false};
};

}  // namespace

// -------------------------------------------------------------------------------------------------
// Sources and dates

// `unconfirmed(` is an act of that name.
const auto unconfirmed = word(Word::unconfirmed) >> !opening;

const auto source_def =
    placed(word(Word::source) >
           (text[put(&Source::text)] | (reference(Thing::document_name)[put(&Source::document)] >>
                                        -text[put(&Source::text)])) >
           -unconfirmed[set(&Source::unconfirmed, true)]);

const auto from = word(Word::from) > date[put(&Period::from)];
const auto until = word(Word::until) > date[put(&Period::until)];

const auto period_def = -from >> -until;

const auto in_force_def = word(Word::in) > word(Word::force) > from > -until;

BOOST_SPIRIT_DEFINE(source, period, in_force)

BOOST_SPIRIT_INSTANTIATE(SourceRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PeriodRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(InForceRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Constants

const auto integer_def =
    magnitude[as_number] | (SignParser(Sign::minus) > magnitude[as_negative_number]);

const auto constant_def = placed(
    called(Thing::constant, (integer[as_integer] >> -word(Word::days)[in_days]) | date[as_date] |
                                reference(Thing::individual_name)[as_individual] |
                                word(Word::true_)[node(syntax::BooleanLiteral{true})] |
                                word(Word::false_)[node(syntax::BooleanLiteral{false})]));

BOOST_SPIRIT_DEFINE(integer, constant)

BOOST_SPIRIT_INSTANTIATE(IntegerRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ConstantRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Parameters and acts

const auto groups = binder_group[append_all] >> *(comma > binder_group[append_all]);

const auto parameters_def = opening > -groups > closing;

const auto for_binders_def = word(Word::for_) > groups;

constexpr x3::rule<struct ArgumentId, Argument> argument = "argument";

const auto argument_def = reference(Thing::argument)[put(&Argument::name)] >>
                          -(colon > reference(Thing::type_name)[put(&Argument::type)]);

const auto head_def = placed(
    reference(Thing::action_name)[put(&Head::action)] > opening >
    -(argument[add(&Head::arguments)] > *(comma > argument[add(&Head::arguments)])) > closing);

BOOST_SPIRIT_DEFINE(parameters, for_binders, argument, head)

BOOST_SPIRIT_INSTANTIATE(ParametersRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ForBindersRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(HeadRule, Iterator, Context)

}  // namespace grotius::grammar
