#pragma once
// The comparisons of a program as rows, and the elimination of unknown numbers from rows; private to the folder.

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::explore {

/// Wide enough for products of coefficients and numbers of a program.
__extension__ typedef __int128 Wide;

/// Σ factor × input + constant, sorted by input, no factor 0. As a row: that it is <= 0.
struct Row {
  std::vector<std::pair<ground::InputId, Wide>> terms;
  Wide constant = 0;

  Wide factor_of(ground::InputId input) const;
  friend bool operator==(const Row&, const Row&) = default;
  friend std::strong_ordering operator<=>(const Row&, const Row&) = default;
};

/// A row that cannot be carried, or a number of rows beyond the limit: why.
struct BeyondRows {
  std::string reason;
};

/// `factor` × a + `other_factor` × b. Throws BeyondRows where a coefficient leaves 2^100.
Row combined(const Row& a, Wide factor, const Row& b, Wide other_factor);

/// Divides by the greatest common divisor of the factors and rounds the constant: the same integers satisfy it.
void tighten(Row& row);

/// The rows of every undecided comparison below `truths`, in either truth of it. Throws BeyondRows.
std::vector<Row> rows_of(const ground::Program& program, const ground::Certain& certain,
                         std::span<const ground::NodeId> truths);

/// Rows that speak of `kept` alone and among which are all bounds of `kept` that any satisfiable part of `rows` implies. `exact` becomes
/// false where over the integers there may be others. Throws BeyondRows.
std::vector<Row> eliminate_all_but(ground::InputId kept, std::vector<Row> rows, bool& exact);

}  // namespace grotius::explore
