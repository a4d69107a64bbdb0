#include "engine/analyse/survey.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace grotius::analyse {

namespace {

using model::Expr;

/// Whether what an expression says can turn on the norm set that is asked: whether a deontic operator without `under` occurs in it, or in
/// what it is defined by.
class Speaks {
 public:
  explicit Speaks(const model::Model& model) : model_(model) {}

  bool of_status(const Expr& expr) {
    if (expr.kind == model::ExprKind::status && expr.status != model::Status::done && !expr.under) return true;
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

/// The question on one line, with a blank only where it parts words.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (line.empty() || line.back() == ' ' || line.back() == '(')) continue;
    if (c == ')' && line.ends_with(' ')) line.pop_back();
    line += blank ? ' ' : c;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::vector<model::Setting> sorted(std::vector<model::Setting> settings) {
  std::ranges::sort(settings, {}, &model::Setting::parameter);
  return settings;
}

/// What is asked, whatever it is asked under.
using Asked = std::tuple<model::SituationId, std::string, std::optional<Date>,
                         std::vector<std::pair<model::ParameterId, std::optional<std::int64_t>>>>;

Asked asked_by(const SurveyRow& row) {
  Asked asked{row.situation, row.question, row.on, {}};
  for (const model::Setting& setting : row.with) std::get<3>(asked).emplace_back(setting.parameter, setting.value);
  return asked;
}

bool is_about(const model::Question& question, const std::vector<model::ActionId>& actions) {
  const auto* act = std::get_if<model::Act>(&question.asked);
  return act && std::ranges::find(actions, act->action) != actions.end();
}

/// The rows, without their answers.
std::vector<SurveyRow> rows_of(const model::Model& model, const std::vector<model::Question>& questions, const SurveyScope& scope,
                               std::vector<const model::Question*>& asked) {
  std::map<model::SituationId, std::vector<std::pair<SurveyRow, const model::Question*>>> by_situation;
  std::vector<model::SituationId> order;
  std::set<Asked> seen;
  for (const model::Question& question : questions) {
    if (!scope.in.empty() && std::ranges::find(scope.in, question.situation) == scope.in.end()) continue;
    if (!scope.about.empty() && !is_about(question, scope.about)) continue;
    if (const auto* expr = std::get_if<Expr>(&question.asked); expr && !Speaks(model).of_status(*expr)) continue;
    auto& rows = by_situation[question.situation];
    if (scope.first && !rows.empty()) continue;
    if (rows.empty()) order.push_back(question.situation);
    std::vector<std::optional<Date>> days(scope.dates.begin(), scope.dates.end());
    if (days.empty()) days.push_back(date_of(question, model[question.situation]));
    for (const auto& on : days) {
      SurveyRow row{question.situation, on_one_line(question.text), on, sorted(question.with), question.span, {}};
      if (seen.insert(asked_by(row)).second) rows.emplace_back(std::move(row), &question);
    }
  }
  std::vector<SurveyRow> result;
  for (const model::SituationId situation : order)
    for (auto& [row, question] : by_situation[situation]) {
      result.push_back(std::move(row));
      asked.push_back(question);
    }
  return result;
}

/// What many questions have in common is said once.
class Once {
 public:
  explicit Once(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void say(const Diagnostics& heard) {
    for (const Diagnostic& one : heard.items()) {
      const bool is_error = one.severity == Severity::error;
      if (said_.emplace(one.code.id, one.message, is_error ? one.span : std::nullopt).second) diagnostics_.add(one);
    }
  }

 private:
  Diagnostics& diagnostics_;
  std::set<std::tuple<std::string_view, std::string, std::optional<Span>>> said_;
};

}  // namespace

Survey survey(Worlds& worlds, const std::vector<model::Question>& questions, std::vector<SurveyColumn> columns, const SurveyScope& scope,
              const AskOptions& options, Diagnostics& diagnostics) {
  Survey result;
  result.columns = std::move(columns);
  std::vector<const model::Question*> asked;
  result.rows = rows_of(worlds.model(), questions, scope, asked);
  Once once(diagnostics);
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    model::Question question = *asked[i];
    question.on = result.rows[i].on;
    question.expect.reset();
    for (const SurveyColumn& column : result.columns) {
      question.under = column.under;
      question.holder = column.holder;
      Diagnostics heard;
      result.rows[i].answers.push_back(ask(worlds, question, options, heard));
      once.say(heard);
    }
  }
  return result;
}

}  // namespace grotius::analyse
