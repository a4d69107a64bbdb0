#pragma once
// Which column of a table to ask for. The least expected number of questions satisfies C(R) = weight(R) + min over columns of the sum of C
// over the column's cells, and 0 where all rows R give the same answers; it is computed exactly, depth first with bounds, each set of rows
// once. Where that would take too long, the few columns that part the answers best are compared by playing each on with that same rule.
// Private to the folder.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/explore/interview_table.hpp"

namespace grotius::explore {

class Choice {
 public:
  /// The table must outlive it. Every column of it should matter.
  explicit Choice(const Table& table);

  /// The column with which the expected number of questions is least, the first of several; nothing where all rows give the same
  /// answers. At most some ten milliseconds.
  std::optional<std::size_t> best();

 private:
  using Rows = std::vector<std::uint32_t>;
  using Cost = std::uint64_t;  ///< questions, summed over the completions
  struct Part {
    Rows rows;
    Cost weight = 0;
    bool settled = false;
  };
  struct TooLong {};

  std::vector<Part> parts(const Rows& rows, std::size_t column);
  bool settled(const Rows& rows) const;
  std::string key(const Rows& rows) const;
  Cost exact(const Rows& rows, Cost weight);
  Cost greedy(const Rows& rows, Cost weight);
  std::vector<std::size_t> by_promise(const Rows& rows);
  double remaining(const Part& part) const;
  std::size_t exact_best(const Rows& rows, Cost weight, Cost& cost);
  std::size_t played_best(const Rows& rows);

  const Table& table_;
  std::unordered_map<std::string, Cost> known_;
  std::size_t work_ = 0;  ///< rows that may still be looked at
};

}  // namespace grotius::explore
