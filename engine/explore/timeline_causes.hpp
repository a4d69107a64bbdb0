#pragma once
// What made an answer change from one day to the next. Private to the folder.

#include <functional>

#include "engine/explore/timeline_days.hpp"

namespace grotius::explore {

/// Sets of changes that restore the earlier answer where they are undone, all of the same size.
struct Causes {
  std::vector<std::vector<Change>> sets;
  bool smallest = true;
};

/// The causes of changes in one row.
class CauseFinder {
 public:
  /// `reach_on` gives what the answer on a day can read.
  CauseFinder(RowWorlds& worlds, Outright& outright, std::function<const Reach&(Date)> reach_on, const analyse::AskOptions& options);

  /// Of the change on `day` from the standing on the day before.
  Causes find(Date day, const Standing& before);

 private:
  std::vector<Change> changes_on(Date day) const;
  std::vector<Change> changed_lines(Date day) const;
  /// Sets the model to the day with some changes undone; the world under what is then accepted, on that day or the day before. Nothing
  /// where the norm sets together are in error.
  std::optional<ground::World> world_with_undone(Date day, const std::vector<Change>& undone);
  bool restores(Date day, const std::vector<Change>& undone, const Standing& before);
  std::vector<Change> reduced(Date day, std::vector<Change> changes, const Standing& before);

  RowWorlds& worlds_;
  Outright& outright_;
  std::function<const Reach&(Date)> reach_on_;
  const analyse::AskOptions& options_;
  std::size_t tried_ = 0;
};

}  // namespace grotius::explore
