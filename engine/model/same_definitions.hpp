#pragma once
// Which definitions of two models say the same of the same things. Private to the folder.

#include <vector>

#include "engine/model/merge.hpp"

namespace grotius::model {

/// By DefinitionId of the second model: its partner (`known`) has the same parameters, alternatives or value, citations and template, and all
/// that it rests on is one in `merged`, which holds the ids of types, individuals, parameters and facts. Definitions that rest on each other in a
/// circle are the same together. One that speaks of an act is never the same, since actions are apart. Linear in the definitions.
std::vector<bool> same_definitions(const Merged& merged, const Model& first, const Model& second,
                                   const std::vector<std::optional<DefinitionId>>& known);

}  // namespace grotius::model
