#pragma once
// The individuals over which a question is decided (semantics.md, Situations; Scope).

#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model {

/// A finite set of individuals for every type. Named individuals are those of the model; unnamed ones, which symbolic questions
/// add, have ids from `model.individuals.size()` on and may or may not exist.
struct Universe {
  struct Unnamed {
    std::string name;  ///< s1, p2, …; unlike every name of the model
    TypeId type{};     ///< its own type
  };
  std::vector<Unnamed> unnamed;
  std::vector<std::vector<IndividualId>> by_type;  ///< by TypeId, with those of subtypes; sorted by name

  const std::vector<IndividualId>& of(TypeId type) const { return by_type[index(type)]; }
  bool is_unnamed(const Model& model, IndividualId id) const { return index(id) >= model.individuals.size(); }
};

/// The individuals of all loaded modules, of the situation's file, and of the situation.
Universe universe_of(const Model& model, const Situation& situation);

/// The individuals of these modules and files (of all modules where none are given), and `unnamed[T]` unnamed ones whose own type is T (indexed
/// by TypeId; closed types have none).
Universe symbolic_universe(const Model& model, const std::vector<std::uint32_t>& unnamed, const std::vector<ModuleId>& homes = {});

std::string_view name_of(const Model& model, const Universe& universe, IndividualId id);
TypeId type_of(const Model& model, const Universe& universe, IndividualId id);

}  // namespace grotius::model
