// What gates rest on, and what several of them cost together: whatever is stated for one that rests on
// other fields than the rest is stated for it alone.

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

namespace {

bool meet(std::span<const Word> a, std::span<const Word> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((a[i] & b[i]) != 0) return true;
  return false;
}

void add(std::span<Word> to, std::span<const Word> fields) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] |= fields[i];
}

}  // namespace

/// Operands come before the gates that use them. O(edges × fields / 64).
void Minimal::Impl::begin_supports() {
  support_words_ = (gates().fields.size() + kWordBits - 1) / kWordBits;
  supports_.assign(gates().gates.size() * support_words_, 0);
  apart_.assign(gates().gates.size(), true);
  used_.assign(support_words_, 0);
  for (std::uint32_t id = 0; id < gates().gates.size(); ++id) {
    const Gate& gate = gates().gates[id];
    const auto own = std::span(supports_).subspan(id * support_words_, support_words_);
    if (gate.kind == Gate::Kind::literal) own[gate.first / kWordBits] |= Word{1} << (gate.first % kWordBits);
    if (gate.kind != Gate::Kind::tally) continue;
    for (const Edge& edge : gates().operands(gate)) {
      const auto of = support(edge.operand);
      if (meet(own, of)) apart_[id] = false;
      add(own, of);
    }
  }
}

/// Of all operands: dear ones first, each that rests on nothing counted so far adds up.
Cost Minimal::Impl::all_of(const Gate& gate, bool holds) {
  struct Part {
    Cost cost;
    Ref operand = 0;
  };
  std::vector<Part> parts;
  Cost most;
  for (const Edge& edge : gates().operands(gate)) {
    const Cost one = cost(holds ? edge.operand : edge.operand ^ 1);
    if (one.impossible()) return Cost::never();
    if (one.unnamed == 0 && one.lines == 0) continue;
    most = greater(most, one);
    parts.push_back({one, edge.operand});
  }
  if (parts.size() < 2) return most;
  std::ranges::stable_sort(parts, std::ranges::greater{},
                           [](const Part& part) { return part.cost.unnamed + part.cost.lines; });
  std::ranges::fill(used_, 0);
  Cost sum;
  for (const Part& part : parts) {
    const auto of = support(part.operand);
    if (meet(used_, of)) continue;
    add(used_, of);
    sum = together(sum, part.cost);
  }
  return greater(sum, most);
}

/// Of the cheapest so many operands: together where no two rest on one field, else as much as the
/// dearest of them.
Cost Minimal::Impl::some_of(const Gate& gate, std::size_t needed, bool holds) {
  const auto edges = gates().operands(gate);
  if (needed <= 1) {
    Cost least = Cost::never();
    for (const Edge& edge : edges) least = lesser(least, cost(holds ? edge.operand : edge.operand ^ 1));
    return least;
  }
  std::vector<std::uint16_t> unnamed, lines;
  for (const Edge& edge : edges) {
    const Cost one = cost(holds ? edge.operand : edge.operand ^ 1);
    unnamed.push_back(one.unnamed);
    lines.push_back(one.lines);
  }
  const auto end = static_cast<std::ptrdiff_t>(needed);
  std::nth_element(unnamed.begin(), unnamed.begin() + end - 1, unnamed.end());
  std::nth_element(lines.begin(), lines.begin() + end - 1, lines.end());
  const std::size_t id = static_cast<std::size_t>(&gate - gates().gates.data());
  if (!apart_[id]) return {unnamed[needed - 1], lines[needed - 1]};
  Cost sum;
  for (std::size_t i = 0; i < needed; ++i) sum = together(sum, {unnamed[i], lines[i]});
  return sum;
}

}  // namespace grotius::search
