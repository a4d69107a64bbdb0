// Whether a column of a table can exclude an answer.

#include <algorithm>

#include "engine/explore/interview_table.hpp"

namespace grotius::explore {

namespace {

/// Rows that differ in one column alone, side by side: by the number of what stands in all the other columns, of which
/// there are at most 2^16 combinations.
struct Neighbours {
  Neighbours(const Table& table, std::size_t column) {
    std::vector<std::size_t> stride;
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      stride.push_back(i == column ? 0 : combinations);
      if (i != column) combinations *= table.columns[i].cells.size();
    }
    std::vector<Answers> answers(combinations, 0);
    std::vector<std::uint16_t> seen(combinations, 0);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      std::size_t others = 0;
      for (std::size_t i = 0; i < table.columns.size(); ++i) others += table.at(row, i) * stride[i];
      differ = differ || (answers[others] != 0 && answers[others] != table.answers[row]);
      answers[others] = table.answers[row];
      ++seen[others];
    }
    std::vector<bool> occurs(table.columns[column].cells.size(), false);
    for (std::size_t row = 0; row < table.rows(); ++row) occurs[table.at(row, column)] = true;
    const auto cells = static_cast<std::uint16_t>(std::ranges::count(occurs, true));
    independent = std::ranges::all_of(seen, [&](std::uint16_t count) { return count == 0 || count == cells; });
  }

  bool differ = false;       ///< two rows differ in the column alone, and in the answers
  bool independent = false;  ///< every cell of the column occurs with whatever stands in the others
};

/// The columns in which two rows agree, a bit for each.
std::uint64_t agreement(const Table& table, std::size_t a, std::size_t b) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.at(a, i) == table.at(b, i)) bits |= std::uint64_t{1} << (i % 64);
  return bits;
}

/// Whether learning the column in this row excludes an answer that the nearest row gives: what the two disagree in cannot be spared. Quick, and
/// misses some.
bool excludes_near(const Table& table, std::size_t column, std::size_t row, Answers answer) {
  std::size_t nearest = table.rows();
  std::size_t least = table.columns.size() + 1;
  for (std::size_t other = 0; other < table.rows(); ++other) {
    if ((table.answers[other] & answer) == 0) continue;
    std::size_t distance = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) distance += table.at(row, i) != table.at(other, i) ? 1 : 0;
    if (distance < least) least = distance, nearest = other;
  }
  return table.at(row, column) != table.at(nearest, column);
}

/// Whether learning the column in some row excludes an answer that others give: knowing, besides, what the row has in common with one of those.
bool excludes(const Table& table, std::size_t column, std::size_t row, Answers answer) {
  std::vector<std::uint64_t> with, without;  // agreements of the rows that give the answer, and have this row's cell in the column, or not
  for (std::size_t other = 0; other < table.rows(); ++other) {
    if ((table.answers[other] & answer) == 0) continue;
    auto& side = table.at(other, column) == table.at(row, column) ? with : without;
    side.push_back(agreement(table, row, other));
  }
  return std::ranges::any_of(without, [&](std::uint64_t known) {
    return std::ranges::none_of(with, [&](std::uint64_t further) { return (known & ~further) == 0; });
  });
}

}  // namespace

// Where the other columns have the same cells whatever stands in this one, it matters exactly if two rows that differ in it alone
// give different answers. Where constraints tie it to others, that is sufficient but not necessary.
bool matters(const Table& table, std::size_t column) {
  const auto [differ, independent] = Neighbours(table, column);
  if (differ || independent) return differ;
  constexpr std::size_t kExact = 1024;
  std::size_t near = 64;  // rows that are compared in a larger table
  const Answers all = table.possible();
  for (std::size_t row = 0; row < table.rows(); ++row)
    for (analyse::Verdict verdict : listed(static_cast<Answers>(all & ~table.answers[row]))) {
      if (table.rows() <= kExact) {
        if (excludes(table, column, row, only(verdict))) return true;
      } else if (near-- == 0) {
        return false;
      } else if (excludes_near(table, column, row, only(verdict))) {
        return true;
      }
    }
  return false;
}

}  // namespace grotius::explore
