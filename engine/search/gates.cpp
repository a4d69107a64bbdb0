#include "engine/search/gates.hpp"

#include <algorithm>
#include <bit>

namespace grotius::search {

std::uint32_t Gates::element_of(std::uint32_t field, std::int64_t value) const {
  for (std::uint32_t i = 0; i < fields[field].size; ++i)
    if (element(field, i).least <= value && value <= element(field, i).most) return i;
  return 0;
}

std::vector<std::uint32_t> Cones::of(std::span<const Ref> roots) {
  ++call_;
  std::vector<std::uint32_t> found;
  auto visit = [&](Ref ref) {
    if (seen_[gate_of(ref)] == call_) return;
    seen_[gate_of(ref)] = call_;
    found.push_back(gate_of(ref));
  };
  for (Ref root : roots) visit(root);
  for (std::size_t next = 0; next < found.size(); ++next) {
    const Gate& gate = gates_.gates[found[next]];
    if (gate.kind != Gate::Kind::tally) continue;
    for (const Edge& edge : gates_.operands(gate)) visit(edge.operand);
  }
  std::ranges::sort(found);
  return found;
}

std::vector<Word> Gates::all_allowed() const {
  std::vector<Word> all(words, 0);
  for (const Field& field : fields)
    for (std::uint32_t i = 0; i < field.size; ++i)
      all[field.word + i / kWordBits] |= Word{1} << (i % kWordBits);
  return all;
}

Truth literal_truth(const Gates& gates, const Gate& literal, const Word* domain) {
  const Word* mask = gates.mask(literal);
  Word inside = 0, outside = 0;
  for (std::uint32_t i = 0; i < gates.fields[literal.first].words; ++i) {
    inside |= domain[i] & mask[i];
    outside |= domain[i] & ~mask[i];
  }
  if (outside == 0) return Truth::yes;
  return inside == 0 ? Truth::no : Truth::unknown;
}

std::uint32_t first_element(const Field& field, const Word* domain) {
  for (std::uint32_t i = 0; i < field.words; ++i)
    if (domain[i] != 0)
      return i * kWordBits + static_cast<std::uint32_t>(std::countr_zero(domain[i]));
  return 0;
}

bool nearer_to_zero(std::int64_t a, std::int64_t b) {
  const auto distance = [](std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? ~bits + 1 : bits;
  };
  return distance(a) != distance(b) ? distance(a) < distance(b) : a > b;
}

}  // namespace grotius::search
