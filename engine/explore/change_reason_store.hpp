#pragma once
// The reasons found so far, which speak against later sets of changes too. Private to the folder.

#include "engine/explore/change_reasons.hpp"

namespace grotius::explore {

/// The class of a value among the alternatives of an input.
std::size_t class_of(const ChangeProblem& problem, ground::InputId input, std::int64_t value);

/// A set of changes under way, by rank.
using Path = std::vector<Change>;
const Change* change_of(const Path& path, ground::InputId input);

class ReasonStore {
 public:
  explicit ReasonStore(const ChangeProblem& problem) : problem_(problem) {}

  void keep(Reason reason);

  /// Those that speak against the set, the fewest ways out first; at most `kLooked` are looked at. O(reasons × changes).
  std::vector<const Reason*> against(const Path& path) const;
  /// What must still be changed at least to answer them all: reasons without an input in common add up.
  Weight least(const Path& path, const std::vector<const Reason*>& reasons) const;
  /// Every further change that answers a reason: all sets that do it and contain `path` have one of them. In the order of the ranks.
  std::vector<Change> ways_out(const Path& path, const Reason& reason) const;

 private:
  static constexpr std::size_t kLooked = 512;
  struct Kept {
    Reason reason;
    std::vector<Change> needed;  ///< values that inputs have only when changed to them
  };
  bool speaks(const Kept& kept, const Path& path) const;
  bool as_known(const Change& value, bool must) const;

  const ChangeProblem& problem_;
  std::vector<Kept> kept_;
};

}  // namespace grotius::explore
