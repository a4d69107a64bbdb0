#pragma once
// Numbers of the program as linear forms over truths, inputs and choices, and comparisons of them
// as intervals; private to this folder.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/ground/program.hpp"
#include "engine/search/gates.hpp"

namespace grotius::search {

/// Wide enough for sums of products of two 64-bit numbers.
__extension__ typedef __int128 Wide;
constexpr Wide kNoBound = static_cast<Wide>(1) << 120;  ///< and its negative

inline Wide floor_divided(Wide a, Wide b) {
  return a / b - ((a % b != 0) && ((a < 0) != (b < 0)) ? 1 : 0);
}
inline Wide ceil_divided(Wide a, Wide b) { return -floor_divided(-a, b); }

/// constant + Σ factor × number + Σ weight × truth. Numbers are inputs, or choices between numbers
/// that are not both constant. Truths are nodes of the program; counts and choices between
/// constants become truths.
struct Linear {
  struct Term {
    ground::NodeId node{};
    Wide factor = 0;
  };
  Wide constant = 0;
  std::vector<Term> numbers;  ///< ascending by node, no factor 0
  std::vector<Term> truths;   ///< likewise
  bool too_large = false;     ///< a factor left the range in which it can be carried

  void add(const ground::Program& program, ground::NodeId node, Wide factor);
  /// Puts like terms together.
  void tidy();
};

}  // namespace grotius::search
