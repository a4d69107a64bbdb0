#pragma once
// What is asked of a solver of terms. Z3 (z3/) is the one there is; everything that is not Z3's own
// business stands on this side.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/solve/solver.hpp"
#include "engine/solve/terms.hpp"

namespace grotius::solve {

class Backend {
 public:
  virtual ~Backend() = default;

  /// Requires a truth, and the definitions of the names in it, in every later check.
  virtual void require(TermId truth) = 0;
  /// `literals` are variables or negated variables; `milliseconds` bounds this check, 0 does not.
  /// After an `unknown` that was no mere timeout every later check is unknown for the same reason.
  /// Never throws but std::bad_alloc.
  virtual Outcome check(std::span<const TermId> literals, unsigned milliseconds) = 0;

  /// After `satisfiable`: the value of a variable; nothing where it does not matter.
  virtual std::optional<bool> truth(TermId variable) const = 0;
  virtual std::optional<std::int64_t> number(TermId variable) const = 0;
  /// After `unsatisfiable`: positions of literals, ascending.
  virtual std::vector<std::size_t> core() const = 0;
  /// After `unknown`.
  virtual std::string reason() const = 0;
  /// After `unknown`: whether the time ran out.
  virtual bool timed_out() const = 0;
};

/// `terms` must outlive it.
std::unique_ptr<Backend> make_z3_backend(const Terms& terms);

}  // namespace grotius::solve
