// Which inputs can change a truth alone. A truth changes only with one of its operands; a conjunction that fails, or a disjunction that
// holds, only with each operand that decides it, so looking below any single one of these is enough. What cannot change whatever the
// candidates are is not looked into.
//
// In a least fixed point a truth that holds may rest on itself besides what it was derived from, so there a disjunction that holds is
// looked into as a whole. One that begins to hold is derived anew from something that changes, so a failing part of a conjunction still
// leads there.

#include <algorithm>

#include "engine/explore/hinges_search.hpp"

namespace grotius::explore {

namespace {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

class MayTurn {
 public:
  MayTurn(const ground::Program& program, const ground::Certain& certain, const ground::Certain& withdrawn)
      : program_(program), certain_(certain), withdrawn_(withdrawn), bodies_(program.recursive_members),
        recursive_(program.nodes.size(), false), reached_(program.inputs.size(), false), seen_(program.nodes.size(), false) {
    for (const auto& fixpoint : program.fixpoints) {
      std::fill(recursive_.begin() + fixpoint.begin, recursive_.begin() + fixpoint.end, true);
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i) bodies_[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
    }
  }

  void look_below(NodeId root) {
    reach(root);
    while (!pending_.empty()) {
      const NodeId id = pending_.back();
      pending_.pop_back();
      look_into(id);
    }
  }
  bool reached(InputId input) const { return reached_[ground::index(input)]; }

 private:
  bool can_change(NodeId id) const { return !withdrawn_.of[ground::index(id)].decided(); }

  void reach(NodeId id) {
    if (!can_change(id) || seen_[ground::index(id)]) return;
    seen_[ground::index(id)] = true;
    pending_.push_back(id);
  }

  void look_into(NodeId id) {
    const Node& node = program_[id];
    const auto operands = program_.operands_of(node);
    if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
      reached_[node.ref] = true;
    if (node.kind == NodeKind::recursive) reach(bodies_[node.ref]);
    const bool rests_on_itself = node.kind == NodeKind::disjunction && recursive_[ground::index(id)];
    if (const auto deciding = rests_on_itself ? std::nullopt : the_deciding(node)) {
      reach(*deciding);
      return;
    }
    for (NodeId operand : operands) reach(operand);
  }

  /// Of a conjunction that surely fails, or a disjunction that surely holds: an operand that decides it, one that cannot change if there is
  /// one, else one that was looked into already.
  std::optional<NodeId> the_deciding(const Node& node) const {
    if (node.kind != NodeKind::conjunction && node.kind != NodeKind::disjunction) return std::nullopt;
    const bool deciding = node.kind == NodeKind::disjunction;
    std::optional<NodeId> best;
    for (NodeId operand : program_.operands_of(node)) {
      if (certain_.truth(operand) != deciding) continue;
      if (!can_change(operand)) return operand;
      if (!best || (seen_[ground::index(operand)] && !seen_[ground::index(*best)])) best = operand;
    }
    return best;
  }

  const ground::Program& program_;
  const ground::Certain& certain_;
  const ground::Certain& withdrawn_;
  std::vector<NodeId> bodies_;
  std::vector<bool> recursive_;  ///< by NodeId: within a least fixed point
  std::vector<bool> reached_, seen_;
  std::vector<NodeId> pending_;
};

}  // namespace

std::vector<InputId> may_turn(const ground::Program& program, const ground::Certain& certain, const ground::Certain& withdrawn,
                              const std::vector<bool>& candidates, NodeId goal, std::span<const NodeId> required) {
  MayTurn search(program, certain, withdrawn);
  search.look_below(goal);
  // What is required and surely holds is no more than that when a candidate has another value; what is undecided may begin to hold.
  for (NodeId node : required)
    if (!certain.truth(node)) search.look_below(node);
  std::vector<InputId> result;
  for (std::uint32_t i = 0; i < candidates.size(); ++i)
    if (candidates[i] && search.reached(static_cast<InputId>(i))) result.push_back(static_cast<InputId>(i));
  return result;
}

}  // namespace grotius::explore
