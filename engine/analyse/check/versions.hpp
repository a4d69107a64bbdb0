#pragma once
// Two versions of the same norm sets side by side in one program: as they stand, and with something changed. What statuses differ is
// then a question like any other. It serves idle norms and priorities, repairs, and (with sets of two models) differences.

#include <functional>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

/// The world with a second version of every set, changed by `change` (superiority included).
ground::World with_version(const ground::World& world, const std::function<void(ground::RankedSet&)>& change);

struct Compared {
  Possible possible = Possible::undecided;  ///< whether some status of some act differs in some situation
  Scope scope;                              ///< the first incomplete one, or the last
  std::string reason;
};

/// Whether the second version (`world.version` on) differs from the first in some status.
Compared compare_versions(Study& study, const ground::World& world);

}  // namespace grotius::analyse
