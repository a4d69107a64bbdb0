// What holds in a state, with three values, and how much must be stated at least before a gate
// could have another. Costs of gates that rest on different fields add up; where they may share what is
// stated, the greatest counts.

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

namespace {

std::uint16_t sum(std::uint16_t a, std::uint16_t b) {
  return static_cast<std::uint16_t>(
      std::min<std::uint32_t>(std::uint32_t{a} + b, Cost::kImpossible));
}

/// How many operands of at most the greatest weight it takes.
std::int64_t operands_for(const Gate& gate, std::int64_t weight) {
  return (weight + gate.greatest - 1) / gate.greatest;
}

}  // namespace

Cost greater(Cost a, Cost b) {
  return {std::max(a.unnamed, b.unnamed), std::max(a.lines, b.lines)};
}
Cost lesser(Cost a, Cost b) { return {std::min(a.unnamed, b.unnamed), std::min(a.lines, b.lines)}; }
Cost together(Cost a, Cost b) { return {sum(a.unnamed, b.unnamed), sum(a.lines, b.lines)}; }

/// The goal, the requirements that rest on what is stated, and those that fail from the outset.
void Minimal::Impl::evaluate() {
  ++evaluation_;
  freshen();
  relevant_.clear();
  auto look_at = [&](std::uint32_t number) {
    if (looked_at_[number] == evaluation_) return;
    looked_at_[number] = evaluation_;
    relevant_.push_back(number);
  };
  for (std::uint32_t field : stated_)
    for (std::uint32_t number : compiled_.touching[field]) look_at(number);
  for (std::uint32_t number : unsatisfied_) look_at(number);
}

void Minimal::Impl::evaluate_gate(std::uint32_t id) {
  const Gate& gate = gates().gates[id];
  switch (gate.kind) {
    case Gate::Kind::literal:
      values_[id] = literal_truth(gates(), gate, &assumed_[field(gate.first).word]);
      costs_[id] = {literal_cost(id, true), literal_cost(id, false)};
      break;
    case Gate::Kind::tally: {
      std::int64_t sure = 0, open = 0;
      for (const Edge& edge : gates().operands(gate)) {
        const Truth truth = value(edge.operand);
        if (truth == Truth::yes) sure += edge.weight;
        if (truth == Truth::unknown) open += edge.weight;
      }
      values_[id] = tally_truth(gate, sure, open);
      costs_[id] = {values_[id] == Truth::yes ? Cost{} : tally_cost(gate, true),
                    values_[id] == Truth::no ? Cost{} : tally_cost(gate, false)};
      break;
    }
    case Gate::Kind::opaque:
      values_[id] = Truth::unknown;
      costs_[id] = {};
      break;
  }
}

/// With every field at its element in the completion that was found last.
void Minimal::Impl::evaluate_completion(std::span<const std::uint32_t> cone) {
  for (std::uint32_t id : cone) {
    if (evaluated_[id] == evaluation_) continue;
    evaluated_[id] = evaluation_;
    const Gate& gate = gates().gates[id];
    if (gate.kind == Gate::Kind::literal) {
      completed_[id] = truth_if(allows(gates().mask(gate), core_.element(gate.first)));
    } else if (gate.kind == Gate::Kind::opaque) {
      completed_[id] = Truth::unknown;
    } else {
      std::int64_t sure = 0, open = 0;
      for (const Edge& edge : gates().operands(gate)) {
        const Truth truth = seen_through(edge.operand, completed_[gate_of(edge.operand)]);
        if (truth == Truth::yes) sure += edge.weight;
        if (truth == Truth::unknown) open += edge.weight;
      }
      completed_[id] = tally_truth(gate, sure, open);
    }
  }
}

/// Of the literal being true, or false, in some completion.
Cost Minimal::Impl::literal_cost(std::uint32_t id, bool holds) const {
  const Gate& gate = gates().gates[id];
  const Option option{gate.first, ref_of(id, holds)};
  const Field& of = field(gate.first);
  const Status status = status_[gate.first];
  bool now = false, statable = false;
  for (std::uint32_t i = 0; i < of.words; ++i) {
    const Word word = option_word(option, i);
    const Word taken = status == Status::stated ? allowed_[of.word + i] : assumed_[of.word + i];
    now = now || (taken & word) != 0;
    statable = statable || (allowed_[of.word + i] & word) != 0;
  }
  if (now) return {};
  if (status != Status::presumed || !statable) return Cost::never();
  return presumptions_[gate.first].role == Presumption::Role::exists ? Cost{1, 0} : Cost{0, 1};
}

/// Of operands that hold (or fail) weighing so much together.
Cost Minimal::Impl::at_least(const Gate& gate, std::int64_t weight, bool holds) {
  if (weight <= 0) return {};
  if (weight > gate.total) return Cost::never();
  if (weight == gate.total) return all_of(gate, holds);
  return some_of(gate, static_cast<std::size_t>(operands_for(gate, weight)), holds);
}

Cost Minimal::Impl::tally_cost(const Gate& gate, bool holds) {
  if (holds)
    return greater(at_least(gate, gate.low, true), at_least(gate, gate.total - gate.high, false));
  const Cost fewer =
      gate.low > 0 ? at_least(gate, gate.total - gate.low + 1, false) : Cost::never();
  const Cost more = gate.high < gate.total ? at_least(gate, gate.high + 1, true) : Cost::never();
  return lesser(fewer, more);
}

/// Of the goal holding in all completions: what no requirement rests on and nobody knows must be
/// stated where the goal is a conjunction with it.
Cost Minimal::Impl::goal_cost() {
  const Ref goal = run_->ref;
  const Gate& gate = gates().gates[gate_of(goal)];
  const bool holds = !negated(goal);
  const bool takes_all = gate.kind == Gate::Kind::tally &&
                         (holds ? gate.low == gate.total
                                : gate.low == 1 && gate.greatest == 1 && gate.high == gate.total);
  auto conjunct = [&](Ref ref) -> Cost {
    const Gate& operand = gates().gates[gate_of(ref)];
    if (operand.kind != Gate::Kind::literal || marked_[operand.first] == mark_) return {};
    marked_[operand.first] = mark_;
    if (status_[operand.first] != Status::unknown || !compiled_.touching[operand.first].empty() ||
        value(ref) != Truth::unknown)
      return cost(ref);
    const Field& of = field(operand.first);
    for (std::uint32_t i = 0; i < of.words; ++i)
      if ((allowed_[of.word + i] & option_word({operand.first, ref}, i)) != 0) return {0, 1};
    return Cost::never();
  };
  ++mark_;
  Cost all = conjunct(goal);
  if (takes_all)
    for (const Edge& edge : gates().operands(gate))
      all = together(all, conjunct(holds ? edge.operand : edge.operand ^ 1));
  return greater(all, cost(goal));
}

/// Of a witness that contains the state: goal and requirements add up where they rest on different
/// fields.
Cost Minimal::Impl::least_cost() {
  Cost sum = goal_cost(), most;
  ++mark_;
  for (std::uint32_t number : run_->fields) marked_[number] = mark_;
  for (std::uint32_t number : relevant_) {
    const Requirement& requirement = compiled_.required[number];
    const Cost alone = cost(requirement.ref);
    if (alone.unnamed == 0 && alone.lines == 0) continue;
    most = greater(most, alone);
    if (std::ranges::any_of(requirement.fields,
                            [&](std::uint32_t of) { return marked_[of] == mark_; }))
      continue;
    for (std::uint32_t of : requirement.fields) marked_[of] = mark_;
    sum = together(sum, alone);
  }
  return greater(sum, most);
}

}  // namespace grotius::search
