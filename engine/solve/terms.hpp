#pragma once
// Solver terms: what is left of a decision program once everything known is a constant, every input
// of a finite domain is a handful of Booleans and every recursion is unfolded. The two readers of
// this form are Z3 (z3/) and SMT-LIB text (smt2.cpp). Equal terms are one term and operands come
// before their users, so that readers work in one pass in the order of ids.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace grotius::solve {

enum class TermId : std::uint32_t {};
constexpr std::size_t index(TermId id) { return static_cast<std::size_t>(id); }

enum class TermKind : std::uint8_t {
  // truths
  constant,     ///< `number` 0 or 1
  variable,     ///< `number`: index in Terms::variables
  negation,     ///< one operand
  conjunction,  ///< two or more operands
  disjunction,  ///< two or more operands
  equivalence,  ///< two operands
  at_least,     ///< the weights of the true operands add up to `number` or more; operands differ,
                ///< weights are positive
  less_equal,   ///< two numbers
  equal,        ///< two numbers
  // numbers
  numeral,          ///< `number`
  number_variable,  ///< `number`: index in Terms::variables
  sum,              ///< two or more operands
  scaled,           ///< `number` × operand
  count,            ///< how many of the operands (truths, with repetitions) are true
  choice,           ///< operands: truth, number if true, number if false
};

struct Term {
  TermKind kind = TermKind::constant;
  std::uint16_t depth = 0;  ///< at most Terms::max_depth
  std::uint32_t first = 0;  ///< operands: Terms::operands[first … first + size)
  std::uint32_t size = 0;
  std::uint32_t weights = 0;  ///< of `at_least`: Terms::weights[weights … weights + size)
  std::int64_t number = 0;

  bool is_truth() const { return kind < TermKind::numeral; }
  friend bool operator==(const Term&, const Term&) = default;
};

/// A Boolean or an integer. One with a definition is another name for that term.
struct Variable {
  std::string name;
  std::optional<TermId> definition;
};

/// The terms of one solver. Every constructor checks the sorts of its operands (std::logic_error),
/// simplifies, and returns the term that exists already where there is one. Deep terms are cut by
/// named parts, so readers may recurse to `max_depth`.
class Terms {
 public:
  static constexpr std::uint16_t max_depth = 24;
  static constexpr std::size_t max_terms = 20'000'000;

  TermId truth(bool value);
  TermId variable(std::string name);
  TermId negation(TermId operand);
  TermId conjunction(std::vector<TermId> operands);
  TermId disjunction(std::vector<TermId> operands);
  TermId equivalence(TermId left, TermId right);
  /// Whether the weights of the true operands add up to `bound`: weights of repeated operands are
  /// added. All weights positive, their sum within 31 bits.
  TermId at_least(std::vector<std::pair<TermId, std::int64_t>> weighted, std::int64_t bound);
  TermId less_equal(TermId left, TermId right);
  TermId equal(TermId left, TermId right);

  TermId numeral(std::int64_t value);
  TermId number_variable(std::string name);
  TermId sum(std::vector<TermId> operands);
  TermId scaled(std::int64_t factor, TermId operand);
  TermId count(std::vector<TermId> operands);
  TermId choice(TermId condition, TermId if_true, TermId if_false);

  /// A variable or a negated variable that is equivalent to the truth; constants stay constants.
  TermId literal(TermId truth);

  const Term& operator[](TermId id) const { return terms_[index(id)]; }
  std::span<const TermId> operands_of(const Term& term) const {
    return {operands_.data() + term.first, term.size};
  }
  std::span<const std::int32_t> weights_of(const Term& term) const {
    return {weights_.data() + term.weights, term.size};
  }
  const Variable& variable_of(const Term& term) const {
    return variables_[static_cast<std::size_t>(term.number)];
  }
  bool is_constant(TermId id, bool value) const {
    return (*this)[id].kind == TermKind::constant && ((*this)[id].number != 0) == value;
  }
  std::size_t size() const { return terms_.size(); }

 private:
  TermId term(TermKind kind, std::int64_t number, std::span<const TermId> operands,
              std::span<const std::int32_t> weights = {});
  TermId junction(TermKind kind, std::vector<TermId> operands);
  TermId fresh(TermKind kind, Variable variable);
  TermId shallow(TermId id);  ///< the term, or a name of it where it is as deep as may be
  void expect(bool truth, std::span<const TermId> operands) const;

  std::vector<Term> terms_;
  std::vector<TermId> operands_;
  std::vector<std::int32_t> weights_;
  std::vector<Variable> variables_;
  std::unordered_multimap<std::uint64_t, TermId> known_;
  std::unordered_map<TermId, TermId> names_;
  std::uint32_t named_ = 0;
};

}  // namespace grotius::solve
