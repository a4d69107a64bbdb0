#include "engine/search/linear.hpp"

#include <algorithm>

namespace grotius::search {

using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

constexpr Wide kLargest = static_cast<Wide>(1) << 100;
constexpr Wide kLargestFactor = static_cast<Wide>(1) << 36;  // times 64 bits stays below kLargest

bool beyond(Wide number, Wide bound) { return number > bound || number < -bound; }

void merge(std::vector<Linear::Term>& terms) {
  std::ranges::stable_sort(terms, {}, &Linear::Term::node);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (kept > 0 && terms[kept - 1].node == terms[i].node)
      terms[kept - 1].factor += terms[i].factor;
    else
      terms[kept++] = terms[i];
  }
  terms.resize(kept);
  std::erase_if(terms, [](const Linear::Term& term) { return term.factor == 0; });
}

}  // namespace

void Linear::add(const ground::Program& program, NodeId first, Wide first_factor) {
  std::vector<Term> pending{{first, first_factor}};
  while (!pending.empty()) {
    const auto [id, factor] = pending.back();
    pending.pop_back();
    const Node& node = program[id];
    const auto operands = program.operands_of(node);
    if (beyond(factor, kLargestFactor) || beyond(constant, kLargest)) {
      too_large = true;
      return;
    }
    switch (node.kind) {
      case NodeKind::number:
        constant += factor * node.number;
        break;
      case NodeKind::sum:
        for (NodeId operand : operands) pending.push_back({operand, factor});
        break;
      case NodeKind::scaled:
        pending.push_back({operands[0], factor * node.number});
        break;
      case NodeKind::count:
        for (NodeId operand : operands) truths.push_back({operand, factor});
        break;
      case NodeKind::choice: {
        const Node& yes = program[operands[1]];
        const Node& no = program[operands[2]];
        if (yes.kind != NodeKind::number || no.kind != NodeKind::number) {
          numbers.push_back({id, factor});
          break;
        }
        constant += factor * no.number;
        truths.push_back({operands[0], factor * (static_cast<Wide>(yes.number) - no.number)});
        break;
      }
      default:
        numbers.push_back({id, factor});
        break;
    }
  }
}

void Linear::tidy() {
  merge(numbers);
  merge(truths);
}

}  // namespace grotius::search
