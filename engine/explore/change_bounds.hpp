#pragma once
// What a set of changes must still be joined by at least. Private to the folder.

#include "engine/explore/change_reasons.hpp"

namespace grotius::explore {

class ChangeBounds {
 public:
  /// O(program × changeable inputs / 64), within a limit of memory beyond which bounds are weaker.
  ChangeBounds(const ChangeProblem& problem, const Structure& structure);

  /// Of further changes until there can be a completion in which the goal holds. `certain` is that of the changed knowledge. Never more than
  /// what it takes; `never` where nothing can do it. O(program) the
  /// first time, then what rests on the changes.
  Weight least(const ground::Certain& certain, const Changed& changed);

 private:
  struct Weights {
    Weight yes, no;
  };

  void find_supports();
  void join_operands(ground::NodeId id, const Tally& tally);
  Weights weigh(ground::NodeId id) const;
  Weights weigh_input(const ground::Node& node) const;
  Weights weigh_numbers(ground::NodeId id) const;
  Weight weigh_tally(ground::NodeId id, const Tally& tally, bool holds) const;
  Weight at_least(ground::NodeId id, const Tally& tally, std::int64_t number, bool holds) const;
  Weight all(ground::NodeId id, const Tally& tally, bool holds) const;

  const ChangeProblem& problem_;
  const Structure& structure_;
  std::size_t words_ = 0;                            ///< of a support; 0: none are kept
  std::vector<std::uint64_t> supports_;              ///< by NodeId: the changeable inputs below, a bit each
  std::vector<std::vector<std::uint32_t>> groups_;   ///< by NodeId: for each operand the first one with which it is joined by common inputs
  std::vector<Weight> cheapest_;                     ///< by NodeId: of the changeable inputs below

  const ground::Certain* certain_ = nullptr;
  const Changed* changed_ = nullptr;
  std::vector<Weights> unchanged_;  ///< by NodeId, of truths, where nothing is changed; empty: not yet worked out
  std::vector<Weights> weights_;    ///< likewise, under the changes
};

}  // namespace grotius::explore
