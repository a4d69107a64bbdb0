#pragma once
// Where completions are too many to write down: which answers some completion gives, by search (or, where that gives up, the solver), and
// an input of which two completions prove that the answer can hang on it. The proof is by evaluation alone: take two completions with
// different answers and turn one into the other, input by input; where the answer changes, the input that was turned matters. So a proof
// costs a handful of evaluations, however many inputs there are. Private to the folder.

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "engine/analyse/completions.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/interview_estimate.hpp"
#include "engine/explore/interview_table.hpp"
#include "engine/search/search.hpp"
#include "engine/solve/solver.hpp"

namespace grotius::explore {

class Prospects {
 public:
  /// Of what the inquiry knows now; it must outlive this. `silent`: inputs that nobody knows. `seconds` bounds the solver. Throws analyse::GaveUp.
  Prospects(const analyse::Inquiry& inquiry, const Undone& undone, const std::set<ground::InputId>& silent, double seconds);

  /// The answers of completions; none where there is no completion. At most four searches.
  Answers possible() const { return possible_; }

  /// The input to ask for, proved to matter; nothing where none does. Some searches and evaluations.
  std::optional<ground::InputId> best();

 private:
  using Values = analyse::Completion;

  std::optional<Values> model(const std::vector<search::Wanted>& wanted);
  solve::Solver& solver();
  void settle_deeds(Values& values);
  Answers one(const Values& values);
  Answers label(const Values& values);
  bool proved(ground::InputId input, const Values& values);
  bool proved(const Estimate::Way& way, ground::NodeId goal);
  std::vector<ground::InputId> disagreement(const Values& a, const Values& b) const;
  std::optional<ground::InputId> between(const Values& from, const Values& to);
  std::optional<ground::InputId> in_pool();
  std::optional<ground::InputId> in_turn();
  std::optional<ground::InputId> by_pairs();
  ground::InputId narrowest(Values from, Values to, std::vector<ground::InputId> apart);
  ground::InputId smallest_of(const Values& from, const Values& to, const std::vector<ground::InputId>& apart);
  bool askable(ground::InputId input) const { return !silent_.contains(input); }

  const analyse::Inquiry& inquiry_;
  const Undone& undone_;
  const std::set<ground::InputId>& silent_;
  double seconds_;
  std::vector<ground::NodeId> required_;
  std::vector<std::pair<ground::NodeId, Answers>> goals_;
  solve::Comparisons comparisons_;
  evaluate::Evaluator evaluator_;
  std::unique_ptr<search::Search> search_;
  std::unique_ptr<solve::Solver> solver_;
  std::vector<ground::InputId> deeds_;             ///< that are open and can be asked for
  std::vector<ground::InputId> unknown_;           ///< of `silent_`, those that are still open
  std::vector<std::vector<Range>> unknown_cells_;  ///< of each of them; empty where there are too many combinations
  std::vector<Values> pool_;                      ///< completions, one at least for each possible answer
  Answers possible_ = 0;
};

}  // namespace grotius::explore
