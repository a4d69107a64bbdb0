#include "engine/search/cubes.hpp"

#include <algorithm>

#include "engine/search/core.hpp"

namespace grotius::search {

namespace {

constexpr int kDepth = 500;  // of gates below each other; deeper ones are not looked into

Cover anything(bool exact) {
  Cover cover;
  cover.ends.push_back(0);
  cover.exact = exact;
  return cover;
}

/// Whether cube `a` lies within cube `b`.
bool within(std::span<const Cover::Part> a, std::span<const Cover::Part> b) {
  std::size_t i = 0;
  for (const Cover::Part& part : b) {
    while (i < a.size() && a[i].word < part.word) ++i;
    if (i == a.size() || a[i].word != part.word || (a[i].mask & ~part.mask) != 0) return false;
  }
  return true;
}

void append(Cover& cover, std::span<const Cover::Part> cube) {
  cover.parts.insert(cover.parts.end(), cube.begin(), cube.end());
  cover.ends.push_back(static_cast<std::uint32_t>(cover.parts.size()));
}

/// Without cubes that lie within others.
Cover absorbed(const Cover& cover) {
  Cover result;
  result.exact = cover.exact;
  for (std::size_t i = 0; i < cover.size(); ++i) {
    bool covered = false;
    for (std::size_t j = 0; j < cover.size() && !covered; ++j)
      covered = i != j && within(cover.cube(i), cover.cube(j)) &&
                (j < i || !within(cover.cube(j), cover.cube(i)));
    if (!covered) append(result, cover.cube(i));
  }
  return result;
}

}  // namespace

Covers::Covers(const Search& search) : core_(&search.core()) {
  const Gates& gates = core_->gates();
  std::uint32_t used = kWordBits;  // bits of the last word
  for (const Field& field : gates.fields) {
    Place& place = places_.emplace_back();
    if (field.size < 2 || field.size > kWordBits) continue;
    if (used + field.size > kWordBits) {
      layout_.emplace_back();
      allowed_.push_back(0);
      used = 0;
    }
    place = {true, static_cast<std::uint32_t>(layout_.size() - 1), used};
    used += field.size;
    const Word top = Word{1} << (used - 1);
    layout_.back().top |= top;
    layout_.back().rest |= top - (Word{1} << place.shift);
    allowed_.back() |= core_->domains()[field.word] << place.shift;
  }
  dense_ = layout_.size() <= kDenseWords;
}

const Cover& Covers::of(ground::NodeId node, bool holds) {
  return of_gate(core_->gates().of_node[ground::index(node)] ^ (holds ? 0u : 1u), 0);
}

const Cover& Covers::of_gate(Ref ref, int depth) {
  const auto known = covers_.find(ref);
  if (known != covers_.end()) return known->second;
  return covers_.emplace(ref, computed(ref, depth)).first->second;
}

Cover Covers::computed(Ref ref, int depth) {
  if (core_->consistent() == Outcome::none) return {};
  const Truth decided = seen_through(ref, core_->decided(gate_of(ref)));
  if (decided == Truth::yes) return anything(true);
  if (decided == Truth::no) return {};
  const Gate& gate = core_->gates().gates[gate_of(ref)];
  if (gate.kind == Gate::Kind::literal) return literal(ref);
  if (gate.kind == Gate::Kind::opaque || depth > kDepth) return anything(false);

  const auto edges = core_->gates().operands(gate);
  const bool holds = !negated(ref);
  const bool plain = gate.greatest == 1;
  const bool takes_all =
      plain && (holds ? gate.low == gate.total : gate.low == 1 && gate.high == gate.total);
  const bool takes_one =
      plain && gate.high == gate.total && (holds ? gate.low == 1 : gate.low == gate.total);
  std::vector<const Cover*> covers;
  for (const Edge& edge : edges)
    covers.push_back(&of_gate(holds ? edge.operand : edge.operand ^ 1, depth + 1));
  if (takes_all) {
    std::ranges::stable_sort(covers, {}, [](const Cover* cover) { return cover->size(); });
    Cover all = anything(true);
    for (const Cover* cover : covers) all = product(all, *cover);
    return all;
  }
  // Of a count that is not reached by nothing: one operand at least is true.
  if (!takes_one && !(holds && gate.low > 0)) return anything(false);
  Cover one;
  one.exact = takes_one;
  for (const Cover* cover : covers) unite(one, *cover);
  return one;
}

Cover Covers::literal(Ref ref) const {
  const Gates& gates = core_->gates();
  const Gate& gate = gates.gates[gate_of(ref)];
  const Place& place = places_[gate.first];
  if (!place.covered) return anything(false);
  const Word domain = core_->domains()[gates.fields[gate.first].word];
  const Word mask = *gates.mask(gate) ^ (negated(ref) ? ~Word{0} : 0);
  std::vector<Cover::Part> parts;
  if (dense_)
    for (std::uint32_t i = 0; i < layout_.size(); ++i) parts.push_back({i, allowed_[i]});
  else
    parts.push_back({place.word, allowed_[place.word]});
  parts[dense_ ? place.word : 0].mask &= ~((domain & ~mask) << place.shift);
  Cover cover;
  append(cover, parts);
  return cover;
}

// Where there are too many cubes, one side alone still covers the product.
Cover Covers::product(const Cover& a, const Cover& b) const {
  Cover result;
  result.exact = a.exact && b.exact;
  std::vector<Cover::Part> cube;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (!meet(a.cube(i), b.cube(j))) continue;
      cube.clear();
      auto x = a.cube(i), y = b.cube(j);
      while (!x.empty() || !y.empty()) {
        if (y.empty() || (!x.empty() && x[0].word < y[0].word)) {
          cube.push_back(x[0]);
          x = x.subspan(1);
        } else if (x.empty() || y[0].word < x[0].word) {
          cube.push_back(y[0]);
          y = y.subspan(1);
        } else {
          cube.push_back({x[0].word, x[0].mask & y[0].mask});
          x = x.subspan(1);
          y = y.subspan(1);
        }
      }
      append(result, cube);
    }
  }
  if (result.size() > 1) result = absorbed(result);
  if (result.size() <= kCubes) return result;
  result = a.size() <= b.size() ? a : b;
  result.exact = false;
  return result;
}

void Covers::unite(Cover& to, const Cover& with) const {
  const bool exact = to.exact && with.exact;
  for (std::size_t i = 0; i < with.size(); ++i) append(to, with.cube(i));
  to.exact = exact;
  if (with.size() > 0) to = absorbed(to);
  if (to.size() > kCubes) to = anything(false);
}

/// Whether two cubes have a common point: in no word does a field lose all its values.
bool Covers::meet(std::span<const Cover::Part> a, std::span<const Cover::Part> b) const {
  // A field has a value left where one of its lower bits carries into the top one, or that stands.
  auto none_empty = [&](std::uint32_t word, Word both) {
    const auto [top, rest] = layout_[word];
    return ((((both & rest) + rest) | both) & top) == top;
  };
  if (dense_) {
    bool all = true;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
      all &= none_empty(static_cast<std::uint32_t>(i), a[i].mask & b[i].mask);
    return all;
  }
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i].word != b[j].word) {
      ++(a[i].word < b[j].word ? i : j);
      continue;
    }
    if (!none_empty(a[i].word, a[i].mask & b[j].mask)) return false;
    ++i;
    ++j;
  }
  return true;
}

bool Covers::may_meet(const Cover& a, const Cover& b) const {
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      if (meet(a.cube(i), b.cube(j))) return true;
  return false;
}

}  // namespace grotius::search
