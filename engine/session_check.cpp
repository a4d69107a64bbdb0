// Sessions that check norm sets.

#include <algorithm>

#include "engine/session_state.hpp"

namespace grotius {

namespace {

bool holds_anything(const model::Model& model, model::ModuleId module) {
  const auto any = [module](const auto& items) {
    return std::ranges::any_of(items, [module](const auto& item) { return item.module == module; });
  };
  return any(model.norms) || any(model.definitions) || any(model.constraints) || any(model.theses);
}

}  // namespace

std::vector<model::ModuleId> Session::norm_sets() const {
  // Module i is that of file i, and the files named come first.
  std::vector<model::ModuleId> result;
  for (std::size_t i = 0; i < state_->named_files; ++i) {
    const auto module = model::id_of<model::ModuleId>(i);
    if (!model()[module].anonymous || holds_anything(model(), module)) result.push_back(module);
  }
  return result;
}

std::optional<analyse::Report> Session::check(model::ModuleId module,
                                              const analyse::CheckOptions& options) {
  return analyse::check(*state_->worlds, module, options, state_->diagnostics);
}

std::vector<analyse::ThesisResult> Session::decide_theses(model::ModuleId module,
                                                          const analyse::CheckOptions& options) {
  return analyse::decide_theses(*state_->worlds, module, options, state_->diagnostics);
}

}  // namespace grotius
