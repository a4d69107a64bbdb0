#pragma once
// What to ask for where completions are too many to write down. Every undecided truth of the program gets a chance and an expected number of
// questions, from its operands as if these were independent: a conjunction is asked by the ratio of questions to the chance of failing, a
// disjunction by that to the chance of holding, which is the best order there is for conditions without shared parts. Going down in these
// orders from the answers that are still possible leads to the inputs to ask for. An estimate orders; it proves nothing. Private to the
// folder.

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "engine/analyse/inquiry.hpp"
#include "engine/search/search.hpp"
#include "engine/solve/comparisons.hpp"

namespace grotius::explore {

class Estimate {
 public:
  /// `silent`: inputs that nobody knows; they are asked for last of all. Inquiry and comparisons must outlive it. O(n log n) in nodes and operands.
  Estimate(const analyse::Inquiry& inquiry, const solve::Comparisons& comparisons, const std::set<ground::InputId>& silent);

  /// Where a way down ends, and what must hold beside it so that everything above hangs on that input.
  struct Way {
    ground::InputId input{};
    std::vector<search::Wanted> beside;
  };
  /// The first input, in the order to ask in, that settles the node and that `wanted` does not refuse.
  std::optional<Way> way(ground::NodeId node, const std::function<bool(ground::InputId)>& wanted) const;

  /// Questions per chance of holding: answers with the least are tried first.
  double effort(ground::NodeId node) const;

 private:
  struct Guess {
    double chance = 0.5;    ///< of a truth: that it holds
    double questions = 0;   ///< expected until it is decided; of a number: until it is known
  };
  bool decided(ground::NodeId node) const { return inquiry_.certain.of[ground::index(node)].decided(); }
  Guess guess(ground::NodeId node) const;
  Guess of_input(ground::InputId input, double chance) const;
  Guess of_connective(const ground::Node& node, bool all) const;
  Guess of_comparison(const ground::Node& node) const;
  Guess of_count(const ground::Node& node, std::int64_t least) const;
  std::vector<ground::NodeId> in_order(const ground::Node& node, bool all) const;
  bool descend(ground::NodeId node, const std::function<bool(ground::InputId)>& wanted, std::set<ground::NodeId>& seen, Way& way) const;
  std::optional<ground::InputId> leaf(const ground::Node& node) const;

  const analyse::Inquiry& inquiry_;
  const solve::Comparisons& comparisons_;
  const std::set<ground::InputId>& silent_;
  std::vector<Guess> guesses_;         ///< by NodeId
  std::vector<ground::NodeId> bodies_;  ///< of recursive members
};

}  // namespace grotius::explore
