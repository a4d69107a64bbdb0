#include <algorithm>

#include "engine/search/gates.hpp"

namespace grotius::search {

// Of what needs all of its operands first those that most easily fail, else those that are most
// easily true. What is opaque comes last.
void order_operands(Gates& compiled) {
  struct Effort {
    std::uint64_t yes = 0, no = 0;
  };
  constexpr std::uint64_t kOpaque = 1u << 30;
  std::vector<Effort> efforts(compiled.gates.size());
  for (std::size_t i = 0; i < compiled.gates.size(); ++i) {
    const Gate& gate = compiled.gates[i];
    if (gate.kind == Gate::Kind::literal) efforts[i] = {4, 4};
    if (gate.kind == Gate::Kind::opaque) efforts[i] = {kOpaque, kOpaque};
    if (gate.kind != Gate::Kind::tally || gate.size == 0) continue;
    const std::span<Edge> edges(compiled.edges.data() + gate.first, gate.size);
    auto effort = [&](const Edge& edge, bool holds) {
      const Effort& of = efforts[gate_of(edge.operand)];
      return holds != negated(edge.operand) ? of.yes : of.no;
    };
    const bool needs_all = gate.low == gate.total;
    std::ranges::stable_sort(edges, {}, [&](const Edge& edge) { return effort(edge, !needs_all); });
    std::uint64_t all_yes = 0, all_no = 0;
    for (const Edge& edge : edges) {
      all_yes += effort(edge, true);
      all_no += effort(edge, false);
    }
    const std::uint64_t size = gate.size;
    efforts[i].yes = 1 + (needs_all       ? all_yes
                          : gate.low <= 1 ? effort(edges[0], true)
                                          : all_yes / 2);
    efforts[i].no = 1 + (needs_all       ? effort(edges[0], false)
                         : gate.low <= 1 ? all_no
                                         : all_no / size);
    efforts[i].yes = std::min(efforts[i].yes, kOpaque * 4);
    efforts[i].no = std::min(efforts[i].no, kOpaque * 4);
  }
}

}  // namespace grotius::search
