#include "grammar/x3/operands.hpp"

#include "grammar/x3/actions.hpp"
#include "grammar/x3/depth.hpp"

namespace grotius::grammar {

using syntax::Application;
using syntax::Expression;

constexpr x3::rule<struct ApplicationId, Application> application = "application";
constexpr x3::rule<struct NamedId, Expression> named = "named";
constexpr x3::rule<struct LiteralId, Expression> literal = "literal";
constexpr x3::rule<struct IntegerId, syntax::IntegerLiteral> integer_literal = "integer";
constexpr x3::rule<struct ParenthesisedId, Expression> parenthesised = "parenthesised";
constexpr x3::rule<struct CompoundId, Expression> compound = "compound";

namespace {

template <class Node>
constexpr auto node(Node value) {
  return [value](auto& context) { x3::_val(context).node = value; };
}

constexpr auto as_date = [](auto& context) {
  x3::_val(context).node = syntax::DateLiteral{x3::_attr(context).date};
};

constexpr auto as_number = [](auto& context) {
  x3::_val(context).value =
      positive(state_of(context), x3::_attr(context), x3::_where(context).begin() - 1);
};

constexpr auto as_negative_number = [](auto& context) {
  x3::_val(context).value = negative(x3::_attr(context));
};

constexpr auto in_parentheses = [](auto& context) {
  x3::_val(context) = std::move(x3::_attr(context));
  x3::_val(context).in_parentheses = true;
};

}  // namespace

const auto operand_def =
    placed(enclosing(called(Thing::value, named | literal | parenthesised | compound)));

const auto named_def = application[as_node];

const auto application_def = reference(Thing::value)[put(&Application::name)] >>
                             -(opening[set(&Application::parenthesised, true)] >
                               -(expression[add(&Application::arguments)] >
                                 *(comma > expression[add(&Application::arguments)])) > closing);

const auto literal_def = integer_literal[as_node] | date[as_date] |
                         word(Word::true_)[node(syntax::BooleanLiteral{true})] |
                         word(Word::false_)[node(syntax::BooleanLiteral{false})] |
                         word(Word::today)[node(syntax::Today{})];

const auto integer_literal_def = (magnitude[as_number] |
                                  (SignParser(Sign::minus) > magnitude[as_negative_number])) >>
                                 -word(Word::days)[set(&syntax::IntegerLiteral::in_days, true)];

const auto parenthesised_def = opening > expression[in_parentheses] > closing;

const auto compound_def = quantifier[as_node] | deontic[as_node];

BOOST_SPIRIT_DEFINE(operand, named, application, literal, integer_literal, parenthesised, compound)

BOOST_SPIRIT_INSTANTIATE(OperandRule, Iterator, Context)

}  // namespace grotius::grammar
