#include "engine/model/names.hpp"

#include <algorithm>

namespace grotius::model {

namespace {

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string_view with_article(EntityKind kind) {
  switch (kind) {
    case EntityKind::type:
      return "a type";
    case EntityKind::individual:
      return "an individual";
    case EntityKind::parameter:
      return "a parameter";
    case EntityKind::fact:
      return "a fact";
    case EntityKind::definition:
      return "a definition";
    case EntityKind::action:
      return "an action";
    case EntityKind::document:
      return "a document";
    case EntityKind::norm:
      return "a norm";
    case EntityKind::thesis:
      return "a thesis";
    case EntityKind::constraint:
      return "a constraint";
    case EntityKind::situation:
      return "a situation";
  }
  return "a name";
}

EntityIndex Names::declare(NameSpace space, const Entity& entity) {
  const auto at_end = static_cast<EntityIndex>(entities_.size());
  entities_.push_back(entity);
  by_name_[at(space)][entity.name].push_back(at_end);
  by_space_[at(space)].push_back(at_end);
  return at_end;
}

std::optional<EntityIndex> Names::declared_in(ModuleId module, NameSpace space,
                                              std::string_view name) const {
  for (const EntityIndex entity : all(space, name)) {
    if (entities_[entity].module == module) return entity;
  }
  return std::nullopt;
}

const std::vector<EntityIndex>& Names::all(NameSpace space, std::string_view name) const {
  static const std::vector<EntityIndex> none;
  const auto found = by_name_[at(space)].find(name);
  return found == by_name_[at(space)].end() ? none : found->second;
}

std::optional<ModuleId> Names::module(std::string_view name) const {
  const auto found = modules_.find(name);
  return found == modules_.end() ? std::nullopt : std::optional(found->second);
}

void Names::add(Relation& relation, ModuleId from, ModuleId to) {
  if (relation.size() <= index(from)) relation.resize(index(from) + 1);
  std::vector<bool>& row = relation[index(from)];
  if (row.size() <= index(to)) row.resize(index(to) + 1);
  row[index(to)] = true;
}

void Names::let_see(ModuleId from, ModuleId seen, bool prefer) {
  add(sees_, from, seen);
  if (prefer) add(prefers_, from, seen);
}

void Names::set_half_blind(ModuleId module) {
  if (half_blind_.size() <= index(module)) half_blind_.resize(index(module) + 1);
  half_blind_[index(module)] = true;
}

bool Names::is_half_blind(std::optional<ModuleId> from) const {
  for (std::size_t i = 0; i < half_blind_.size(); ++i) {
    if (half_blind_[i] && (!from || sees(*from, id_of<ModuleId>(i)))) return true;
  }
  return false;
}

void Names::add_unparsed(ModuleId module, std::string_view text) {
  std::unordered_set<std::string_view>& words = unparsed_[index(module)];
  for (std::size_t begin = 0; begin < text.size();) {
    if (text.substr(begin, 2) == "--") {  // a comment declares nothing
      begin = std::min(text.find('\n', begin), text.size());
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end > begin) words.insert(text.substr(begin, end - begin));
    begin = std::max(end, begin + 1);
  }
}

bool Names::maybe_unparsed(std::optional<ModuleId> from, std::string_view name) const {
  return std::any_of(unparsed_.begin(), unparsed_.end(), [&](const auto& entry) {
    return (!from || sees(*from, id_of<ModuleId>(entry.first))) && entry.second.contains(name);
  });
}

void Names::note_local(std::string_view name, Span span) { locals_.emplace(name, span); }

const Span* Names::local(std::string_view name) const {
  const auto found = locals_.find(name);
  return found == locals_.end() ? nullptr : &found->second;
}

}  // namespace grotius::model
