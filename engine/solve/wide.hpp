#pragma once
// Integers of 128 bits, for arithmetic with the 64-bit numbers of a program that must not overflow.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace grotius::solve {

__extension__ typedef __int128 Wide;

inline bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

inline Wide floor_divided(Wide value, Wide divisor) {  // the divisor is positive
  const Wide quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

inline std::string to_string(Wide value) {
  if (fits(value)) return std::to_string(static_cast<std::int64_t>(value));
  std::string digits;
  const bool negative = value < 0;
  for (; value != 0; value /= 10)
    digits.insert(digits.begin(),
                  static_cast<char>('0' + static_cast<int>(negative ? -(value % 10) : value % 10)));
  return negative ? "-" + digits : digits;
}

}  // namespace grotius::solve
