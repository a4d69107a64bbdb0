#include "cli/render_answer.hpp"

#include <algorithm>
#include <array>

#include <fmt/color.h>
#include <fmt/format.h>

#include "cli/invocation.hpp"

namespace grotius::cli {

namespace {

using analyse::Answer;
using analyse::InCompletions;
using analyse::NormInForce;
using analyse::Verdict;

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string paint(std::string text, Verdict verdict, bool colour) {
  if (!colour) return text;
  auto shade = fmt::terminal_color::yellow;
  if (verdict == Verdict::yes) shade = fmt::terminal_color::green;
  if (verdict == Verdict::no) shade = fmt::terminal_color::red;
  return fmt::format(fmt::emphasis::bold | fg(shade), "{}", text);
}

/// What the verdict rests on, in one clause.
std::string_view meaning(const Answer& answer) {
  switch (answer.answer) {
    case Verdict::yes:
      if (!answer.status) return answer.must ? "in every completion" : "it holds";
      return answer.status == analyse::ReportedStatus::obliged ? "obliged" : "permitted";
    case Verdict::no:
      return answer.must ? "forbidden" : "it does not hold";
    case Verdict::contested:
      return "standing norms allow it and standing norms forbid it";
    case Verdict::silent:
      return "no norm speaks";
    case Verdict::depends:
      return "on facts that are not known";
    case Verdict::unknown:
      return "it could not be decided";
  }
  return "";
}

std::string_view verb(model::Modality modality) {
  switch (modality) {
    case model::Modality::permit:
      return "permits";
    case model::Modality::forbid:
      return "forbids";
    case model::Modality::oblige:
      return "obliges";
    case model::Modality::exempt:
      return "exempts";
    case model::Modality::empower:
      return "empowers";
    case model::Modality::disable:
      return "disables";
  }
  return "";
}

std::string_view right(model::Ground ground) {
  switch (ground) {
    case model::Ground::by_default:
      return "it holds by default only";
    case model::Ground::stated:
      return "stated priority";
    case model::Ground::lex_superior:
      return "lex superior";
    case model::Ground::lex_specialis:
      return "lex specialis";
    case model::Ground::lex_posterior:
      return "lex posterior";
  }
  return "";
}

std::string citations(const model::Model& model, const model::Norm& norm) {
  std::vector<std::string> cited;
  for (const auto& citation : norm.sources) cited.push_back(model.cite(citation));
  return join(cited, "; ");
}

std::string norm_line(const model::Model& model, const NormInForce& in_force) {
  const model::Norm& norm = model[in_force.norm];
  std::string text = fmt::format("  {:<9} {}", verb(norm.modality), model.qualified(in_force.norm));
  if (!norm.title.empty()) text += fmt::format(" \"{}\"", norm.title);
  if (const std::string cited = citations(model, norm); !cited.empty())
    text += fmt::format(" [{}]", cited);
  if (norm.by_default) text += ", by default";
  if (in_force.applies == InCompletions::sometimes) text += ", in some completions";
  for (const auto& defeater : in_force.defeated_by)
    text += fmt::format("\n            {} by {} ({})",
                        in_force.stands == InCompletions::never ? "defeated" : "may be defeated",
                        model.qualified(defeater.norm), right(defeater.ground));
  return text + '\n';
}

std::string_view expectation(model::Expectation expected) {
  static constexpr std::array<std::string_view, 11> names = {
      "yes",     "no",     "contested", "depends",   "permitted", "forbidden",
      "obliged", "silent", "exempt",    "empowered", "disabled"};
  return names[static_cast<std::size_t>(expected)];
}

std::string_view modality_name(model::Modality modality) {
  static constexpr std::array<std::string_view, 6> names = {"permit", "forbid",  "oblige",
                                                            "exempt", "empower", "disable"};
  return names[static_cast<std::size_t>(modality)];
}

nlohmann::ordered_json norm_json(const model::Model& model, const NormInForce& in_force) {
  const model::Norm& norm = model[in_force.norm];
  nlohmann::ordered_json json;
  json["norm"] = model.qualified(in_force.norm);
  json["modality"] = modality_name(norm.modality);
  json["by_default"] = norm.by_default;
  json["stands"] = in_force.stands == InCompletions::sometimes
                       ? nlohmann::ordered_json("depends")
                       : nlohmann::ordered_json(in_force.stands == InCompletions::always);
  json["bindings"] = nlohmann::ordered_json::object();
  for (const auto& [variable, bound] : in_force.bindings) json["bindings"][variable] = bound;
  json["defeated_by"] = nlohmann::ordered_json::array();
  for (const auto& defeater : in_force.defeated_by)
    json["defeated_by"].push_back(model.qualified(defeater.norm));
  json["source"] = nlohmann::ordered_json::array();
  for (const auto& citation : norm.sources) json["source"].push_back(model.cite(citation));
  json["at"] = model.sources->at(norm.span);
  return json;
}

template <class Value>
nlohmann::ordered_json or_null(const std::optional<Value>& value) {
  return value ? nlohmann::ordered_json(name(*value)) : nlohmann::ordered_json(nullptr);
}

}  // namespace

std::string render_text(const model::Model& model, const Answer& answer, bool colour) {
  const model::Question& question = answer.question;
  std::string text = question_text(model, answer);
  text +=
      fmt::format("  {}: {}\n", paint(std::string(name(answer.answer)), answer.answer, colour),
                  meaning(answer));

  if (answer.must && *answer.must != analyse::Must::no)
    text += fmt::format("  must it be done? {}\n", name(*answer.must));
  if (answer.can && *answer.can != analyse::Can::no)
    text += fmt::format("  can it be done validly? {}\n", name(*answer.can));
  for (const NormInForce& norm : answer.norms) text += norm_line(model, norm);
  if (answer.possible.size() > 1)
    for (const auto& one : answer.possible)
      text += fmt::format("  {} if: {}\n", one.status ? name(*one.status) : name(one.answer),
                          join(one.witness, ", "));
  for (const auto& set : answer.decisive)
    text += fmt::format("  settled by knowing: {}\n", join(set, ", "));
  if (answer.more_decisive) text += "  (there may be more sets of facts that settle it)\n";
  if (!answer.reason.empty()) text += fmt::format("  reason: {}\n", answer.reason);
  if (question.expect)
    text += fmt::format("  expected {}: {}\n", expectation(*question.expect),
                        *answer.as_expected ? "as expected" : "NOT as expected");
  return text;
}

nlohmann::ordered_json to_json(const model::Model& model, const Answer& answer) {
  nlohmann::ordered_json json;
  json["question"] = question_json(model, answer);
  json["answer"] = name(answer.answer);
  json["status"] = or_null(answer.status);
  json["must"] = or_null(answer.must);
  json["can"] = or_null(answer.can);
  json["possible"] = nlohmann::ordered_json::array();
  for (const auto& one : answer.possible) {
    nlohmann::ordered_json possibility;
    if (one.status) possibility["status"] = name(*one.status);
    possibility["answer"] = name(one.answer);
    possibility["witness"] = one.witness;
    json["possible"].push_back(std::move(possibility));
  }
  json["norms"] = nlohmann::ordered_json::array();
  for (const auto& norm : answer.norms) json["norms"].push_back(norm_json(model, norm));
  json["decisive"] = answer.decisive;
  json["expected"] = answer.question.expect
                         ? nlohmann::ordered_json(expectation(*answer.question.expect))
                         : nlohmann::ordered_json(nullptr);
  json["as_expected"] = answer.as_expected ? nlohmann::ordered_json(*answer.as_expected)
                                           : nlohmann::ordered_json(nullptr);
  json["reason"] = answer.reason.empty() ? nlohmann::ordered_json(nullptr)
                                         : nlohmann::ordered_json(answer.reason);
  return json;
}

std::string render_json(const model::Model& model, const Answer& answer) {
  return to_json(model, answer)
      .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

int exit_status(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
      return 0;
    case Verdict::no:
      return 1;
    case Verdict::depends:
      return 3;
    case Verdict::contested:
      return 4;
    case Verdict::silent:
      return 5;
    case Verdict::unknown:
      break;
  }
  return 6;
}

}  // namespace grotius::cli
