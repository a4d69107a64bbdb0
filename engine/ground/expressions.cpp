// Expressions over a finite universe: quantifiers become connectives, aggregates become counts and
// sums, and terms whose value depends on the situation become cases.

#include <algorithm>

#include "engine/ground/grounder.hpp"

namespace grotius::ground {

using model::Expr;
using model::ExprKind;
using model::IndividualId;

namespace {

constexpr std::uint32_t kMaximumDepth = 5'000;

/// The highest place among `binders` of a variable that occurs in the expression; -1 if none does.
int last_binder(const Expr& expr, const std::vector<model::Variable>& binders) {
  int last = -1;
  if (expr.kind == ExprKind::variable)
    for (std::size_t i = 0; i < binders.size(); ++i)
      if (binders[i].slot == expr.ref) last = static_cast<int>(i);
  for (const Expr& operand : expr.operands) last = std::max(last, last_binder(operand, binders));
  return last;
}

}  // namespace

Grounder::Impl::Depth::Depth(std::uint32_t& depth) : depth_(depth) {
  if (depth_ >= kMaximumDepth)
    throw ResourceLimit{
        "the definitions that this question rests on refer to each other more than " +
        std::to_string(kMaximumDepth) + " steps deep (limit: depth of grounding)"};
  ++depth_;
}

template <class Use>
void Grounder::Impl::each_tuple(const std::vector<Expr>& arguments, Tuple& environment, Use use) {
  std::vector<Term> terms;
  terms.reserve(arguments.size());
  for (const Expr& argument : arguments) terms.push_back(term(argument, environment));
  std::vector<std::size_t> choice(terms.size(), 0);
  while (true) {
    Tuple tuple;
    std::vector<NodeId> conditions;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      tuple.push_back(terms[i][choice[i]].value);
      conditions.push_back(terms[i][choice[i]].condition);
    }
    use(std::move(tuple), builder.conjunction(std::move(conditions)));
    std::size_t place = 0;
    while (place < terms.size() && ++choice[place] == terms[place].size()) choice[place++] = 0;
    if (place == terms.size()) return;
  }
}

// The conjuncts of `where` are grounded as soon as their variables are bound; one that is false
// cuts the search.
template <class Use>
void Grounder::Impl::each_binding(const Expr& quantifier, Tuple& environment, Use use) {
  const auto& binders = quantifier.binders;
  const Expr& where = quantifier.operands[0];
  std::vector<std::vector<const Expr*>> conjuncts(binders.size() + 1);
  auto sort_in = [&](const Expr& conjunct) {
    conjuncts[static_cast<std::size_t>(last_binder(conjunct, binders) + 1)].push_back(&conjunct);
  };
  if (where.kind == ExprKind::conjunction) {
    for (const Expr& conjunct : where.operands) sort_in(conjunct);
  } else {
    sort_in(where);
  }
  std::vector<NodeId> conditions;
  auto add_conjuncts = [&](std::size_t place) {
    for (const Expr* conjunct : conjuncts[place]) {
      conditions.push_back(truth(*conjunct, environment));
      if (builder.program().is_constant(conditions.back(), false)) return false;
    }
    return true;
  };
  auto bind = [&](auto& self, std::size_t place) -> void {
    if (place == binders.size()) {
      use(builder.conjunction(conditions));
      return;
    }
    for (IndividualId individual : world.universe.of(binders[place].type)) {
      environment[binders[place].slot] = individual;
      const std::size_t before = conditions.size();
      conditions.push_back(exists(individual));
      if (add_conjuncts(place + 1)) self(self, place + 1);
      conditions.resize(before);
    }
  };
  for (const auto& binder : binders)
    if (environment.size() <= binder.slot) environment.resize(binder.slot + 1);
  if (add_conjuncts(0)) bind(bind, 0);
}

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
