// Least fixed points as terms, exactly: no model in which members support each other in a circle.
//
// Small components are unfolded: no member is true at level 0, level k is computed from level k -
// 1, and after as many levels as there are members — or as soon as equal terms come out — nothing
// can change any more. In large ones (dense graphs of more than some forty unknown individuals) a
// member is first only equivalent to its body. A model of that may hold circles. Each is then
// excluded: one of the members in it must have a reason outside of it (loop formulas, as in Lin &
// Zhao's ASSAT). There are finitely many; in practice a few.

#include "engine/solve/encoder.hpp"

namespace grotius::solve {

using ground::Node;
using ground::NodeId;
using ground::NodeKind;

void Encoder::encode_component(const Recursion::Component& component) {
  if (!unfold(component)) complete(component);
}

/// The inner nodes from the present terms of the members.
void Encoder::pass(const Recursion::Component& component) {
  for (NodeId id : component.inner) {
    const Node& node = (*program_)[id];
    encoded_[ground::index(id)] = node.kind == NodeKind::conjunction
                                      ? terms_->conjunction(encoded_operands(node))
                                      : terms_->disjunction(encoded_operands(node));
  }
}

bool Encoder::unfold(const Recursion::Component& component) {
  const std::size_t size_before = terms_->size();
  const auto& members = component.members;
  std::vector<TermId> level(members.size(), terms_->truth(false));
  for (std::size_t k = 0;; ++k) {
    for (std::size_t i = 0; i < members.size(); ++i) encoded_[ground::index(members[i])] = level[i];
    pass(component);
    if (k == members.size()) return true;
    std::vector<TermId> next;
    for (NodeId member : members) next.push_back(at(recursion_->body(member)));
    if (next == level) return true;
    if (terms_->size() - size_before > unfolding_budget_) return false;
    level = std::move(next);
  }
}

void Encoder::complete(const Recursion::Component& component) {
  const std::string suffix = copy_ == 0 ? "" : "'";
  for (NodeId member : component.members) {
    free_members_.push_back(
        terms_->variable("m" + std::to_string((*program_)[member].ref) + suffix));
    encoded_[ground::index(member)] = free_members_.back();
  }
  pass(component);
  for (NodeId member : component.members)
    axioms_->push_back(terms_->equivalence(at(member), at(recursion_->body(member))));
  completed_.push_back(&component);
}

bool Encoder::exclude_circles(TermValues& model) {
  bool excluded = false;
  for (const auto* component : completed_) {
    const std::vector<NodeId> circle = unfounded(*component, model);
    if (circle.empty()) continue;
    exclude(*component, circle);
    excluded = true;
  }
  return excluded;
}

/// The members that are true in the model without being so in the least fixed point.
std::vector<NodeId> Encoder::unfounded(const Recursion::Component& component,
                                       TermValues& model) const {
  std::unordered_map<NodeId, bool> founded;
  for (NodeId member : component.members) founded[member] = false;
  auto truth = [&](NodeId id) {
    const auto inner = founded.find(id);
    return inner == founded.end() ? model.truth(at(id)) : inner->second;
  };
  for (bool changed = true; changed;) {
    for (NodeId id : component.inner) {
      const Node& node = (*program_)[id];
      const bool all = node.kind == NodeKind::conjunction;
      bool value = all;
      for (NodeId operand : program_->operands_of(node))
        if (truth(operand) != all) {
          value = !all;
          break;
        }
      founded[id] = value;
    }
    changed = false;
    for (NodeId member : component.members) {
      const bool now = truth(recursion_->body(member));
      changed = changed || now != founded[member];
      founded[member] = now;
    }
  }
  std::vector<NodeId> circle;
  for (NodeId member : component.members)
    if (!founded[member] && model.truth(at(member))) circle.push_back(member);
  return circle;
}

/// A member of the circle is true only if some body of the circle is true without any of its
/// members.
void Encoder::exclude(const Recursion::Component& component, const std::vector<NodeId>& circle) {
  std::unordered_map<NodeId, TermId> without;
  for (NodeId member : component.members) without.emplace(member, at(member));
  for (NodeId member : circle) without[member] = terms_->truth(false);
  for (NodeId id : component.inner) {
    const Node& node = (*program_)[id];
    std::vector<TermId> operands;
    for (NodeId operand : program_->operands_of(node)) {
      const auto found = without.find(operand);
      operands.push_back(found == without.end() ? at(operand) : found->second);
    }
    without[id] = node.kind == NodeKind::conjunction ? terms_->conjunction(std::move(operands))
                                                     : terms_->disjunction(std::move(operands));
  }
  std::vector<TermId> reasons;
  for (NodeId member : circle) reasons.push_back(without.at(recursion_->body(member)));
  const TermId reason = terms_->literal(terms_->disjunction(std::move(reasons)));
  for (NodeId member : circle)
    axioms_->push_back(terms_->disjunction({terms_->negation(at(member)), reason}));
}

}  // namespace grotius::solve
