// What must be evaluated again. From one state to the next few fields change, and of a goal with a
// thousand gates few rest on them; so the values and costs of gates are kept, and a change spoils
// only what lies above it.

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

void Minimal::Impl::Users::add(const Gates& gates, std::span<const std::uint32_t> cone) {
  for (std::uint32_t id : cone) {
    const Gate& gate = gates.gates[id];
    if (gate.kind == Gate::Kind::literal) of_field[gate.first].push_back(id);
    if (gate.kind != Gate::Kind::tally) continue;
    for (const Edge& edge : gates.operands(gate)) of_gate[gate_of(edge.operand)].push_back(id);
  }
}

void Minimal::Impl::Users::remove(const Gates& gates, std::span<const std::uint32_t> cone) {
  for (std::uint32_t id : cone) {
    of_gate[id].clear();
    if (gates.gates[id].kind == Gate::Kind::literal) of_field[gates.gates[id].first].clear();
  }
}

/// All requirements are kept evaluated.
void Minimal::Impl::begin_changes() {
  std::vector<std::uint32_t> all;
  for (const Requirement& requirement : compiled_.required)
    all.insert(all.end(), requirement.cone.begin(), requirement.cone.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  users_required_.add(gates(), all);
  for (std::uint32_t id : all) spoil(id);
  freshen();
}

/// And the goal of one run. Nothing is known of its gates: they were not followed since it was
/// looked at last.
void Minimal::Impl::keep_evaluated(const Run& run) {
  users_of_goal_.remove(gates(), kept_);
  kept_ = run.cone;
  users_of_goal_.add(gates(), kept_);
  for (std::uint32_t id : kept_) spoil(id);
}

void Minimal::Impl::touch(std::uint32_t field) {
  for (const Users* users : {&users_required_, &users_of_goal_})
    for (std::uint32_t literal : users->of_field[field]) spoil(literal);
}

void Minimal::Impl::spoil(std::uint32_t gate) {
  if (!fresh_[gate]) return;
  pending_.assign(1, gate);
  fresh_[gate] = false;
  while (!pending_.empty()) {
    const std::uint32_t id = pending_.back();
    pending_.pop_back();
    spoilt_.push_back(id);
    for (const Users* users : {&users_required_, &users_of_goal_})
      for (std::uint32_t user : users->of_gate[id]) {
        if (!fresh_[user]) continue;
        fresh_[user] = false;
        pending_.push_back(user);
      }
  }
}

/// Operands come before the gates that use them.
void Minimal::Impl::freshen() {
  std::ranges::sort(spoilt_);
  for (std::uint32_t id : spoilt_) {
    evaluate_gate(id);
    fresh_[id] = true;
  }
  spoilt_.clear();
}

}  // namespace grotius::search
