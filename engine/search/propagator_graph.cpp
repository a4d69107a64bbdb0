// How a question becomes a small graph of its own.

#include "engine/search/propagator.hpp"

namespace grotius::search {

Propagator::Propagator(const Gates& gates)
    : gates_(gates),
      local_(gates.gates.size(), 0),
      seen_(gates.gates.size(), 0),
      place_(gates.fields.size(), 0),
      reached_(gates.fields.size(), 0),
      literals_(gates.fields.size(), kNone) {}

void Propagator::begin(const std::vector<Word>& base, const std::vector<Truth>& decided) {
  base_ = &base;
  decided_ = &decided;
  ++question_;
  gates_here_.clear();
  edges_here_.clear();
  fields_.clear();
  domains_.clear();
  wanted_.clear();
  trail_.clear();
  saved_.clear();
  levels_.clear();
  head_ = scanned_ = examined_ = 0;
  decisions_ = 0;
  possible_ = true;
  opaque_ = nullptr;
}

std::uint32_t Propagator::local(std::uint32_t gate) {
  if (seen_[gate] == question_) return local_[gate];
  seen_[gate] = question_;
  local_[gate] = static_cast<std::uint32_t>(gates_here_.size());
  LocalGate& here = gates_here_.emplace_back();
  here.gate = gate;
  return local_[gate];
}

void Propagator::reach_field(std::uint32_t field) {
  if (reached_[field] == question_) return;
  reached_[field] = question_;
  fields_.push_back(field);
  literals_[field] = kNone;
  place_[field] = static_cast<std::uint32_t>(domains_.size());
  const auto words = base_->begin() + gates_.fields[field].word;
  domains_.insert(domains_.end(), words, words + gates_.fields[field].words);
}

// The operands of a gate, and their operands as the loop of `want` comes to them.
void Propagator::expand(std::uint32_t id) {
  const Gate& gate = gates_.gates[gates_here_[id].gate];
  if (gate.kind == Gate::Kind::literal) {
    reach_field(gate.first);
    gates_here_[id].next_literal = literals_[gate.first];
    literals_[gate.first] = id;
    return;
  }
  if (gate.kind != Gate::Kind::tally) return;
  const auto first = static_cast<std::uint32_t>(edges_here_.size());
  std::int64_t sure = 0, open = 0;
  for (const Edge& edge : gates_.operands(gate)) {
    Truth truth = seen_through(edge.operand, (*decided_)[gate_of(edge.operand)]);
    if (truth == Truth::unknown) {
      const std::uint32_t operand = local(gate_of(edge.operand));
      LocalGate& used = gates_here_[operand];
      const auto at = static_cast<std::uint32_t>(edges_here_.size());
      edges_here_.push_back({operand, id, used.parents, negated(edge.operand), edge.weight});
      used.parents = at;
      truth = seen_through(edge.operand, used.assigned);
    }
    if (truth == Truth::yes) sure += edge.weight;
    if (truth == Truth::unknown) open += edge.weight;
  }
  LocalGate& here = gates_here_[id];
  here.first = first;
  here.size = static_cast<std::uint32_t>(edges_here_.size()) - first;
  here.sure = sure;
  here.open = open;
}

void Propagator::want(std::span<const Ref> wanted) {
  if (!levels_.empty()) {
    undo(levels_.front());
    levels_.clear();
  }
  std::size_t next = gates_here_.size();
  for (Ref ref : wanted) {
    wanted_.push_back(ref);
    const Truth decided = seen_through(ref, (*decided_)[gate_of(ref)]);
    if (decided == Truth::no) possible_ = false;
    if (decided == Truth::unknown) local(gate_of(ref));
  }
  for (; next < gates_here_.size(); ++next) expand(static_cast<std::uint32_t>(next));
}

}  // namespace grotius::search
