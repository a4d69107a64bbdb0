// Conditions over a finite universe: quantifiers become connectives.

#include <algorithm>

#include "engine/ground/bindings.hpp"

namespace grotius::ground {

using model::Expr;
using model::ExprKind;
using model::IndividualId;

namespace {

constexpr std::uint32_t kMaximumDepth = 5'000;

}  // namespace

Grounder::Impl::Depth::Depth(std::uint32_t& depth) : depth_(depth) {
  if (depth_ >= kMaximumDepth)
    throw ResourceLimit{
        "the definitions that this question rests on refer to each other more than " +
        std::to_string(kMaximumDepth) + " steps deep (limit: depth of grounding)"};
  ++depth_;
}

void Grounder::Impl::count_binding() {
  if (++bindings_ > GroundLimits::bindings)
    throw ResourceLimit{"the question ranges over more than " +
                        std::to_string(GroundLimits::bindings) +
                        " combinations of individuals (limit: bindings); name fewer individuals or "
                        "narrow the types"};
}

NodeId Grounder::Impl::equal(const Expr& left, const Expr& right, Tuple& environment) {
  switch (left.sort.kind) {
    case model::Sort::Kind::boolean: {
      const NodeId a = truth(left, environment);
      const NodeId b = truth(right, environment);
      return builder.conjunction({builder.implication(a, b), builder.implication(b, a)});
    }
    case model::Sort::Kind::individual: {
      std::vector<NodeId> both;
      const Term values = term(right, environment);
      for (const Case& a : term(left, environment))
        for (const Case& b : values)
          if (a.value == b.value) both.push_back(builder.conjunction({a.condition, b.condition}));
      return builder.disjunction(std::move(both));
    }
    default:
      return builder.equal(number(left, environment), number(right, environment));
  }
}

NodeId Grounder::Impl::compare(const Expr& expr, Tuple& environment) {
  const NodeId left = number(expr.operands[0], environment);
  const NodeId right = number(expr.operands[1], environment);
  return expr.kind == ExprKind::less_equal ? builder.less_equal(left, right)
                                           : builder.negation(builder.less_equal(right, left));
}

NodeId Grounder::Impl::truth(const Expr& expr, Tuple& environment) {
  const Depth depth(depth_);
  switch (expr.kind) {
    case ExprKind::boolean:
      return builder.truth(expr.number != 0);
    case ExprKind::negation:
      return builder.negation(truth(expr.operands[0], environment));
    case ExprKind::conjunction:
    case ExprKind::disjunction: {
      const bool all = expr.kind == ExprKind::conjunction;
      std::vector<NodeId> parts;
      for (const Expr& operand : expr.operands) {
        parts.push_back(truth(operand, environment));
        if (builder.program().is_constant(parts.back(), !all)) return parts.back();
      }
      return all ? builder.conjunction(std::move(parts)) : builder.disjunction(std::move(parts));
    }
    case ExprKind::implication: {
      const NodeId left = truth(expr.operands[0], environment);
      if (builder.program().is_constant(left, false)) return builder.truth(true);
      return builder.implication(left, truth(expr.operands[1], environment));
    }
    case ExprKind::equal:
      return equal(expr.operands[0], expr.operands[1], environment);
    case ExprKind::less:
    case ExprKind::less_equal:
      return compare(expr, environment);
    case ExprKind::member: {
      std::vector<NodeId> any;
      for (std::size_t i = 1; i < expr.operands.size(); ++i)
        any.push_back(equal(expr.operands[0], expr.operands[i], environment));
      return builder.disjunction(std::move(any));
    }
    case ExprKind::is_type: {
      std::vector<NodeId> any;
      for (const Case& a_case : term(expr.operands[0], environment))
        if (belongs(a_case.value, model::id_of<model::TypeId>(expr.ref)))
          any.push_back(a_case.condition);
      return builder.disjunction(std::move(any));
    }
    case ExprKind::some:
    case ExprKind::no: {
      std::vector<NodeId> any;
      each_binding(expr, environment, [&](NodeId condition) { any.push_back(condition); });
      const NodeId some = builder.disjunction(std::move(any));
      return expr.kind == ExprKind::some ? some : builder.negation(some);
    }
    case ExprKind::every: {
      std::vector<NodeId> all;
      each_binding(expr, environment, [&](NodeId condition) {
        all.push_back(builder.implication(condition, truth(expr.operands[1], environment)));
      });
      return builder.conjunction(std::move(all));
    }
    case ExprKind::status:
      return status(expr, environment);
    default:
      break;
  }
  std::vector<NodeId> any;
  each_tuple(expr.operands, environment, [&](Tuple tuple, NodeId condition) {
    if (builder.program().is_constant(condition, false)) return;
    const NodeId here =
        expr.kind == ExprKind::fact
            ? fact(model::id_of<model::FactId>(expr.ref), std::move(tuple))
            : definition(model::id_of<model::DefinitionId>(expr.ref), std::move(tuple));
    any.push_back(builder.conjunction({condition, here}));
  });
  return builder.disjunction(std::move(any));
}

NodeId Grounder::Impl::status(const Expr& expr, Tuple& environment) {
  std::vector<NodeId> any;
  each_tuple(expr.operands, environment, [&](Tuple tuple, NodeId condition) {
    if (builder.program().is_constant(condition, false)) return;
    any.push_back(builder.conjunction(
        {condition, status_of(expr, {model::id_of<model::ActionId>(expr.ref), std::move(tuple)})}));
  });
  return builder.disjunction(std::move(any));
}

}  // namespace grotius::ground
