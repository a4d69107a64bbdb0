#include <iterator>

#include "engine/session_state.hpp"
#include "grammar/parse.hpp"

namespace grotius {

Session::Session(LoadOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

void Session::load(const std::vector<std::string>& paths) {
  Loaded loaded = grotius::load(state_->sources, paths, state_->options, state_->diagnostics);
  const auto used = loaded.files.begin() + static_cast<std::ptrdiff_t>(loaded.named);
  state_->named.insert(state_->named.end(), std::make_move_iterator(loaded.files.begin()),
                       std::make_move_iterator(used));
  state_->files.insert(state_->files.end(), std::make_move_iterator(used),
                       std::make_move_iterator(loaded.files.end()));
}

void Session::add(std::string name, std::string text) {
  const SourceId source = state_->sources.add(std::move(name), std::move(text));
  state_->named.push_back(parse(state_->sources, source, state_->diagnostics));
}

bool Session::compile() {
  State& state = *state_;
  const std::size_t named = state.named.size();
  state.files.insert(state.files.begin(), std::make_move_iterator(state.named.begin()),
                     std::make_move_iterator(state.named.end()));
  state.named.clear();
  state.named_files = named;
  state.model.emplace(model::from_syntax(state.sources, state.files, named, state.diagnostics));
  // A pair of norms whose specificity takes longer stays open, with a warning.
  constexpr double kSecondsForSpecificity = 10;
  state.worlds.emplace(*state.model, kSecondsForSpecificity);
  return !state.diagnostics.has_errors();
}

const model::Model& Session::model() const { return *state_->model; }

std::optional<analyse::Answer> Session::ask(const model::Question& question,
                                            const analyse::AskOptions& options) {
  return analyse::ask(*state_->worlds, question, options, state_->diagnostics);
}

const Sources& Session::sources() const { return state_->sources; }
const std::vector<syntax::File>& Session::files() const { return state_->files; }
Diagnostics& Session::diagnostics() { return state_->diagnostics; }

std::optional<explain::Explanation> Session::explain(const model::Question& question,
                                                     const analyse::AskOptions& options) {
  return explain::explain(*state_->worlds, question, options, state_->diagnostics);
}

}  // namespace grotius
