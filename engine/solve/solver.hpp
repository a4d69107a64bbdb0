#pragma once
// The solver wall. Behind it stands Z3 and nothing else in the project knows of it: questions are put in nodes and inputs
// of a decision program, models come back as values of inputs. Whatever a solver claims satisfiable is replayed by the evaluator before
// anybody sees it (engine/analyse). A solver that gives up says `unknown` with a reason; that is never taken for an answer.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"
#include "engine/ground/program.hpp"

namespace grotius::solve {

/// Bounds on the work of one solver. Seconds are wall time over all its checks together; 0 means no bound.
struct Limits {
  double seconds = 0;
};

enum class Outcome { satisfiable, unsatisfiable, unknown };

/// Something that can be assumed for one check, or required for all. A solver may hold several `copies` of the program, each with
/// its own values for the unknown inputs, to ask how two completions can differ.
struct Claim {
  enum class Kind : std::uint8_t {
    node,      ///< the node (a truth) has the truth `holds` in `copy`
    is,        ///< the input has (`holds`) or has not the value `number` in `copy`
    at_least,  ///< the input is >= `number` (`holds`), or < `number`, in `copy`
    same,      ///< the input has the same value in copies 0 and 1 (`holds`), or not
  } kind = Kind::node;
  ground::NodeId node{};
  ground::InputId input{};
  std::int64_t number = 0;
  bool holds = true;
  unsigned copy = 0;
};

inline Claim node_is(ground::NodeId node, bool holds, unsigned copy = 0) { return {Claim::Kind::node, node, {}, 0, holds, copy}; }
inline Claim input_is(ground::InputId input, std::int64_t value, bool holds = true, unsigned copy = 0) {
  return {Claim::Kind::is, {}, input, value, holds, copy};
}
inline Claim input_at_least(ground::InputId input, std::int64_t value, bool holds = true, unsigned copy = 0) {
  return {Claim::Kind::at_least, {}, input, value, holds, copy};
}
inline Claim input_same(ground::InputId input) { return {Claim::Kind::same, {}, input, 0, true, 0}; }

class Solver {
 public:
  virtual ~Solver() = default;

  /// Requires a disjunction of claims in every later check; an empty one makes everything unsatisfiable.
  virtual void require(std::span<const Claim> any_of) = 0;
  void require(const Claim& claim) { require(std::span<const Claim>(&claim, 1)); }

  /// Requires that at least one of the nodes has different truths in copies 0 and 1.
  virtual void require_difference(std::span<const ground::NodeId> nodes) = 0;

  /// Is there a completion (one for each copy) with everything required and assumed?
  virtual Outcome check(std::span<const Claim> assumptions) = 0;
  Outcome check() { return check({}); }

  /// After `satisfiable`: a value for every input of the program, the known ones as known, inputs that do not matter at a value of
  /// their domain (the least by absolute value). Numbers beyond 64 bits make the check `unknown` instead.
  virtual std::vector<std::int64_t> model(unsigned copy = 0) = 0;
  /// After `unsatisfiable`: positions of assumptions that together are impossible; not minimal.
  virtual std::vector<std::size_t> core() = 0;
  /// After `unknown`: why, in words: "the time limit of 2 seconds was reached".
  virtual std::string reason() = 0;
};

/// A solver for what a program says under the knowledge of a situation. Both must outlive it, and it stays on the thread that made it. Inputs known to have one value are constants for it; nodes are
/// encoded when a claim first speaks of them. Numbers that are only compared with constants become finite sets of intervals, exactly.
std::unique_ptr<Solver> make_solver(const ground::Program& program, const ground::Knowledge& knowledge, const Limits& limits, unsigned copies = 1);

/// The claims of a program as SMT-LIB 2 text: `grotius dump --stage smt2`, `export smt2`. The nodes are asserted to be true.
std::string to_smt2(const ground::Program& program, const ground::Knowledge& knowledge, std::span<const ground::NodeId> nodes);

}  // namespace grotius::solve
