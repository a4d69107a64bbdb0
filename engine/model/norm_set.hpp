#pragma once
// A norm set: what counts when a question is asked under some modules (semantics.md, Norm sets; Definitions, last paragraph).

#include <optional>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model {

struct NormSet {
  std::vector<ModuleId> asked;    ///< the modules that were named, sorted by name, each once
  std::vector<ModuleId> modules;  ///< those, what they include transitively, and the asking file's own items
  std::vector<ModuleId> world;    ///< those and what the modules among them use, transitively (what the asking file uses does not bind)
  std::vector<NormId> norms;      ///< of `modules`, sorted by qualified name
  std::vector<std::size_t> priorities;              ///< of `modules`: indices into Model::priorities
  std::vector<AttributionId> attributions;          ///< of `world`
  std::vector<ConstraintId> constraints;            ///< of `world`
  std::vector<IncompatibilityId> incompatibilities; ///< of `world`
};

/// `asking`: the module or file of the question; a file without a module adds its own items to every set.
NormSet norm_set(const Model& model, const std::vector<ModuleId>& asked, std::optional<ModuleId> asking);

/// What counts when two sets are asked side by side, as in a difference: everything of either, each once, in the order of the one set
/// and then of the other. It is for strata and for the world that binds both; norms of different sides never meet, so it has no superiority.
NormSet joined(const NormSet& one, const NormSet& other);

/// The modules that `holder` accepts on the date (after the last date where there is none), sorted by name.
std::vector<ModuleId> accepted_by(const Model& model, IndividualId holder, std::optional<Date> date);

}  // namespace grotius::model
