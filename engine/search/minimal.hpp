#pragma once
// The minimal witness (semantics.md, Norm sets): the least that a case file must state so that
// everything it leaves out, taken at its presumption or at any value, shows the finding.
//
// The idea: begin with a situation that states nothing and look why it does not show the goal. A
// completion of it in which the goal fails has some conjunction that fails: one of its failing
// parts must become true in every witness, so look into any single one. Or some disjunction that
// fails: one of its parts must become true, so try each. At the leaves stands an input that has to
// be stated, with the values that mend it. (Or the completion must become impossible, by breaking
// something required that rests on unknown inputs.) So every witness is reached, each only once,
// and the bound on individuals and lines is raised until one is found; the rest of the order
// chooses among those of that size. A count of what must be stated at least cuts the tree:
// conditions of norms are mostly conjunctions of different atoms, where it is exact.
//
// The order: fewest unnamed individuals; fewest lines; the integers of the lines, in the order of
// `rank`, each by absolute value and positive first (a list that ends first is less); likewise the
// dates, today included, earliest first; then the ranks of what is stated, ascending, compared in
// order; then the values in that order, least first (false before true); last, the earlier goal.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/search/search.hpp"

namespace grotius::search {

/// What an input is when a situation says nothing of it, and what stating it costs.
struct Presumption {
  enum class Role : std::uint8_t {
    line,    ///< one line, unless it has its presumed value
    exists,  ///< an unnamed individual: does not exist unless stated, which costs an individual
    free,  ///< no cost, and stated whenever the goal or a required node rests on it: of today only
  } role = Role::line;
  /// Of a line: the value it has when not stated. Nothing: then it is unknown, and the goal must
  /// hold whatever it is.
  std::optional<std::int64_t> presumed;
  std::uint32_t rank = 0;  ///< its place in the order of the names; different for all inputs
};

struct Witness {
  struct Given {
    ground::InputId input{};
    std::int64_t value = 0;
    friend bool operator==(const Given&, const Given&) = default;
  };
  std::size_t goal = 0;                  ///< which of the goals it shows
  std::vector<Given> given;              ///< what it states, by rank; existing individuals included
  std::vector<std::int64_t> completion;  ///< a completion that shows the goal, by InputId
  std::size_t unnamed = 0;
  std::size_t lines = 0;
  /// Proved to be the first in the order. False: a witness, but a budget, or what the search does
  /// not know, cut the proof short.
  bool minimal = true;
};

class Minimal {
 public:
  /// States of the search that a question may look at unless it says otherwise; of a goal with many
  /// gates accordingly fewer.
  static constexpr std::uint64_t kBudget = 20'000;

  /// One presumption for each input of the search's program (by InputId). An input for which the
  /// knowledge allows one value only is never stated. A presumed value lies in the domain. The
  /// search must outlive it and is not changed by it. O(fields + the cones of required nodes), and
  /// one search over the required nodes.
  Minimal(const Search& search, std::vector<Presumption> presumptions);
  ~Minimal();
  Minimal(Minimal&&) noexcept;
  Minimal& operator=(Minimal&&) noexcept;

  /// The least situation that has a completion with the required nodes, and in all such completions
  /// one of the goals (the same in all) holds. `none`: proved that no situation does. `gave_up`: no
  /// witness within the budget, or it would rest on what the search does not know: ask a solver.
  Outcome find(std::span<const ground::NodeId> goals, std::uint64_t budget = kBudget);

  /// After `found`.
  const Witness& witness() const;
  /// After `gave_up`, or a witness that is not proved minimal: why, in words.
  const std::string& reason() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace grotius::search
