#include "engine/solve/encoder.hpp"

#include <ranges>
#include <stdexcept>

#include "engine/solve/linear.hpp"

namespace grotius::solve {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

Encoder::Encoder(const ground::Program& program, const ground::Certain& certain,
                 const Comparisons& comparisons, const Recursion& recursion, Terms& terms,
                 std::vector<TermId>& axioms, Inputs& inputs, unsigned copy,
                 std::size_t unfolding_budget)
    : program_(&program),
      certain_(&certain),
      comparisons_(&comparisons),
      recursion_(&recursion),
      terms_(&terms),
      axioms_(&axioms),
      inputs_(&inputs),
      copy_(copy),
      unfolding_budget_(unfolding_budget),
      encoded_(program.nodes.size()) {}

TermId Encoder::encode(NodeId root) {
  std::vector<NodeId> pending{root};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    const std::size_t before = pending.size();
    if (!known(id)) add_missing(id, pending);
    if (pending.size() > before) continue;
    pending.pop_back();
    if (known(id)) continue;
    if (const auto* component = recursion_->component(id))
      encode_component(*component);
    else
      encoded_[ground::index(id)] = encode_one(id);
  }
  return at(root);
}

std::span<const NodeId> Encoder::operands(NodeId id) const {
  const Node& node = (*program_)[id];
  if (decided(id)) return {};
  const bool compares = node.kind == NodeKind::less_equal || node.kind == NodeKind::equal;
  if (compares) {
    const auto single = comparisons_->single(node);
    if (single && !needs_arithmetic(*single)) return {};
  }
  return program_->operands_of(node);
}

void Encoder::add_missing(NodeId id, std::vector<NodeId>& pending) const {
  const auto* component = recursion_->component(id);
  auto add = [&](NodeId needed) {
    if (!known(needed) && (!component || recursion_->component(needed) != component))
      pending.push_back(needed);
  };
  if (component) {
    for (NodeId inner : component->inner)
      for (NodeId operand : program_->operands_of((*program_)[inner])) add(operand);
    return;
  }
  if ((*program_)[id].kind == NodeKind::recursive && !decided(id)) add(recursion_->body(id));
  for (NodeId operand : operands(id) | std::views::reverse)
    add(operand);  // the first comes off the stack first
}

std::vector<TermId> Encoder::encoded_operands(const Node& node) const {
  std::vector<TermId> operands;
  operands.reserve(node.size);
  for (NodeId operand : program_->operands_of(node)) operands.push_back(at(operand));
  return operands;
}

TermId Encoder::encode_one(NodeId id) {
  const Node& node = (*program_)[id];
  if (decided(id)) {
    const std::int64_t value = *certain_->of[ground::index(id)].least;
    return program_->is_truth(id) ? terms_->truth(value != 0) : terms_->numeral(value);
  }
  const auto operands = program_->operands_of(node);
  switch (node.kind) {
    case NodeKind::constant:
      return terms_->truth(node.number != 0);
    case NodeKind::input:
      return inputs_->at_least(static_cast<InputId>(node.ref), 1, copy_);
    case NodeKind::input_is:
      return inputs_->is(static_cast<InputId>(node.ref), node.number, copy_);
    case NodeKind::negation:
      return terms_->negation(at(operands[0]));
    case NodeKind::conjunction:
      return terms_->conjunction(encoded_operands(node));
    case NodeKind::disjunction:
      return terms_->disjunction(encoded_operands(node));
    case NodeKind::less_equal:
    case NodeKind::equal:
      return encode_comparison(node);
    case NodeKind::recursive:
      return at(recursion_->body(id));
    case NodeKind::number:
      return terms_->numeral(node.number);
    case NodeKind::input_number:
      return inputs_->number(static_cast<InputId>(node.ref), copy_);
    case NodeKind::sum:
      return terms_->sum(encoded_operands(node));
    case NodeKind::scaled:
      return terms_->scaled(node.number, at(operands[0]));
    case NodeKind::count:
      return terms_->count(encoded_operands(node));
    case NodeKind::choice:
      return terms_->choice(at(operands[0]), at(operands[1]), at(operands[2]));
  }
  throw std::logic_error("a node of no known kind");
}

bool Encoder::needs_arithmetic(const SingleComparison& single) const {
  using Kind = SingleComparison::Kind;
  return single.kind != Kind::never && single.kind != Kind::always &&
         inputs_->is_integer(single.input);
}

TermId Encoder::encode_comparison(const Node& node) {
  using Kind = SingleComparison::Kind;
  const auto single = comparisons_->single(node);
  if (single && !needs_arithmetic(*single)) {
    switch (single->kind) {
      case Kind::never:
        return terms_->truth(false);
      case Kind::always:
        return terms_->truth(true);
      case Kind::at_least:
        return inputs_->at_least(single->input, single->number, copy_);
      case Kind::below:
        return terms_->negation(inputs_->at_least(single->input, single->number, copy_));
      case Kind::is:
        return inputs_->is(single->input, single->number, copy_);
    }
  }
  const auto operands = program_->operands_of(node);
  const TermId left = at(operands[0]);
  const TermId right = at(operands[1]);
  return node.kind == NodeKind::equal ? same_number(*terms_, left, right)
                                      : at_most(*terms_, left, right);
}

}  // namespace grotius::solve
