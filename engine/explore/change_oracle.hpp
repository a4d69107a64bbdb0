#pragma once
// Whether a set of changes does it: is there a completion under it, and one in which the goal fails? Private to the folder.

#include <chrono>
#include <memory>

#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/change_structure.hpp"

namespace grotius::explore {

/// What is known once some inputs are changed, and what is then required.
struct Changed {
  ground::Knowledge known;
  std::vector<ground::InputId> inputs;  ///< whose domains are not those of the problem
  std::vector<ground::NodeId> required;
};

/// The knowledge under changes. O(inputs).
Changed changed(const ChangeProblem& problem, std::span<const Change> changes);

class ChangeOracle {
 public:
  /// Both must outlive it.
  ChangeOracle(const ChangeProblem& problem, const ChangeLimits& limits);
  ~ChangeOracle();

  enum class Outcome {
    certain,         ///< there is a completion, and the goal holds in every one
    fails,           ///< the goal fails in every completion, if there is one: `certain` shows it
    counterexample,  ///< `completion` satisfies what is required, and the goal fails
    impossible,      ///< there is no completion
    gave_up,         ///< `reason` says why
  };
  /// What is certain under the changes; `look` begins with it.
  const ground::Certain& begin(const Changed& changed);
  /// Decides exactly. First by what is certain, then by completions met before, then by the native search, last by a solver.
  /// Throws analyse::ClaimNotConfirmed where the evaluator does not confirm a claim.
  Outcome look(const Changed& changed);

  const Structure& structure() const { return structure_; }

  /// After `look`.
  const ground::Certain& certain() const { return certain_; }
  /// After a counterexample: a value for each input.
  const std::vector<std::int64_t>& completion() const { return completion_; }
  /// After a counterexample: has evaluated it.
  const evaluate::Evaluator& evaluator() const { return evaluator_; }
  const std::string& reason() const { return reason_; }
  /// The time that was given is over.
  bool late() const;

 private:
  Outcome prove(const Changed& changed);
  Outcome prove_natively(const Changed& changed);
  Outcome prove_by_solver(const Changed& changed);
  bool is_counterexample(const std::vector<std::int64_t>& completion, const Changed& changed);
  bool try_completions(const Changed& changed);
  void confirm(const std::vector<std::int64_t>& completion, const Changed& changed);
  double seconds_left() const;

  const ChangeProblem& problem_;
  ChangeLimits limits_;
  std::chrono::steady_clock::time_point begin_;
  Structure structure_;
  ground::Certain unchanged_;  ///< what is certain where nothing is changed
  ground::Certain certain_;
  evaluate::Evaluator evaluator_;
  std::vector<std::int64_t> completion_;
  std::vector<std::vector<std::int64_t>> met_;  ///< counterexamples, the last ones
  std::string reason_;
};

}  // namespace grotius::explore
