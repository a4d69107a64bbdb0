#pragma once
// The cycles of a graph that should have none, for the messages that print them. Private to the
// folder.

#include <cstdint>
#include <vector>

#include "engine/model/digraph.hpp"

namespace grotius::model {

/// For each component that has a cycle: a short one through its smallest node, which comes first
/// (and is not repeated at the end). Sorted by that node. O(nodes + arcs).
std::vector<std::vector<std::uint32_t>> cycles(const Digraph& graph, const Components& components);

}  // namespace grotius::model
