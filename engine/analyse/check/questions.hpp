#pragma once
// Many questions of one kind, put together. A situation that is found for one is replayed over the others, which settles most of them
// without a search. Private to the folder.

#include <vector>

#include "engine/analyse/check/decider.hpp"

namespace grotius::analyse {

/// Truths that hold together.
using Case = std::vector<ground::NodeId>;

/// Can one of the cases be?
struct Question {
  std::vector<Case> cases;  ///< of each, first what fails most often
  Possible possible = Possible::undecided;
  std::string reason;       ///< of an undecided one

  /// One truth as a case of its own.
  void add(ground::NodeId node) { cases.push_back({node}); }
};

/// Answers the questions, in their order; each as the program stands now. At most one search a case, one replay over all others for each
/// situation that is found.
void settle(Symbolic& symbolic, const std::vector<Question*>& questions, const Effort& effort);

}  // namespace grotius::analyse
