// Comparisons, membership, type tests, and arithmetic with numbers and dates.

#include "engine/model/codes.hpp"
#include "engine/model/expressions.hpp"

namespace grotius::model {

namespace {

using SortKind = Sort::Kind;

void begin(Expr& out, ExprKind kind, Sort sort, Span span) {
  out.kind = kind;
  out.sort = sort;
  out.span = span;
}

/// Puts the node under a negation.
void negate(Expr& out) {
  Expr inner = std::move(out);
  out = Expr();
  begin(out, ExprKind::negation, {}, inner.span);
  out.operands.push_back(std::move(inner));
}

/// A comparison as a side of another, `a < b < c`: the grammar has said that comparisons are not
/// chained.
bool is_chained(const syntax::Expression& expression) {
  const auto* binary = std::get_if<syntax::Binary>(&expression.node);
  return binary && !expression.in_parentheses && binary->op >= syntax::BinaryOperator::equal &&
         binary->op <= syntax::BinaryOperator::greater_equal;
}

/// A side of a comparison: not a condition.
bool side(Resolver& resolver, const syntax::Expression& expression, Environment& environment,
          Expr& out) {
  if (!resolver.infer(expression, environment, out)) return false;
  if (out.sort.kind != SortKind::boolean) return true;
  if (is_chained(expression)) return false;
  Diagnostic& diagnostic =
      resolver.diagnostics.error(codes::relation_compared, expression.span,
                                 resolver.excerpt(expression.span) +
                                     " is a condition: it is true or false, and is not compared");
  diagnostic.help =
      is_literal(out, true) || is_literal(out, false)
          ? "write the condition alone, or `not` before it"
          : "write " + resolver.excerpt(expression.span, "`…`") + " alone, or `not` before it";
  return false;
}

/// Two things that can be equal.
bool comparable(Resolver& resolver, const Expr& left, const Expr& right, Span span) {
  if (left.sort.kind == right.sort.kind) {
    if (left.sort.kind != SortKind::individual || resolver.alike(left.sort.type, right.sort.type)) {
      return true;
    }
    const std::string a(type_name(resolver.model, left.sort.type));
    const std::string b(type_name(resolver.model, right.sort.type));
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
  const bool with_number =
      left.sort.kind == SortKind::integer || right.sort.kind == SortKind::integer;
  if (with_date && with_number) {
    diagnostic.help =
        "a number of days lies between two dates: `today - d <= 30 days`, or `today <= d + 30 "
        "days`";
  }
  return false;
}

void too_large(Resolver& resolver, Span span) {
  resolver.diagnostics.error(codes::overflow, span, "this constant does not fit in 64 bits").help =
      "integers lie between -9_223_372_036_854_775_808 and 9_223_372_036_854_775_807";
}

bool is_number(const Expr& expr) { return expr.kind == ExprKind::integer; }
bool is_date(const Expr& expr) { return expr.kind == ExprKind::date; }

/// The value of two constants; nothing where it overflows.
std::optional<std::int64_t> computed(syntax::BinaryOperator op, std::int64_t left,
                                     std::int64_t right) {
  std::int64_t value = 0;
  const bool overflows =
      op == syntax::BinaryOperator::plus    ? __builtin_add_overflow(left, right, &value)
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

void mixed(Resolver& resolver, syntax::BinaryOperator op, const Expr& left, const Expr& right,
           Span span) {
  const char* sign = op == syntax::BinaryOperator::plus    ? "`+`"
                     : op == syntax::BinaryOperator::minus ? "`-`"
                                                           : "`*`";
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::mixed_arithmetic, span,
      std::string(sign) +
          " does not go with these: " + resolver.excerpt(left.span, "the left side") + " is " +
          describe(resolver.model, left.sort) + " and " +
          resolver.excerpt(right.span, "the right side") + " is " +
          describe(resolver.model, right.sort));
  diagnostic.help = left.sort.kind == SortKind::integer && right.sort.kind == SortKind::date
                        ? "write the date first: `DATE + N`"
                        : "`DATE - DATE` is a number of days, `DATE + N` and `DATE - N` are dates; "
                          "everything else is between numbers";
}

/// Makes `out op right` of `out`.
bool combine(Resolver& resolver, syntax::BinaryOperator op, Expr& out, Expr right, Span span) {
  const std::optional<SortKind> sort = sort_of(op, out.sort.kind, right.sort.kind);
  if (!sort) {
    mixed(resolver, op, out, right, span);
    return false;
  }
  if ((is_number(out) || is_date(out)) && (is_number(right) || is_date(right))) {
    const std::optional<std::int64_t> value = computed(op, out.number, right.number);
    if (!value) {
      too_large(resolver, span);
      return false;
    }
    begin(out, *sort == SortKind::date ? ExprKind::date : ExprKind::integer, {*sort, {}}, span);
    out.number = *value;
    return true;
  }
  if (op == syntax::BinaryOperator::times && !is_number(out) && !is_number(right)) {
    resolver.diagnostics
        .error(codes::product_of_unknowns, span, "one side of `*` must be a constant number")
        .help = "write a number on one side, for instance `2 * deaths(p)`";
    return false;
  }
  Expr left = std::move(out);
  out = Expr();
  const ExprKind kind = op == syntax::BinaryOperator::plus    ? ExprKind::add
                        : op == syntax::BinaryOperator::minus ? ExprKind::subtract
                                                              : ExprKind::multiply;
  begin(out, kind, {*sort, {}}, span);
  out.operands.reserve(2);
  out.operands.push_back(std::move(left));
  out.operands.push_back(std::move(right));
  return true;
}

bool is_arithmetic(syntax::BinaryOperator op) {
  return op == syntax::BinaryOperator::plus || op == syntax::BinaryOperator::minus ||
         op == syntax::BinaryOperator::times;
}

}  // namespace

bool comparison(Resolver& resolver, const syntax::Expression& expression,
                const syntax::Binary& written, Environment& environment, Expr& out) {
  using syntax::BinaryOperator;
  const BinaryOperator op = written.op;
  out.operands.resize(2);
  Expr& left = out.operands[0];
  Expr& right = out.operands[1];
  const bool good = side(resolver, written.operands[0], environment, left);
  if (!side(resolver, written.operands[1], environment, right) || !good ||
      !comparable(resolver, left, right, expression.span)) {
    return false;
  }
  const bool equality = op == BinaryOperator::equal || op == BinaryOperator::not_equal;
  if (!equality && left.sort.kind == SortKind::individual) {
    resolver.diagnostics
        .error(codes::not_comparable, expression.span,
               "individuals are not greater or less than each other")
        .help = "compare them with `=`, `!=` or `in {…}`";
    return false;
  }
  const bool strict = op == BinaryOperator::less || op == BinaryOperator::greater;
  begin(out,
        equality ? ExprKind::equal
        : strict ? ExprKind::less
                 : ExprKind::less_equal,
        {}, expression.span);
  if (op == BinaryOperator::greater || op == BinaryOperator::greater_equal) std::swap(left, right);
  if (op == BinaryOperator::not_equal) negate(out);
  return true;
}

bool membership(Resolver& resolver, const syntax::Expression& expression,
                const syntax::Membership& written, Environment& environment, Expr& out) {
  begin(out, ExprKind::member, {}, expression.span);
  out.operands.resize(written.members.size() + 1);
  const bool element = side(resolver, written.element.front(), environment, out.operands[0]);
  bool good = element;
  for (std::size_t i = 0; i < written.members.size(); ++i) {
    Expr& member = out.operands[i + 1];
    if (!side(resolver, written.members[i], environment, member) ||
        (element && !comparable(resolver, out.operands[0], member, written.members[i].span))) {
      good = false;
    }
  }
  return good;
}

bool type_test(Resolver& resolver, const syntax::Expression& expression,
               const syntax::TypeTest& written, Environment& environment, Expr& out) {
  Expr& subject = out.operands.emplace_back();
  const bool good = resolver.infer(written.subject.front(), environment, subject);
  const std::optional<TypeId> type = resolver.type(environment.scope, written.type);
  if (!good || !type) return false;
  if (subject.sort.kind != SortKind::individual) {
    resolver.diagnostics.error(codes::needs_an_individual, subject.span,
                               resolver.excerpt(subject.span) + " is " +
                                   describe(resolver.model, subject.sort) +
                                   ": only of individuals it can be asked what they are");
    return false;
  }
  if (!resolver.alike(subject.sort.type, *type)) {
    resolver.diagnostics.error(codes::impossible_type_test, expression.span,
                               "this never holds: no " +
                                   quoted(type_name(resolver.model, subject.sort.type)) + " is a " +
                                   quoted(type_name(resolver.model, *type)));
    return false;
  }
  begin(out, ExprKind::is_type, {}, expression.span);
  out.ref = static_cast<std::uint32_t>(index(*type));
  return true;
}

bool arithmetic(Resolver& resolver, const syntax::Expression& expression, Environment& environment,
                Expr& out) {
  // `a + b - c` leans to the left, as deep as it is long: walk down without recursion, then combine
  // upwards.
  std::vector<const syntax::Expression*> chain;
  const syntax::Expression* at = &expression;
  for (;;) {
    const auto* binary = std::get_if<syntax::Binary>(&at->node);
    if (!binary || !is_arithmetic(binary->op)) break;
    chain.push_back(at);
    at = &binary->operands[0];
  }
  bool good = resolver.value(*at, environment, out);
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    const auto& binary = std::get<syntax::Binary>((*link)->node);
    Expr right;
    good = resolver.value(binary.operands[1], environment, right) && good;
    good = good && combine(resolver, binary.op, out, std::move(right), (*link)->span);
  }
  return good;
}

}  // namespace grotius::model
