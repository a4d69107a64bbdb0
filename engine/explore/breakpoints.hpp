#pragma once
// Breakpoints: the values of one number at which what a question can come to may change. A parameter, the day of the question or any
// other unknown number enters a decision program only through comparisons, and these are linear. So the line of its values falls into
// finitely many stretches on each of which the same truths are possible, and a question about all values is a question about one value
// of each stretch: a table without sampling.
//
// The idea: every comparison that can matter is a row, c₁·x₁ + … + cₙ·xₙ + c <= 0, over the varied number and the other unknown numbers; a
// count or a choice in it makes a row for each value or branch. Whatever truths a completion gives, it satisfies a conjunction of such rows.
// The other unknown numbers are eliminated from all rows together (Fourier and Motzkin); what remains bounds the varied number by
// constants, and every boundary of every conjunction is among those bounds. Over the integers the elimination is exact where of each
// two coefficients that meet one is a unit; where it is not, or where there are too many rows, that is said and never hidden.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::explore {

struct Breakpoints {
  /// Ascending: each is the least value of a stretch. The first stretch begins with the domain and is not listed.
  std::vector<std::int64_t> starts;
  /// Why there may be others besides; empty: there are none.
  std::string reason;

  bool exact() const { return reason.empty(); }
};

/// The breakpoints of an integer or date input, within its domain. Between two neighbouring ones the same truths of `truths` are possible
/// together, over all values of the other unknown inputs; not every breakpoint is a change. `certain` belongs to the knowledge, in which
/// the input has its whole domain; requirements on completions belong to `truths`. O(cone), and the rows of the elimination: none where
/// the input is only compared with what is known, else up to `kRows`.
Breakpoints breakpoints(const ground::Program& program, const ground::Knowledge& knowledge, const ground::Certain& certain,
                        ground::InputId varied, std::span<const ground::NodeId> truths);

/// The most rows that an elimination may reach.
constexpr std::size_t kRows = 20'000;

/// The values from `first` to `last`, and the one of them that is nearest to zero, which may speak for all.
struct Stretch {
  std::optional<std::int64_t> first;  ///< nothing: unbounded
  std::optional<std::int64_t> last;
  std::int64_t representative() const;
};

/// The stretches into which breakpoints cut a domain without a list of values, ascending. There is one more than breakpoints.
std::vector<Stretch> stretches(const ground::Domain& domain, const Breakpoints& breakpoints);

}  // namespace grotius::explore
