#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/model.hpp"
#include "grammar/parse.hpp"

namespace grotius::test {

// Texts, each a file, as a norm model.
struct Modelled {
  std::unique_ptr<Sources> sources = std::make_unique<Sources>();
  std::vector<syntax::File> files;
  Diagnostics diagnostics;
  model::Model model;

  model::ModuleId module(std::string_view name) const {
    return find<model::ModuleId>(model.modules, name);
  }
  model::NormId norm(std::string_view name) const { return find<model::NormId>(model.norms, name); }
  model::TypeId type(std::string_view name) const { return find<model::TypeId>(model.types, name); }
  model::ActionId action(std::string_view name) const {
    return find<model::ActionId>(model.actions, name);
  }
  model::DefinitionId definition(std::string_view name) const {
    return find<model::DefinitionId>(model.definitions, name);
  }
  model::SituationId situation(std::string_view name) const {
    return find<model::SituationId>(model.situations, name);
  }
  model::IndividualId individual(std::string_view name) const {
    return find<model::IndividualId>(model.individuals, name);
  }

  // `S110 message` of each diagnostic, in the order of the text.
  std::vector<std::string> told() const;

 private:
  template <class Id, class Items>
  static Id find(const Items& items, std::string_view name) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].name == name) return model::id_of<Id>(i);
    }
    throw std::out_of_range("no item " + std::string(name));
  }
};

Modelled modelled(const std::vector<std::string>& texts);

// The question that a command line asks.
std::optional<model::Question> asked(Modelled& of, const std::string& text,
                                     syntax::Question question = {});

}  // namespace grotius::test
