#pragma once
// Facts and deeds with several possible values, in prose and in JSON: what a flip or an implicant says of one.

#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/model_words.hpp"
#include "engine/explore/alternatives.hpp"

namespace grotius::cli {

/// "China votes in favour", "the deaths among the Albanians: 5 000 or more", "the vote of China: against or abstaining".
std::string with_values(const ModelWords& words, const model::Atom& atom, const model::ValueKind& kind,
                        std::span<const explore::ValueClass> values);
/// The values alone: "5 000 or more", "against or abstaining".
std::string values_in_words(const ModelWords& words, const model::ValueKind& kind, std::span<const explore::ValueClass> values);

/// `true`, `1649`, `"1999-03-24"`, `"against"`.
nlohmann::ordered_json value_json(const model::Model& model, const model::Sort& sort, std::int64_t value);
/// Of numbers and dates `{"least", "greatest"}` each, null where there is no end; of other kinds the values.
nlohmann::ordered_json values_json(const model::Model& model, const model::Sort& sort, std::span<const explore::ValueClass> values);

}  // namespace grotius::cli
