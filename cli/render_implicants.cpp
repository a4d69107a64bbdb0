#include "cli/render_implicants.hpp"

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/value_words.hpp"

namespace grotius::cli {

using explore::Implicant;
using explore::Implicants;
using explore::Literal;
using explore::StatusImplicants;
using nlohmann::ordered_json;

namespace {

std::string_view name(const StatusImplicants& one) {
  return one.status ? analyse::name(*one.status) : analyse::name(one.answer);
}

std::string literal_text(const ModelWords& words, const Literal& literal) {
  if (literal.atom) return with_values(words, *literal.atom, literal.kind, literal.values);
  const std::string is = literal.kind.sort.kind == model::Sort::Kind::individual ? "{} is taken as {}" : "{}: {}";
  return fmt::format(fmt::runtime(is), words.parameter(static_cast<std::uint32_t>(model::index(*literal.parameter))),
                     values_in_words(words, literal.kind, literal.values));
}

std::string sentence(const ModelWords& words, const Implicant& implicant) {
  std::string text;
  for (const Literal& literal : implicant.literals) text += (text.empty() ? "" : "; and ") + literal_text(words, literal);
  return text;
}

}  // namespace

std::vector<Settling> settling(const model::Model& model, const Implicants& implicants) {
  std::vector<Settling> result;
  const ModelWords words(model);
  for (const StatusImplicants& one : implicants.statuses) {
    Settling& way = result.emplace_back();
    way.title = fmt::format("{} {}", name(one), one.implicants.empty() ? "if: none was found" : one.implicants.size() > 1 ? "if one of these holds:" : "if:");
    for (const Implicant& implicant : one.implicants) way.ways.push_back(sentence(words, implicant));
  }
  if (!result.empty() && !implicants.complete)
    result.push_back({implicants.reason.empty() ? fmt::format("there are more; these are the smallest {}", explore::ImplicantLimits::listed)
                                                : "there may be more: " + implicants.reason,
                      {}});
  return result;
}

ordered_json implicants_json(const model::Model& model, const Implicants& implicants) {
  if (implicants.statuses.empty()) return nullptr;
  const ModelWords words(model);
  ordered_json json;
  json["complete"] = implicants.complete;
  json["reason"] = implicants.reason.empty() ? ordered_json(nullptr) : ordered_json(implicants.reason);
  json["statuses"] = ordered_json::array();
  for (const StatusImplicants& one : implicants.statuses) {
    ordered_json status;
    status["status"] = one.status ? ordered_json(analyse::name(*one.status)) : ordered_json(nullptr);
    status["answer"] = analyse::name(one.answer);
    status["sufficient"] = ordered_json::array();
    for (const Implicant& implicant : one.implicants) {
      ordered_json set;
      set["text"] = sentence(words, implicant);
      set["witness"] = implicant.witness;
      set["values"] = ordered_json::array();
      for (const Literal& literal : implicant.literals) {
        ordered_json value;
        value["name"] = literal.name;
        value["values"] = values_json(model, literal.kind.sort, literal.values);
        set["values"].push_back(std::move(value));
      }
      status["sufficient"].push_back(std::move(set));
    }
    json["statuses"].push_back(std::move(status));
  }
  return json;
}

}  // namespace grotius::cli
