// Interviews: the situation in which one takes place, and the case file that it leaves (engine/explore/interview.hpp).

#include "engine/hearing.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/codes.hpp"
#include "engine/session_state.hpp"
#include "grammar/parse.hpp"

namespace grotius {

std::unique_ptr<explore::Interview> Session::interview(const model::Question& question, const explore::InterviewOptions& options) {
  return explore::Interview::begin(*state_->worlds, question, options, state_->diagnostics);
}

std::optional<model::SituationId> Session::add_situation(std::string name, std::string text, model::ModuleId home) {
  const SourceId source = state_->sources.add(std::move(name), std::move(text));
  state_->added.push_back(std::make_unique<syntax::File>(parse(state_->sources, source, state_->diagnostics)));
  for (const syntax::Item& item : state_->added.back()->items)
    if (const auto* situation = std::get_if<syntax::Situation>(&item.node))
      return model::add_situation(*state_->model, *situation, home, state_->diagnostics);
  return std::nullopt;
}

Hearing::Hearing(LoadOptions options, HearingRequest request)
    : options_(std::move(options)), request_(std::move(request)), session_(options_) {}

bool Hearing::begin() {
  request_.load(session_);
  session_.add(kFile, "");
  if (!session_.compile()) return false;
  if (session_.model().situations.empty()) {
    if (!begin_situation()) return false;
  } else if (!request_.individuals.empty()) {
    session_.diagnostics().error(codes::bad_request, std::nullopt, "individuals can be declared only where the files have no situation").help =
        "declare them in the situation that is asked about: `individual NAME: TYPE`";
    return false;
  }
  const auto question = session_.question(request_.request);
  if (!question) return false;
  home_ = session_.model()[question->situation].module;
  explore::InterviewOptions options = request_.options;
  options.open = options.open || fresh_;
  interview_ = session_.interview(*question, options);
  return interview_ != nullptr;
}

bool Hearing::begin_situation() {
  fresh_ = true;
  std::string text = "situation interview";
  if (!request_.request.on.empty()) text += " on " + request_.request.on;
  request_.request.on.clear();
  text += '\n';
  newcomers_ = unheard_of();
  for (const std::string& one : request_.individuals) text += "  individual " + one + '\n';
  for (const std::string& one : newcomers_) text += "  individual " + one + '\n';
  return session_.add_situation(kFile, std::move(text), home_of_situation()).has_value();
}

/// The file that stands for the interview; or one without a module that keeps to itself, if there is one.
model::ModuleId Hearing::home_of_situation() const {
  const model::Model& model = session_.model();
  model::ModuleId home{};
  for (std::size_t i = 0; i < model.modules.size(); ++i) {
    const auto id = model::id_of<model::ModuleId>(i);
    if (keeps_to_itself(model, id)) return id;
    if (session_.sources()[model[id].source].name() == kFile) home = id;
  }
  return home;
}

bool Hearing::keeps_to_itself(const model::Model& model, model::ModuleId file) {
  const auto any = [&](const auto& items) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.module == file; });
  };
  const auto of_the_file = [&](const model::Individual& one) { return one.module == file && !one.situation; };
  return model[file].anonymous && (any(model.norms) || any(model.priorities) || any(model.constraints) || any(model.attributions) ||
                                   any(model.types) || any(model.facts) || any(model.definitions) || any(model.actions) ||
                                   any(model.parameters) || std::ranges::any_of(model.individuals, of_the_file));
}

/// Individuals of whom the question speaks and whom nobody declares, unless a known name is near: that is a misspelling, which the question reports.
std::vector<std::string> Hearing::unheard_of() {
  Sources sources;
  Diagnostics ignored;
  const auto query = parse_expression(sources, sources.add(kFile, request_.request.query), ignored);
  if (!query) return {};
  const auto* asked = std::get_if<syntax::Application>(&query->node);
  if (asked == nullptr) return {};
  const model::Model& model = session_.model();
  const std::vector<model::Variable>* roles = nullptr;
  const auto find = [&](const auto& items, auto variables) {
    for (const auto& one : items)
      if (one.name == asked->name.text && (one.*variables).size() == asked->arguments.size()) roles = &(one.*variables);
  };
  find(model.definitions, &model::Definition::parameters);
  find(model.facts, &model::Fact::parameters);
  find(model.actions, &model::Action::roles);
  if (roles == nullptr) return {};
  std::vector<std::string_view> known;
  for (const model::Individual& one : model.individuals) known.push_back(one.name);
  std::vector<std::string> newcomers;
  for (std::size_t i = 0; i < asked->arguments.size(); ++i) {
    const auto* argument = std::get_if<syntax::Application>(&asked->arguments[i].node);
    if (argument == nullptr || argument->parenthesised || !argument->name.qualifier.empty()) continue;
    const std::string_view name = argument->name.text;
    const auto declares = [&](const std::string& one) {
      return one.starts_with(name) && (one.size() == name.size() || std::string_view(" :\"\t").find(one[name.size()]) != std::string_view::npos);
    };
    const model::Type& type = model[(*roles)[i].type];
    const std::string declared = std::string(name) + ": " + std::string(type.name);
    if (type.closed || std::ranges::find(known, name) != known.end() || !did_you_mean(name, known).empty()) continue;
    if (std::ranges::any_of(request_.individuals, declares) || std::ranges::find(newcomers, declared) != newcomers.end()) continue;
    newcomers.push_back(declared);
  }
  return newcomers;
}

std::string Hearing::text(analyse::Verdict expected) const {
  const explore::CaseNames names{situation_name(), !fresh_};
  return request_.heading + explore::case_text(*interview_, names, expected);
}

std::string Hearing::situation_name() const {
  if (fresh_) return "interview";
  return explore::free_name(session_.model(), std::string(session_.model()[interview_->question().situation].name) + "_interview");
}

Hearing::Outcome Hearing::end(const analyse::AskOptions& options) const {
  const bool apart = !keeps_to_itself(session_.model(), home_);
  Outcome outcome{Session(options_), {}, text(analyse::Verdict::unknown), apart};
  Session& session = outcome.session;
  request_.load(session);
  session.add(kFile, apart ? outcome.text : "");
  if (!session.compile()) throw std::logic_error("the case file of an interview is not accepted");
  std::optional<model::Question> question;
  if (apart) {
    question = session.model().questions.back();
  } else {
    Request request = request_.request;
    if (!fresh_) request.situation = session_.model()[interview_->question().situation].name;
    const auto situation = session.add_situation(kFile, outcome.text, home_);
    question = session.question(request);
    if (!situation || !question) throw std::logic_error("the case file of an interview is not accepted");
    question->situation = *situation;
    question->with = explore::settings_of(*interview_);
  }
  outcome.answer = session.ask(*question, options);
  if (!outcome.answer) return outcome;
  const analyse::Verdict found = outcome.answer->answer;
  const auto& left = interview_->possible();
  const bool agrees = found == analyse::Verdict::unknown || !interview_->reason().empty() ||
                      (left.size() > 1 ? found == analyse::Verdict::depends : found == left.front());
  if (!agrees) throw std::logic_error("an interview came to another answer than its case file");
  outcome.text = text(found);
  return outcome;
}

}  // namespace grotius
