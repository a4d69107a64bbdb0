#pragma once
// The reasons found so far, which speak against later sets of changes too. Private to the folder.

#include "engine/explore/change_reasons.hpp"

namespace grotius::explore {

/// A change under way: an input that is changed, and the classes of values that it may still get, what is nearest first. Meanwhile it has the
/// value of the first one; a reason that speaks against this value takes the class away, at no further cost.
struct Step {
  ground::InputId input{};
  std::int64_t to = 0;
  std::vector<std::uint16_t> classes;  ///< numbers of alternatives
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// A set of changes under way, by rank. It stands for all sets that change these inputs, and others, each to a value of its classes.
using Path = std::vector<Step>;
const Step* step_of(const Path& path, ground::InputId input);
std::vector<Change> changes_of(const Path& path);

class ReasonStore {
 public:
  explicit ReasonStore(const ChangeProblem& problem);

  void keep(Reason reason);

  /// Those that speak against the set, the fewest ways out first; at most `kLooked` are looked at. O(reasons × changes).
  std::vector<const Reason*> against(const Path& path) const;
  /// What must still be changed at least to answer them all: reasons without an input in common add up.
  Weight least(const Path& path, const std::vector<const Reason*>& reasons) const;
  /// Every step that answers a reason, further ones and those that leave fewer classes to one of the path: all sets that do it and for which
  /// `path` stands have one of them. In the order of the ranks.
  std::vector<Step> ways_out(const Path& path, const Reason& reason) const;

 private:
  static constexpr std::size_t kLooked = 512;
  struct Kept {
    Reason reason;
    std::vector<ground::InputId> needed;  ///< that have such values only when changed to them
  };
  bool speaks(const Kept& kept, const Path& path) const;
  bool as_known(const Reason::Blamed& blamed, bool must) const;
  template <class Keep>
  void add_step(const Path& path, ground::InputId input, const Keep& keep, std::vector<Step>& steps) const;

  const ChangeProblem& problem_;
  std::vector<std::vector<std::uint16_t>> nearest_;  ///< by InputId: the classes to which it may change, the nearest first
  std::vector<Kept> kept_;
};

}  // namespace grotius::explore
