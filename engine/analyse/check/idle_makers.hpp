#pragma once
// Which norms make an idle norm idle: a smallest set beside which it changes nothing. Private to the folder.

#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

/// The acts of one action, with their statuses under the norm set.
struct ActsLookedAt {
  model::ActionId action{};
  Scope scope;
  Symbolic* symbolic = nullptr;
  std::vector<const ground::ActStatus*> statuses;  ///< one for each kind of act
};

/// An idle norm, the acts that it can be about, and what is found.
struct IdleNorm {
  model::NormId norm{};
  std::vector<const ActsLookedAt*> acts;
  std::vector<model::NormId> because;  ///< none of them can be left out; sorted by qualified name; empty where a limit was reached
};

/// Finds the norms that make each of these idle, all of them side by side: what the next step of each needs is grounded together. O(norms ×
/// their makers) questions, as many programs as one norm takes steps.
void find_makers(Study& study, std::vector<IdleNorm>& idle);

}  // namespace grotius::analyse
