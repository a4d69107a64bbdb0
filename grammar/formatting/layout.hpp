#pragma once
// Writes items line by line. What fits stays on one line; what does not is broken at its loosest
// places, as few of them as will do, and goes on under the place where it began.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/formatting/breaks.hpp"
#include "grammar/formatting/clauses.hpp"
#include "grammar/formatting/pieces.hpp"

namespace grotius::formatting {

/// Lines are at most so many code points long where they can be broken.
inline constexpr std::uint32_t line_width = 100;

/// The text as it grows: knows its column, and keeps blanks off the ends of lines.
class LineWriter {
 public:
  /// Every line but an empty one begins with `prefix` (of a fenced block that is indented) and ends
  /// in `line_break`.
  LineWriter(std::string& out, std::string_view prefix, std::string_view line_break)
      : out_(out), prefix_(prefix), line_break_(line_break) {}

  void start_line(std::uint32_t indent);
  void blank_line();
  /// Ends the last line, if there is one.
  void finish();
  void write(std::string_view text, std::uint32_t width);

  std::uint32_t column() const { return column_; }
  std::size_t lines() const { return lines_; }

 private:
  std::string& out_;
  std::string_view prefix_;
  std::string_view line_break_;
  std::uint32_t column_ = 0;
  std::size_t lines_ = 0;
  bool in_line_ = false;
};

/// Writes the item and the comments within it; those before its first piece are the caller's. Time
/// is linear in the item's length, times the depth of the expressions that do not fit on a line.
void write_item(LineWriter& out, std::vector<Piece>& pieces, const Layout& layout);

/// The comments that have lines of their own before a piece.
void write_comments(LineWriter& out, const Piece& piece, std::uint32_t indent);

}  // namespace grotius::formatting
