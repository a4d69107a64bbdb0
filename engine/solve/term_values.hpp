#pragma once
// The values of terms under an assignment of variables: what a model of the solver means.

#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/solve/terms.hpp"
#include "engine/solve/wide.hpp"

namespace grotius::solve {

class TermValues {
 public:
  /// Variables that are neither assigned nor defined are 0.
  TermValues(const Terms& terms, std::unordered_map<TermId, std::int64_t> assigned)
      : terms_(terms), assigned_(std::move(assigned)) {}

  bool truth(TermId id) { return value(id) != 0; }
  /// Linear in the terms that are met for the first time.
  Wide value(TermId id);

 private:
  Wide compute(TermId id) const;

  const Terms& terms_;
  std::unordered_map<TermId, std::int64_t> assigned_;
  std::unordered_map<TermId, Wide> values_;
};

}  // namespace grotius::solve
