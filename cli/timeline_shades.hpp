#pragma once
// How a picture shows statuses: shades that differ in lightness, so that they stay apart in grey, of hues that colour-blind eyes tell apart
// (blue against orange and yellow), and a pattern where two come near each other.

#include <string>
#include <string_view>
#include <vector>

namespace grotius::cli {

inline constexpr const char* kInk = "#1c2126";    ///< words and lines
inline constexpr const char* kSoft = "#4d5660";   ///< words beside them
inline constexpr const char* kEdge = "#6b747d";   ///< around bars
inline constexpr const char* kFaint = "#d5dade";  ///< behind everything

struct Shade {
  std::string status;   ///< as `status_word` gives it
  std::string words;    ///< in the legend
  std::string fill;
  std::string pattern;  ///< over it; empty: none
  std::string ink;      ///< of words on it
};

/// In the order of the legend.
const std::vector<Shade>& shades();
const Shade& shade_of(std::string_view status);

/// The definitions of the patterns.
std::string_view patterns();

}  // namespace grotius::cli
