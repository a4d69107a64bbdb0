// Comparisons, membership, type tests, and arithmetic with numbers and dates.

#include "engine/model/codes.hpp"
#include "engine/model/expressions.hpp"

namespace grotius::model {

namespace {

using SortKind = Sort::Kind;

Expr node(ExprKind kind, Sort sort, Span span, Expr left, Expr right) {
  Expr expr;
  expr.kind = kind;
  expr.sort = sort;
  expr.span = span;
  expr.operands.reserve(2);
  expr.operands.push_back(std::move(left));
  expr.operands.push_back(std::move(right));
  return expr;
}

Expr negation(Expr operand) {
  Expr expr;
  expr.kind = ExprKind::negation;
  expr.span = operand.span;
  expr.operands.push_back(std::move(operand));
  return expr;
}

/// A comparison as a side of another, `a < b < c`: the grammar has said that comparisons are not chained.
bool is_chained(const syntax::Expression& expression) {
  const auto* binary = std::get_if<syntax::Binary>(&expression.node);
  return binary && !expression.in_parentheses && binary->op >= syntax::BinaryOperator::equal &&
         binary->op <= syntax::BinaryOperator::greater_equal;
}

/// A side of a comparison: not a condition.
std::optional<Expr> side(Resolver& resolver, const syntax::Expression& expression,
                         Environment& environment) {
  std::optional<Expr> expr = resolver.infer(expression, environment);
  if (!expr || expr->sort.kind != SortKind::boolean) return expr;
  if (is_chained(expression)) return std::nullopt;
  const std::string text = resolver.excerpt(expression.span, "`…`");
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::relation_compared, expression.span,
      resolver.excerpt(expression.span) + " is a condition: it is true or false, and is not compared");
  diagnostic.help = is_literal(*expr, true) || is_literal(*expr, false)
                        ? "write the condition alone, or `not` before it"
                        : "write " + text + " alone, or `not` before it";
  return std::nullopt;
}

/// Two things that can be equal.
bool comparable(Resolver& resolver, const Expr& left, const Expr& right, Span span) {
  if (left.sort.kind == right.sort.kind) {
    if (left.sort.kind != SortKind::individual || resolver.alike(left.sort.type, right.sort.type)) {
      return true;
    }
    const std::string a(resolver.model[left.sort.type].name);
    const std::string b(resolver.model[right.sort.type].name);
    resolver.diagnostics.error(codes::not_comparable, span,
                               "no `" + a + "` is ever a `" + b + "`, so the two are not compared");
    return false;
  }
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::not_comparable, span,
      resolver.excerpt(left.span) + " is " + describe(resolver.model, left.sort) + " and " +
          resolver.excerpt(right.span) + " is " + describe(resolver.model, right.sort) +
          ", so they are not compared");
  const bool with_date = left.sort.kind == SortKind::date || right.sort.kind == SortKind::date;
  const bool with_number = left.sort.kind == SortKind::integer || right.sort.kind == SortKind::integer;
  if (with_date && with_number) {
    diagnostic.help = "a number of days lies between two dates: `today - d <= 30 days`, or `today <= d + 30 days`";
  }
  return false;
}

std::optional<Expr> too_large(Resolver& resolver, Span span) {
  resolver.diagnostics
      .error(codes::overflow, span, "this constant does not fit in 64 bits")
      .help = "integers lie between -9_223_372_036_854_775_808 and 9_223_372_036_854_775_807";
  return std::nullopt;
}

bool is_number(const Expr& expr) { return expr.kind == ExprKind::integer; }
bool is_date(const Expr& expr) { return expr.kind == ExprKind::date; }

/// The value of two constants; nothing where it overflows.
std::optional<std::int64_t> computed(syntax::BinaryOperator op, std::int64_t left, std::int64_t right) {
  std::int64_t value = 0;
  const bool overflows = op == syntax::BinaryOperator::plus    ? __builtin_add_overflow(left, right, &value)
                         : op == syntax::BinaryOperator::minus ? __builtin_sub_overflow(left, right, &value)
                                                               : __builtin_mul_overflow(left, right, &value);
  return overflows ? std::nullopt : std::optional(value);
}

/// The sort of `left op right`; nothing where it has none.
std::optional<SortKind> sort_of(syntax::BinaryOperator op, SortKind left, SortKind right) {
  const bool numbers = left == SortKind::integer && right == SortKind::integer;
  if (numbers) return SortKind::integer;
  if (op == syntax::BinaryOperator::times || left != SortKind::date) return std::nullopt;
  if (right == SortKind::integer) return SortKind::date;
  if (right == SortKind::date && op == syntax::BinaryOperator::minus) return SortKind::integer;
  return std::nullopt;
}

std::optional<Expr> mixed(Resolver& resolver, syntax::BinaryOperator op, const Expr& left,
                          const Expr& right, Span span) {
  const char* sign = op == syntax::BinaryOperator::plus    ? "`+`"
                     : op == syntax::BinaryOperator::minus ? "`-`"
                                                           : "`*`";
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::mixed_arithmetic, span,
      std::string(sign) + " does not go with these: " + resolver.excerpt(left.span, "the left side") + " is " +
          describe(resolver.model, left.sort) + " and " + resolver.excerpt(right.span, "the right side") + " is " +
          describe(resolver.model, right.sort));
  diagnostic.help = left.sort.kind == SortKind::integer && right.sort.kind == SortKind::date
                        ? "write the date first: `DATE + N`"
                        : "`DATE - DATE` is a number of days, `DATE + N` and `DATE - N` are dates; "
                          "everything else is between numbers";
  return std::nullopt;
}

std::optional<Expr> combined(Resolver& resolver, syntax::BinaryOperator op, Expr left, Expr right,
                             Span span) {
  const std::optional<SortKind> sort = sort_of(op, left.sort.kind, right.sort.kind);
  if (!sort) return mixed(resolver, op, left, right, span);
  if ((is_number(left) || is_date(left)) && (is_number(right) || is_date(right))) {
    const std::optional<std::int64_t> value = computed(op, left.number, right.number);
    if (!value) return too_large(resolver, span);
    Expr expr;
    expr.kind = *sort == SortKind::date ? ExprKind::date : ExprKind::integer;
    expr.sort.kind = *sort;
    expr.number = *value;
    expr.span = span;
    return expr;
  }
  if (op == syntax::BinaryOperator::times && !is_number(left) && !is_number(right)) {
    resolver.diagnostics
        .error(codes::product_of_unknowns, span, "one side of `*` must be a constant number")
        .help = "write a number on one side, for instance `2 * deaths(p)`";
    return std::nullopt;
  }
  const ExprKind kind = op == syntax::BinaryOperator::plus    ? ExprKind::add
                        : op == syntax::BinaryOperator::minus ? ExprKind::subtract
                                                              : ExprKind::multiply;
  return node(kind, {*sort, {}}, span, std::move(left), std::move(right));
}

bool is_arithmetic(syntax::BinaryOperator op) {
  return op == syntax::BinaryOperator::plus || op == syntax::BinaryOperator::minus ||
         op == syntax::BinaryOperator::times;
}

}  // namespace

std::optional<Expr> comparison(Resolver& resolver, const syntax::Expression& expression,
                               const syntax::Binary& written, Environment& environment) {
  using syntax::BinaryOperator;
  std::optional<Expr> left = side(resolver, written.operands[0], environment);
  std::optional<Expr> right = side(resolver, written.operands[1], environment);
  if (!left || !right || !comparable(resolver, *left, *right, expression.span)) return std::nullopt;
  const bool equality = written.op == BinaryOperator::equal || written.op == BinaryOperator::not_equal;
  if (!equality && left->sort.kind == SortKind::individual) {
    resolver.diagnostics
        .error(codes::not_comparable, expression.span, "individuals are not greater or less than each other")
        .help = "compare them with `=`, `!=` or `in {…}`";
    return std::nullopt;
  }
  const auto make = [&](ExprKind kind, Expr& first, Expr& second) {
    return node(kind, {}, expression.span, std::move(first), std::move(second));
  };
  switch (written.op) {
    case BinaryOperator::equal: return make(ExprKind::equal, *left, *right);
    case BinaryOperator::not_equal: return negation(make(ExprKind::equal, *left, *right));
    case BinaryOperator::less: return make(ExprKind::less, *left, *right);
    case BinaryOperator::less_equal: return make(ExprKind::less_equal, *left, *right);
    case BinaryOperator::greater: return make(ExprKind::less, *right, *left);
    default: return make(ExprKind::less_equal, *right, *left);
  }
}

std::optional<Expr> membership(Resolver& resolver, const syntax::Expression& expression,
                               const syntax::Membership& written, Environment& environment) {
  std::optional<Expr> element = side(resolver, written.element.front(), environment);
  bool good = element.has_value();
  Expr expr;
  expr.kind = ExprKind::member;
  expr.span = expression.span;
  expr.operands.reserve(written.members.size() + 1);
  if (element) expr.operands.push_back(*element);
  for (const syntax::Expression& member : written.members) {
    std::optional<Expr> other = side(resolver, member, environment);
    good = other && good && (!element || comparable(resolver, *element, *other, member.span));
    if (good) expr.operands.push_back(std::move(*other));
  }
  return good ? std::optional(std::move(expr)) : std::nullopt;
}

std::optional<Expr> type_test(Resolver& resolver, const syntax::Expression& expression,
                              const syntax::TypeTest& written, Environment& environment) {
  std::optional<Expr> subject = resolver.infer(written.subject.front(), environment);
  const std::optional<TypeId> type = resolver.type(environment.scope, written.type);
  if (!subject || !type) return std::nullopt;
  if (subject->sort.kind != SortKind::individual) {
    resolver.diagnostics.error(codes::needs_an_individual, subject->span,
                               resolver.excerpt(subject->span) + " is " +
                                   describe(resolver.model, subject->sort) +
                                   ": only of individuals it can be asked what they are");
    return std::nullopt;
  }
  if (!resolver.alike(subject->sort.type, *type)) {
    resolver.diagnostics.error(codes::impossible_type_test, expression.span,
                               "this never holds: no " +
                                   quoted(resolver.model[subject->sort.type].name) + " is a " +
                                   quoted(resolver.model[*type].name));
    return std::nullopt;
  }
  Expr expr;
  expr.kind = ExprKind::is_type;
  expr.ref = static_cast<std::uint32_t>(index(*type));
  expr.span = expression.span;
  expr.operands.push_back(std::move(*subject));
  return expr;
}

std::optional<Expr> arithmetic(Resolver& resolver, const syntax::Expression& expression,
                               const syntax::Binary&, Environment& environment) {
  // `a + b - c` leans to the left, as deep as it is long: walk down without recursion, then combine upwards.
  std::vector<const syntax::Expression*> chain;
  const syntax::Expression* at = &expression;
  for (;;) {
    const auto* binary = std::get_if<syntax::Binary>(&at->node);
    if (!binary || !is_arithmetic(binary->op)) break;
    chain.push_back(at);
    at = &binary->operands[0];
  }
  std::optional<Expr> left = resolver.value(*at, environment);
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    const auto& binary = std::get<syntax::Binary>((*link)->node);
    std::optional<Expr> right = resolver.value(binary.operands[1], environment);
    left = left && right ? combined(resolver, binary.op, std::move(*left), std::move(*right), (*link)->span)
                         : std::nullopt;
  }
  return left;
}

}  // namespace grotius::model
