#pragma once
// Two sides in one world, each with norm sets of its own: for every act and each of the three questions, which answer of the one can
// meet which other answer of the other. The sides may be two versions of the same sets (a repair), or the sets of two models
// (a difference), where an action of one side has a twin on the other.

#include "engine/analyse/check/difference.hpp"
#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

struct Sides {
  const ground::World* world = nullptr;  ///< without a universe
  std::size_t first = 0;                 ///< the asked set of each side
  std::size_t second = 0;
  /// The actions that both know, or one of them; an action that is unknown to a side is silent there.
  std::vector<std::pair<std::optional<model::ActionId>, std::optional<model::ActionId>>> actions;
};

struct Partings {
  std::vector<Change> changes;  ///< sorted by action, question, from, to
  bool complete = true;
  std::string reason;
  std::vector<std::string> undecided;
};

/// Every kind of change with its minimal witness. `study` gives effort and scope. O(actions × acts × 36) questions, most of them refuted while
/// grounding.
Partings partings(Study& study, const Sides& sides);

/// Every action of a model against itself, for two versions of its norm sets.
Sides versions_of(const ground::World& world);

}  // namespace grotius::analyse
