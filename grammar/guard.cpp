#include "grammar/guard.hpp"

#include <cstring>

#include <fmt/format.h>

#include "grammar/codes.hpp"
#include "grammar/parse.hpp"

namespace grotius::grammar {

namespace {

/// Length of the well-formed UTF-8 sequence at the beginning of `text`, or 0. (Unicode, table 3-7:
/// no overlong forms, no surrogates, nothing above U+10FFFF.)
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

std::size_t first_invalid(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return text.size();
}

Span byte_at(SourceId source, std::size_t offset) {
  const auto begin = static_cast<std::uint32_t>(offset);
  return {source, begin, begin + 1};
}

}  // namespace

bool is_readable(const Sources& sources, SourceId source, Diagnostics& diagnostics) {
  const std::string_view text = sources[source].text();
  if (text.size() > GrammarLimits::file_bytes) {
    diagnostics
        .error(codes::text_too_large, std::nullopt,
               fmt::format("{} has {} bytes; a text of norms has at most {}",
                           sources[source].name(), text.size(), GrammarLimits::file_bytes))
        .help = "split it into several files; `uses` and `includes` join them";
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    diagnostics
        .error(codes::nul_byte, byte_at(source, nul),
               "the text holds a NUL byte, so it is not a text of norms")
        .help = "save the file as plain text in UTF-8";
    return false;
  }
  if (const std::size_t bad = first_invalid(text); bad < text.size()) {
    diagnostics
        .error(codes::invalid_utf8, byte_at(source, bad),
               fmt::format("the byte {:#04x} is not valid UTF-8",
                           static_cast<unsigned>(static_cast<unsigned char>(text[bad]))))
        .help = "save the file as UTF-8";
    return false;
  }
  return true;
}

}  // namespace grotius::grammar
