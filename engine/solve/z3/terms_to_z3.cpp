#include "engine/solve/z3/terms_to_z3.hpp"

#include <algorithm>
#include <stdexcept>

namespace grotius::solve {

z3::expr TermsToZ3::operator()(TermId id, z3::solver& solver) {
  expressions_.resize(terms_.size());
  if (expressions_[index(id)]) return known(id);
  const std::vector<TermId> terms = missing(id);
  for (TermId term : terms) expressions_[index(term)] = convert(terms_[term]);
  for (TermId name : terms) {
    const Term& term = terms_[name];
    if (term.kind != TermKind::variable && term.kind != TermKind::number_variable) continue;
    const auto& definition = terms_.variable_of(term).definition;
    if (definition)
      solver.add(known(name) == known(*definition));
    else
      variables_.push_back(name);
  }
  return known(id);
}

/// The terms below the root that have no expression yet, operands before their users.
std::vector<TermId> TermsToZ3::missing(TermId root) {
  std::vector<TermId> found;
  std::vector<TermId> pending{root};
  std::vector<bool> met(index(root) + 1);
  while (!pending.empty()) {
    const TermId id = pending.back();
    pending.pop_back();
    if (met[index(id)] || expressions_[index(id)]) continue;
    met[index(id)] = true;
    found.push_back(id);
    const Term& term = terms_[id];
    const auto operands = terms_.operands_of(term);
    pending.insert(pending.end(), operands.begin(), operands.end());
    if (term.kind != TermKind::variable && term.kind != TermKind::number_variable) continue;
    if (const auto& definition = terms_.variable_of(term).definition)
      pending.push_back(*definition);
  }
  std::ranges::sort(found);
  return found;
}

z3::expr TermsToZ3::convert(const Term& term) {
  const auto operands = terms_.operands_of(term);
  auto operand = [&](std::size_t i) -> const z3::expr& { return known(operands[i]); };
  auto all = [&] {
    z3::expr_vector expressions(context_);
    for (TermId id : operands) expressions.push_back(known(id));
    return expressions;
  };
  switch (term.kind) {
    case TermKind::constant:
      return context_.bool_val(term.number != 0);
    case TermKind::variable:
      return context_.bool_const(terms_.variable_of(term).name.c_str());
    case TermKind::negation:
      return !operand(0);
    case TermKind::conjunction:
      return z3::mk_and(all());
    case TermKind::disjunction:
      return z3::mk_or(all());
    case TermKind::equivalence:
    case TermKind::equal:
      return operand(0) == operand(1);
    case TermKind::at_least:
      return at_least(term);
    case TermKind::less_equal:
      return operand(0) <= operand(1);
    case TermKind::numeral:
      return context_.int_val(term.number);
    case TermKind::number_variable:
      return context_.int_const(terms_.variable_of(term).name.c_str());
    case TermKind::sum:
      return z3::sum(all());
    case TermKind::scaled:
      return context_.int_val(term.number) * operand(0);
    case TermKind::count:
      return count(term);
    case TermKind::choice:
      return z3::ite(operand(0), operand(1), operand(2));
  }
  throw std::logic_error("a term of no known kind");
}

z3::expr TermsToZ3::at_least(const Term& term) {
  const auto weights = terms_.weights_of(term);
  z3::expr_vector operands(context_);
  for (TermId id : terms_.operands_of(term)) operands.push_back(known(id));
  const int bound = static_cast<int>(term.number);  // at most the sum of the weights
  if (std::ranges::all_of(weights, [](std::int32_t weight) { return weight == 1; }))
    return z3::atleast(operands, static_cast<unsigned>(bound));
  return z3::pbge(operands, weights.data(), bound);
}

z3::expr TermsToZ3::count(const Term& term) {
  const z3::expr one = context_.int_val(1);
  const z3::expr zero = context_.int_val(0);
  z3::expr_vector parts(context_);
  for (TermId id : terms_.operands_of(term)) parts.push_back(z3::ite(known(id), one, zero));
  return parts.size() == 1 ? parts[0] : z3::sum(parts);
}

}  // namespace grotius::solve
