#pragma once
// Conflicts between finding them (conflicts.cpp) and writing them out (conflict_findings.cpp). Private to the folder.

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

/// The instances of one norm about the acts that are looked at, where they may stand.
struct Standing {
  struct At {
    std::uint32_t act = 0;  ///< index of the act
    ground::NodeId node{};  ///< the act's individuals exist, and the instance stands about it
    const search::Cover* cover = nullptr;  ///< while pairs are looked for
  };
  model::NormId norm{};
  std::uint32_t place = 0;  ///< of the norm in the set
  std::vector<At> at;       ///< by act
};

/// Two norms that were seen to stand together about one act, by their places among the norms that are looked at.
struct ConflictingPair {
  std::uint32_t one = 0;    ///< permits, obliges or empowers
  std::uint32_t other = 0;  ///< forbids, exempts or disables
};

/// Norms about the acts of one action over one universe, to be asked pair by pair.
struct ConflictsAbout {
  model::ActionId action{};
  Scope scope;
  Symbolic* symbolic = nullptr;
  std::vector<model::Act> acts;
  std::vector<Standing> standing;    ///< by place
  std::vector<model::NormId> with;   ///< only pairs with one of these; none: all pairs
  std::vector<ConflictingPair> found;  ///< not found about another action before
};

/// Adds the pairs that were found to the report: as many as are listed with their witnesses and with what a priority either way would do
/// there, the others counted. O(listed) witnesses.
void write_conflicts(Study& study, std::vector<ConflictsAbout>& all);
/// Those of two norms: undecided, and why.
void conflict_undecided(Study& study, model::NormId one, model::NormId other, std::string reason);

}  // namespace grotius::analyse
