#include "engine/analyse/survey.hpp"

#include <algorithm>
#include <set>

namespace grotius::analyse {

namespace {

using model::Expr;

/// Whether a deontic operator occurs in it, in this expression or in what it is defined by.
class Speaks {
 public:
  explicit Speaks(const model::Model& model) : model_(model) {}

  bool of_status(const Expr& expr) {
    if (expr.kind == model::ExprKind::status && expr.status != model::Status::done) return true;
    if (expr.kind == model::ExprKind::definition && seen_.insert(expr.ref).second) {
      const auto& definition = model_.definitions[expr.ref];
      for (const auto& alternative : definition.alternatives)
        if (of_status(alternative.when) || (alternative.unless && of_status(*alternative.unless))) return true;
      if (definition.value && of_status(*definition.value)) return true;
    }
    return std::ranges::any_of(expr.operands, [&](const Expr& operand) { return of_status(operand); });
  }

 private:
  const model::Model& model_;
  std::set<std::uint32_t> seen_;
};

std::string key_of(const model::Question& question, const std::optional<Date>& on) {
  std::string key = std::to_string(index(question.situation)) + "|";
  for (char c : question.text)
    if (c != ' ' && c != '\n') key += c;
  key += "|" + (on ? to_string(*on) : "");
  for (const model::Setting& setting : question.with)
    key += "|" + std::to_string(index(setting.parameter)) + "=" + (setting.value ? std::to_string(*setting.value) : "?");
  return key;
}

}  // namespace

Survey survey(Worlds& worlds, const std::vector<model::Question>& questions, std::vector<SurveyColumn> columns,
              const std::vector<Date>& dates, const AskOptions& options, Diagnostics& diagnostics) {
  const model::Model& model = worlds.model();
  Survey result;
  result.columns = std::move(columns);
  std::set<std::string> seen;
  for (const model::Question& question : questions) {
    if (const auto* expr = std::get_if<Expr>(&question.asked); expr && !Speaks(model).of_status(*expr)) continue;
    std::vector<std::optional<Date>> moments(dates.begin(), dates.end());
    if (moments.empty()) moments.push_back(date_of(question, model[question.situation]));
    for (const auto& on : moments) {
      if (!seen.insert(key_of(question, on)).second) continue;
      SurveyRow row{question.situation, question.text, on, question.with, question.span, {}};
      for (const SurveyColumn& column : result.columns) {
        model::Question asked = question;
        asked.under = column.under;
        asked.holder = column.holder;
        asked.on = on;
        asked.expect.reset();
        row.answers.push_back(ask(worlds, asked, options, diagnostics));
      }
      result.rows.push_back(std::move(row));
    }
  }
  return result;
}

}  // namespace grotius::analyse
