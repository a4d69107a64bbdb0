#pragma once
// Why an answer is as it is. An answer over unknown facts is explained case by case: for each way in which the facts that matter can be,
// a derivation of its own.

#include "engine/analyse/ask.hpp"
#include "engine/explain/derivation.hpp"

namespace grotius::explain {

/// One way in which the unknown facts can be, and what follows then.
struct Case {
  std::vector<std::pair<model::Atom, Range>> supposed;
  bool excluded = false;     ///< there is no such situation: the derivation shows a constraint that fails, or a deed that is given as not done
  Derivation derivation;     ///< of the status, or of the expression; of an excluded case of the constraint
};

struct Explanation {
  analyse::Answer answer;
  ground::World world;       ///< of the question; derivations speak of its sets and individuals
  std::vector<Case> cases;   ///< one without suppositions where nothing unknown matters
  /// The cases cover every completion. Otherwise (more than 64 cases, unknown numbers that are compared with each other, an open
  /// parameter) they are one for each possible answer.
  bool exhaustive = true;
  std::string reason;        ///< why there are no derivations; empty if there are
  bool open = false;         ///< presumptions of relations and deeds were withdrawn
};

/// Named limits of explanations.
struct ExplainLimits {
  static constexpr std::size_t cases = 64;
};

/// The answer and its grounds; nothing, with diagnostics, where the question is in error. A derivation that does not come to the answer of
/// the engines is a diagnostic too (an error of the program). Linear in what the derivation says, times the cases.
std::optional<Explanation> explain(analyse::Worlds& worlds, const model::Question& question, const analyse::AskOptions& options,
                                   Diagnostics& diagnostics);

}  // namespace grotius::explain
