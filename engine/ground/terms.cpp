// Terms over a finite universe: a term whose value depends on the situation becomes cases,
// aggregates become counts and sums.

#include "engine/ground/bindings.hpp"

namespace grotius::ground {

using model::Expr;
using model::ExprKind;
using model::IndividualId;

Term Grounder::Impl::term(const Expr& expr, Tuple& environment) {
  const NodeId always = builder.truth(true);
  switch (expr.kind) {
    case ExprKind::individual:
      return {{always, model::id_of<IndividualId>(expr.ref)}};
    case ExprKind::variable:
      return {{always, environment[expr.ref]}};
    case ExprKind::parameter: {
      if (const auto& value = world.parameters[expr.ref])
        return {{always, model::id_of<IndividualId>(static_cast<std::size_t>(*value))}};
      const model::Parameter& parameter = model.parameters[expr.ref];
      Term cases;
      for (IndividualId member : model[parameter.kind.sort.type].members)
        cases.push_back({builder.input_is({Input::Kind::parameter, expr.ref, {}, parameter.kind},
                                          static_cast<std::int64_t>(index(member))),
                         member});
      return cases;
    }
    default:
      break;
  }
  // A fact whose value is of a closed type.
  const model::Fact& fact = model.facts[expr.ref];
  std::map<IndividualId, std::vector<NodeId>> by_value;
  each_tuple(expr.operands, environment, [&](Tuple tuple, NodeId condition) {
    if (builder.program().is_constant(condition, false)) return;
    const Input input = fact_input(model::id_of<model::FactId>(expr.ref), std::move(tuple));
    for (IndividualId member : model[fact.kind.sort.type].members)
      by_value[member].push_back(builder.conjunction(
          {condition, builder.input_is(input, static_cast<std::int64_t>(index(member)))}));
  });
  Term cases;
  for (auto& [value, conditions] : by_value)
    cases.push_back({builder.disjunction(std::move(conditions)), value});
  return cases;
}

NodeId Grounder::Impl::number(const Expr& expr, Tuple& environment) {
  const Depth depth(depth_);
  switch (expr.kind) {
    case ExprKind::integer:
    case ExprKind::date:
      return builder.number(expr.number);
    case ExprKind::today:
      return today(expr.span);
    case ExprKind::parameter: {
      if (const auto& value = world.parameters[expr.ref]) return builder.number(*value);
      return builder.input({Input::Kind::parameter, expr.ref, {}, model.parameters[expr.ref].kind});
    }
    case ExprKind::add:
      return builder.sum(
          {number(expr.operands[0], environment), number(expr.operands[1], environment)});
    case ExprKind::subtract:
      return builder.sum({number(expr.operands[0], environment),
                          builder.scaled(-1, number(expr.operands[1], environment))});
    case ExprKind::multiply: {
      const NodeId left = number(expr.operands[0], environment);
      const NodeId right = number(expr.operands[1], environment);
      const Node& a = builder.program()[left];
      const Node& b = builder.program()[right];
      if (a.kind == NodeKind::number) return builder.scaled(a.number, right);
      if (b.kind == NodeKind::number) return builder.scaled(b.number, left);
      throw ResourceLimit{"a constant factor has no value within 64 bits"};
    }
    case ExprKind::count: {
      std::vector<NodeId> members;
      each_binding(expr, environment, [&](NodeId condition) { members.push_back(condition); });
      return builder.count(std::move(members));
    }
    case ExprKind::sum: {
      std::vector<NodeId> parts;
      each_binding(expr, environment, [&](NodeId condition) {
        parts.push_back(
            builder.choice(condition, number(expr.operands[1], environment), builder.number(0)));
      });
      return builder.sum(std::move(parts));
    }
    default:
      break;
  }
  // A fact or definition with a number: the last case needs no condition, the cases being
  // exhaustive.
  std::optional<NodeId> value;
  each_tuple(expr.operands, environment, [&](Tuple tuple, NodeId condition) {
    if (builder.program().is_constant(condition, false)) return;
    const NodeId here =
        expr.kind == ExprKind::fact
            ? fact(model::id_of<model::FactId>(expr.ref), std::move(tuple))
            : definition(model::id_of<model::DefinitionId>(expr.ref), std::move(tuple));
    value = value ? builder.choice(condition, here, *value) : here;
  });
  return *value;
}

NodeId Grounder::Impl::today(const Span& span) {
  switch (world.moment.kind) {
    case Moment::Kind::on:
      return builder.number(world.moment.date.day);
    case Moment::Kind::any: {
      model::ValueKind kind;
      kind.sort.kind = model::Sort::Kind::date;
      return builder.input({Input::Kind::today, 0, {}, kind});
    }
    case Moment::Kind::after_all:
      break;
  }
  if (!today_without_date) today_without_date = span;
  return builder.number(0);
}

}  // namespace grotius::ground
