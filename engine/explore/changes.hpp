#pragma once
// The smallest changes after which a truth is certain: which inputs must have which other values, so that there is a completion and the truth
// holds in every one. Flips ask it of known and unknown facts, implicants of the unknown ones alone.
//
// The idea is that of hitting sets. A set of changes either does it, or some completion under it shows why not: in it a few inputs have values
// from which it already follows that the truth fails, whatever else is changed. So every set that does it must give one of these inputs
// another value; the search branches on which one, and on each class of its other values. Sets are looked at in the order of their cost plus
// what they will cost at least still: a conjunction wants all of its operands mended, a disjunction the cheapest, and reasons that share no
// input each cost a change of their own. A reason once found is kept, and speaks against every later set that leaves its inputs as they were.
//
// Nothing is found that is not proved: whether a completion is left in which the truth fails is decided by what is certain of the program, by
// the native search, or, where that gives up, by a solver.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/explore/alternatives.hpp"

namespace grotius::explore {

/// What changes cost together, then how many they are. Adds up; `never` is more than any.
struct Weight {
  std::int64_t cost = 0;
  std::int64_t changes = 0;

  static constexpr Weight never() { return {std::int64_t{1} << 60, 0}; }
  bool impossible() const { return cost >= never().cost; }
  friend auto operator<=>(const Weight&, const Weight&) = default;
  friend Weight operator+(Weight a, Weight b) {
    if (a.impossible() || b.impossible() || a.cost + b.cost >= never().cost) return never();
    return {a.cost + b.cost, a.changes + b.changes};
  }
};

struct ChangeProblem {
  /// A truth that holds in every completion.
  struct Required {
    ground::NodeId node{};
    std::optional<ground::InputId> until_done;  ///< of a line `given not done`: no longer, once this deed is changed to done
    std::optional<ground::InputId> if_undone;   ///< only where this deed is changed to not done
  };

  const ground::Program* program = nullptr;
  ground::Knowledge known;           ///< what the situation says
  ground::NodeId goal{};             ///< the truth that should become certain
  std::vector<Required> required;
  std::vector<std::optional<Weight>> weight;          ///< by InputId: of changing it; nothing: it may not change
  std::vector<std::vector<ValueClass>> alternatives;  ///< by InputId: see alternatives.hpp
  std::vector<std::int64_t> near;                     ///< by InputId: numbers and dates change to values that are near to this one
  std::vector<std::uint32_t> rank;                    ///< by InputId: its place in the order of the names; different for all
  /// Whether two sets that change the same inputs to other values are two results (implicants), or one (flips).
  bool by_values = false;
  std::size_t most = 32;             ///< results to be found
};

/// The engine that proves: `automatic` asks the native search, then the solver.
enum class Prover { automatic, native, solver, both };

struct ChangeLimits {
  std::uint64_t sets = 200'000;  ///< of changes, looked at
  double seconds = 0;            ///< in all; 0: no bound
  Prover prover = Prover::automatic;
};

struct Change {
  ground::InputId input{};
  std::int64_t to = 0;
  friend bool operator==(const Change&, const Change&) = default;
  friend auto operator<=>(const Change&, const Change&) = default;
};

struct ChangeSet {
  std::vector<Change> changes;  ///< by rank; of each class of values that one which is nearest to what is known
  Weight weight;
};

struct ChangeSets {
  std::vector<ChangeSet> sets;  ///< least weight first
  bool more = false;            ///< there are, or may be, more
  std::string reason;           ///< why there may be more, in words; empty: all were found, or `most` of them and there are more
};

class ChangeOracle;

/// The subset-minimal sets of changes that make the goal certain, least weight first; among equals an order that does not depend on addresses.
/// Exponential in the worst case, within the limits. A set is looked at in O(program).
ChangeSets find_changes(const ChangeProblem& problem, const ChangeLimits& limits, ChangeOracle& oracle);

}  // namespace grotius::explore
