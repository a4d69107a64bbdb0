// How answers change as something else does (engine/explore).

#include <algorithm>

#include "engine/codes.hpp"
#include "engine/session_state.hpp"

namespace grotius {

namespace {

std::optional<Date> day_of(const std::string& option, const std::string& text, bool& failed, Diagnostics& diagnostics) {
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  if (!date) {
    diagnostics.error(codes::bad_request, std::nullopt, "`" + text + "` after `" + option + "` is no date").help =
        "write YYYY-MM-DD, for instance 1999-03-24";
    failed = true;
  }
  return date;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

}  // namespace

std::optional<explore::Timeline> Session::timeline(const TimelineRequest& request, const analyse::AskOptions& options) {
  bool failed = false;
  explore::Days days;
  days.from = day_of("--from", request.from, failed, state_->diagnostics);
  days.until = day_of("--until", request.until, failed, state_->diagnostics);
  if (!failed && days.until && *days.until <= days.from.value_or(*date_of(1, 1, 1))) {
    const std::string from = days.from ? " from " + request.from : "";
    state_->diagnostics.error(codes::bad_request, std::nullopt, "there is no day" + from + " until " + request.until).help =
        "the day of --until itself no longer counts; it must be later than that of --from";
    failed = true;
  }
  std::vector<std::pair<std::string, model::Question>> questions;
  const auto add = [&](const std::string& name, const std::vector<std::string>& under, const std::string& holder) {
    if (failed) return;  // what is wrong with the question is said once
    const auto asked = question({request.query, request.situation, under, holder, {}, request.with});
    failed = !asked;
    if (asked) questions.emplace_back(name, *asked);
  };
  for (const std::string& name : request.under) add(name, {name}, {});
  for (const std::string& name : request.as_held_by) add(name, {}, name);
  if (request.under.empty() && request.as_held_by.empty()) add({}, {}, {});
  if (failed) return std::nullopt;
  for (auto& [name, asked] : questions)
    if (name.empty() && !asked.under.empty()) name = model()[asked.under.front()].name;
  return explore::timeline(*state_->worlds, questions, days, options, state_->diagnostics);
}

std::optional<explore::Hinges> Session::hinges(const model::Question& question, const analyse::AskOptions& options) {
  return explore::hinges(*state_->worlds, question, options, state_->diagnostics);
}

std::optional<std::vector<model::ParameterId>> Session::parameters(const std::vector<std::string>& names) {
  std::vector<model::ParameterId> found;
  bool failed = false;
  for (const std::string& name : names) {
    std::vector<model::ParameterId> meant;
    std::vector<std::string_view> known;
    std::vector<std::string> qualified;
    for (std::size_t i = 0; i < model().parameters.size(); ++i) {
      const model::Parameter& parameter = model().parameters[i];
      known.push_back(parameter.name);
      if (parameter.name != name && model().qualified(parameter.module, parameter.name) != name) continue;
      meant.push_back(model::id_of<model::ParameterId>(i));
      qualified.push_back("`" + model().qualified(parameter.module, parameter.name) + "`");
    }
    if (meant.size() == 1) {
      if (std::ranges::find(found, meant.front()) == found.end()) found.push_back(meant.front());
      continue;
    }
    failed = true;
    Diagnostic& error = state_->diagnostics.error(codes::bad_request, std::nullopt,
                                                  meant.empty() ? "no parameter is called `" + name + "`"
                                                                : "`" + name + "` is the name of several parameters");
    error.help = meant.empty() ? did_you_mean(name, known) : "say which is meant: " + joined(qualified);
  }
  if (failed) return std::nullopt;
  return found;
}

std::optional<explore::Varied> Session::vary(const model::Question& question, const std::vector<model::ParameterId>& parameters,
                                             const analyse::AskOptions& options) {
  return explore::vary(*state_->worlds, question, parameters, options, state_->diagnostics);
}

}  // namespace grotius
