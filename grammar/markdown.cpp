#include "grammar/markdown.hpp"

namespace grotius::grammar {

namespace {

/// The fence with which a line begins: its character and length, and the rest of the line.
struct Fence {
  char character = 0;
  std::size_t length = 0;
  std::string_view rest;
};

Fence fence_of(std::string_view line) {
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent == std::string_view::npos || indent > 3) return {};
  const char character = line[indent];
  if (character != '`' && character != '~') return {};
  std::size_t end = indent;
  while (end < line.size() && line[end] == character) ++end;
  if (end - indent < 3) return {};
  const std::string_view rest = line.substr(end);
  // A line such as ```code``` is inline code.
  if (character == '`' && rest.find('`') != std::string_view::npos) return {};
  return {character, end - indent, rest};
}

std::string_view first_word(std::string_view info) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = info.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return info.substr(begin, info.find_first_of(blanks, begin) - begin);
}

bool closes(const Fence& fence, const Fence& opening) {
  return fence.character == opening.character && fence.length >= opening.length &&
         first_word(fence.rest).empty();
}

}  // namespace

std::vector<Span> norm_blocks(const Sources& sources, SourceId source) {
  const std::string_view text = sources[source].text();
  std::vector<Span> blocks;
  Fence opening;
  std::size_t content = 0;
  const auto close_at = [&](std::size_t offset) {
    if (first_word(opening.rest) == "norm") {
      blocks.push_back(
          {source, static_cast<std::uint32_t>(content), static_cast<std::uint32_t>(offset)});
    }
    opening = {};
  };

  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_break = text.find('\n', begin);
    const std::size_t next = line_break == std::string_view::npos ? text.size() : line_break + 1;
    const Fence fence = fence_of(text.substr(begin, next - begin));
    if (opening.length == 0) {
      opening = fence;
      content = next;
    } else if (closes(fence, opening)) {
      close_at(begin);
    }
    begin = next;
  }
  if (opening.length != 0) close_at(text.size());
  return blocks;
}

}  // namespace grotius::grammar
