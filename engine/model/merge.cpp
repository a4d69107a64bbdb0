#include "engine/model/merge.hpp"

#include <stdexcept>

#include "engine/model/partners.hpp"
#include "engine/model/renaming.hpp"
#include "engine/model/same_definitions.hpp"

namespace grotius::model {
namespace {

/// By id in the second model: its partner of the same kind in the first.
template <class Id>
std::vector<std::optional<Id>> partners_of(EntityKind kind, std::size_t size,
                                           const std::vector<Partners>& partners) {
  std::vector<std::optional<Id>> result(size);
  for (const Partners& pair : partners)
    if (pair.second.kind == kind && pair.first.kind == kind)
      result[pair.second.ref] = id_of<Id>(pair.first.ref);
  return result;
}

class Merging {
 public:
  Merging(const Model& first, const Model& second, const std::vector<Partners>& partners)
      : first_(first), second_(second), partners_(partners), renaming_(merged_) {
    Model& model = merged_.model;
    model = first;
    model.situations.clear();
    model.questions.clear();
    model.names.reset();
  }

  /// Gives types and individuals of the second model their ids: all that the comparison of
  /// signatures needs.
  const Merged& name_individuals() {
    appended(merged_.modules_of_second, first_.modules, second_.modules);
    appended(merged_.documents_of_second, first_.documents, second_.documents);
    merged_.types_of_second = partners_or_new<TypeId>(EntityKind::type, first_.types, second_.types,
                                                      [](std::size_t) { return true; });
    const auto known =
        partners_of<IndividualId>(EntityKind::individual, second_.individuals.size(), partners_);
    std::size_t next = first_.individuals.size();
    for (std::size_t i = 0; i < known.size(); ++i) {
      auto& id = merged_.individuals_of_second.emplace_back(known[i]);
      if (!id && !second_.individuals[i].situation) id = id_of<IndividualId>(next++);
    }
    return merged_;
  }

  Merged run() {
    name_the_rest();
    copy_vocabulary();
    copy_items();
    for (ModuleId module : second_.named_modules) {
      renaming_.apply(module);
      merged_.model.named_modules.push_back(module);
    }
    pair_actions();
    return std::move(merged_);
  }

 private:
  template <class Id, class Items>
  static void appended(std::vector<Id>& ids, const Items& first, const Items& second) {
    for (std::size_t i = 0; i < second.size(); ++i) ids.push_back(id_of<Id>(first.size() + i));
  }

  /// The partner's id where `one(id in the second)` says that they are one; else a new one.
  template <class Id, class Items, class One>
  std::vector<Id> partners_or_new(EntityKind kind, const Items& first, const Items& second,
                                  One one) const {
    const auto known = partners_of<Id>(kind, second.size(), partners_);
    std::vector<Id> ids;
    std::size_t next = first.size();
    for (std::size_t i = 0; i < second.size(); ++i)
      ids.push_back(known[i] && one(i) ? *known[i] : id_of<Id>(next++));
    return ids;
  }

  void name_the_rest() {
    const auto values =
        partners_of<ParameterId>(EntityKind::parameter, second_.parameters.size(), partners_);
    merged_.parameters_of_second = partners_or_new<ParameterId>(
        EntityKind::parameter, first_.parameters, second_.parameters, [&](std::size_t i) {
          const Parameter& here = second_.parameters[i];
          return first_[*values[i]].value == renaming_.value(here.kind, here.value);
        });
    merged_.facts_of_second = partners_or_new<FactId>(EntityKind::fact, first_.facts, second_.facts,
                                                      [](std::size_t) { return true; });
    const auto definitions =
        partners_of<DefinitionId>(EntityKind::definition, second_.definitions.size(), partners_);
    const std::vector<bool> same = same_definitions(merged_, first_, second_, definitions);
    merged_.definitions_of_second =
        partners_or_new<DefinitionId>(EntityKind::definition, first_.definitions,
                                      second_.definitions, [&](std::size_t i) { return same[i]; });
    appended(merged_.actions_of_second, first_.actions, second_.actions);
    appended(merged_.attributions_of_second, first_.attributions, second_.attributions);
    appended(merged_.norms_of_second, first_.norms, second_.norms);
    appended(merged_.incompatibilities_of_second, first_.incompatibilities,
             second_.incompatibilities);
    appended(merged_.constraints_of_second, first_.constraints, second_.constraints);
    appended(merged_.theses_of_second, first_.theses, second_.theses);
  }

  /// Appends the items, in the order of their ids; `is_new(i)` tells which have one of their own.
  template <class Items, class IsNew>
  void copy(const Items& from, Items& to, IsNew is_new) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (!is_new(i)) continue;
      auto& item = to.emplace_back(from[i]);
      renaming_.apply(item);
    }
  }
  template <class Items>
  void copy(const Items& from, Items& to) {
    copy(from, to, [](std::size_t) { return true; });
  }

  void copy_vocabulary() {
    Model& model = merged_.model;
    const auto beyond = [](const auto& ids, const auto& items) {
      return [&ids, size = items.size()](std::size_t i) { return index(ids[i]) >= size; };
    };
    copy(second_.modules, model.modules);
    copy(second_.documents, model.documents);
    copy(second_.types, model.types, beyond(merged_.types_of_second, first_.types));
    copy(second_.individuals, model.individuals, [&](std::size_t i) {
      const auto& id = merged_.individuals_of_second[i];
      return id && index(*id) >= first_.individuals.size();
    });
    copy(second_.parameters, model.parameters,
         beyond(merged_.parameters_of_second, first_.parameters));
    copy(second_.facts, model.facts, beyond(merged_.facts_of_second, first_.facts));
    copy(second_.definitions, model.definitions,
         beyond(merged_.definitions_of_second, first_.definitions));
    copy(second_.actions, model.actions);
  }

  void copy_items() {
    Model& model = merged_.model;
    copy(second_.attributions, model.attributions);
    copy(second_.norms, model.norms);
    copy(second_.priorities, model.priorities);
    copy(second_.incompatibilities, model.incompatibilities);
    copy(second_.constraints, model.constraints);
    copy(second_.theses, model.theses);
    copy(second_.acceptances, model.acceptances);
    copy(second_.tolerations, model.tolerations);
  }

  void pair_actions() {
    merged_.twin.resize(merged_.model.actions.size());
    const auto known = partners_of<ActionId>(EntityKind::action, second_.actions.size(), partners_);
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (!known[i]) continue;
      const ActionId second = merged_.actions_of_second[i];
      merged_.twin[index(*known[i])] = second;
      merged_.twin[index(second)] = known[i];
    }
  }

  const Model& first_;
  const Model& second_;
  const std::vector<Partners>& partners_;
  Merged merged_;
  Renaming renaming_;
};

}  // namespace

std::vector<std::optional<ActionId>> Merged::shared_deeds() const {
  std::vector<std::optional<ActionId>> result(twin.size());
  for (std::size_t i = 0; i < twin.size(); ++i)
    if (twin[i] && index(*twin[i]) < i) result[i] = twin[i];
  return result;
}

std::optional<Merged> merge(const Model& first, const Model& second, Diagnostics& diagnostics) {
  if (first.sources != second.sources)
    throw std::logic_error("the models to merge rest on different sources");
  Diagnostics own;
  const std::vector<Partners> pairs = partners(first, second, own);
  std::optional<Merged> result;
  if (!own.has_errors()) {
    Merging merging(first, second, pairs);
    check_signatures(merging.name_individuals(), first, second, pairs, own);
    if (!own.has_errors()) result = merging.run();
  }
  for (const Diagnostic& diagnostic : own.items()) diagnostics.add(diagnostic);
  return result;
}

}  // namespace grotius::model
