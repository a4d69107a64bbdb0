#include <algorithm>

#include "grammar/formatting/layout.hpp"

namespace grotius::formatting {

namespace {

/// Nothing goes on further to the right than this, however far to the right it began.
constexpr std::uint32_t rightmost_indent = 60;
constexpr std::uint32_t modest_indent = 4;
constexpr std::uint32_t hanging_indent = 2;

class ClauseWriter {
 public:
  ClauseWriter(LineWriter& out, std::vector<Piece>& pieces, const Clause& clause,
               grammar::Word kind)
      : out_(out),
        pieces_(pieces),
        clause_(clause),
        gaps_(gaps_of(pieces, clause, kind)),
        columns_(gaps_.size()),
        flat_(gaps_.size()),
        forced_(gaps_.size()) {
    std::uint32_t column = 0;
    std::uint32_t forced = 0;
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      if (i > clause.first) {
        column += pieces[i - 1].width + (gap(i).blank ? 1u : 0u);
        if (is_forced(i)) ++forced;
      }
      flat_[i - clause.first] = column;
      forced_[i - clause.first] = forced;
    }
  }

  std::uint32_t flat_width() const { return width(clause_.first, clause_.last); }

  void write() { write_range(clause_.first, clause_.last, {}); }

 private:
  const Gap& gap(std::size_t piece) const { return gaps_[piece - clause_.first]; }

  /// A comment ends the line before the piece, or stands above it.
  bool is_forced(std::size_t piece) const {
    return !pieces_[piece - 1].comment_after.empty() || !pieces_[piece].comments_before.empty();
  }
  bool has_forced_within(std::size_t first, std::size_t last) const {
    return forced_[last - 1 - clause_.first] != forced_[first - clause_.first];
  }
  std::uint32_t width(std::size_t first, std::size_t last) const {
    return flat_[last - 1 - clause_.first] + pieces_[last - 1].width - flat_[first - clause_.first];
  }

  bool fits(std::size_t first, std::size_t last, std::uint32_t column) const {
    return !has_forced_within(first, last) && column + width(first, last) <= line_width;
  }

  /// What goes on under the piece `under` goes further to the right, because something looser goes
  /// on there too.
  struct Shift {
    std::size_t under = 0;
    std::uint32_t blanks = 0;
  };

  /// The first piece is written where the line stands.
  void write_range(std::size_t first, std::size_t last, Shift shift) {
    if (fits(first, last, out_.column())) return write_flat(first, last);
    std::uint32_t loosest = Gap::never;
    for (std::size_t i = first + 1; i < last; ++i) loosest = std::min(loosest, gap(i).rank);
    if (loosest == Gap::never) return write_tight(first, last, shift);

    bool broken = false;
    for (std::size_t begin = first; begin < last;) {
      std::size_t end = begin + 1;
      while (end < last && gap(end).rank != loosest) ++end;
      if (begin != first) {
        const bool goes_on = !broken && !is_forced(begin) && fits(begin, end, out_.column() + 1);
        if (goes_on) {
          out_.write(" ", 1);
        } else {
          break_before(begin, shift);
        }
      }
      const std::size_t line = out_.lines();
      write_range(begin, end,
                  begin == first && end < last ? shifted(gap(end).under, shift) : shift);
      broken = out_.lines() != line;
      begin = end;
    }
  }

  Shift shifted(std::size_t under, Shift shift) const {
    return {under, (under == shift.under ? shift.blanks : 0) + hanging_indent};
  }

  void write_flat(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (i > first && gap(i).blank) out_.write(" ", 1);
      write_piece(i);
    }
  }

  /// Only comments break these.
  void write_tight(std::size_t first, std::size_t last, Shift shift) {
    for (std::size_t i = first; i < last; ++i) {
      if (i > first && is_forced(i)) {
        break_before(i, shift);
      } else if (i > first && gap(i).blank) {
        out_.write(" ", 1);
      }
      write_piece(i);
    }
  }

  void break_before(std::size_t piece, Shift shift) {
    std::uint32_t indent = clause_.indent + modest_indent;
    if (gap(piece).under < piece) {
      const std::uint32_t column = columns_[gap(piece).under - clause_.first] + gap(piece).extra +
                                   (gap(piece).under == shift.under ? shift.blanks : 0);
      if (column <= rightmost_indent) indent = column;
    }
    write_comments(out_, pieces_[piece], indent);
    out_.start_line(indent);
  }

  void write_piece(std::size_t i) {
    const Piece& piece = pieces_[i];
    columns_[i - clause_.first] = out_.column();
    out_.write(piece.text, piece.width);
    if (piece.comment_after.empty()) return;
    out_.write("  ", 2);
    out_.write(piece.comment_after, 0);
  }

  LineWriter& out_;
  std::vector<Piece>& pieces_;
  const Clause& clause_;
  std::vector<Gap> gaps_;
  std::vector<std::uint32_t> columns_;  ///< where each piece was written
  std::vector<std::uint32_t> flat_;     ///< where each would stand if nothing were broken
  std::vector<std::uint32_t> forced_;   ///< how many line breaks comments force up to each
};

bool has_inner_comments(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
  for (std::size_t i = first + 1; i < last; ++i) {
    if (!pieces[i - 1].comment_after.empty() || !pieces[i].comments_before.empty()) return true;
  }
  return false;
}

}  // namespace

void LineWriter::start_line(std::uint32_t indent) {
  finish();
  out_ += prefix_;
  out_.append(indent, ' ');
  column_ = indent;
  in_line_ = true;
  ++lines_;
}

void LineWriter::blank_line() {
  finish();
  out_ += line_break_;
}

void LineWriter::finish() {
  if (in_line_) out_ += line_break_;
  in_line_ = false;
}

void LineWriter::write(std::string_view text, std::uint32_t width) {
  out_ += text;
  column_ += width;
}

void write_comments(LineWriter& out, const Piece& piece, std::uint32_t indent) {
  for (const std::string_view comment : piece.comments_before) {
    out.start_line(indent);
    out.write(comment, 0);
  }
}

void write_item(LineWriter& out, std::vector<Piece>& pieces, const Layout& layout) {
  std::vector<ClauseWriter> writers;
  writers.reserve(layout.clauses.size());
  std::uint32_t width = 0;
  for (const Clause& clause : layout.clauses) {
    writers.emplace_back(out, pieces, clause, layout.kind);
    width += writers.back().flat_width() + 1;
  }
  const bool one_line =
      layout.may_be_one_line && width <= line_width + 1 &&
      !has_inner_comments(pieces, layout.clauses.front().first, layout.clauses.back().last);
  for (std::size_t i = 0; i < writers.size(); ++i) {
    const Clause& clause = layout.clauses[i];
    if (one_line && i > 0) {
      out.write(" ", 1);
    } else {
      if (i > 0) write_comments(out, pieces[clause.first], clause.indent);
      out.start_line(clause.indent);
    }
    writers[i].write();
  }
}

}  // namespace grotius::formatting
