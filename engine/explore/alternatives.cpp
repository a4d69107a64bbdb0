#include "engine/explore/alternatives.hpp"

#include <algorithm>
#include <set>

#include "engine/explore/breakpoints.hpp"
#include "engine/search/gates.hpp"

namespace grotius::explore {

namespace {

using ground::InputId;
using ground::NodeId;
using ground::NodeKind;

/// The numbers that enter a comparison, not those that only decide its choices and counts.
std::set<InputId> numbers_of(const ground::Program& program, NodeId comparison) {
  std::set<InputId> numbers;
  std::set<NodeId> seen;
  std::vector<NodeId> pending = {comparison};
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (!seen.insert(id).second) continue;
    const ground::Node& node = program[id];
    if (node.kind == NodeKind::input_number) numbers.insert(static_cast<InputId>(node.ref));
    for (NodeId operand : program.operands_of(node))
      if (!program.is_truth(operand)) pending.push_back(operand);
  }
  return numbers;
}

/// The comparisons that need more than one stretch of one number.
std::vector<std::set<InputId>> entangled(const ground::Program& program, const search::Gates& gates) {
  std::vector<std::set<InputId>> result;
  search::Cones cones(gates);
  for (std::uint32_t i = 0; i < program.nodes.size(); ++i) {
    const ground::Node& node = program.nodes[i];
    if (node.kind != NodeKind::less_equal && node.kind != NodeKind::equal) continue;
    const search::Ref ref = gates.of_node[i];
    const auto cone = cones.of(std::span(&ref, 1));
    if (std::ranges::any_of(cone, [&](std::uint32_t gate) { return gates.gates[gate].kind == search::Gate::Kind::opaque; }))
      result.push_back(numbers_of(program, static_cast<NodeId>(i)));
  }
  return result;
}

bool several(const ground::Domain& domain) {
  return domain.values.size() > 1 || (domain.values.empty() && (!domain.low || !domain.high || *domain.low < *domain.high));
}

class Dividing {
 public:
  Dividing(const ground::Program& program, const ground::Knowledge& known, const ground::Knowledge& ranges,
           const std::vector<bool>& may_change, std::span<const NodeId> truths)
      : program_(program), known_(known), ranges_(ranges), may_change_(may_change), truths_(truths) {}

  Alternatives run() {
    const search::Gates gates = search::compile(program_, ranges_);
    result_.exact.assign(program_.inputs.size(), true);
    for (std::uint32_t input = 0; input < program_.inputs.size(); ++input) {
      auto& classes = result_.of.emplace_back();
      for (std::uint32_t i = 0; i < gates.fields[input].size; ++i) {
        const search::Element& element = gates.element(input, i);
        classes.push_back({element.least, element.most});
      }
      std::ranges::sort(classes, {}, &ValueClass::first);
    }
    const bool beyond = std::ranges::any_of(
        gates.gates, [](const search::Gate& gate) { return gate.kind == search::Gate::Kind::opaque; });
    if (beyond) divide_entangled(entangled(program_, gates));
    return std::move(result_);
  }

 private:
  void divide_entangled(const std::vector<std::set<InputId>>& comparisons) {
    std::set<InputId> numbers;
    for (const auto& together : comparisons) {
      std::size_t changeable = 0;
      for (InputId input : together) {
        if (!several(ranges_[ground::index(input)])) continue;
        changeable += may_change_[ground::index(input)];
        numbers.insert(input);
      }
      if (changeable < 2) continue;
      result_.reason = "numbers that are added up or compared with each other were changed one at a time";
      for (InputId input : together) result_.exact[ground::index(input)] = false;
    }
    ground::Knowledge at = ranges_;
    for (InputId input : numbers) at[ground::index(input)] = known_[ground::index(input)];
    for (InputId input : numbers) {
      ground::Domain& domain = at[ground::index(input)];
      if (!ranges_[ground::index(input)].values.empty()) continue;
      domain = ranges_[ground::index(input)];
      const auto points = breakpoints(program_, at, certain(program_, at), input, truths_);
      if (!points.exact()) {
        result_.reason = points.reason;
        result_.exact[ground::index(input)] = false;
      }
      auto& classes = result_.of[ground::index(input)];
      classes.clear();
      for (const Stretch& stretch : stretches(domain, points))
        classes.push_back({stretch.first.value_or(ValueClass::kLeast), stretch.last.value_or(ValueClass::kGreatest)});
      domain = known_[ground::index(input)];
    }
  }

  const ground::Program& program_;
  const ground::Knowledge& known_;
  const ground::Knowledge& ranges_;
  const std::vector<bool>& may_change_;
  std::span<const NodeId> truths_;
  Alternatives result_;
};

}  // namespace

Alternatives alternatives(const ground::Program& program, const ground::Knowledge& known, const ground::Knowledge& ranges,
                          const std::vector<bool>& may_change, std::span<const NodeId> truths) {
  return Dividing(program, known, ranges, may_change, truths).run();
}

}  // namespace grotius::explore
