#include "tests/rules/shift_cases.hpp"

#include <stdexcept>

#include "tests/rules/library.hpp"
#include "tests/support/paths.hpp"

namespace grotius::test {

namespace {

/// *May* is told apart from the reported status: what is obliged may be done.
std::string may(const analyse::Answer& answer) {
  if (answer.status == analyse::ReportedStatus::obliged) return "permitted";
  return std::string(analyse::name(*answer.status));
}

}  // namespace

std::vector<CaseAnswer> answers_of_cases(const std::vector<std::string>& norm_sets) {
  LoadOptions options = library();
  options.folders = true;
  options.modules = norm_sets;
  Session session(options);
  session.load({(source_dir() / "examples/cases").string()});
  if (!session.compile()) throw std::runtime_error("the cases do not compile");
  SurveyRequest request;
  request.under = norm_sets;
  const auto survey = session.survey(request);
  if (!survey) throw std::runtime_error("the cases cannot be surveyed");

  std::vector<CaseAnswer> result;
  for (const analyse::SurveyRow& row : survey->rows) {
    if (!row.with.empty() || !row.answers.front()) continue;
    const auto* act = std::get_if<model::Act>(&row.answers.front()->question.asked);
    if (!act) continue;
    const model::Model& model = session.model();
    CaseAnswer one{
        row.question, std::string(model[act->action].name), model[row.situation].title, {}};
    if (row.on && row.on != model[row.situation].on)
      one.title += ", asked on " + to_string(*row.on);
    for (std::size_t i = 0; i < norm_sets.size(); ++i) {
      const auto& answer = row.answers[i];
      if (!answer) continue;
      auto& says = one.says[norm_sets[i]];
      if (answer->status) says["may"] = may(*answer);
      if (answer->must) says["must"] = analyse::name(*answer->must);
      if (answer->can) says["can"] = analyse::name(*answer->can);
    }
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace grotius::test
