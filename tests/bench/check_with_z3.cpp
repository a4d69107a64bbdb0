#include <algorithm>

#include <z3++.h>

#include "tests/bench/check_baselines.hpp"

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;
using Modality = GeneratedNorm::Modality;

class ByZ3 {
 public:
  explicit ByZ3(const GeneratedSet& set) : set_(set), solver_(context_, z3::solver::simple()) {
    const Shape& shape = set.shape;
    for (unsigned i = 0; i < shape.facts; ++i) facts_.push_back(proposition("f", i, 0));
    for (unsigned i = 0; i < shape.values; ++i) add_value(i);
    for (unsigned i = 0; i < shape.numbers; ++i) add_number(i);
    for (const auto& together : set.excluded) solver_.add(!all(together));
    for (const GeneratedNorm& norm : set.norms) {
      z3::expr applies = all(norm.when);
      for (const Literal& literal : norm.unless) applies = applies && !holds(literal);
      applies_.push_back(applies);
    }
    above_ = norms_above(set);
    for (unsigned i = 0; i < set.norms.size(); ++i) stands_.emplace_back(context_);
    for (unsigned i = 0; i < set.norms.size(); ++i) stand(i);
  }

  Found find() {
    Found found;
    const auto& norms = set_.norms;
    std::vector<std::vector<unsigned>> of_action(set_.shape.actions);
    for (unsigned i = 0; i < norms.size(); ++i) of_action[norms[i].action].push_back(i);
    for (unsigned action = 0; action < set_.shape.actions; ++action) {
      const auto& about = of_action[action];
      for (std::size_t i = 0; i < about.size(); ++i)
        for (std::size_t j = i + 1; j < about.size(); ++j)
          if (opposed(norms[about[i]].modality, norms[about[j]].modality) &&
              possible({stands_[about[i]], stands_[about[j]]}))
            found.conflicts.emplace_back(about[i], about[j]);
      std::vector<z3::expr> silent;
      for (unsigned norm : about)
        if (norms[norm].modality != Modality::exempt) silent.push_back(!stands_[norm]);
      if (!silent.empty() && possible(silent)) found.gaps.push_back(action);
    }
    for (unsigned i = 0; i < norms.size(); ++i)
      if (!possible({applies_[i]})) found.dead.push_back(i);
    std::ranges::sort(found.conflicts);
    return found;
  }

 private:
  z3::expr proposition(const char* kind, unsigned which, unsigned number) {
    return context_.bool_const(
        (kind + std::to_string(which) + "_" + std::to_string(number)).c_str());
  }

  void add_value(unsigned which) {
    auto& grades = values_.emplace_back();
    z3::expr_vector any(context_);
    for (unsigned grade = 0; grade < kValuesOfType; ++grade) {
      grades.push_back(proposition("v", which, grade));
      any.push_back(grades.back());
      for (unsigned other = 0; other < grade; ++other)
        solver_.add(!grades[other] || !grades[grade]);
    }
    solver_.add(z3::mk_or(any));
  }

  // Whether the number reaches each threshold that some literal may name.
  void add_number(unsigned which) {
    auto& reached = numbers_.emplace_back();
    for (unsigned least = 50; least <= kGreatestNumber; least += 50) {
      reached.push_back(proposition("n", which, least));
      if (least > 50) solver_.add(z3::implies(reached.back(), reached[reached.size() - 2]));
    }
  }

  z3::expr holds(const Literal& literal) {
    const auto atom = [&] {
      switch (literal.kind) {
        case Kind::fact:
          return facts_[literal.which];
        case Kind::value:
          return values_[literal.which][literal.constant];
        case Kind::number:
          break;
      }
      if (literal.constant > kGreatestNumber) return context_.bool_val(false);
      return numbers_[literal.which][literal.constant / 50 - 1];
    }();
    return literal.negated ? !atom : atom;
  }
  z3::expr all(const std::vector<Literal>& literals) {
    z3::expr_vector each(context_);
    for (const Literal& literal : literals) each.push_back(holds(literal));
    return z3::mk_and(each);
  }

  void stand(unsigned norm) {
    if (stands_[norm]) return;
    z3::expr_vector parts(context_);
    parts.push_back(applies_[norm]);
    for (unsigned superior : above_[norm]) {
      stand(superior);
      parts.push_back(!stands_[superior]);
    }
    stands_[norm] = z3::mk_and(parts);
  }

  bool possible(const std::vector<z3::expr>& goals) {
    solver_.push();
    for (const z3::expr& goal : goals) solver_.add(goal);
    const bool is_possible = solver_.check() == z3::sat;
    solver_.pop();
    return is_possible;
  }

  const GeneratedSet& set_;
  z3::context context_;
  z3::solver solver_;
  std::vector<z3::expr> facts_;
  std::vector<std::vector<z3::expr>> values_, numbers_;
  std::vector<z3::expr> applies_, stands_;
  std::vector<std::vector<unsigned>> above_;
};

}  // namespace

Found found_by_z3(const GeneratedSet& set) { return ByZ3(set).find(); }

}  // namespace grotius::bench
