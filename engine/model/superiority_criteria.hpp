#pragma once
// The criteria of `resolve by`: lex superior, lex specialis, lex posterior, on the opposed pairs
// that nothing stated decides. Private to the folder.

#include "engine/model/meetings.hpp"
#include "engine/model/superiority.hpp"
#include "engine/model/superiority_stated.hpp"

namespace grotius::model {

/// Goes on from what is stated: adds to `result.superiors` (sorted by id, and afterwards not) and
/// to `result.open`. The first criterion of every pair is tried before the second of any; a pair
/// that a criterion leaves open goes on to the next.
void apply_criteria(const Model& model, const NormSet& set, const StatedGraph& stated,
                    Meetings& meetings, const SpecificityOracle& oracle, Superiority& result);

}  // namespace grotius::model
