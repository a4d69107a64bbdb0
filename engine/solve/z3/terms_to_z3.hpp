#pragma once
// Terms as expressions of Z3: the one place where these are built, so that sorts never mix.

#include <optional>
#include <vector>

#include "engine/solve/terms.hpp"
#include "engine/solve/z3/loaded_z3.hpp"

namespace grotius::solve {

class TermsToZ3 {
 public:
  TermsToZ3(z3::context& context, const Terms& terms) : context_(context), terms_(terms) {}

  /// The expression of a term; the definitions of names that are met for the first time are
  /// asserted. Linear in the new terms, which are never nested deeper than Terms::max_depth.
  z3::expr operator()(TermId id, z3::solver& solver);
  /// Variables without a definition that have been met, in the order of ids.
  const std::vector<TermId>& variables() const { return variables_; }
  const z3::expr& known(TermId id) const { return *expressions_[index(id)]; }

 private:
  std::vector<TermId> missing(TermId root);
  z3::expr convert(const Term& term);
  z3::expr at_least(const Term& term);
  z3::expr count(const Term& term);

  z3::context& context_;
  const Terms& terms_;
  std::vector<std::optional<z3::expr>> expressions_;  ///< by TermId
  std::vector<TermId> variables_;
};

}  // namespace grotius::solve
