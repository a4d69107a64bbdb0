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
    if (spellings[i] == text) return static_cast<Sign>(i);
  }
  return Sign::none;
}

}  // namespace grotius::grammar
