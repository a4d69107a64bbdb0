#include "grammar/x3/expressions.hpp"

#include "grammar/x3/actions.hpp"
#include "grammar/x3/depth.hpp"
#include "grammar/x3/levels.hpp"
#include "grammar/x3/operands.hpp"

namespace grotius::grammar {

using syntax::BinaryOperator;
using syntax::Expression;

constexpr x3::rule<struct DisjunctionId, Expression> disjunction = "disjunction";
constexpr x3::rule<struct ConjunctionId, Expression> conjunction = "conjunction";
constexpr x3::rule<struct NegationId, Expression> negation = "negation";
constexpr x3::rule<struct NegatedId, Expression> negated = "negated";
constexpr x3::rule<struct ComparisonId, Expression> comparison = "comparison";
constexpr x3::rule<struct RelationId, Expression> relation = "relation";
constexpr x3::rule<struct ProductId, Expression> product = "product";
constexpr x3::rule<struct SetId, std::vector<Expression>> set_of_values = "set";

namespace {

constexpr auto negate = [](auto& context) {
  State& state = state_of(context);
  state.height = taller(state, state.farthest, state.height, 0);
  syntax::Unary node;
  node.operand.push_back(std::move(x3::_attr(context)));
  x3::_val(context).node = std::move(node);
};

/// A second comparison without parentheses is reported.
constexpr auto only_once = [](auto& context) {
  const Expression& value = x3::_val(context);
  if (is_comparison(value)) {
    report_chain(state_of(context), value, x3::_where(context).begin() - 1);
  }
};

constexpr auto as_membership = [](auto& context) {
  Expression& value = x3::_val(context);
  State& state = state_of(context);
  const Iterator end = x3::_where(context).begin();
  syntax::Membership node{{}, std::move(x3::_attr(context))};
  const std::uint32_t begin = value.span.begin;
  node.element.push_back(std::move(value));
  value = {};
  value.node = std::move(node);
  value.span = state.span(begin, end[-1].end);
};

constexpr auto as_type_test = [](auto& context) {
  Expression& value = x3::_val(context);
  State& state = state_of(context);
  state.height = taller(state, state.farthest, state.height, 0);
  syntax::TypeTest node{{}, std::move(x3::_attr(context))};
  const Span span = state.span(value.span.begin, node.type.span.end);
  node.subject.push_back(std::move(value));
  value = {};
  value.node = std::move(node);
  value.span = span;
};

}  // namespace

const auto expression_def =
    deeper(to_the_right(disjunction, operators(Operator(Word::implies, BinaryOperator::implies))));

const auto disjunction_def =
    to_the_left(conjunction, operators(Operator(Word::or_, BinaryOperator::logical_or)));

const auto conjunction_def =
    to_the_left(negation, operators(Operator(Word::and_, BinaryOperator::logical_and)));

const auto negation_def = negated | comparison;

const auto negated_def = placed(word(Word::not_) > deeper(negation)[negate]);

// `in` without a brace may belong to `ask … in SITUATION`.
const auto in_set = (word(Word::in) >> &opening_brace)[only_once];
const auto membership = in_set > deeper(enclosing(set_of_values, true))[as_membership];

const auto type_test = word(Word::is)[only_once] > reference(Thing::type_name)[as_type_test];

const auto comparison_def = continued(relation, *(membership | type_test));

const auto set_of_values_def = opening_brace > sum[append] > *(comma > sum[append]) > closing_brace;

const auto relation_def =
    once(sum, operators(Operator(Sign::equal, BinaryOperator::equal),
                        Operator(Sign::not_equal, BinaryOperator::not_equal),
                        Operator(Sign::less, BinaryOperator::less),
                        Operator(Sign::less_equal, BinaryOperator::less_equal),
                        Operator(Sign::greater, BinaryOperator::greater),
                        Operator(Sign::greater_equal, BinaryOperator::greater_equal)));

const auto sum_def = to_the_left(product, operators(Operator(Sign::plus, BinaryOperator::plus),
                                                    Operator(Sign::minus, BinaryOperator::minus)));

const auto product_def =
    to_the_left(operand, operators(Operator(Sign::times, BinaryOperator::times)));

BOOST_SPIRIT_DEFINE(expression, disjunction, conjunction, negation, negated, comparison,
                    set_of_values, relation, sum, product)

BOOST_SPIRIT_INSTANTIATE(ExpressionRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(SumRule, Iterator, Context)

}  // namespace grotius::grammar
