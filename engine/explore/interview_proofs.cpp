// Proofs that an input matters: from two completions with different answers to one input between them.

#include <algorithm>
#include <bit>

#include "engine/explore/interview_prospects.hpp"

namespace grotius::explore {

using ground::InputId;
using ground::NodeId;

std::vector<InputId> Prospects::disagreement(const Values& a, const Values& b) const {
  std::vector<InputId> apart;
  for (InputId input : inquiry_.open)
    if (askable(input) && a[ground::index(input)] != b[ground::index(input)]) apart.push_back(input);
  return apart;
}

std::optional<InputId> Prospects::in_pool() {
  for (std::size_t a = 0; a < pool_.size(); ++a)
    for (std::size_t b = a + 1; b < pool_.size(); ++b)
      if (const auto input = between(pool_[a], pool_[b])) return input;
  return std::nullopt;
}

/// Where something is not known, known completions may leave the same possible though others do not: each input is tried, as far as that is
/// quick.
std::optional<InputId> Prospects::in_turn() {
  constexpr std::size_t kLabels = 20'000;
  std::size_t combinations = 1;
  for (const auto& cells : unknown_cells_) combinations *= cells.size();
  if (unknown_cells_.empty() || inquiry_.open.size() * combinations > kLabels) return std::nullopt;
  for (InputId input : inquiry_.open)
    if (askable(input) && std::ranges::any_of(pool_, [&](const Values& values) { return proved(input, values); })) return input;
  return std::nullopt;
}

/// The input whose turning changes the answer on the way from one completion to the other. By bisection; where that ends at a requirement
/// that nothing on the way satisfies, by turning as little as possible.
std::optional<InputId> Prospects::between(const Values& from, const Values& to) {
  const std::vector<InputId> apart = disagreement(from, to);
  const auto turned = [&](std::size_t count) {
    Values values = from;
    for (std::size_t i = 0; i < count; ++i) values[ground::index(apart[i])] = to[ground::index(apart[i])];
    return values;
  };
  std::size_t low = 0, high = apart.size();
  const Answers before = label(from);
  const Answers after = label(turned(high));
  if (before == after || before == 0 || after == 0) return std::nullopt;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (label(turned(middle)) == before ? low : high) = middle;
  }
  if (label(turned(high)) != 0) return apart[low];
  return narrowest(from, turned(apart.size()), apart);
}

/// Of completions with different answers: whatever can be turned back is, and of what is left no single one can.
InputId Prospects::narrowest(Values from, Values to, std::vector<InputId> apart) {
  const Answers before = label(from);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < apart.size() && apart.size() > 1;) {
      const std::size_t at = ground::index(apart[i]);
      const std::int64_t value = to[at];
      to[at] = from[at];
      const Answers now = label(to);
      if (now != 0 && now != before) {
        apart.erase(apart.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
      } else {
        to[at] = value;
        ++i;
      }
    }
  }
  return smallest_of(from, to, apart);
}

/// Constraints may tie several inputs together, so that none can be turned alone: the first of a smallest set that can.
InputId Prospects::smallest_of(const Values& from, const Values& to, const std::vector<InputId>& apart) {
  constexpr std::size_t kMost = 12;
  const Answers before = label(from);
  for (std::size_t size = 1; size < apart.size() && apart.size() <= kMost; ++size)
    for (std::uint32_t set = 1; set < (1U << apart.size()); ++set) {
      if (static_cast<std::size_t>(std::popcount(set)) != size) continue;
      Values values = from;
      for (std::size_t i = 0; i < apart.size(); ++i)
        if ((set >> i & 1) != 0) values[ground::index(apart[i])] = to[ground::index(apart[i])];
      const Answers now = label(values);
      if (now != 0 && now != before) return apart[static_cast<std::size_t>(std::countr_zero(set))];
    }
  return apart.front();
}

/// Two completions that agree on what nobody knows and differ in the answer; where there are none, no reply can change what is possible.
std::optional<InputId> Prospects::by_pairs() {
  const auto pairs = solve::make_solver(inquiry_.program, inquiry_.knowledge, {seconds_}, 2);
  for (unsigned copy = 0; copy < 2; ++copy) {
    for (NodeId node : required_) pairs->require(solve::node_is(node, true, copy));
    for (NodeId node : undone_) pairs->require(solve::node_is(node, false, copy));
  }
  std::vector<NodeId> answers;
  for (const auto& [node, answer] : goals_) answers.push_back(node);
  pairs->require_difference(answers);
  std::vector<solve::Claim> same;
  for (InputId input : unknown_) same.push_back(solve::input_same(input));
  switch (pairs->check(same)) {
    case solve::Outcome::unsatisfiable:
      return std::nullopt;
    case solve::Outcome::unknown:
      throw analyse::GaveUp{pairs->reason()};
    case solve::Outcome::satisfiable:
      break;
  }
  Values from = pairs->model(0), to = pairs->model(1);
  settle_deeds(from);
  settle_deeds(to);
  unknown_cells_.clear();  // from here on an answer is that of one completion
  const auto input = between(from, to);
  if (!input) throw analyse::ClaimNotConfirmed("two completions that the solver claims to differ are not confirmed by the evaluator");
  return input;
}

}  // namespace grotius::explore
