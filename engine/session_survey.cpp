// Surveys: the columns in words.

#include <algorithm>

#include "engine/codes.hpp"
#include "engine/session_state.hpp"

namespace grotius {

namespace {

class SurveyReader {
 public:
  explicit SurveyReader(Session::State& state) : state_(state), model_(*state.model) {}
  bool failed = false;

  std::optional<analyse::SurveyColumn> norm_set(const std::string& name) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < model_.modules.size(); ++i) {
      if (!model_.modules[i].anonymous && model_.modules[i].name == name)
        return analyse::SurveyColumn{name, {model::id_of<model::ModuleId>(i)}, std::nullopt};
      if (!model_.modules[i].anonymous) names.push_back(model_.modules[i].name);
    }
    fail("no module is called `" + name + "`", did_you_mean(name, names));
    return std::nullopt;
  }

  std::optional<analyse::SurveyColumn> holder(const std::string& name) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < model_.individuals.size(); ++i) {
      const model::Individual& individual = model_.individuals[i];
      if (individual.situation) continue;
      if (individual.name == name || model_.qualified(individual.module, individual.name) == name)
        return analyse::SurveyColumn{name, {}, model::id_of<model::IndividualId>(i)};
      names.push_back(individual.name);
    }
    fail("no individual is called `" + name + "`", did_you_mean(name, names));
    return std::nullopt;
  }

  std::optional<model::ActionId> action(const std::string& name) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      const model::Action& action = model_.actions[i];
      if (action.name == name || model_.qualified(action.module, action.name) == name) return model::id_of<model::ActionId>(i);
      names.push_back(action.name);
    }
    fail("no action is called `" + name + "`", did_you_mean(name, names));
    return std::nullopt;
  }

  std::optional<model::SituationId> situation(const std::string& name) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < model_.situations.size(); ++i) {
      const model::Situation& situation = model_.situations[i];
      if (situation.name == name || model_.qualified(situation.module, situation.name) == name) return model::id_of<model::SituationId>(i);
      names.push_back(situation.name);
    }
    fail("no situation is called `" + name + "`", did_you_mean(name, names));
    return std::nullopt;
  }

  std::optional<Date> date(const std::string& text) {
    const auto date = parse_date(text);
    if (!date) fail("`" + text + "` is no date", "write YYYY-MM-DD, for instance 1999-03-24");
    return date;
  }

 private:
  void fail(std::string message, std::string help) {
    state_.diagnostics.error(codes::bad_request, std::nullopt, std::move(message)).help = std::move(help);
    failed = true;
  }

  Session::State& state_;
  const model::Model& model_;
};

}  // namespace

std::optional<analyse::Survey> Session::survey(const SurveyRequest& request, const analyse::AskOptions& options) {
  SurveyReader reader(*state_);
  std::vector<analyse::SurveyColumn> columns;
  for (const std::string& name : request.under)
    if (auto column = reader.norm_set(name)) columns.push_back(std::move(*column));
  for (const std::string& name : request.as_held_by)
    if (auto column = reader.holder(name)) columns.push_back(std::move(*column));
  analyse::SurveyScope scope;
  for (const std::string& text : request.on)
    if (const auto date = reader.date(text)) scope.dates.push_back(*date);
  for (const std::string& name : request.in)
    if (const auto situation = reader.situation(name)) scope.in.push_back(*situation);
  for (const std::string& name : request.about)
    if (const auto action = reader.action(name)) scope.about.push_back(*action);
  scope.first = request.first;
  if (reader.failed) return std::nullopt;
  return analyse::survey(*state_->worlds, model().questions, std::move(columns), scope, options, state_->diagnostics);
}

}  // namespace grotius
