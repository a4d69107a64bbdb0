#include "cli/value_words.hpp"

#include "cli/english.hpp"

namespace grotius::cli {

using explore::ValueClass;
using nlohmann::ordered_json;

namespace {

bool is_number(const model::Sort& sort) {
  return sort.kind == model::Sort::Kind::integer || sort.kind == model::Sort::Kind::date;
}

/// A bound beyond which no value lies says nothing.
explain::Range range(const model::ValueKind& kind, const ValueClass& values) {
  explain::Range result = explain::Range::of(values.first);
  if (values.first == values.last) return result;
  const bool date = kind.sort.kind == model::Sort::Kind::date;
  const std::int64_t least = date ? date_of(1, 1, 1)->day : kind.low.value_or(ValueClass::kLeast);
  const std::int64_t greatest = date ? date_of(9999, 12, 31)->day : kind.high.value_or(ValueClass::kGreatest);
  result = {};
  if (values.first > least) result.least = values.first;
  if (values.last < greatest) result.greatest = values.last;
  return result;
}

}  // namespace

std::string values_in_words(const ModelWords& words, const model::ValueKind& kind, std::span<const ValueClass> values) {
  std::vector<std::string> each;
  for (const ValueClass& one : values)
    each.push_back(is_number(kind.sort) ? words.range(kind.sort, range(kind, one)) : words.value(kind.sort, one.first));
  return listed(each, "or");
}

std::string with_values(const ModelWords& words, const model::Atom& atom, const model::ValueKind& kind,
                        std::span<const ValueClass> values) {
  if (kind.sort.kind == model::Sort::Kind::boolean) return words.atom(atom, values.front().first == 0);
  return words.atom(atom) + ": " + values_in_words(words, kind, values);
}

ordered_json value_json(const model::Model& model, const model::Sort& sort, std::int64_t value) {
  switch (sort.kind) {
    case model::Sort::Kind::boolean:
      return value != 0;
    case model::Sort::Kind::integer:
      return value;
    case model::Sort::Kind::date:
      return to_string(Date{value});
    case model::Sort::Kind::individual:
      break;
  }
  return std::string(model[model::id_of<model::IndividualId>(static_cast<std::size_t>(value))].name);
}

ordered_json values_json(const model::Model& model, const model::Sort& sort, std::span<const ValueClass> values) {
  ordered_json result = ordered_json::array();
  for (const ValueClass& one : values) {
    if (!is_number(sort)) {
      result.push_back(value_json(model, sort, one.first));
      continue;
    }
    ordered_json json;
    json["least"] = one.first == ValueClass::kLeast ? ordered_json(nullptr) : value_json(model, sort, one.first);
    json["greatest"] = one.last == ValueClass::kGreatest ? ordered_json(nullptr) : value_json(model, sort, one.last);
    result.push_back(std::move(json));
  }
  return result;
}

}  // namespace grotius::cli
