// Two norm sets, loaded apart into one collection of texts.

#include <array>
#include <filesystem>

#include "engine/grotius.hpp"

namespace grotius {

struct Comparison::State {
  struct Loaded {
    std::vector<syntax::File> files;
    model::Model model;
    model::ModuleId norm_set{};
  };
  LoadOptions options;
  Sources sources;
  Diagnostics diagnostics;
  std::array<Loaded, 2> sides;

  bool load(Loaded& side, const std::string& name);
  Loaded& operator[](Side side) { return sides[static_cast<std::size_t>(side)]; }
};

namespace {

/// A name is that of a module unless it looks like a path, or a file bears it.
bool is_module_name(const std::string& name) {
  std::error_code error;
  return name.find_first_of("./-") == std::string::npos && !std::filesystem::exists(name, error);
}

}  // namespace

bool Comparison::State::load(Loaded& side, const std::string& name) {
  const bool by_name = is_module_name(name);
  LoadOptions how = options;
  if (by_name) how.modules = {name};
  grotius::Loaded loaded = grotius::load(
      sources, by_name ? std::vector<std::string>{} : std::vector{name}, how, diagnostics);
  side.files = std::move(loaded.files);
  side.model = model::from_syntax(sources, side.files, loaded.named, diagnostics);
  if (diagnostics.has_errors()) return false;
  // Module i is that of file i: of a file that was named the first, else the one of that name.
  for (std::size_t i = 0; by_name && i < side.model.modules.size(); ++i)
    if (side.model.modules[i].name == name) side.norm_set = model::id_of<model::ModuleId>(i);
  return true;
}

Comparison::Comparison(LoadOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
}
Comparison::~Comparison() = default;
Comparison::Comparison(Comparison&&) noexcept = default;
Comparison& Comparison::operator=(Comparison&&) noexcept = default;

bool Comparison::load(const std::string& first, const std::string& second) {
  // Both, so that the mistakes of both are told.
  const bool one = state_->load((*state_)[Side::first], first);
  const bool other = state_->load((*state_)[Side::second], second);
  return one && other;
}

const model::Model& Comparison::model(Side side) const { return (*state_)[side].model; }
model::ModuleId Comparison::norm_set(Side side) const { return (*state_)[side].norm_set; }

std::optional<analyse::Difference> Comparison::difference(const analyse::CheckOptions& options) {
  const State::Loaded& first = (*state_)[Side::first];
  const State::Loaded& second = (*state_)[Side::second];
  return analyse::difference(first.model, {first.norm_set}, second.model, {second.norm_set},
                             options, state_->diagnostics);
}

const Sources& Comparison::sources() const { return state_->sources; }
Diagnostics& Comparison::diagnostics() { return state_->diagnostics; }

}  // namespace grotius
