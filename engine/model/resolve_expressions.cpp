// Expressions: connectives, quantifiers, and what an expression must be where it stands.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/expressions.hpp"

namespace grotius::model {

namespace {

using SortKind = Sort::Kind;

constexpr Sort boolean{};

Expr node(ExprKind kind, Span span, std::vector<Expr> operands, Sort sort = boolean) {
  Expr expr;
  expr.kind = kind;
  expr.sort = sort;
  expr.operands = std::move(operands);
  expr.span = span;
  return expr;
}

/// What would make a condition of the value.
std::string comparison_help(const Resolver& resolver, const Expr& expr) {
  const std::string text = resolver.excerpt(expr.span, "…");
  const std::string inner = text.size() > 2 && text.front() == '`' ? text.substr(1, text.size() - 2) : text;
  switch (expr.sort.kind) {
    case SortKind::integer: return "compare it, for instance `" + inner + " >= 1`";
    case SortKind::date: return "compare it, for instance `" + inner + " <= today`";
    case SortKind::individual: {
      const Type& type = resolver.model[expr.sort.type];
      if (!type.closed || type.members.empty()) return "write a relation about it";
      return "compare it, for instance `" + inner + " = " + std::string(resolver.model[type.members.front()].name) + "`";
    }
    case SortKind::boolean: break;
  }
  return {};
}

std::optional<Expr> junction(Resolver& resolver, const syntax::Expression& expression,
                             syntax::BinaryOperator op, Environment& environment) {
  // `a and b and c` is a tree that leans to the left, as deep as it is long; it becomes one node.
  std::vector<const syntax::Expression*> parts;
  const syntax::Expression* at = &expression;
  for (;;) {
    const auto* binary = std::get_if<syntax::Binary>(&at->node);
    if (!binary || binary->op != op) break;
    parts.push_back(&binary->operands[1]);
    at = &binary->operands[0];
  }
  parts.push_back(at);
  const ExprKind kind =
      op == syntax::BinaryOperator::logical_and ? ExprKind::conjunction : ExprKind::disjunction;
  std::vector<Expr> operands;
  operands.reserve(parts.size());
  bool good = true;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    std::optional<Expr> operand = resolver.condition(**part, environment);
    if (!operand) {
      good = false;
    } else if (operand->kind == kind) {
      std::move(operand->operands.begin(), operand->operands.end(), std::back_inserter(operands));
    } else {
      operands.push_back(std::move(*operand));
    }
  }
  if (!good) return std::nullopt;
  return node(kind, expression.span, std::move(operands));
}

std::optional<Expr> implication(Resolver& resolver, const syntax::Expression& expression,
                                const syntax::Binary& binary, Environment& environment) {
  std::optional<Expr> left = resolver.condition(binary.operands[0], environment);
  std::optional<Expr> right = resolver.condition(binary.operands[1], environment);
  if (!left || !right) return std::nullopt;
  std::vector<Expr> operands;
  operands.push_back(std::move(*left));
  operands.push_back(std::move(*right));
  return node(ExprKind::implication, expression.span, std::move(operands));
}

ExprKind kind_of(syntax::QuantifierKind kind) {
  switch (kind) {
    case syntax::QuantifierKind::some: return ExprKind::some;
    case syntax::QuantifierKind::no: return ExprKind::no;
    case syntax::QuantifierKind::every: return ExprKind::every;
    case syntax::QuantifierKind::count: return ExprKind::count;
    case syntax::QuantifierKind::sum: return ExprKind::sum;
  }
  return ExprKind::some;
}

std::optional<Expr> quantifier(Resolver& resolver, const syntax::Expression& expression,
                               const syntax::Quantifier& written, Environment& environment) {
  const std::size_t outer = environment.variables.size();
  const std::uint32_t first_slot = environment.next_slot;
  Expr expr = node(kind_of(written.kind), expression.span, {});
  if (expr.kind == ExprKind::count || expr.kind == ExprKind::sum) expr.sort.kind = SortKind::integer;
  bool good = resolver.bind(written.binders, environment, expr.binders);
  if (written.where.empty()) {
    expr.operands.push_back(truth(true));
  } else if (auto where = resolver.condition(written.where.front(), environment)) {
    expr.operands.push_back(std::move(*where));
  } else {
    good = false;
  }
  if (!written.body.empty()) {
    std::optional<Expr> body = expr.kind == ExprKind::sum
                                   ? resolver.number(written.body.front(), environment)
                                   : resolver.condition(written.body.front(), environment);
    good = good && body;
    if (body) expr.operands.push_back(std::move(*body));
  }
  const auto end = environment.variables.begin() + static_cast<std::ptrdiff_t>(outer);
  environment.gone.insert(environment.gone.end(), end, environment.variables.end());
  environment.variables.resize(outer);
  environment.next_slot = first_slot;
  return good ? std::optional(std::move(expr)) : std::nullopt;
}

struct Inference {
  Resolver& resolver;
  const syntax::Expression& expression;
  Environment& environment;

  using Result = std::optional<Expr>;

  Result literal(ExprKind kind, SortKind sort, std::int64_t number) const {
    Expr expr = node(kind, expression.span, {}, {sort, {}});
    expr.number = number;
    return expr;
  }
  Result operator()(const syntax::BooleanLiteral& written) const {
    return literal(ExprKind::boolean, SortKind::boolean, written.value ? 1 : 0);
  }
  Result operator()(const syntax::IntegerLiteral& written) const {
    return literal(ExprKind::integer, SortKind::integer, written.value);
  }
  Result operator()(const syntax::DateLiteral& written) const {
    return literal(ExprKind::date, SortKind::date, written.date.day);
  }
  Result operator()(const syntax::Today&) const { return literal(ExprKind::today, SortKind::date, 0); }
  Result operator()(const syntax::Application& written) const {
    return application(resolver, expression, written, environment);
  }
  Result operator()(const syntax::Deontic& written) const {
    return deontic(resolver, expression, written, environment);
  }
  Result operator()(const syntax::Unary& written) const {
    Result operand = resolver.condition(written.operand.front(), environment);
    if (!operand) return std::nullopt;
    std::vector<Expr> operands;
    operands.push_back(std::move(*operand));
    return node(ExprKind::negation, expression.span, std::move(operands));
  }
  Result operator()(const syntax::Binary& written) const {
    switch (written.op) {
      case syntax::BinaryOperator::logical_and:
      case syntax::BinaryOperator::logical_or:
        return junction(resolver, expression, written.op, environment);
      case syntax::BinaryOperator::implies:
        return implication(resolver, expression, written, environment);
      case syntax::BinaryOperator::plus:
      case syntax::BinaryOperator::minus:
      case syntax::BinaryOperator::times:
        return arithmetic(resolver, expression, written, environment);
      default: return comparison(resolver, expression, written, environment);
    }
  }
  Result operator()(const syntax::Membership& written) const {
    return membership(resolver, expression, written, environment);
  }
  Result operator()(const syntax::TypeTest& written) const {
    return type_test(resolver, expression, written, environment);
  }
  Result operator()(const syntax::Quantifier& written) const {
    return quantifier(resolver, expression, written, environment);
  }
};

}  // namespace

std::optional<Expr> Resolver::infer(const syntax::Expression& expression, Environment& environment) {
  return std::visit(Inference{*this, expression, environment}, expression.node);
}

std::optional<Expr> Resolver::condition(const syntax::Expression& expression,
                                        Environment& environment) {
  std::optional<Expr> expr = infer(expression, environment);
  if (!expr || expr->sort.kind == SortKind::boolean) return expr;
  diagnostics
      .error(codes::not_a_condition, expression.span,
             excerpt(expression.span) + " is " + describe(model, expr->sort) + ", not a condition")
      .help = comparison_help(*this, *expr);
  return std::nullopt;
}

std::optional<Expr> Resolver::value(const syntax::Expression& expression, Environment& environment) {
  std::optional<Expr> expr = infer(expression, environment);
  if (!expr || expr->sort.kind != SortKind::boolean) return expr;
  diagnostics
      .error(codes::not_a_value, expression.span,
             excerpt(expression.span) + " is a condition: it is true or false and has no other value")
      .help = "to have a number, declare the fact with `: int`, or count: `count x: T where …`";
  return std::nullopt;
}

std::optional<Expr> Resolver::number(const syntax::Expression& expression, Environment& environment) {
  std::optional<Expr> expr = value(expression, environment);
  if (!expr || expr->sort.kind == SortKind::integer) return expr;
  diagnostics.error(codes::mixed_arithmetic, expression.span,
                    excerpt(expression.span) + " is " + describe(model, expr->sort) +
                        ", where a number is meant");
  return std::nullopt;
}

std::optional<Expr> Resolver::check(const syntax::Expression& expression, Environment& environment,
                                    const Sort& expected) {
  if (expected.kind == SortKind::boolean) return condition(expression, environment);
  if (expected.kind == SortKind::integer) return number(expression, environment);
  std::optional<Expr> expr = value(expression, environment);
  if (!expr) return std::nullopt;
  if (expected.kind == SortKind::date) {
    if (expr->sort.kind == SortKind::date) return expr;
    diagnostics
        .error(codes::mixed_arithmetic, expression.span,
               excerpt(expression.span) + " is " + describe(model, expr->sort) + ", where a date is meant")
        .help = expr->sort.kind == SortKind::integer ? "`DATE + N` and `DATE - N` are dates" : "";
    return std::nullopt;
  }
  if (expr->sort.kind != SortKind::individual) {
    diagnostics.error(codes::needs_an_individual, expression.span,
                      excerpt(expression.span) + " is " + describe(model, expr->sort) + ", where " +
                          quoted(model[expected.type].name) + " is meant");
    return std::nullopt;
  }
  if (fits(expr->sort.type, expected.type)) return expr;
  const std::string wanted(model[expected.type].name);
  Diagnostic& diagnostic = diagnostics.error(
      codes::wrong_type, expression.span,
      excerpt(expression.span) + " is " + describe(model, expr->sort) + ", where " + quoted(wanted) +
          " is meant");
  if (fits(expected.type, expr->sort.type)) {
    diagnostic.help = "not every `" + std::string(model[expr->sort.type].name) + "` is a `" + wanted +
                      "`: write `some s: " + wanted + " where s = " +
                      std::string(sources.text(expression.span)) +
                      " and …`, or narrow the norm's argument";
  }
  return std::nullopt;
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
