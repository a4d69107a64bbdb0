#pragma once
// The completions of a question as a table, where they are few: a row for each way in which the unknown inputs can be, with the
// answers that it gives. The columns are what can be asked for; numbers stand there by intervals between the constants that they are
// compared with, which is exact. Private to the folder.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/answer.hpp"
#include "engine/analyse/completions.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/explore/interview.hpp"

namespace grotius::explore {

/// Some of the answers `yes`, `no`, `contested`, `silent`: a bit for each.
using Answers = std::uint8_t;
Answers only(analyse::Verdict verdict);
std::vector<analyse::Verdict> listed(Answers answers);

struct Column {
  ground::InputId input{};
  std::vector<Range> cells;  ///< ascending, disjoint; some may be in no row
  /// The cell in which a value lies; nothing: in none.
  std::optional<std::uint16_t> cell(std::int64_t value) const;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::uint16_t> cells;  ///< row after row, a cell for each column
  std::vector<std::uint32_t> weights;  ///< of each row: the completions that it stands for
  std::vector<Answers> answers;        ///< of each row

  std::size_t rows() const { return answers.size(); }
  std::uint16_t at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
  Answers possible() const;
};

/// What further replies have excluded, besides what the inquiry knows: deeds that do not count as done.
using Undone = std::vector<ground::NodeId>;

/// Nothing where there are more than `most` combinations of values, where listing them would take too long, or where an unknown number
/// enters arithmetic and has no small range. `others` has the values of all inputs but the columns: those of some completion. Throws
/// analyse::GaveUp. O(combinations × nodes).
std::optional<Table> tabulate(const analyse::Inquiry& inquiry, const Undone& undone, const analyse::Completion& others, std::size_t most);

/// The rows with this cell, without the column.
Table select(const Table& table, std::size_t column, std::uint16_t cell);
/// The table for somebody who cannot know what stands in a column: rows that differ there only become one, with the answers of all.
Table forget(const Table& table, std::size_t column);
/// Whether knowing the column can ever exclude an answer: some choice of cells of other columns leaves answers of which a cell of
/// this one leaves fewer. True is exact, and so is false up to 1024 rows or where no constraint ties the column to others; in a
/// larger table a column that matters may be missed, but never all of them.
bool matters(const Table& table, std::size_t column);

}  // namespace grotius::explore
