#include "engine/search/propagator.hpp"

namespace grotius::search {

bool Propagator::settle() {
  for (Ref ref : wanted_) {
    if ((*decided_)[gate_of(ref)] != Truth::unknown) continue;
    if (!assign(local(gate_of(ref)), truth_if(!negated(ref)))) possible_ = false;
  }
  wanted_.clear();
  for (; possible_ && examined_ < gates_here_.size(); ++examined_)
    if (!examine(static_cast<std::uint32_t>(examined_))) possible_ = false;
  possible_ = possible_ && propagate();
  return possible_;
}

bool Propagator::assign(std::uint32_t id, Truth truth) {
  LocalGate& here = gates_here_[id];
  if (here.assigned != Truth::unknown) return here.assigned == truth;
  here.assigned = truth;
  trail_.push_back(id);
  for (std::uint32_t at = here.parents; at != kNone; at = edges_here_[at].next) {
    const LocalEdge& edge = edges_here_[at];
    LocalGate& parent = gates_here_[edge.parent];
    parent.open -= edge.weight;
    if ((truth == Truth::yes) != edge.negated) parent.sure += edge.weight;
  }
  return true;
}

bool Propagator::propagate() {
  while (head_ < trail_.size()) {
    const std::uint32_t id = trail_[head_++];
    const Gate::Kind kind = gates_.gates[gates_here_[id].gate].kind;
    if (kind == Gate::Kind::literal && !narrow(id)) return false;
    if (kind == Gate::Kind::tally && !examine(id)) return false;
    for (std::uint32_t at = gates_here_[id].parents; at != kNone; at = edges_here_[at].next)
      if (!examine(edges_here_[at].parent)) return false;
  }
  return true;
}

// A literal was decided: its field loses values, which may decide other literals of the field.
bool Propagator::narrow(std::uint32_t literal) {
  const Gate& gate = gates_.gates[gates_here_[literal].gate];
  const Word flipped = gates_here_[literal].assigned == Truth::yes ? 0 : ~Word{0};
  const Word* mask = gates_.mask(gate);
  bool changed = false;
  Word left = 0;
  for (std::uint32_t i = 0; i < gates_.fields[gate.first].words; ++i) {
    const std::uint32_t at = place_[gate.first] + i;
    const Word kept = domains_[at] & (mask[i] ^ flipped);
    left |= kept;
    if (kept == domains_[at]) continue;
    saved_.push_back({at, domains_[at]});
    domains_[at] = kept;
    changed = true;
  }
  if (left == 0) return false;
  if (!changed) return true;
  for (std::uint32_t id = literals_[gate.first]; id != kNone; id = gates_here_[id].next_literal) {
    if (gates_here_[id].assigned != Truth::unknown) continue;
    const Truth truth =
        literal_truth(gates_, gates_.gates[gates_here_[id].gate], domain(gate.first));
    if (truth != Truth::unknown) assign(id, truth);
  }
  return true;
}

/// What operands and assignment of a gate imply for each other.
bool Propagator::examine(std::uint32_t id) {
  const LocalGate& here = gates_here_[id];
  const Gate& gate = gates_.gates[here.gate];
  if (gate.kind == Gate::Kind::literal) {
    if (here.assigned != Truth::unknown) return true;  // looked at when its turn comes
    const Truth truth = literal_truth(gates_, gate, domain(gate.first));
    return truth == Truth::unknown || assign(id, truth);
  }
  if (gate.kind == Gate::Kind::opaque) return true;
  const Truth truth = tally_truth(gate, here.sure, here.open);
  if (truth != Truth::unknown) return assign(id, truth);
  return here.assigned == Truth::unknown || force(id);
}

// Undecided operands without which the gate could not have the value that it is to have.
bool Propagator::force(std::uint32_t id) {
  const LocalGate& here = gates_here_[id];
  const Gate& gate = gates_.gates[here.gate];
  const std::int64_t most = here.sure + here.open;
  // An operand must be true if, without its weight, at most `spare` less than nothing remained;
  // it must be false if there is no `room` for its weight.
  std::int64_t spare = gate.total, room = gate.total;
  if (here.assigned == Truth::yes) {
    spare = most - gate.low;
    room = gate.high - here.sure;
  } else if (here.sure >= gate.low) {
    spare = most - gate.high - 1;
  } else if (most <= gate.high) {
    room = gate.low - 1 - here.sure;
  }
  if (gate.greatest <= spare && gate.greatest <= room) return true;
  const std::uint32_t first = here.first, last = here.first + here.size;
  for (std::uint32_t at = first; at < last; ++at) {
    const LocalEdge& edge = edges_here_[at];
    if (operand_truth(edge) != Truth::unknown) continue;
    if (edge.weight > spare && edge.weight > room) return false;
    if (edge.weight > spare) assign(edge.operand, truth_if(!edge.negated));
    if (edge.weight > room) assign(edge.operand, truth_if(edge.negated));
  }
  return true;
}

void Propagator::undo(const Level& level) {
  while (trail_.size() > level.trail) {
    LocalGate& here = gates_here_[trail_.back()];
    trail_.pop_back();
    for (std::uint32_t at = here.parents; at != kNone; at = edges_here_[at].next) {
      const LocalEdge& edge = edges_here_[at];
      LocalGate& parent = gates_here_[edge.parent];
      parent.open += edge.weight;
      if ((here.assigned == Truth::yes) != edge.negated) parent.sure -= edge.weight;
    }
    here.assigned = Truth::unknown;
  }
  while (saved_.size() > level.words) {
    domains_[saved_.back().at] = saved_.back().old;
    saved_.pop_back();
  }
  head_ = trail_.size();
  scanned_ = level.scanned;
}

/// Goes back to the last decision and takes its opposite; false where none is left.
bool Propagator::conflict() {
  while (!levels_.empty()) {
    const Level level = levels_.back();
    levels_.pop_back();
    undo(level);
    assign(level.gate, -level.decision);
    if (propagate()) return true;
  }
  return false;
}

/// Decides an operand in favour of what the gate is to be; false if none can be decided.
bool Propagator::decide(std::uint32_t id) {
  const LocalGate& here = gates_here_[id];
  const Gate& gate = gates_.gates[here.gate];
  const bool more = here.assigned == Truth::yes ? here.sure < gate.low : here.sure >= gate.low;
  for (std::uint32_t at = here.first; at < here.first + here.size; ++at) {
    const LocalEdge& edge = edges_here_[at];
    if (gates_here_[edge.operand].assigned != Truth::unknown) continue;
    if (gates_.gates[gates_here_[edge.operand].gate].kind == Gate::Kind::opaque) continue;
    const Truth decision = truth_if(more != edge.negated);
    levels_.push_back({trail_.size(), saved_.size(), scanned_, edge.operand, decision});
    assign(edge.operand, decision);
    return true;
  }
  return false;
}

Outcome Propagator::run(std::uint64_t budget) {
  bool consistent = settle();
  const auto exhausted = [&] {
    possible_ = false;
    if (opaque_ == nullptr) return Outcome::none;
    reason_ = gates_.reasons[opaque_->first];
    return Outcome::gave_up;
  };
  if (!consistent) return exhausted();
  for (;;) {
    bool failed = false;
    for (; scanned_ < trail_.size(); ++scanned_) {
      const LocalGate& here = gates_here_[trail_[scanned_]];
      const Gate& gate = gates_.gates[here.gate];
      if (gate.kind == Gate::Kind::literal) continue;
      if (gate.kind == Gate::Kind::tally &&
          tally_truth(gate, here.sure, here.open) != Truth::unknown)
        continue;
      if (decisions_ >= budget) {
        reason_ = "the native search reached its limit of " + std::to_string(budget) + " decisions";
        return Outcome::gave_up;
      }
      ++decisions_;
      if (gate.kind == Gate::Kind::opaque) {
        opaque_ = &gate;
        failed = true;
      } else if (!decide(trail_[scanned_])) {
        for (std::uint32_t at = here.first; at < here.first + here.size; ++at)
          if (gates_here_[edges_here_[at].operand].assigned == Truth::unknown)
            opaque_ = &gates_.gates[gates_here_[edges_here_[at].operand].gate];
        failed = true;
      } else {
        failed = !propagate();
      }
      break;
    }
    if (failed) {
      if (!conflict()) return exhausted();
      continue;
    }
    if (scanned_ == trail_.size()) return Outcome::found;
  }
}

}  // namespace grotius::search
