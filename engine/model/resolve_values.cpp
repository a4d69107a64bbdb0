// Kinds of values, and the constants that are given for them: of parameters, presumptions, and
// lines of situations.

#include <limits>

#include "engine/model/codes.hpp"
#include "engine/model/resolver.hpp"

namespace grotius::model {

namespace {

std::string range_text(const Model& model, const ValueKind& kind) {
  std::string text;
  if (kind.low) text += value_text(model, kind, *kind.low);
  text += "..";
  if (kind.high) text += value_text(model, kind, *kind.high);
  return text;
}

/// What may be written for such a value.
std::string choices(const Model& model, const ValueKind& kind) {
  switch (kind.sort.kind) {
    case Sort::Kind::boolean:
      return "write `true` or `false`";
    case Sort::Kind::integer:
      return "write a number, such as `1_000`";
    case Sort::Kind::date:
      return "write a date, such as `1999-03-24`";
    case Sort::Kind::individual:
      break;
  }
  std::string text = "write one of";
  const std::vector<IndividualId>& members = model[kind.sort.type].members;
  for (std::size_t i = 0; i < members.size() && i < 8; ++i) {
    text += (i == 0 ? " " : ", ") + quoted(model[members[i]].name);
  }
  if (members.size() > 8) text += ", …";
  return text;
}

bool is_literal(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
    case ExprKind::individual:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<ValueKind> Resolver::value_kind(const syntax::ValueType& written,
                                              const Scope& scope) {
  ValueKind kind;
  switch (written.kind) {
    case syntax::ValueType::Kind::date:
      kind.sort.kind = Sort::Kind::date;
      return kind;
    case syntax::ValueType::Kind::integer: {
      kind.sort.kind = Sort::Kind::integer;
      kind.low = written.low;
      kind.high = written.high;
      if (kind.low && kind.high && *kind.high < *kind.low) {
        diagnostics
            .error(codes::empty_range, written.span, "no number lies in " + range_text(model, kind))
            .help = "write the smaller end first";
        return std::nullopt;
      }
      return kind;
    }
    case syntax::ValueType::Kind::named:
      break;
  }
  const std::optional<TypeId> named = type(scope, *written.name);
  if (!named) return std::nullopt;
  if (!model[*named].closed) {
    Diagnostic& diagnostic = diagnostics.error(
        codes::not_closed, written.span,
        quoted(written.name->text) +
            " is an open type: a value is a number, a date or an individual of a closed type");
    diagnostic.help =
        "between individuals write a relation, with one more parameter: `fact f(x: T, y: " +
        std::string(written.name->text) + ")`";
    diagnostic.related.push_back({model[*named].span, "declared here"});
    return std::nullopt;
  }
  kind.sort = {Sort::Kind::individual, *named};
  return kind;
}

std::optional<std::int64_t> Resolver::constant(const syntax::Expression& expression,
                                               const ValueKind& kind, const Scope& scope) {
  if (const auto* named = std::get_if<syntax::Application>(&expression.node)) {
    const std::optional<Entity> entity =
        declaration(scope, NameSpace::vocabulary, named->name, EntityKind::individual);
    if (!entity) return std::nullopt;
    if (entity->kind != EntityKind::individual) {
      Diagnostic& diagnostic = diagnostics.error(codes::not_constant, expression.span,
                                                 quoted(named->name.text) + " is " +
                                                     std::string(with_article(entity->kind)) +
                                                     ", where a constant value is meant");
      diagnostic.help = choices(model, kind);
      diagnostic.related.push_back({entity->span, "declared here"});
      return std::nullopt;
    }
  }
  Environment environment{scope, {}, 0, {}};
  const std::optional<Expr> value = infer(expression, environment);
  if (!value) return std::nullopt;
  if (value->sort != kind.sort) {
    diagnostics
        .error(
            codes::wrong_value, expression.span,
            "this is " + describe(model, value->sort) + ", where " +
                (kind.sort.kind == Sort::Kind::individual ? "a value " + describe(model, kind.sort)
                 : kind.sort.kind == Sort::Kind::boolean  ? std::string("`true` or `false`")
                                                          : describe(model, kind.sort)) +
                " is meant")
        .help = choices(model, kind);
    return std::nullopt;
  }
  if (!is_literal(*value)) {
    diagnostics.error(codes::not_constant, expression.span, "this value is not constant").help =
        choices(model, kind);
    return std::nullopt;
  }
  const std::int64_t number =
      value->kind == ExprKind::individual ? static_cast<std::int64_t>(value->ref) : value->number;
  if ((kind.low && number < *kind.low) || (kind.high && *kind.high < number)) {
    diagnostics
        .error(
            codes::out_of_range, expression.span,
            value_text(model, kind, number) + " lies outside the range " + range_text(model, kind))
        .help = "give a value within it, or widen the range in the declaration";
    return std::nullopt;
  }
  return number;
}

}  // namespace grotius::model
