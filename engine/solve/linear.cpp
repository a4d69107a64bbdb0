#include "engine/solve/linear.hpp"

#include <functional>
#include <map>

#include "engine/solve/wide.hpp"

namespace grotius::solve {

namespace {

constexpr Wide largest_factor =
    Wide{1} << 62;  // times a number of the program it stays far within 128 bits
constexpr Wide largest_weight = std::numeric_limits<std::int32_t>::max();

/// constant + the sum of factor × truth
struct Weighted {
  Wide constant = 0;
  std::map<TermId, Wide> truths;

  void add(const Terms& terms, TermId truth, Wide factor) {
    const Term& term = terms[truth];
    if (term.kind == TermKind::constant) {
      constant += term.number * factor;
    } else if (term.kind == TermKind::negation) {
      constant += factor;
      truths[terms.operands_of(term)[0]] -= factor;
    } else {
      truths[truth] += factor;
    }
  }
};

bool too_large(Wide value) { return value > largest_factor || value < -largest_factor; }

// Every number below is met once, after all that use it, with its factors added up.
std::optional<Weighted> difference(const Terms& terms, TermId left, TermId right) {
  Weighted result;
  std::map<TermId, Wide, std::greater<>> pending;
  pending[left] += 1;
  pending[right] -= 1;
  while (!pending.empty()) {
    const auto [id, factor] = *pending.begin();
    pending.erase(pending.begin());
    if (too_large(factor)) return std::nullopt;
    const Term& term = terms[id];
    const auto operands = terms.operands_of(term);
    switch (term.kind) {
      case TermKind::numeral:
        result.constant += factor * term.number;
        break;
      case TermKind::sum:
        for (TermId operand : operands) pending[operand] += factor;
        break;
      case TermKind::scaled: {
        const Wide product = factor * term.number;
        if (too_large(product)) return std::nullopt;
        pending[operands[0]] += product;
        break;
      }
      case TermKind::count:
        for (TermId operand : operands) result.add(terms, operand, factor);
        break;
      case TermKind::choice: {
        const Term& if_true = terms[operands[1]];
        const Term& if_false = terms[operands[2]];
        if (if_true.kind != TermKind::numeral || if_false.kind != TermKind::numeral)
          return std::nullopt;
        const Wide product = factor * (Wide{if_true.number} - if_false.number);
        if (too_large(product)) return std::nullopt;
        result.add(terms, operands[0], product);
        result.constant += factor * if_false.number;
        break;
      }
      case TermKind::number_variable:
        if (!terms.variable_of(term).definition) return std::nullopt;
        pending[*terms.variable_of(term).definition] += factor;
        break;
      default:
        return std::nullopt;
    }
    if (too_large(result.constant)) return std::nullopt;
  }
  return result;
}

// constant + Σ factor × truth <= 0, that is Σ |factor| × (¬truth if factor > 0, else truth) >=
// constant + Σ positive factors.
std::optional<TermId> at_most_zero(Terms& terms, const Weighted& sum) {
  std::vector<std::pair<TermId, std::int64_t>> weighted;
  Wide bound = sum.constant;
  Wide total = 0;
  for (const auto& [truth, factor] : sum.truths) {
    total += factor < 0 ? -factor : factor;
    if (total > largest_weight) return std::nullopt;
    if (factor > 0) {
      bound += factor;
      weighted.emplace_back(terms.negation(truth), static_cast<std::int64_t>(factor));
    } else if (factor < 0) {
      weighted.emplace_back(truth, static_cast<std::int64_t>(-factor));
    }
  }
  if (bound <= 0) return terms.truth(true);
  if (bound > total) return terms.truth(false);
  return terms.at_least(std::move(weighted), static_cast<std::int64_t>(bound));
}

Weighted negated(Weighted sum) {
  sum.constant = -sum.constant;
  for (auto& [truth, factor] : sum.truths) factor = -factor;
  return sum;
}

}  // namespace

TermId at_most(Terms& terms, TermId left, TermId right) {
  if (const auto weighted = difference(terms, left, right))
    if (const auto bounded = at_most_zero(terms, *weighted)) return *bounded;
  return terms.less_equal(left, right);
}

TermId same_number(Terms& terms, TermId left, TermId right) {
  if (const auto weighted = difference(terms, left, right)) {
    const auto below = at_most_zero(terms, *weighted);
    const auto above = at_most_zero(terms, negated(*weighted));
    if (below && above) return terms.conjunction({*below, *above});
  }
  return terms.equal(left, right);
}

}  // namespace grotius::solve
