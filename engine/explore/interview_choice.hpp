#pragma once
// Which column of a table to ask for. With what is known of a table named by a cell, or "not asked", for each column, the least number of
// questions summed over the completions satisfies C = weight + min over columns not asked of the sum of C over the column's cells, and 0 where
// all rows that are left give the same answers. There is one number for each such state, and a state rests on states with more known, so one
// pass over an array is exact. Where there are too many states, the columns that leave the answer least open after one question are compared
// by what is left after two. Private to the folder.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/explore/interview_table.hpp"

namespace grotius::explore {

class Choice {
 public:
  /// States up to which the choice is exact: twelve truths, say.
  static constexpr std::size_t kStates = 540'000;

  /// The table must outlive it. Every column of it should matter.
  explicit Choice(const Table& table) : table_(table) {}

  /// The column with which the expected number of questions is least, the first of several; nothing where all rows give the same
  /// answers. O(states × columns), or O(rows × columns) above kStates.
  std::optional<std::size_t> best() const;

 private:
  using Rows = std::vector<std::uint32_t>;

  std::optional<std::size_t> states() const;
  std::size_t exact() const;
  std::vector<double> left_open(const Rows& rows) const;
  std::size_t looking_ahead() const;

  const Table& table_;
};

}  // namespace grotius::explore
