#pragma once
// The completions of a situation, as far as a question is concerned: which truths hold in some of
// them, and one that shows it. Two kinds stand behind one interface: the only completion of a
// situation that is complete in what matters, by the evaluator; and the many of a partial one, by a
// solver whose every model is replayed by the evaluator.

#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include "engine/evaluate/evaluator.hpp"
#include "engine/ground/knowledge.hpp"
#include "engine/solve/solver.hpp"

namespace grotius::analyse {

/// The solver claims what the evaluator does not confirm: a bug, never an answer.
struct ClaimNotConfirmed : std::logic_error {
  using std::logic_error::logic_error;
};
/// A solver gave up, and why. Caught where the answer is put together, which becomes `unknown`.
struct GaveUp {
  std::string reason;
};

using Completion = std::vector<std::int64_t>;  ///< a value for each input of the program

class Completions {
 public:
  virtual ~Completions() = default;

  /// Whether all truths have these values together in some completion.
  virtual bool possible(std::span<const solve::Claim> claims) = 0;
  bool possible(ground::NodeId node, bool holds = true) {
    const solve::Claim claim = solve::node_is(node, holds);
    return possible(std::span(&claim, 1));
  }
  /// The completion that the order of semantics.md, Norm sets puts first among those with the
  /// claim: inputs in the order of their names, false before true, numbers by absolute value
  /// (positive first), dates earliest first, other values in the order of their type. Nothing if
  /// there is none.
  virtual std::optional<Completion> first(ground::NodeId node) = 0;
};

/// Of a program whose roots and requirements are decided by what is known. Throws GaveUp where a
/// number leaves 64 bits.
std::unique_ptr<Completions> single_completion(const ground::Program& program,
                                               const ground::Knowledge& knowledge,
                                               std::span<const ground::NodeId> roots);

/// Of a partial situation: `solver` already requires what completions must satisfy; `required` are
/// those nodes, for the replay; `open` the unknown inputs that matter, in the order in which a
/// first completion prefers them. Throws GaveUp and ClaimNotConfirmed.
std::unique_ptr<Completions> solved_completions(const ground::Program& program,
                                                const ground::Knowledge& knowledge,
                                                solve::Solver& solver,
                                                std::span<const ground::NodeId> roots,
                                                std::span<const ground::NodeId> required,
                                                std::vector<ground::InputId> open);

}  // namespace grotius::analyse
