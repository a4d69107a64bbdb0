#pragma once
// Coverage: which norms, alternatives of definitions and stated priorities no question exercises.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyse/answer.hpp"

namespace grotius::analyse {

/// Something that no question exercises.
struct Uncovered {
  std::string what;  ///< "norm", "alternative" or "priority"
  std::string name;  ///< qualified; `a > b` of a priority
  Span span;
};

/// Collects what answers exercise. A norm is exercised where it applies, an alternative where it
/// holds, a stated pair where its superior norm defeats its inferior, each in some completion at
/// least.
class Coverage {
 public:
  void add(const Answer& answer);
  /// What is left, of the modules and files named: norms, then alternatives, then priorities, each
  /// in the order of the text.
  std::vector<Uncovered> uncovered(const model::Model& model) const;

 private:
  std::set<model::NormId> norms_;
  std::set<std::pair<model::DefinitionId, std::size_t>> alternatives_;
  std::set<std::pair<model::NormId, model::NormId>> defeats_;
};

}  // namespace grotius::analyse
