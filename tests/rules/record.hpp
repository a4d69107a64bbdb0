#pragma once
// The record of the Security Council's votes, a table with a line a resolution. It is no part of
// the sources: where it lies beside them it is read, else the tests of it say that they are
// skipped.

#include <optional>
#include <string>
#include <vector>

namespace grotius::test {

struct RecordedVote {
  int resolution = 0;
  std::vector<std::string> days;  ///< `YYYY-MM-DD`: one; two where the record gives two, or a year
  std::string vote;               ///< as the record says it: "9-0-1", "adopted unanimously", …
  std::optional<int> in_favour, against, abstaining;  ///< nothing where the record has no tally
  int year = 0;
};

/// Nothing where the record is not there.
std::optional<std::vector<RecordedVote>> recorded_votes();

}  // namespace grotius::test
