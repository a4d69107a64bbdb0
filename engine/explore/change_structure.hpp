#pragma once
// How a problem of changes hangs together: what rests on what. Private to the folder.

#include <optional>
#include <span>
#include <vector>

#include "engine/explore/changes.hpp"

namespace grotius::explore {

/// The class of a value among the alternatives of an input.
std::size_t class_of(const ChangeProblem& problem, ground::InputId input, std::int64_t value);

/// The tests that make up a program: how many of some truths hold.
struct Tally {
  std::span<const ground::NodeId> operands;
  std::int64_t least = 0;
  std::int64_t most = 0;
};
/// Of conjunctions, disjunctions, and counts that are compared with a constant.
std::optional<Tally> tally(const ground::Program& program, const ground::Node& node);

/// The nodes of a program and what they rest on, as several searches need it.
struct Structure {
  explicit Structure(const ChangeProblem& problem);

  std::vector<ground::NodeId> cone;                         ///< what the goal and the requirements rest on, ascending
  std::vector<ground::NodeId> bodies;                       ///< by number of a recursive node
  std::vector<std::uint32_t> fixpoint_of;                   ///< likewise
  std::vector<std::vector<ground::InputId>> fixpoint_rests; ///< by fixed point: the inputs below it, ascending
  std::vector<std::vector<std::uint32_t>> touching;         ///< by InputId: the requirements that rest on it
  std::vector<std::vector<ground::InputId>> required_rests; ///< by requirement: the inputs below it, ascending
  /// The nodes of the cone that rest on some inputs, ascending; nothing where there is a fixed point among them. What it found out of an
  /// input is kept.
  std::optional<std::vector<ground::NodeId>> above(std::span<const ground::InputId> inputs) const;

  /// By NodeId: of a comparison in which there is one number and constants, that number.
  std::vector<std::optional<ground::InputId>> only_number;

 private:
  std::vector<bool> recursive_;                           ///< by NodeId: within a fixed point
  std::vector<std::vector<ground::NodeId>> users_;        ///< by NodeId: within the cone
  std::vector<std::vector<ground::NodeId>> leaves_;       ///< by InputId: likewise
  mutable std::vector<std::optional<std::vector<ground::NodeId>>> above_;  ///< by InputId
};

}  // namespace grotius::explore
