#pragma once
// The symbol tables: which names are declared, by which module, and who sees them (language.md, Lexical rules, Name spaces).
// A name is declared before anything is resolved, so that items may stand in any order; what became of the declaration (its id,
// or that it is in error) is filled in when its item is resolved.

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
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
  bool usable = false;    ///< resolved without errors. A name that is not usable is passed over in silence: its error is told already
};

using EntityIndex = std::uint32_t;

class Names {
 public:
  /// Declares the name, whether or not it is a duplicate; what `declared_in` found before tells whether it is.
  EntityIndex declare(NameSpace space, const Entity& entity);
  /// The first declaration of the name by that module, or nothing.
  const Entity* declared_in(ModuleId module, NameSpace space, std::string_view name) const;
  EntityIndex index_in(ModuleId module, NameSpace space, std::string_view name) const;

  Entity& operator[](EntityIndex at) { return entities_[at]; }
  const Entity& operator[](EntityIndex at) const { return entities_[at]; }

  /// All declarations of the name, in the order of the files and of their text.
  const std::vector<EntityIndex>& all(NameSpace space, std::string_view name) const;
  /// Every declaration of a name space, in that order.
  const std::vector<EntityIndex>& all(NameSpace space) const { return by_space_[at(space)]; }

  void set_module(std::string_view name, ModuleId module) { modules_.emplace(name, module); }
  /// The loaded module of that name, visible or not.
  const ModuleId* module(std::string_view name) const;

  /// Makes `seen` visible to `from`.
  void let_see(ModuleId from, ModuleId seen);
  bool sees(ModuleId from, ModuleId seen) const {
    return index(from) < sees_.size() && index(seen) < sees_[index(from)].size() && sees_[index(from)][index(seen)];
  }

  /// Words of texts that could not be parsed: a name among them may have been declared there, so it is not called unknown.
  void set_unparsed(ModuleId module, std::string_view text);
  bool maybe_unparsed(ModuleId from, std::string_view name) const;

 private:
  static std::size_t at(NameSpace space) { return static_cast<std::size_t>(space); }

  std::vector<Entity> entities_;
  std::array<std::unordered_map<std::string_view, std::vector<EntityIndex>>, 6> by_name_;
  std::array<std::vector<EntityIndex>, 6> by_space_;
  std::unordered_map<std::string_view, ModuleId> modules_;
  std::vector<std::vector<bool>> sees_;
  std::vector<std::vector<std::string_view>> unparsed_;  ///< by module; sorted words
};

}  // namespace grotius::model
