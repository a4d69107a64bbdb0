#include "cli/wrap.hpp"

#include <algorithm>

namespace grotius::cli {

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t hanging,
                    std::size_t width) {
  std::string result(indent, ' ');
  std::size_t used = indent;
  bool begins = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t wide = columns(word);
    if (!begins && used + 1 + wide > width) {
      result += '\n' + std::string(hanging, ' ');
      used = hanging;
      begins = true;
    }
    if (!begins) {
      result += ' ';
      ++used;
    }
    result += word;
    used += wide;
    begins = false;
  }
  return result;
}

}  // namespace grotius::cli
