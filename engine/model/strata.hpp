#pragma once
// Strata: which definitions, deeds and statuses rest on which (semantics.md, Definitions). The graph is static, by name.

#include <cstdint>
#include <vector>

#include "engine/model/norm_set.hpp"

namespace grotius::model {

/// The strongly connected components of the dependency graph of a norm set. Components are numbered bottom-up: a component rests only on
/// itself and on smaller numbers. A recursive one is a least fixed point of positive relations.
struct Strata {
  std::vector<std::uint32_t> of_definition;  ///< by DefinitionId
  std::vector<std::uint32_t> of_done;        ///< by ActionId: the component of `done`
  std::vector<bool> recursive;               ///< by component: more than one member, or one that rests on itself
  std::vector<bool> asks_statuses;           ///< by DefinitionId: it, or one that it uses, speaks of a status, so it may differ between norm sets
};

/// Reports every cycle through a strict use, through a value definition, or of norm sets that ask each other, and prints it. O(nodes + edges).
Strata strata(const Model& model, const NormSet& set, Diagnostics& diagnostics);

/// The modules whose norm sets the statuses of a set ask about (`permitted A under M`), transitively, sorted by name. A file
/// without a module adds its norms to these sets too (`norm_set` with `asking`).
std::vector<ModuleId> asked_elsewhere(const Model& model, const NormSet& set);
/// The same, with those that an expression asked of the set asks about, directly or through definitions.
std::vector<ModuleId> asked_elsewhere(const Model& model, const NormSet& set, const Expr& question);

}  // namespace grotius::model
