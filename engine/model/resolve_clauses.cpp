// Clauses that many items share: citations, periods, `every TYPE except {…}`; and how values and
// sorts are named in messages.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/resolver.hpp"

namespace grotius::model {

std::vector<Citation> Resolver::citations(const std::vector<syntax::Source>& written,
                                          const Scope& scope) {
  std::vector<Citation> result;
  result.reserve(written.size());
  for (const syntax::Source& source : written) {
    Citation& citation = result.emplace_back();
    if (source.document) citation.document = document(scope, *source.document);
    citation.text = text_of(source.text);
    citation.unconfirmed = source.unconfirmed;
    citation.span = source.span;
  }
  return result;
}

Interval Resolver::interval(const syntax::Period& period) {
  Interval result;
  if (period.from) result.from = period.from->date;
  if (period.until) result.until = period.until->date;
  if (result.from && result.until && *result.until <= *result.from) {
    Diagnostic& diagnostic =
        diagnostics.error(codes::empty_period, period.until->span,
                          "this period holds on no day: it ends on " + to_string(*result.until) +
                              ", which is not after " + to_string(*result.from));
    diagnostic.help = "`until` names the first day on which it holds no longer";
    return {};
  }
  return result;
}

std::optional<Acceptance::Who> Resolver::everyone(const syntax::Everyone& who, const Scope& scope) {
  Acceptance::Who result;
  if (!who.every) {
    result.individual = individual(scope, who.name);
    return result.individual ? std::optional(result) : std::nullopt;
  }
  const std::optional<TypeId> all = type(scope, who.name);
  bool good = all.has_value();
  for (const syntax::Name& name : who.except) {
    const std::optional<IndividualId> one = individual(scope, name);
    if (!one) {
      good = false;
      continue;
    }
    if (all && !model.is_or_is_below(model[*one].type, *all)) {
      diagnostics.error(codes::wrong_type, name.span,
                        quoted(name.text) + " is no " + quoted(model[*all].name) +
                            ", so there is nothing to except");
      good = false;
      continue;
    }
    result.except.push_back(*one);
  }
  if (!good) return std::nullopt;
  result.type = *all;
  return result;
}

std::string type_name(const Model& model, TypeId type) {
  const std::string_view name = model[type].name;
  const bool alone = std::count_if(model.types.begin(), model.types.end(),
                                   [&](const Type& other) { return other.name == name; }) == 1;
  return alone ? std::string(name) : model.qualified(model[type].module, name);
}

std::string describe(const Model& model, const Sort& sort) {
  switch (sort.kind) {
    case Sort::Kind::boolean:
      return "a condition";
    case Sort::Kind::integer:
      return "a number";
    case Sort::Kind::date:
      return "a date";
    case Sort::Kind::individual:
      return "of type " + quoted(type_name(model, sort.type));
  }
  return "";
}

std::string value_text(const Model& model, const ValueKind& kind, std::int64_t value) {
  switch (kind.sort.kind) {
    case Sort::Kind::boolean:
      return value != 0 ? "true" : "false";
    case Sort::Kind::integer:
      break;
    case Sort::Kind::date:
      return to_string(Date{value});
    case Sort::Kind::individual:
      return std::string(model[id_of<IndividualId>(static_cast<std::size_t>(value))].name);
  }
  std::string digits = std::to_string(value);
  const std::size_t first = value < 0 ? 2 : 1;  // as the language writes them: 1_000
  for (std::size_t at = digits.size(); at > first + 2; at -= 3) digits.insert(at - 3, "_");
  return digits;
}

}  // namespace grotius::model
