// Least fixed points as terms, exactly: no model in which members support each other in a circle.
//
// Small ones are unfolded: no member is true at level 0, level k is computed from level k - 1, and after as many levels as there are members —
// or as soon as equal terms come out — nothing can change any more. Large ones get a Boolean and a rank (an integer) for each member: a
// member that its body makes true is true, and a true member is made true by members of lower rank alone. The first makes the solution
// closed under the bodies, the second founded; together they make it the least.

#include <algorithm>

#include "engine/solve/encoder.hpp"

namespace grotius::solve {

using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

/// Terms that unfolding one component may make before ranks are used instead.
constexpr std::size_t unfolding_budget = 50'000;

}  // namespace

void Encoder::encode_component(const Recursion::Component& component) {
  if (!unfold(component)) rank(component);
}

/// The inner nodes from the present terms of the members.
void Encoder::pass(const Recursion::Component& component) {
  for (NodeId id : component.inner) {
    const Node& node = (*program_)[id];
    encoded_[ground::index(id)] = node.kind == NodeKind::conjunction ? terms_->conjunction(encoded_operands(node)) : terms_->disjunction(encoded_operands(node));
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
    if (terms_->size() - size_before > unfolding_budget) return false;
    level = std::move(next);
  }
}

void Encoder::rank(const Recursion::Component& component) {
  std::unordered_map<NodeId, TermId> ranks;
  const std::string suffix = copy_ == 0 ? "" : "'";
  for (NodeId member : component.members) {
    const std::string name = std::to_string((*program_)[member].ref) + suffix;
    encoded_[ground::index(member)] = terms_->variable("m" + name);
    ranks.emplace(member, terms_->number_variable("r" + name));
  }
  pass(component);
  for (NodeId member : component.members) {
    const TermId body = at(recursion_->body(member));
    axioms_->push_back(terms_->disjunction({terms_->negation(body), at(member)}));
    axioms_->push_back(terms_->disjunction({terms_->negation(at(member)), ranked_body(component, member, ranks)}));
  }
}

/// The body of a member in which the others count only when their rank is lower than the member's.
TermId Encoder::ranked_body(const Recursion::Component& component, NodeId member, const std::unordered_map<NodeId, TermId>& ranks) {
  std::unordered_map<NodeId, TermId> ranked;
  std::vector<NodeId> cone;
  std::vector<NodeId> pending{recursion_->body(member)};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (recursion_->component(id) != &component || ranked.contains(id)) continue;
    if ((*program_)[id].kind == NodeKind::recursive) {
      const TermId lower = terms_->less_equal(terms_->sum({ranks.at(id), terms_->numeral(1)}), ranks.at(member));
      ranked.emplace(id, terms_->conjunction({at(id), lower}));
      continue;
    }
    ranked.emplace(id, at(id));
    cone.push_back(id);
    const auto operands = program_->operands_of((*program_)[id]);
    pending.insert(pending.end(), operands.begin(), operands.end());
  }
  std::ranges::sort(cone);
  for (NodeId id : cone) {
    const Node& node = (*program_)[id];
    std::vector<TermId> operands;
    for (NodeId operand : program_->operands_of(node)) {
      const auto found = ranked.find(operand);
      operands.push_back(found == ranked.end() ? at(operand) : found->second);
    }
    ranked[id] = node.kind == NodeKind::conjunction ? terms_->conjunction(std::move(operands)) : terms_->disjunction(std::move(operands));
  }
  return ranked.at(recursion_->body(member));
}

}  // namespace grotius::solve
