#include "cli/verify/expressions.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

using syntax::BinaryOperator;

Truth both(Truth a, Truth b) {
  if (a == false || b == false) return false;
  return a && b ? Truth(true) : std::nullopt;
}
Truth negated(Truth a) { return a ? Truth(!*a) : std::nullopt; }

std::optional<Value> Evaluator::operand(const syntax::Expression& expression,
                                        const Environment& environment) {
  if (auto known = grounds_.expression(expression, environment)) return known;
  return by_itself(expression, environment);
}

// Literals, variables, names of individuals, and arithmetic between literals.
std::optional<Value> Evaluator::by_itself(const syntax::Expression& expression,
                                          const Environment& environment) {
  if (const auto* truth = std::get_if<syntax::BooleanLiteral>(&expression.node))
    return Value::truth(truth->value);
  if (const auto* number = std::get_if<syntax::IntegerLiteral>(&expression.node))
    return Value::exactly(Sort::number, number->value);
  if (const auto* date = std::get_if<syntax::DateLiteral>(&expression.node))
    return Value::exactly(Sort::date, date->date.day);
  if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) {
    if (binary->op != BinaryOperator::plus && binary->op != BinaryOperator::minus &&
        binary->op != BinaryOperator::times)
      return std::nullopt;
    const auto left = by_itself(binary->operands[0], environment);
    const auto right = left ? by_itself(binary->operands[1], environment) : std::nullopt;
    if (!left || !right || left->sort == Sort::individual || right->sort == Sort::individual)
      return std::nullopt;
    return combine(binary->op, *left, *right);
  }
  const auto* name = std::get_if<syntax::Application>(&expression.node);
  if (name == nullptr || name->parenthesised) return std::nullopt;
  if (name->name.qualifier.empty()) {
    for (auto bound = environment.rbegin(); bound != environment.rend(); ++bound)
      if (bound->first == name->name.text) return Value::exactly(Sort::individual, bound->second);
  }
  const auto meant = law_.find(Space::vocabulary, name->name, law_.home(expression.span.source));
  if (!meant || meant->kind != Entity::individual) return std::nullopt;
  return Value::exactly(Sort::individual, meant->ref);
}

std::optional<Value> Evaluator::by_form(const syntax::Expression& expression,
                                        const Environment& environment) {
  if (auto alone = by_itself(expression, environment)) return alone;
  if (std::holds_alternative<syntax::Today>(expression.node)) return grounds_.today();
  if (const auto* written = std::get_if<syntax::Application>(&expression.node))
    return application(expression, *written, environment);
  if (const auto* written = std::get_if<syntax::Unary>(&expression.node))
    return value_of(negated(condition(written->operand.front(), environment)));
  if (const auto* written = std::get_if<syntax::Binary>(&expression.node))
    return binary(expression, *written, environment);
  if (const auto* written = std::get_if<syntax::Membership>(&expression.node))
    return value_of(membership(*written, environment));
  if (const auto* written = std::get_if<syntax::TypeTest>(&expression.node)) {
    const auto subject = operand(written->subject.front(), environment);
    if (!subject || subject->sort != Sort::individual) return std::nullopt;
    const Index type = law_.need(Entity::type, written->type, law_.home(expression.span.source));
    return Value::truth(
        law_.is_below(law_.individuals[static_cast<Index>(*subject->least)].type, type));
  }
  if (const auto* written = std::get_if<syntax::Deontic>(&expression.node))
    return value_of(deontic(*written, environment));
  if (const auto* written = std::get_if<syntax::Quantifier>(&expression.node))
    return quantifier(*written, environment);
  return std::nullopt;
}

std::optional<Tuple> Evaluator::arguments(const std::vector<syntax::Expression>& written,
                                          const Environment& environment) {
  Tuple result;
  for (const syntax::Expression& one : written) {
    const auto value = operand(one, environment);
    if (!value || value->sort != Sort::individual) return std::nullopt;
    result.push_back(static_cast<Index>(*value->least));
  }
  return result;
}

std::optional<Value> Evaluator::application(const syntax::Expression& expression,
                                            const syntax::Application& written,
                                            const Environment& environment) {
  const auto meant = law_.find(Space::vocabulary, written.name, law_.home(expression.span.source));
  if (!meant)
    throw CannotCheck{"the name `" + std::string(written.name.text) + "` at " +
                      law_.sources.at(expression.span) + " means nothing"};
  if (meant->kind == Entity::parameter) return grounds_.parameter(meant->ref);
  const auto values = arguments(written.arguments, environment);
  if (!values) return std::nullopt;
  if (meant->kind == Entity::fact) return grounds_.atom({false, meant->ref, *values});
  if (meant->kind == Entity::definition) return grounds_.definition(meant->ref, *values);
  throw CannotCheck{"what stands at " + law_.sources.at(expression.span) +
                    " says nothing by itself"};
}

std::optional<Value> Evaluator::binary(const syntax::Expression& expression,
                                       const syntax::Binary& written,
                                       const Environment& environment) {
  switch (written.op) {
    case BinaryOperator::logical_and:
    case BinaryOperator::logical_or:
      return value_of(junction(expression, written.op, environment));
    case BinaryOperator::implies: {
      const Truth left = condition(written.operands[0], environment);
      if (left == false) return Value::truth(true);
      const Truth right = condition(written.operands[1], environment);
      if (right == true) return Value::truth(true);
      return left && right ? std::optional(Value::truth(false)) : std::nullopt;
    }
    case BinaryOperator::not_equal:
      if (const auto known = grounds_.equality(expression, environment))
        return Value::truth(!*known);
      return value_of(negated(equality(written, environment)));
    case BinaryOperator::plus:
    case BinaryOperator::minus:
    case BinaryOperator::times: {
      const auto left = operand(written.operands[0], environment),
                 right = operand(written.operands[1], environment);
      if (!left || !right) return std::nullopt;
      return combine(written.op, *left, *right);
    }
    default: {
      const auto left = operand(written.operands[0], environment),
                 right = operand(written.operands[1], environment);
      if (!left || !right || left->sort != right->sort) return std::nullopt;
      return value_of(compare(written.op, *left, *right));
    }
  }
}

Truth Evaluator::equality(const syntax::Binary& binary, const Environment& environment) {
  const auto left = operand(binary.operands[0], environment),
             right = operand(binary.operands[1], environment);
  if (!left || !right || left->sort != right->sort) return std::nullopt;
  return compare(BinaryOperator::equal, *left, *right);
}

// `a and b and c` is one conjunction of three, however it is nested.
Truth Evaluator::junction(const syntax::Expression& expression, BinaryOperator op,
                          const Environment& environment) {
  const bool deciding = op == BinaryOperator::logical_or;
  Truth result = !deciding;
  std::vector<const syntax::Expression*> pending = {&expression};
  while (!pending.empty()) {
    const syntax::Expression& at = *pending.back();
    pending.pop_back();
    const auto* inner = std::get_if<syntax::Binary>(&at.node);
    if (inner != nullptr && inner->op == op) {
      pending.push_back(&inner->operands[1]);
      pending.push_back(&inner->operands[0]);
      continue;
    }
    const Truth part = condition(at, environment);
    if (part == deciding) return deciding;
    if (!part) result = std::nullopt;
  }
  return result;
}

Truth Evaluator::membership(const syntax::Membership& written, const Environment& environment) {
  const auto element = operand(written.element.front(), environment);
  if (!element) return std::nullopt;
  Truth result = false;
  for (const syntax::Expression& member : written.members) {
    const auto value = operand(member, environment);
    const Truth same = value && value->sort == element->sort
                           ? compare(BinaryOperator::equal, *element, *value)
                           : std::nullopt;
    if (same == true) return true;
    if (!same) result = std::nullopt;
  }
  return result;
}

template <class Use>
void Evaluator::each_binding(const syntax::Quantifier& written, const Environment& environment,
                             Use use) {
  std::vector<std::vector<Index>> choices;
  for (const Variable& variable : law_.bound(written.binders))
    choices.push_back(scene_.of(variable.type));
  Tuple tuple;
  each_tuple(choices, tuple, [&](const Tuple& chosen) {
    Environment inner = environment;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      inner.emplace_back(written.binders[i].name.text, chosen[i]);
    return use(inner);
  });
}

std::optional<Value> Evaluator::quantifier(const syntax::Quantifier& written,
                                           const Environment& environment) {
  if (written.kind == syntax::QuantifierKind::count || written.kind == syntax::QuantifierKind::sum)
    return aggregate(written, environment);
  return value_of(quantified(written, environment));
}

// `some` holds by one binding, `no` and `every` fail by one; otherwise all bindings count.
Truth Evaluator::quantified(const syntax::Quantifier& written, const Environment& environment) {
  Truth found = false;
  each_binding(written, environment, [&](const Environment& inner) {
    Truth one = written.where.empty() ? Truth(true) : condition(written.where.front(), inner);
    if (written.kind == syntax::QuantifierKind::every && one != false)
      one = both(one, negated(condition(written.body.front(), inner)));
    if (!one && written.kind == syntax::QuantifierKind::every &&
        condition(written.body.front(), inner) == true)
      one = false;
    if (one == true) found = true;
    if (!one && found == false) found = std::nullopt;
    return found != true;
  });
  return written.kind == syntax::QuantifierKind::some ? found : negated(found);
}

Value Evaluator::aggregate(const syntax::Quantifier& written, const Environment& environment) {
  Value total = Value::exactly(Sort::number, 0);
  each_binding(written, environment, [&](const Environment& inner) {
    const Truth counts =
        written.where.empty() ? Truth(true) : condition(written.where.front(), inner);
    if (counts == false) return true;
    Value one = Value::exactly(Sort::number, 1);
    if (written.kind == syntax::QuantifierKind::sum)
      one = operand(written.body.front(), inner).value_or(Value{Sort::number, {}, {}});
    if (!counts) {
      if (one.least) one.least = std::min<std::int64_t>(*one.least, 0);
      if (one.greatest) one.greatest = std::max<std::int64_t>(*one.greatest, 0);
    }
    total = combine(BinaryOperator::plus, total, one);
    return true;
  });
  return total;
}

Truth Evaluator::deontic(const syntax::Deontic& written, const Environment& environment) {
  using enum syntax::DeonticOperator;
  const auto from = law_.home(written.action.span.source);
  const auto values = arguments(written.arguments, environment);
  if (!values) return std::nullopt;
  const Act act{law_.need(Entity::action, written.action, from), *values};
  const Truth is_done = written.op == syntax::DeonticOperator::done || written.op == fulfilled ||
                                written.op == breached || written.op == valid
                            ? grounds_.done(act)
                            : Truth();
  if (written.op == syntax::DeonticOperator::done) return is_done;
  std::optional<Index> under;
  if (written.under) {
    under = law_.module(written.under->text);
    if (!under) throw CannotCheck{"there is no module `" + std::string(written.under->text) + "`"};
  }
  const Statuses status = grounds_.status(act, under).value_or(Statuses{});
  const auto is = [](const std::string& claimed, std::string_view asked) {
    return claimed.empty() ? Truth() : Truth(claimed == asked);
  };
  // A duty that stands uncontested permits, and no prohibition stands beside it.
  const Truth is_obliged = status.must.empty() && !status.may.empty() && status.may != "permitted"
                               ? Truth(false)
                               : is(status.must, "obliged");
  const Truth is_forbidden =
      status.may.empty() && status.must == "obliged" ? Truth(false) : is(status.may, "forbidden");
  switch (written.op) {
    case permitted:
      return is(status.may, "permitted");
    case forbidden:
      return is_forbidden;
    case contested:
      return is(status.may, "contested");
    case silent:
      return is(status.may, "silent");
    case obliged:
      return is_obliged;
    case exempted:
      return is(status.must, "exempt");
    case empowered:
      return is(status.can, "empowered");
    case disabled:
      return is(status.can, "disabled");
    case fulfilled:
      return both(is_obliged, is_done);
    case valid:
      return both(is(status.can, "empowered"), is_done);
    case breached: {
      const Truth by_omission = both(is_obliged, negated(is_done));
      const Truth by_deed = both(is_forbidden, is_done);
      return negated(both(negated(by_omission), negated(by_deed)));
    }
    default:
      return std::nullopt;
  }
}

}  // namespace grotius::verify
