#include "engine/model/partners.hpp"

#include <map>
#include <string>
#include <tuple>

#include "engine/model/codes.hpp"
#include "engine/model/resolver.hpp"

namespace grotius::model {
namespace {

/// The declarations of one name by the two sides.
struct SameName {
  std::vector<VocabularyName> first;
  std::vector<VocabularyName> second;
};

template <class Visit>
void for_each_name(const Model& model, const Visit& visit) {
  const auto all = [&](EntityKind kind, const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
      visit(VocabularyName{kind, static_cast<std::uint32_t>(i), items[i].module, items[i].name,
                           items[i].span});
  };
  all(EntityKind::type, model.types);
  for (std::size_t i = 0; i < model.individuals.size(); ++i) {
    const Individual& individual = model.individuals[i];
    if (!individual.situation)
      visit(VocabularyName{EntityKind::individual, static_cast<std::uint32_t>(i), individual.module,
                           individual.name, individual.span});
  }
  all(EntityKind::parameter, model.parameters);
  all(EntityKind::fact, model.facts);
  all(EntityKind::definition, model.definitions);
  all(EntityKind::action, model.actions);
}

/// Where a name stands, in words that both sides share.
std::pair<bool, std::string_view> home(const Model& model, ModuleId id) {
  const Module& module = model[id];
  if (module.anonymous) return {true, (*model.sources)[module.source].name()};
  return {false, module.name};
}

/// Takes the partners of equal homes out of the two lists.
void pair_at_home(const Model& first, const Model& second, SameName& names,
                  std::vector<Partners>& result) {
  for (std::size_t i = 0; i < names.first.size();) {
    const auto here = home(first, names.first[i].module);
    std::size_t k = 0;
    while (k < names.second.size() && home(second, names.second[k].module) != here) ++k;
    if (k == names.second.size()) {
      ++i;
      continue;
    }
    result.push_back({names.first[i], names.second[k]});
    names.first.erase(names.first.begin() + static_cast<std::ptrdiff_t>(i));
    names.second.erase(names.second.begin() + static_cast<std::ptrdiff_t>(k));
  }
}

void report_unclear(const Model& first, const Model& second, const SameName& names,
                    Diagnostics& diagnostics) {
  const VocabularyName& at = names.second.front();
  Diagnostic& error = diagnostics.error(
      codes::partner_unclear, at.span,
      quoted(at.name) + " stands in several modules, so it is unclear which declaration of the " +
          "one norm set is meant by which of the other");
  error.help =
      "give the same names to the modules on both sides, or different names to what is not the "
      "same";
  const auto add = [&](const Model& model, const VocabularyName& name) {
    error.related.push_back(
        {name.span, "declared here: " + quoted(model.qualified(name.module, name.name))});
  };
  for (const VocabularyName& name : names.first) add(first, name);
  for (std::size_t i = 1; i < names.second.size(); ++i) add(second, names.second[i]);
}

}  // namespace

std::vector<Partners> partners(const Model& first, const Model& second, Diagnostics& diagnostics) {
  std::map<std::string_view, SameName> by_name;
  for_each_name(first,
                [&](const VocabularyName& name) { by_name[name.name].first.push_back(name); });
  for_each_name(second, [&](const VocabularyName& name) {
    const auto known = by_name.find(name.name);
    if (known != by_name.end()) known->second.second.push_back(name);
  });
  std::vector<Partners> result;
  for (auto& [name, declared] : by_name) {
    pair_at_home(first, second, declared, result);
    if (declared.first.empty() || declared.second.empty()) continue;
    if (declared.first.size() == 1 && declared.second.size() == 1)
      result.push_back({declared.first.front(), declared.second.front()});
    else
      report_unclear(first, second, declared, diagnostics);
  }
  return result;
}

}  // namespace grotius::model
