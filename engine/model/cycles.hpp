#pragma once
// Cycles of a directed graph, for the messages that print them.

#include <cstdint>
#include <vector>

namespace grotius::model {

/// By node: the nodes to which it has an edge.
using Edges = std::vector<std::vector<std::uint32_t>>;

/// The strongly connected components, bottom-up: a component has edges only to itself and to earlier ones. No recursion. O(nodes + edges).
std::vector<std::vector<std::uint32_t>> components(const Edges& edges);

/// For each component that has a cycle: a shortest one through its smallest node, which comes first (and is not repeated at the end).
/// Sorted by that node. O(nodes + edges).
std::vector<std::vector<std::uint32_t>> cycles(const Edges& edges);

}  // namespace grotius::model
