#include "cli/patch.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace grotius::cli {

namespace {

constexpr std::size_t kContext = 2;  // lines before and after what is changed

/// Lines without their breaks. A last line that has none is marked, as `patch` wants it.
struct Lines {
  std::vector<std::string_view> lines;
  bool open_end = false;

  explicit Lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      lines.push_back(text.substr(0, end));
      open_end = end == std::string_view::npos;
      text.remove_prefix(open_end ? text.size() : end + 1);
    }
  }
  /// Two last lines differ if only one of them has its break.
  bool same_at(std::size_t mine, const Lines& other, std::size_t theirs) const {
    return lines[mine] == other.lines[theirs] &&
           (open_end && mine + 1 == lines.size()) ==
               (other.open_end && theirs + 1 == other.lines.size());
  }
  std::string shown(char mark, std::size_t which) const {
    std::string text = mark + std::string(lines[which]) + '\n';
    if (open_end && which + 1 == lines.size()) text += "\\ No newline at end of file\n";
    return text;
  }
};

/// `begin,count` of a hunk; an empty range is named by the line before it.
std::string range(std::size_t begin, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

}  // namespace

std::string patch(const Sources& sources, const Span& behind, std::string_view text) {
  const Source& source = sources[behind.source];
  std::string changed(source.text());
  changed.insert(behind.end, text);
  const Lines before(source.text());
  const Lines after(changed);
  const std::size_t shorter = std::min(before.lines.size(), after.lines.size());
  std::size_t same_first = 0, same_last = 0;
  while (same_first < shorter && before.same_at(same_first, after, same_first)) ++same_first;
  while (same_last < shorter - same_first &&
         before.same_at(before.lines.size() - 1 - same_last, after,
                        after.lines.size() - 1 - same_last))
    ++same_last;

  const std::size_t begin = same_first - std::min(same_first, kContext);
  const std::size_t tail = std::min(same_last, kContext);
  const std::size_t old_end = before.lines.size() - same_last;
  const std::size_t new_end = after.lines.size() - same_last;
  std::string result =
      fmt::format("--- {0}\n+++ {0}\n@@ -{1} +{2} @@\n", source.name(),
                  range(begin, old_end + tail - begin), range(begin, new_end + tail - begin));
  for (std::size_t i = begin; i < same_first; ++i) result += before.shown(' ', i);
  for (std::size_t i = same_first; i < old_end; ++i) result += before.shown('-', i);
  for (std::size_t i = same_first; i < new_end; ++i) result += after.shown('+', i);
  for (std::size_t i = old_end; i < old_end + tail; ++i) result += before.shown(' ', i);
  return result;
}

}  // namespace grotius::cli
