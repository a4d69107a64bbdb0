#pragma once
// The answer to one question. A complete situation is decided by the native evaluator alone; a partial one over all its
// completions, by the solver or by enumeration, and every completion that is shown has been evaluated natively.

#include <map>
#include <memory>
#include <optional>

#include "engine/analyse/answer.hpp"
#include "engine/analyse/world.hpp"

namespace grotius::analyse {

/// `native` enumerates completions (at most 2^16 of them, else the answer is unknown), `z3` puts even complete questions to the
/// solver, `both` asks twice and reports an internal error (code Q901) where they differ; `automatic` takes the evaluator where the
/// situation is complete in what matters, else the solver.
enum class Engine { automatic, native, z3, both };

struct AskOptions {
  Engine engine = Engine::automatic;
  double seconds = 0;  ///< bound on the solver's time for one question; 0: none
  bool open = false;   ///< withdraw every presumption of a relation or deed
  bool settle = true;  ///< list the sets of facts that settle an answer that depends
};

/// Asks questions of one model; what norm sets and superiority they share is computed once. The model must outlive it.
/// Mistakes that only the question shows (an impossible situation, `today` without a date, a cycle in a union of norm sets) are diagnostics, and then
/// there is no answer. A limit that is reached gives the answer `unknown` with its reason.
std::optional<Answer> ask(Worlds& worlds, const model::Question& question, const AskOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::analyse
