#include "grammar/token.hpp"

#include <array>

namespace grotius::grammar {

namespace {

constexpr std::array<std::string_view, sign_count> spellings{
    "",  "(",  ")", "{",  "}", ",",  ":", ".", "..", "|",
    "=", "!=", "<", "<=", ">", ">=", "+", "-", "*"};

}  // namespace

std::string_view spelling(Sign sign) { return spellings[static_cast<std::size_t>(sign)]; }

Sign sign_of(std::string_view text) {
  for (std::size_t i = 1; i < sign_count; ++i) {
    const std::string_view known = spellings[i];
    const bool same = known.size() == text.size() && known[0] == text[0] &&
                      (known.size() == 1 || known[1] == text[1]);
    if (same) return static_cast<Sign>(i);
  }
  return Sign::none;
}

std::optional<std::uint64_t> magnitude_of(std::string_view text) {
  constexpr std::uint64_t largest = std::uint64_t{1} << 63;
  std::uint64_t magnitude = 0;
  for (const char c : text) {
    if (c == '_') continue;
    if (c < '0' || c > '9') break;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (magnitude > (largest - digit) / 10) return std::nullopt;
    magnitude = magnitude * 10 + digit;
  }
  return magnitude;
}

}  // namespace grotius::grammar
