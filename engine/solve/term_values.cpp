#include "engine/solve/term_values.hpp"

namespace grotius::solve {

Wide TermValues::value(TermId root) {
  std::vector<TermId> pending{root};
  while (!pending.empty()) {
    const TermId id = pending.back();
    const std::size_t before = pending.size();
    if (!values_.contains(id)) {
      const Term& term = terms_[id];
      for (TermId operand : terms_.operands_of(term))
        if (!values_.contains(operand)) pending.push_back(operand);
      const bool is_variable =
          term.kind == TermKind::variable || term.kind == TermKind::number_variable;
      if (is_variable)
        if (const auto& definition = terms_.variable_of(term).definition;
            definition && !values_.contains(*definition))
          pending.push_back(*definition);
    }
    if (pending.size() > before) continue;
    pending.pop_back();
    values_.try_emplace(id, compute(id));
  }
  return values_.at(root);
}

Wide TermValues::compute(TermId id) const {
  const Term& term = terms_[id];
  const auto operands = terms_.operands_of(term);
  auto of = [&](std::size_t i) { return values_.at(operands[i]); };
  auto total = [&](auto weight) {
    Wide sum = 0;
    for (std::size_t i = 0; i < operands.size(); ++i) sum += of(i) * weight(i);
    return sum;
  };
  auto one = [](std::size_t) { return 1; };
  switch (term.kind) {
    case TermKind::constant:
    case TermKind::numeral:
      return term.number;
    case TermKind::variable:
    case TermKind::number_variable: {
      if (const auto& definition = terms_.variable_of(term).definition)
        return values_.at(*definition);
      const auto found = assigned_.find(id);
      return found == assigned_.end() ? 0 : found->second;
    }
    case TermKind::negation:
      return 1 - of(0);
    case TermKind::conjunction:
      return total(one) == static_cast<Wide>(operands.size());
    case TermKind::disjunction:
      return total(one) > 0;
    case TermKind::equivalence:
    case TermKind::equal:
      return of(0) == of(1);
    case TermKind::at_least:
      return total([&](std::size_t i) { return terms_.weights_of(term)[i]; }) >= term.number;
    case TermKind::less_equal:
      return of(0) <= of(1);
    case TermKind::sum:
    case TermKind::count:
      return total(one);
    case TermKind::scaled:
      return term.number * of(0);
    case TermKind::choice:
      return of(0) != 0 ? of(1) : of(2);
  }
  return 0;
}

}  // namespace grotius::solve
