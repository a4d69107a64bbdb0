// Whether a column of a table can exclude an answer.

#include <algorithm>
#include <numeric>
#include <span>

#include "engine/explore/interview_table.hpp"

namespace grotius::explore {

namespace {

/// Rows side by side that differ in one column at most, in groups.
class Neighbours {
 public:
  Neighbours(const Table& table, std::size_t column) : table_(table), column_(column), order_(table.rows()) {
    std::iota(order_.begin(), order_.end(), 0);
    std::ranges::sort(order_, [&](std::size_t a, std::size_t b) { return compare(a, b) < 0; });
  }

  template <class Use>
  void each(Use use) const {
    for (std::size_t begin = 0; begin < order_.size();) {
      std::size_t end = begin + 1;
      while (end < order_.size() && compare(order_[begin], order_[end]) == 0) ++end;
      use(std::span(order_).subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  int compare(std::size_t a, std::size_t b) const {
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      if (i != column_ && table_.at(a, i) != table_.at(b, i)) return table_.at(a, i) < table_.at(b, i) ? -1 : 1;
    return 0;
  }

  const Table& table_;
  std::size_t column_;
  std::vector<std::size_t> order_;
};

/// The columns in which two rows agree, a bit for each.
std::uint64_t agreement(const Table& table, std::size_t a, std::size_t b) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.at(a, i) == table.at(b, i)) bits |= std::uint64_t{1} << (i % 64);
  return bits;
}

/// The same of the rows that are nearest to this one: what they disagree in cannot be spared. Quick, and misses some.
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
  bool differ = false, independent = true;
  std::optional<std::vector<std::uint16_t>> first;
  Neighbours(table, column).each([&](std::span<const std::size_t> group) {
    std::vector<std::uint16_t> cells;
    for (std::size_t row : group) {
      differ = differ || table.answers[row] != table.answers[group.front()];
      cells.push_back(table.at(row, column));
    }
    std::ranges::sort(cells);
    if (!first) first = cells;
    independent = independent && cells == *first;
  });
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
