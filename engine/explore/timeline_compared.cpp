#include "engine/explore/timeline_compared.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/explore/timeline_days.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::explore {

using ground::Input;
using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

class Comparisons {
 public:
  Comparisons(const Reach& reach, const ground::World& world, const model::Question& question, Date day)
      : reach_(reach), bodies_(reach.program.recursive_members) {
    for (const auto& fixpoint : reach.program.fixpoints)
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i) bodies_[reach.program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
    const ground::Snapshot snapshot(world, (*world.model)[question.situation], false);
    ground::Knowledge knowledge = snapshot.knowledge(reach.program);
    for (const Date one : {Date{day.day - 1}, day}) {
      knowledge[ground::index(*reach.today)] = {{one.day}, {}, {}};
      (one == day ? now_ : before_) = ground::certain(reach.program, knowledge);
    }
  }

  /// The numbers other than the day in comparisons that come out otherwise: those that the roots rest on, if some root comes out otherwise
  /// itself, else all.
  std::set<InputId> numbers() const {
    std::set<InputId> found = below(reach_.truths);
    if (!found.empty()) return found;
    std::vector<NodeId> all;
    for (std::size_t i = 0; i < reach_.program.nodes.size(); ++i) all.push_back(static_cast<NodeId>(i));
    return below(std::move(all));
  }

 private:
  bool differs(NodeId id) const {
    const auto& before = before_.of[ground::index(id)];
    const auto& now = now_.of[ground::index(id)];
    return before.least != now.least || before.greatest != now.greatest;
  }

  std::set<InputId> below(std::vector<NodeId> pending) const {
    std::set<InputId> found;
    std::set<NodeId> seen;
    while (!pending.empty()) {
      const NodeId id = pending.back();
      pending.pop_back();
      if (!differs(id) || !seen.insert(id).second) continue;
      const Node& node = reach_.program[id];
      if (node.kind == NodeKind::less_equal || node.kind == NodeKind::equal) add_numbers_of(id, found);
      if (node.kind == NodeKind::recursive) pending.push_back(bodies_[node.ref]);
      for (NodeId operand : reach_.program.operands_of(node)) pending.push_back(operand);
    }
    return found;
  }

  /// If the day itself stands in the comparison, what else does.
  void add_numbers_of(NodeId comparison, std::set<InputId>& found) const {
    std::set<InputId> numbers;
    bool day = false;
    std::vector<NodeId> pending = {comparison};
    while (!pending.empty()) {
      const Node& node = reach_.program[pending.back()];
      pending.pop_back();
      if (node.kind == NodeKind::input_number) {
        const auto input = static_cast<InputId>(node.ref);
        if (input == *reach_.today) day = true;
        else numbers.insert(input);
      }
      if (node.kind == NodeKind::count) continue;
      for (NodeId operand : reach_.program.operands_of(node))
        if (!reach_.program.is_truth(operand)) pending.push_back(operand);
    }
    if (day) found.insert(numbers.begin(), numbers.end());
  }

  const Reach& reach_;
  std::vector<NodeId> bodies_;
  ground::Certain before_, now_;
};

}  // namespace

std::vector<Change::Compared> compared_on(Date day, const ground::World& world, const model::Question& question) {
  const Reach reached = reach(world, *world.model, question);
  if (!reached.today) return {};
  const ground::Snapshot snapshot(world, (*world.model)[question.situation], false);
  std::vector<Change::Compared> result;
  for (InputId id : Comparisons(reached, world, question, day).numbers()) {
    const Input& input = reached.program[id];
    if (input.kind != Input::Kind::fact) continue;
    const ground::Domain domain = snapshot.domain(input);
    if (domain.values.empty()) continue;
    // Where sources disagree, the date that is nearest to the day.
    const auto nearest = std::ranges::min_element(domain.values, {}, [&](std::int64_t value) { return std::abs(value - day.day); });
    Change::Compared compared{model::Atom{false, input.ref, input.arguments}, *nearest, {}, {}};
    if (const model::Entry* line = snapshot.entry(*compared.atom)) {
      compared.sources = line->sources;
      compared.span = line->span;
    }
    result.push_back(std::move(compared));
  }
  std::ranges::sort(result, {}, [](const Change::Compared& one) { return std::pair(one.value, *one.atom); });
  return result;
}

}  // namespace grotius::explore
