#include "engine/analyse/check/unused.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/analyse/check/references.hpp"

namespace grotius::analyse {

namespace {

class Unused {
 public:
  Unused(const model::Model& model, model::ModuleId module) : model_(model), module_(module) {}

  std::vector<Finding> run() && {
    const References seen = references(model_);
    family("type", model_.types, seen.types, "declare a fact, an action or an individual of it");
    family("individual", model_.individuals, seen.individuals,
           "name it in a norm or in a line of a situation", [this](const model::Individual& one) {
             return one.situation || model_[one.type].closed;
           });
    family("document", model_.documents, seen.documents, "cite it with `source`");
    family("parameter", model_.parameters, seen.parameters, "use it in a condition");
    family("fact", model_.facts, seen.facts, "use it in a condition");
    family("definition", model_.definitions, seen.definitions, "use it in a condition");
    family("action", model_.actions, seen.actions, "write a norm about it");
    std::ranges::sort(found_, {}, &Finding::names);
    return std::move(found_);
  }

 private:
  template <class Item>
  void family(const char* what, const std::vector<Item>& items, const std::vector<bool>& seen,
              const char* use) {
    family(what, items, seen, use, [](const Item&) { return false; });
  }

  template <class Item, class Excepted>
  void family(const char* what, const std::vector<Item>& items, const std::vector<bool>& seen,
              const char* use, Excepted excepted) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item& item = items[i];
      if (item.module != module_ || seen[i] || excepted(item)) continue;
      Finding& finding = found_.emplace_back();
      finding.kind = FindingKind::unused;
      finding.names = {std::string(item.name)};
      finding.at = {item.span};
      finding.message =
          fmt::format("nothing in the loaded files refers to the {} `{}`", what, item.name);
      finding.help = fmt::format("{}, or leave it out", use);
      if constexpr (std::is_same_v<Item, model::Definition>)
        finding.definition = model::id_of<model::DefinitionId>(i);
      if constexpr (std::is_same_v<Item, model::Action>)
        finding.action = model::id_of<model::ActionId>(i);
    }
  }

  const model::Model& model_;
  const model::ModuleId module_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> unused(const model::Model& model, model::ModuleId module) {
  return Unused(model, module).run();
}

}  // namespace grotius::analyse
