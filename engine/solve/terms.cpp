#include "engine/solve/terms.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "engine/ground/program.hpp"

namespace grotius::solve {

namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdull;
}

}  // namespace

TermId Terms::term(TermKind kind, std::int64_t number, std::span<const TermId> given,
                   std::span<const std::int32_t> weights) {
  std::vector<TermId> operands;
  operands.reserve(given.size());
  std::uint16_t depth = 0;
  for (TermId operand : given) {
    operands.push_back(shallow(operand));
    depth = std::max(depth, static_cast<std::uint16_t>((*this)[operands.back()].depth + 1));
  }
  std::uint64_t hash = mix(static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(number));
  for (TermId operand : operands) hash = mix(hash, index(operand));
  for (std::int32_t weight : weights) hash = mix(hash, static_cast<std::uint64_t>(weight));
  for (auto [it, end] = known_.equal_range(hash); it != end; ++it) {
    const Term& known = (*this)[it->second];
    if (known.kind == kind && known.number == number &&
        std::ranges::equal(operands_of(known), operands) &&
        (weights.empty() || std::ranges::equal(weights_of(known), weights)))
      return it->second;
  }
  if (terms_.size() >= max_terms)
    throw ground::ResourceLimit{"the solver needs more than " + std::to_string(max_terms) +
                                " terms (limit: size of the solver's problem)"};
  const TermId id = static_cast<TermId>(terms_.size());
  terms_.push_back({kind, depth, static_cast<std::uint32_t>(operands_.size()),
                    static_cast<std::uint32_t>(operands.size()),
                    static_cast<std::uint32_t>(weights_.size()), number});
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  weights_.insert(weights_.end(), weights.begin(), weights.end());
  known_.emplace(hash, id);
  return id;
}

TermId Terms::fresh(TermKind kind, Variable variable) {
  const auto number = static_cast<std::int64_t>(variables_.size());
  variables_.push_back(std::move(variable));
  return term(kind, number, {});
}

TermId Terms::variable(std::string name) {
  return fresh(TermKind::variable, {std::move(name), std::nullopt});
}
TermId Terms::number_variable(std::string name) {
  return fresh(TermKind::number_variable, {std::move(name), std::nullopt});
}

TermId Terms::shallow(TermId id) {
  if ((*this)[id].depth + 1 < max_depth) return id;
  auto [it, inserted] = names_.try_emplace(id, id);
  if (!inserted) return it->second;
  const TermKind kind = (*this)[id].is_truth() ? TermKind::variable : TermKind::number_variable;
  const TermId name = fresh(kind, {"d" + std::to_string(named_++), id});
  return names_[id] = name;
}

TermId Terms::literal(TermId truth) {
  expect(true, std::span(&truth, 1));
  const Term& term = (*this)[truth];
  if (term.kind == TermKind::constant || term.kind == TermKind::variable) return truth;
  if (term.kind == TermKind::negation) return negation(literal(operands_of(term)[0]));
  auto [it, inserted] = names_.try_emplace(truth, truth);
  if (!inserted) return it->second;
  const TermId name = fresh(TermKind::variable, {"d" + std::to_string(named_++), truth});
  return names_[truth] = name;
}

void Terms::expect(bool truth, std::span<const TermId> operands) const {
  for (TermId operand : operands)
    if ((*this)[operand].is_truth() != truth)
      throw std::logic_error("solver term of the wrong sort");
}

TermId Terms::truth(bool value) { return term(TermKind::constant, value ? 1 : 0, {}); }
TermId Terms::numeral(std::int64_t value) { return term(TermKind::numeral, value, {}); }

TermId Terms::negation(TermId operand) {
  expect(true, std::span(&operand, 1));
  const Term& inner = (*this)[operand];
  if (inner.kind == TermKind::constant) return truth(inner.number == 0);
  if (inner.kind == TermKind::negation) return operands_of(inner)[0];
  return term(TermKind::negation, 0, std::span(&operand, 1));
}

// Sorts, drops neutral and repeated operands; an absorbing or complementary pair decides.
TermId Terms::junction(TermKind kind, std::vector<TermId> operands) {
  expect(true, operands);
  const bool neutral = kind == TermKind::conjunction;
  for (TermId operand : operands)
    if (is_constant(operand, !neutral)) return operand;
  std::erase_if(operands, [&](TermId operand) { return is_constant(operand, neutral); });
  std::ranges::sort(operands);
  operands.erase(std::unique(operands.begin(), operands.end()), operands.end());
  for (TermId operand : operands) {
    const Term& inner = (*this)[operand];
    if (inner.kind == TermKind::negation &&
        std::ranges::binary_search(operands, operands_of(inner)[0]))
      return truth(!neutral);
  }
  if (operands.empty()) return truth(neutral);
  if (operands.size() == 1) return operands.front();
  return term(kind, 0, operands);
}

TermId Terms::conjunction(std::vector<TermId> operands) {
  return junction(TermKind::conjunction, std::move(operands));
}
TermId Terms::disjunction(std::vector<TermId> operands) {
  return junction(TermKind::disjunction, std::move(operands));
}

TermId Terms::equivalence(TermId left, TermId right) {
  TermId operands[] = {std::min(left, right), std::max(left, right)};
  expect(true, operands);
  if (left == right) return truth(true);
  for (TermId a : operands) {
    const TermId b = a == left ? right : left;
    if (is_constant(a, true)) return b;
    if (is_constant(a, false)) return negation(b);
    if ((*this)[a].kind == TermKind::negation && operands_of((*this)[a])[0] == b)
      return truth(false);
  }
  return term(TermKind::equivalence, 0, operands);
}

TermId Terms::at_least(std::vector<std::pair<TermId, std::int64_t>> weighted, std::int64_t bound) {
  std::ranges::sort(weighted);
  std::vector<TermId> operands;
  std::vector<std::int32_t> weights;
  std::int64_t total = 0;
  std::int64_t divisor = 0;
  for (auto it = weighted.begin(); it != weighted.end();) {
    const TermId operand = it->first;
    std::int64_t weight = 0;
    for (; it != weighted.end() && it->first == operand; ++it) weight += it->second;
    if ((*this)[operand].kind == TermKind::constant) {
      if ((*this)[operand].number != 0) bound -= weight;
      continue;
    }
    operands.push_back(operand);
    weights.push_back(static_cast<std::int32_t>(weight));
    total += weight;
    divisor = std::gcd(divisor, weight);
  }
  expect(true, operands);
  if (bound <= 0) return truth(true);
  if (bound > total) return truth(false);
  // From here there is an operand, so the divisor is positive.
  for (std::int32_t& weight : weights) weight = static_cast<std::int32_t>(weight / divisor);
  bound = (bound + divisor - 1) / divisor;
  total /= divisor;
  if (std::ranges::all_of(weights, [&](std::int64_t weight) { return weight >= bound; }))
    return disjunction(std::move(operands));
  if (std::ranges::all_of(weights, [&](std::int64_t weight) { return total - weight < bound; }))
    return conjunction(std::move(operands));
  return term(TermKind::at_least, bound, operands, weights);
}

TermId Terms::less_equal(TermId left, TermId right) {
  const TermId operands[] = {left, right};
  expect(false, operands);
  if (left == right) return truth(true);
  const Term& a = (*this)[left];
  const Term& b = (*this)[right];
  if (a.kind == TermKind::numeral && b.kind == TermKind::numeral)
    return truth(a.number <= b.number);
  return term(TermKind::less_equal, 0, operands);
}

TermId Terms::equal(TermId left, TermId right) {
  const TermId operands[] = {std::min(left, right), std::max(left, right)};
  expect(false, operands);
  if (left == right) return truth(true);
  const Term& a = (*this)[left];
  const Term& b = (*this)[right];
  if (a.kind == TermKind::numeral && b.kind == TermKind::numeral) return truth(false);
  return term(TermKind::equal, 0, operands);
}

TermId Terms::sum(std::vector<TermId> operands) {
  expect(false, operands);
  std::erase_if(operands, [&](TermId operand) {
    return (*this)[operand].kind == TermKind::numeral && (*this)[operand].number == 0;
  });
  std::ranges::sort(operands);
  if (operands.empty()) return numeral(0);
  if (operands.size() == 1) return operands.front();
  return term(TermKind::sum, 0, operands);
}

TermId Terms::scaled(std::int64_t factor, TermId operand) {
  expect(false, std::span(&operand, 1));
  if (factor == 0) return numeral(0);
  if (factor == 1) return operand;
  return term(TermKind::scaled, factor, std::span(&operand, 1));
}

TermId Terms::count(std::vector<TermId> operands) {
  expect(true, operands);
  std::int64_t certain = 0;
  std::erase_if(operands, [&](TermId operand) {
    const Term& inner = (*this)[operand];
    if (inner.kind == TermKind::constant) certain += inner.number;
    return inner.kind == TermKind::constant;
  });
  if (operands.empty()) return numeral(certain);
  std::ranges::sort(operands);
  return sum({term(TermKind::count, 0, operands), numeral(certain)});
}

TermId Terms::choice(TermId condition, TermId if_true, TermId if_false) {
  expect(true, std::span(&condition, 1));
  const TermId branches[] = {if_true, if_false};
  expect(false, branches);
  if (is_constant(condition, true) || if_true == if_false) return if_true;
  if (is_constant(condition, false)) return if_false;
  const TermId operands[] = {condition, if_true, if_false};
  return term(TermKind::choice, 0, operands);
}

}  // namespace grotius::solve
