#include "engine/model/cycles.hpp"

namespace grotius::model {

std::vector<std::vector<std::uint32_t>> cycles(const Digraph& graph, const Components& components) {
  std::vector<bool> reported(components.count, false);
  std::vector<std::vector<std::uint32_t>> result;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    for (std::uint32_t place = graph.begin(node); place < graph.begin(node + 1); ++place) {
      const std::uint32_t arc = graph.leaving(place);
      if (reported[components.of[node]] || !components.together(graph.arcs()[arc])) continue;
      reported[components.of[node]] = true;
      std::vector<std::uint32_t>& cycle = result.emplace_back();
      for (const std::uint32_t step : shortest_cycle(graph, components, arc)) {
        cycle.push_back(graph.arcs()[step].from);
      }
    }
  }
  return result;
}

}  // namespace grotius::model
