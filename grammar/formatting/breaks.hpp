#pragma once
// Where a line may be broken, and how willingly: the structure of an expression (brackets,
// operators, the reach of quantifiers) as far as its layout needs it.

#include <cstdint>
#include <limits>
#include <vector>

#include "grammar/formatting/clauses.hpp"
#include "grammar/formatting/pieces.hpp"

namespace grotius::formatting {

/// The place before a piece. Lower ranks are broken first; `after` is the piece under which the
/// broken line goes on, `extra` blanks further to the right.
struct Gap {
  static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t rank = never;
  std::size_t under = 0;
  std::uint32_t extra = 0;
  bool blank = true;  ///< white space stands there if the line is not broken
};

/// The gaps before the pieces of a clause, and marks signs of negative numbers. The first gap is
/// that before the clause. Linear in the length of the clause.
std::vector<Gap> gaps_of(std::vector<Piece>& pieces, const Clause& clause, grammar::Word kind);

}  // namespace grotius::formatting
