#pragma once
// Where an item falls apart into lines: its head and its clauses, known by the words that begin
// them.

#include <cstddef>
#include <vector>

#include "grammar/formatting/pieces.hpp"

namespace grotius::formatting {

/// The pieces [first, last) that begin a line of their own.
struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t indent = 0;
  std::size_t content = 0;  ///< the piece under which a long clause goes on
};

/// An item of a text, or its module header, or its `uses`.
struct Layout {
  grammar::Word kind{};
  bool may_be_one_line = false;  ///< if it is short enough
  std::vector<Clause> clauses;   ///< at least one
};

/// The end of the item that begins at `first`: the next item, or the end.
std::size_t end_of_item(const std::vector<Piece>& pieces, std::size_t first);

/// Cuts the item [first, last) into clauses, and marks its clause words and soft breaks. Linear.
Layout clauses_of(std::vector<Piece>& pieces, std::size_t first, std::size_t last);

}  // namespace grotius::formatting
