#pragma once
// Source texts and places in them. A text is read once, kept for the whole run, and never moved: syntax trees
// and diagnostics point into it with byte offsets, so a name in the tree costs no copy and every message can show its line.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace grotius {

/// Index of a text in `Sources`.
enum class SourceId : std::uint32_t {};

/// Half-open byte range of one source text. `begin == end` marks a point. Offsets are bytes, from 0.
struct Span {
  SourceId source{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Line and column as people count them: from 1; the column counts Unicode code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// One text with the name under which the user knows it.
class Source {
 public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  bool is_markdown() const;                          ///< the name ends in `.md`
  Position position(std::uint32_t offset) const;     ///< O(log lines + length of the line)
  std::string_view line(std::uint32_t number) const; ///< without its line break; `number` from 1

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// All texts of one run. Texts keep their addresses; ids are given in the order of `add`.
class Sources {
 public:
  SourceId add(std::string name, std::string text);
  const Source& operator[](SourceId id) const { return texts_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return texts_.size(); }

  /// `FILE:LINE:COLUMN` of the beginning (or end) of a span.
  std::string at(const Span& span) const;
  std::string end(const Span& span) const;
  /// The text of a span.
  std::string_view text(const Span& span) const;

 private:
  std::deque<Source> texts_;
};

}  // namespace grotius
