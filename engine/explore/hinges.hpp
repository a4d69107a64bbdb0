#pragma once
// Hinges: what an answer turns on alone (semantics.md, Norm sets). A norm, a stated priority or a presumption is a hinge when the same
// question, asked without it and with everything else as it is, has another answer: yes, no, contested, silent or depends. (Permitted
// and obliged are both yes: a norm that only makes a duty of a permission is none.)
//
// A norm is left out of every norm set that the question rests on, and superiority among the others stays. A stated pair is stated nowhere
// any more; closure and criteria are computed again. A presumption is withdrawn for one fact or deed of one tuple, which becomes unknown:
// that adds completions and takes none away, so an answer that depends already turns on no presumption, and any other becomes one that
// depends.
//
// What is not looked at cannot matter. A norm that applies to no act in any completion stands nowhere and defeats nothing. A pair changes
// nothing where, without it, no norm that applies somewhere gains or loses a superior that does. And a presumed fact can change a truth
// only along truths that change with it: a conjunction fails for as long as any one of its failing parts does.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/explore/outcomes.hpp"

namespace grotius::explore {

struct Hinge {
  enum class Kind { norm, priority, presumption } kind{};
  model::NormId norm{};       ///< of a norm; of a priority the superior
  model::NormId inferior{};   ///< of a priority
  std::vector<Span> stated;   ///< of a priority: where it is stated, in the order of the texts
  model::Atom atom;           ///< of a presumption
  std::int64_t presumed = 0;  ///< its presumed value
  std::string name;  ///< `module.norm`; `module.norm > module.norm`; the fact or deed as a case file writes it
  std::string line;  ///< of a presumption: what a case file would give

  analyse::Verdict answer{};      ///< without it
  std::vector<Outcome> possible;  ///< without it
  /// Of a presumption: what is possible where it is not as presumed, with the line of a case file that says so (one for each other value
  /// of a closed type; none for numbers and dates: then any other value).
  struct Otherwise {
    std::string line;
    std::vector<Outcome> possible;
  };
  std::vector<Otherwise> otherwise;
};

struct Hinges {
  analyse::Answer answer;     ///< as `ask` gives it, without settling sets
  std::vector<Hinge> hinges;  ///< norms, then priorities, then presumptions, each sorted by name
  /// What could not be decided, by name, and why. The answer itself being unknown, everything is; then this is empty.
  struct Undecided {
    std::string name;
    std::string reason;
  };
  std::vector<Undecided> undecided;
};

/// The hinges of a question. Nothing, with diagnostics, where it is in error. The question is grounded once more with a version for each
/// norm and pair that can matter; presumptions cost an evaluation each where everything is known, else a few checks of a solver.
std::optional<Hinges> hinges(analyse::Worlds& worlds, const model::Question& question, const analyse::AskOptions& options,
                             Diagnostics& diagnostics);

}  // namespace grotius::explore
