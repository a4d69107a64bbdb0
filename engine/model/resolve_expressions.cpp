// Expressions: connectives, quantifiers, and what an expression must be where it stands.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/expressions.hpp"

namespace grotius::model {

namespace {

using SortKind = Sort::Kind;

void begin(Expr& out, ExprKind kind, Span span, SortKind sort = SortKind::boolean) {
  out.kind = kind;
  out.sort.kind = sort;
  out.span = span;
}

/// What would make a condition of the value.
std::string comparison_help(const Resolver& resolver, const Expr& expr) {
  const std::string text = resolver.excerpt(expr.span, "…");
  const std::string inner =
      text.size() > 2 && text.front() == '`' ? text.substr(1, text.size() - 2) : text;
  switch (expr.sort.kind) {
    case SortKind::integer:
      return "compare it, for instance `" + inner + " >= 1`";
    case SortKind::date:
      return "compare it, for instance `" + inner + " <= today`";
    case SortKind::individual: {
      const Type& type = resolver.model[expr.sort.type];
      if (!type.closed || type.members.empty()) return "write a relation about it";
      return "compare it, for instance `" + inner + " = " +
             std::string(resolver.model[type.members.front()].name) + "`";
    }
    case SortKind::boolean:
      break;
  }
  return {};
}

/// Moves the operands of the last operand to its place.
void flatten_last(std::vector<Expr>& operands) {
  std::vector<Expr> inner = std::move(operands.back().operands);
  operands.pop_back();
  std::move(inner.begin(), inner.end(), std::back_inserter(operands));
}

bool junction(Resolver& resolver, const syntax::Expression& expression, syntax::BinaryOperator op,
              Environment& environment, Expr& out) {
  // `a and b and c` is a tree that leans to the left, as deep as it is long; it becomes one node.
  std::size_t count = 1;
  const syntax::Expression* first = &expression;
  const auto leans_on = [&](const syntax::Expression& at) {
    const auto* binary = std::get_if<syntax::Binary>(&at.node);
    return binary && binary->op == op ? binary->operands.data() : nullptr;
  };
  while (const syntax::Expression* operands = leans_on(*first)) {
    first = operands;
    ++count;
  }
  std::vector<const syntax::Expression*> parts(count, first);
  const syntax::Expression* at = &expression;
  for (std::size_t i = count; i-- > 1; at = leans_on(*at)) parts[i] = leans_on(*at) + 1;

  begin(out,
        op == syntax::BinaryOperator::logical_and ? ExprKind::conjunction : ExprKind::disjunction,
        expression.span);
  out.operands.reserve(count);
  bool good = true;
  for (const syntax::Expression* part : parts) {
    good = resolver.condition(*part, environment, out.operands.emplace_back()) && good;
    if (out.operands.back().kind == out.kind) flatten_last(out.operands);
  }
  return good;
}

bool implication(Resolver& resolver, const syntax::Expression& expression,
                 const syntax::Binary& binary, Environment& environment, Expr& out) {
  begin(out, ExprKind::implication, expression.span);
  out.operands.resize(2);
  const bool left = resolver.condition(binary.operands[0], environment, out.operands[0]);
  return resolver.condition(binary.operands[1], environment, out.operands[1]) && left;
}

ExprKind kind_of(syntax::QuantifierKind kind) {
  switch (kind) {
    case syntax::QuantifierKind::some:
      return ExprKind::some;
    case syntax::QuantifierKind::no:
      return ExprKind::no;
    case syntax::QuantifierKind::every:
      return ExprKind::every;
    case syntax::QuantifierKind::count:
      return ExprKind::count;
    case syntax::QuantifierKind::sum:
      return ExprKind::sum;
  }
  return ExprKind::some;
}

bool quantifier(Resolver& resolver, const syntax::Expression& expression,
                const syntax::Quantifier& written, Environment& environment, Expr& out) {
  const std::size_t outer = environment.variables.size();
  const std::uint32_t first_slot = environment.next_slot;
  const ExprKind kind = kind_of(written.kind);
  const bool aggregate = kind == ExprKind::count || kind == ExprKind::sum;
  begin(out, kind, expression.span, aggregate ? SortKind::integer : SortKind::boolean);
  bool good = resolver.bind(written.binders, environment, out.binders);
  out.operands.resize(written.body.empty() ? 1 : 2);
  if (written.where.empty()) {
    out.operands[0] = truth(true);
  } else {
    good = resolver.condition(written.where.front(), environment, out.operands[0]) && good;
  }
  if (!written.body.empty()) {
    good = (kind == ExprKind::sum
                ? resolver.number(written.body.front(), environment, out.operands[1])
                : resolver.condition(written.body.front(), environment, out.operands[1])) &&
           good;
  }
  const auto end = environment.variables.begin() + static_cast<std::ptrdiff_t>(outer);
  environment.gone.insert(environment.gone.end(), end, environment.variables.end());
  environment.variables.resize(outer);
  environment.next_slot = first_slot;
  return good;
}

struct Inference {
  Resolver& resolver;
  const syntax::Expression& expression;
  Environment& environment;
  Expr& out;

  bool literal(ExprKind kind, SortKind sort, std::int64_t number) const {
    begin(out, kind, expression.span, sort);
    out.number = number;
    return true;
  }
  bool operator()(const syntax::BooleanLiteral& written) const {
    return literal(ExprKind::boolean, SortKind::boolean, written.value ? 1 : 0);
  }
  bool operator()(const syntax::IntegerLiteral& written) const {
    return literal(ExprKind::integer, SortKind::integer, written.value);
  }
  bool operator()(const syntax::DateLiteral& written) const {
    return literal(ExprKind::date, SortKind::date, written.date.day);
  }
  bool operator()(const syntax::Today&) const {
    return literal(ExprKind::today, SortKind::date, 0);
  }
  bool operator()(const syntax::Application& written) const {
    return application(resolver, expression, written, environment, out);
  }
  bool operator()(const syntax::Deontic& written) const {
    return deontic(resolver, expression, written, environment, out);
  }
  bool operator()(const syntax::Unary& written) const {
    begin(out, ExprKind::negation, expression.span);
    return resolver.condition(written.operand.front(), environment, out.operands.emplace_back());
  }
  bool operator()(const syntax::Binary& written) const {
    switch (written.op) {
      case syntax::BinaryOperator::logical_and:
      case syntax::BinaryOperator::logical_or:
        return junction(resolver, expression, written.op, environment, out);
      case syntax::BinaryOperator::implies:
        return implication(resolver, expression, written, environment, out);
      case syntax::BinaryOperator::plus:
      case syntax::BinaryOperator::minus:
      case syntax::BinaryOperator::times:
        return arithmetic(resolver, expression, environment, out);
      default:
        return comparison(resolver, expression, written, environment, out);
    }
  }
  bool operator()(const syntax::Membership& written) const {
    return membership(resolver, expression, written, environment, out);
  }
  bool operator()(const syntax::TypeTest& written) const {
    return type_test(resolver, expression, written, environment, out);
  }
  bool operator()(const syntax::Quantifier& written) const {
    return quantifier(resolver, expression, written, environment, out);
  }
};

}  // namespace

bool Resolver::infer(const syntax::Expression& expression, Environment& environment, Expr& out) {
  return std::visit(Inference{*this, expression, environment, out}, expression.node);
}

std::optional<Expr> Resolver::infer(const syntax::Expression& expression,
                                    Environment& environment) {
  std::optional<Expr> result(std::in_place);
  if (!infer(expression, environment, *result)) result.reset();
  return result;
}

std::optional<Expr> Resolver::condition(const syntax::Expression& expression,
                                        Environment& environment) {
  std::optional<Expr> result(std::in_place);
  if (!condition(expression, environment, *result)) result.reset();
  return result;
}

bool Resolver::condition(const syntax::Expression& expression, Environment& environment,
                         Expr& out) {
  if (!infer(expression, environment, out)) return false;
  if (out.sort.kind == SortKind::boolean) return true;
  diagnostics
      .error(codes::not_a_condition, expression.span,
             excerpt(expression.span) + " is " + describe(model, out.sort) + ", not a condition")
      .help = comparison_help(*this, out);
  return false;
}

bool Resolver::value(const syntax::Expression& expression, Environment& environment, Expr& out) {
  if (!infer(expression, environment, out)) return false;
  if (out.sort.kind != SortKind::boolean) return true;
  diagnostics
      .error(
          codes::not_a_value, expression.span,
          excerpt(expression.span) + " is a condition: it is true or false and has no other value")
      .help = "to have a number, declare the fact with `: int`, or count: `count x: T where …`";
  return false;
}

bool Resolver::number(const syntax::Expression& expression, Environment& environment, Expr& out) {
  if (!value(expression, environment, out)) return false;
  if (out.sort.kind == SortKind::integer) return true;
  diagnostics.error(
      codes::mixed_arithmetic, expression.span,
      excerpt(expression.span) + " is " + describe(model, out.sort) + ", where a number is meant");
  return false;
}

bool Resolver::individual(const syntax::Expression& expression, Environment& environment,
                          TypeId type, Expr& out) {
  if (!value(expression, environment, out)) return false;
  if (out.sort.kind == SortKind::individual && fits(out.sort.type, type)) return true;
  const std::string wanted(type_name(model, type));
  if (out.sort.kind != SortKind::individual) {
    diagnostics.error(codes::needs_an_individual, expression.span,
                      excerpt(expression.span) + " is " + describe(model, out.sort) + ", where " +
                          quoted(wanted) + " is meant");
    return false;
  }
  Diagnostic& diagnostic =
      diagnostics.error(codes::wrong_type, expression.span,
                        excerpt(expression.span) + " is " + describe(model, out.sort) + ", where " +
                            quoted(wanted) + " is meant");
  if (fits(type, out.sort.type)) {
    diagnostic.help = "not every `" + type_name(model, out.sort.type) + "` is a `" + wanted +
                      "`: write `some s: " + wanted +
                      " where s = " + std::string(sources.text(expression.span)) +
                      " and …`, or narrow the norm's argument";
  }
  return false;
}

bool Resolver::fits(TypeId type, TypeId general) const {
  for (std::optional<TypeId> at = type; at; at = model[*at].supertype) {
    if (*at == general) return true;
    if (!uncertain_types.empty() &&
        std::find(uncertain_types.begin(), uncertain_types.end(), *at) != uncertain_types.end()) {
      return true;
    }
  }
  return false;
}

std::string Resolver::excerpt(Span span, std::string_view otherwise) const {
  const std::string_view text = sources.text(span);
  if (text.empty() || text.size() > 60 || text.find('\n') != std::string_view::npos) {
    return std::string(otherwise);
  }
  return quoted(text);
}

}  // namespace grotius::model
