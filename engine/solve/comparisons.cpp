#include "engine/solve/comparisons.hpp"

#include <algorithm>

namespace grotius::solve {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {
constexpr Wide largest = Wide{1} << 120;
}

Comparisons::Comparisons(const ground::Program& program, const ground::Certain& certain)
    : program_(&program),
      certain_(&certain),
      arithmetic_(program.inputs.size()),
      thresholds_(program.inputs.size()) {
  std::vector<NodeId> numbers;  // of comparisons that need arithmetic
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const Node& node = program.nodes[i];
    const NodeId id = static_cast<NodeId>(i);
    if (!program.is_truth(id)) {
      const auto& range = certain.of[i];
      numbers_[id] = range.decided() ? Affine{false, std::nullopt, 0, *range.least} : affine(node);
      continue;
    }
    const bool compares = node.kind == NodeKind::less_equal || node.kind == NodeKind::equal;
    if (!compares || certain.of[i].decided()) continue;
    const auto what = single(node);
    if (!what) {
      const auto operands = program.operands_of(node);
      numbers.insert(numbers.end(), operands.begin(), operands.end());
      continue;
    }
    if (what->kind == SingleComparison::Kind::never || what->kind == SingleComparison::Kind::always)
      continue;
    auto& thresholds = thresholds_[ground::index(what->input)];
    thresholds.push_back(what->number);
    if (what->kind == SingleComparison::Kind::is) thresholds.push_back(what->number + 1);
  }
  for (auto& thresholds : thresholds_) {
    std::ranges::sort(thresholds);
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
  }
  mark_arithmetic(std::move(numbers));
}

void Comparisons::add(Affine& sum, const Affine& part, Wide factor) {
  Wide constant = 0;
  Wide slope = 0;
  const bool overflow = __builtin_mul_overflow(part.constant, factor, &constant) ||
                        __builtin_add_overflow(sum.constant, constant, &constant) ||
                        __builtin_mul_overflow(part.factor, factor, &slope) ||
                        __builtin_add_overflow(sum.factor, slope, &slope);
  const bool large =
      constant > largest || constant < -largest || slope > largest || slope < -largest;
  const bool two_inputs = part.input && sum.input && *part.input != *sum.input;
  if (sum.general || part.general || overflow || large || two_inputs) {
    sum.general = true;
    return;
  }
  if (part.input) sum.input = part.input;
  sum.constant = constant;
  sum.factor = slope;
}

Comparisons::Affine Comparisons::affine(const Node& node) const {
  Affine result;
  const auto operands = program_->operands_of(node);
  switch (node.kind) {
    case NodeKind::number:
      result.constant = node.number;
      break;
    case NodeKind::input_number:
      result.input = static_cast<InputId>(node.ref);
      result.factor = 1;
      break;
    case NodeKind::sum:
      for (NodeId operand : operands) add(result, numbers_.at(operand), 1);
      break;
    case NodeKind::scaled:
      add(result, numbers_.at(operands[0]), node.number);
      break;
    default:
      result.general = true;
      break;
  }
  return result;
}

std::optional<SingleComparison> Comparisons::single(const Node& comparison) const {
  using Kind = SingleComparison::Kind;
  const auto operands = program_->operands_of(comparison);
  Affine difference;
  add(difference, numbers_.at(operands[0]), 1);
  add(difference, numbers_.at(operands[1]), -1);
  if (difference.general) return std::nullopt;
  const bool is_equality = comparison.kind == NodeKind::equal;
  // factor × input + constant is to be 0, or at most 0.
  const Wide factor = difference.factor;
  const Wide constant = difference.constant;
  if (factor == 0)
    return SingleComparison{
        (is_equality ? constant == 0 : constant <= 0) ? Kind::always : Kind::never, {}, 0};
  const InputId input = *difference.input;
  if (is_equality) {
    if (constant % factor != 0) return SingleComparison{Kind::never, {}, 0};
    return SingleComparison{Kind::is, input, -constant / factor};
  }
  if (factor > 0) return SingleComparison{Kind::below, input, floor_divided(-constant, factor) + 1};
  return SingleComparison{Kind::at_least, input, -floor_divided(-constant, -factor)};
}

void Comparisons::mark_arithmetic(std::vector<NodeId> numbers) {
  std::vector<bool> met(numbers.empty() ? 0 : program_->nodes.size());
  while (!numbers.empty()) {
    const NodeId id = numbers.back();
    numbers.pop_back();
    if (met[ground::index(id)] || program_->is_truth(id) ||
        certain_->of[ground::index(id)].decided())
      continue;
    met[ground::index(id)] = true;
    const Node& node = (*program_)[id];
    if (node.kind == NodeKind::input_number) arithmetic_[node.ref] = true;
    if (node.kind == NodeKind::count) continue;
    const auto operands = program_->operands_of(node);
    numbers.insert(numbers.end(), operands.begin(), operands.end());
  }
}

}  // namespace grotius::solve
