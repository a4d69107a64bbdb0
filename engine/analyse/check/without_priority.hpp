#pragma once
// Superiority without one stated pair. Private to the folder.

#include <map>

#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

class WithoutPriority {
 public:
  /// O(norm set).
  explicit WithoutPriority(const Study& study);

  /// The superiors of those norms that have others when the stated pair (an index into Model::priorities) is left out. Where no criteria
  /// resolve anything, only the norms at or below the inferior are looked at: O(what they reach upwards). Else superiority is computed again.
  std::map<model::NormId, std::vector<model::NormId>> superiors(std::size_t priority) const;
  /// The same with all superiors of all norms, as a set of its own.
  ground::RankedSet ranked(std::size_t priority, const ground::RankedSet& ranked) const;

 private:
  struct Arc {
    model::NormId to{};
    std::optional<std::size_t> priority;  ///< nothing: gives way by default
  };
  std::vector<model::NormId> at_or_below(model::NormId norm) const;
  std::vector<bool> above(model::NormId norm, std::size_t without) const;

  const Study& study_;
  bool by_criteria_ = false;
  std::vector<std::vector<Arc>> up_, down_;  ///< by NormId
};

}  // namespace grotius::analyse
