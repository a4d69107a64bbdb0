#pragma once
// The parts of the search for hinges; private to the folder.

#include "engine/explore/hinges.hpp"

namespace grotius::explore {

/// What a search for hinges works on.
struct HingeSearch {
  analyse::Worlds& worlds;
  const ground::World& world;
  const model::Question& question;
  const analyse::AskOptions& options;
};

/// Adds the norms and stated priorities among the hinges, each sorted by name. `result.answer` is there.
void find_norm_hinges(const HingeSearch& search, Hinges& result);

/// Adds the presumptions, sorted by name. The answer does not depend.
void find_presumption_hinges(const HingeSearch& search, Hinges& result);

/// The inputs that, each alone with another value, may change the truth of `goal` or of something required, among `candidates` (by
/// InputId). Sound, not exact. `certain` is under the knowledge, `withdrawn` with all candidates unknown. O(program).
std::vector<ground::InputId> may_turn(const ground::Program& program, const ground::Certain& certain, const ground::Certain& withdrawn,
                                      const std::vector<bool>& candidates, ground::NodeId goal, std::span<const ground::NodeId> required);

}  // namespace grotius::explore
