#pragma once
// The symbol tables: which names are declared, by which module, and who sees them (language.md,
// Lexical rules, Name spaces). A name is declared before anything is resolved, so that items may
// stand in any order; what became of the declaration (its id, or that it is in error) is filled in
// when its item is resolved.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/model/ids.hpp"
#include "grammar/source.hpp"

namespace grotius::model {

/// Types, individuals, parameters, facts, definitions and actions share `vocabulary`.
enum class NameSpace : std::uint8_t { vocabulary, document, norm, thesis, constraint, situation };

enum class EntityKind : std::uint8_t {
  type,
  individual,
  parameter,
  fact,
  definition,
  action,
  document,
  norm,
  thesis,
  constraint,
  situation
};

/// "a fact", "an action", …
std::string_view with_article(EntityKind kind);

/// A declared name.
struct Entity {
  EntityKind kind{};
  ModuleId module{};
  std::string_view name;
  Span span;              ///< of the name in its declaration
  std::uint32_t ref = 0;  ///< the id, by `kind`; meaningless while `usable` is false
  bool usable = false;    ///< resolved without errors. A name that is not usable is passed over in
                          ///< silence: its error is told already
};

using EntityIndex = std::uint32_t;

class Names {
 public:
  /// Declares the name. A duplicate in one module is not declared again: the caller asks
  /// `declared_in` first.
  EntityIndex declare(NameSpace space, const Entity& entity);
  /// The declaration of the name by that module.
  std::optional<EntityIndex> declared_in(ModuleId module, NameSpace space,
                                         std::string_view name) const;

  std::size_t size() const { return entities_.size(); }
  Entity& operator[](EntityIndex at) { return entities_[at]; }
  const Entity& operator[](EntityIndex at) const { return entities_[at]; }

  /// All declarations of the name, in the order of the files.
  const std::vector<EntityIndex>& all(NameSpace space, std::string_view name) const;
  /// Every declaration of a name space, in the order of the files and of their text.
  const std::vector<EntityIndex>& all(NameSpace space) const { return by_space_[at(space)]; }

  void set_module(std::string_view name, ModuleId module) { modules_.emplace(name, module); }
  /// The loaded module of that name, seen or not.
  std::optional<ModuleId> module(std::string_view name) const;

  /// Makes the names of `seen` visible in `from`; `prefer`red, if `from` says that it uses `seen`,
  /// itself or through others.
  void let_see(ModuleId from, ModuleId seen, bool prefer = true);
  bool sees(ModuleId from, ModuleId seen) const { return holds(sees_, from, seen); }
  /// A file without a module sees all that is loaded, but where it says what it uses, these come
  /// first.
  bool prefers(ModuleId from, ModuleId seen) const { return holds(prefers_, from, seen); }

  // What is not in the tables for a reason that has been reported already.

  /// The module uses one that could not be found, so an unknown name may be of that one.
  void set_half_blind(ModuleId module);
  bool is_half_blind(std::optional<ModuleId> from) const;
  /// A piece of the module's text that could not be parsed: its words may be names that it
  /// declares.
  void add_unparsed(ModuleId module, std::string_view text);
  bool maybe_unparsed(std::optional<ModuleId> from, std::string_view name) const;

  /// An individual that some situation declares: for messages only.
  void note_local(std::string_view name, Span span);
  const Span* local(std::string_view name) const;

 private:
  using Relation = std::vector<std::vector<bool>>;  ///< between modules
  static void add(Relation& relation, ModuleId from, ModuleId to);
  static bool holds(const Relation& relation, ModuleId from, ModuleId to) {
    return index(from) < relation.size() && index(to) < relation[index(from)].size() &&
           relation[index(from)][index(to)];
  }
  static std::size_t at(NameSpace space) { return static_cast<std::size_t>(space); }

  std::vector<Entity> entities_;
  std::array<std::unordered_map<std::string_view, std::vector<EntityIndex>>, 6> by_name_;
  std::array<std::vector<EntityIndex>, 6> by_space_;
  std::unordered_map<std::string_view, ModuleId> modules_;
  Relation sees_;
  Relation prefers_;
  std::vector<bool> half_blind_;
  std::map<std::size_t, std::unordered_set<std::string_view>>
      unparsed_;  ///< by index of the module
  std::unordered_map<std::string_view, Span> locals_;
};

}  // namespace grotius::model
