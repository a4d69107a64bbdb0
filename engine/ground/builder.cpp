#include "engine/ground/builder.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace grotius::ground {

namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdull;
}

std::uint64_t hash_of(const Node& node, std::span<const NodeId> operands) {
  std::uint64_t hash = mix(static_cast<std::uint64_t>(node.kind), node.ref);
  hash = mix(hash, static_cast<std::uint64_t>(node.number));
  for (NodeId operand : operands) hash = mix(hash, index(operand));
  return hash;
}

std::uint64_t hash_of(const Input& input) {
  std::uint64_t hash =
      mix(static_cast<std::uint64_t>(input.kind) * 64 + static_cast<std::uint64_t>(input.status),
          input.ref);
  for (model::IndividualId argument : input.arguments) hash = mix(hash, model::index(argument));
  return hash;
}

bool add_overflows(std::int64_t a, std::int64_t b, std::int64_t& result) {
  return __builtin_add_overflow(a, b, &result);
}
bool multiply_overflows(std::int64_t a, std::int64_t b, std::int64_t& result) {
  return __builtin_mul_overflow(a, b, &result);
}

}  // namespace

NodeId Builder::node(NodeKind kind, std::uint32_t ref, std::int64_t number,
                     std::span<const NodeId> operands) {
  Node candidate{kind, ref, 0, static_cast<std::uint32_t>(operands.size()), number};
  const std::uint64_t hash = hash_of(candidate, operands);
  for (auto [it, end] = nodes_.equal_range(hash); it != end; ++it) {
    const Node& known = program_[it->second];
    if (known.kind == kind && known.ref == ref && known.number == number &&
        std::ranges::equal(program_.operands_of(known), operands))
      return it->second;
  }
  if (program_.nodes.size() >= GroundLimits::nodes)
    throw ResourceLimit{"the question needs more than " + std::to_string(GroundLimits::nodes) +
                        " ground conditions (limit: size of the decision program); name fewer "
                        "individuals or narrow the types"};
  candidate.first = static_cast<std::uint32_t>(program_.operands.size());
  program_.operands.insert(program_.operands.end(), operands.begin(), operands.end());
  const NodeId id = static_cast<NodeId>(program_.nodes.size());
  program_.nodes.push_back(candidate);
  nodes_.emplace(hash, id);
  return id;
}

InputId Builder::input_id(Input input) {
  const std::uint64_t hash = hash_of(input);
  for (auto [it, end] = inputs_.equal_range(hash); it != end; ++it) {
    const Input& known = program_[it->second];
    if (known.kind == input.kind && known.ref == input.ref && known.arguments == input.arguments &&
        known.status == input.status && known.under == input.under)
      return it->second;
  }
  const InputId id = static_cast<InputId>(program_.inputs.size());
  program_.inputs.push_back(std::move(input));
  inputs_.emplace(hash, id);
  return id;
}

NodeId Builder::truth(bool value) { return node(NodeKind::constant, 0, value ? 1 : 0, {}); }
NodeId Builder::number(std::int64_t value) { return node(NodeKind::number, 0, value, {}); }

NodeId Builder::input(Input input) {
  const bool is_boolean = input.value.sort.kind == model::Sort::Kind::boolean;
  return node(is_boolean ? NodeKind::input : NodeKind::input_number,
              static_cast<std::uint32_t>(input_id(std::move(input))), 0, {});
}

NodeId Builder::input_is(Input input, std::int64_t value) {
  return node(NodeKind::input_is, static_cast<std::uint32_t>(input_id(std::move(input))), value,
              {});
}

NodeId Builder::negation(NodeId operand) {
  const Node& inner = program_[operand];
  if (inner.kind == NodeKind::constant) return truth(inner.number == 0);
  if (inner.kind == NodeKind::negation) return program_.operands_of(inner)[0];
  return node(NodeKind::negation, 0, 0, std::span(&operand, 1));
}

// Flattens, sorts, drops neutral and repeated operands; an absorbing or complementary pair decides.
NodeId Builder::junction(NodeKind kind, std::vector<NodeId> operands) {
  const bool neutral = kind == NodeKind::conjunction;
  std::vector<NodeId> flat;
  flat.reserve(operands.size());
  for (NodeId operand : operands) {
    const Node& inner = program_[operand];
    if (inner.kind == NodeKind::constant) {
      if ((inner.number != 0) != neutral) return operand;
    } else if (inner.kind == kind) {
      const auto nested = program_.operands_of(inner);
      flat.insert(flat.end(), nested.begin(), nested.end());
    } else {
      flat.push_back(operand);
    }
  }
  std::ranges::sort(flat);
  flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
  for (NodeId operand : flat)
    if (program_[operand].kind == NodeKind::negation &&
        std::ranges::binary_search(flat, program_.operands_of(program_[operand])[0]))
      return truth(!neutral);
  if (flat.empty()) return truth(neutral);
  if (flat.size() == 1) return flat.front();
  return node(kind, 0, 0, flat);
}

NodeId Builder::conjunction(std::vector<NodeId> operands) {
  return junction(NodeKind::conjunction, std::move(operands));
}
NodeId Builder::disjunction(std::vector<NodeId> operands) {
  return junction(NodeKind::disjunction, std::move(operands));
}

NodeId Builder::less_equal(NodeId left, NodeId right) {
  const Node& a = program_[left];
  const Node& b = program_[right];
  if (left == right) return truth(true);
  if (a.kind == NodeKind::number && b.kind == NodeKind::number) return truth(a.number <= b.number);
  // A count lies between 0 and the number of its operands.
  if (b.kind == NodeKind::count && a.kind == NodeKind::number) {
    if (a.number <= 0) return truth(true);
    if (a.number > b.size) return truth(false);
    if (a.number == 1) {
      const auto members = program_.operands_of(b);
      return disjunction({members.begin(), members.end()});
    }
  }
  if (a.kind == NodeKind::count && b.kind == NodeKind::number) {
    if (b.number >= a.size) return truth(true);
    if (b.number < 0) return truth(false);
    if (b.number == 0) {
      const auto members = program_.operands_of(a);
      return negation(disjunction({members.begin(), members.end()}));
    }
  }
  const NodeId operands[] = {left, right};
  return node(NodeKind::less_equal, 0, 0, operands);
}

NodeId Builder::equal(NodeId left, NodeId right) {
  if (left == right) return truth(true);
  if (right < left) std::swap(left, right);
  const Node& a = program_[left];
  const Node& b = program_[right];
  if (a.kind == NodeKind::number && b.kind == NodeKind::number) return truth(a.number == b.number);
  const NodeId operands[] = {left, right};
  return node(NodeKind::equal, 0, 0, operands);
}

// Constants are added up as long as that stays within 64 bits; what does not is left to the
// engines, which report it.
NodeId Builder::sum(std::vector<NodeId> operands) {
  std::vector<NodeId> flat;
  std::int64_t constant = 0;
  std::vector<NodeId> pending(operands.rbegin(), operands.rend());
  while (!pending.empty()) {
    const NodeId operand = pending.back();
    pending.pop_back();
    const Node& inner = program_[operand];
    std::int64_t added = 0;  // what an overflow leaves here is not used
    if (inner.kind == NodeKind::sum) {
      const auto nested = program_.operands_of(inner);
      pending.insert(pending.end(), nested.rbegin(), nested.rend());
    } else if (inner.kind != NodeKind::number || add_overflows(constant, inner.number, added)) {
      flat.push_back(operand);
    } else {
      constant = added;
    }
  }
  if (constant != 0 || flat.empty()) flat.push_back(number(constant));
  if (flat.size() == 1) return flat.front();
  std::ranges::sort(flat);
  return node(NodeKind::sum, 0, 0, flat);
}

NodeId Builder::scaled(std::int64_t factor, NodeId operand) {
  const Node& inner = program_[operand];
  std::int64_t product = 0;
  if (factor == 0) return number(0);
  if (factor == 1) return operand;
  if (inner.kind == NodeKind::number && !multiply_overflows(factor, inner.number, product))
    return number(product);
  if (inner.kind == NodeKind::scaled && !multiply_overflows(factor, inner.number, product)) {
    const NodeId innermost = program_.operands_of(inner)[0];
    return scaled(product, innermost);
  }
  return node(NodeKind::scaled, 0, factor, std::span(&operand, 1));
}

NodeId Builder::count(std::vector<NodeId> operands) {
  std::int64_t certain = 0;
  std::erase_if(operands, [&](NodeId operand) {
    const Node& inner = program_[operand];
    if (inner.kind != NodeKind::constant) return false;
    certain += inner.number;
    return true;
  });
  if (operands.empty()) return number(certain);
  std::ranges::sort(operands);
  const NodeId counted = node(NodeKind::count, 0, 0, operands);
  return certain == 0 ? counted : sum({counted, number(certain)});
}

NodeId Builder::choice(NodeId condition, NodeId if_true, NodeId if_false) {
  const Node& test = program_[condition];
  if (test.kind == NodeKind::constant) return test.number != 0 ? if_true : if_false;
  if (if_true == if_false) return if_true;
  const NodeId operands[] = {condition, if_true, if_false};
  return node(NodeKind::choice, 0, 0, operands);
}

NodeId Builder::recursive() {
  return node(NodeKind::recursive, program_.recursive_members++, 0, {});
}

void Builder::close(std::uint32_t begin, std::vector<NodeId> members, std::vector<NodeId> bodies) {
  Fixpoint fixpoint{begin, size(), std::move(members), std::move(bodies)};
  const auto place =
      std::ranges::upper_bound(program_.fixpoints, fixpoint.begin, {}, &Fixpoint::begin);
  program_.fixpoints.insert(place, std::move(fixpoint));
}

}  // namespace grotius::ground
