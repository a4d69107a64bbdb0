#pragma once
// Lex specialis: which of two norms is more special (semantics.md, Norms). The scope of a norm is
// the set of situations and acts on which its `when` holds, deontic operators other than `done`
// being free atoms, exceptions and dates left aside. n is more special than m when its scope lies
// within that of m and not conversely; both halves are proved, never guessed by counting
// conditions.

#include "engine/model/superiority.hpp"

namespace grotius::analyse {

/// An oracle for the norms of a set. A cheap sound test (the conjuncts of one among those of the
/// other) spares the solver one half where it can; the rest is decided over universes that the
/// bound of semantics.md, Scope, proves sufficient. Where that bound does not exist, or the solver
/// gives up within `seconds` (0: no bound), the pair is undecided. Verdicts are remembered.
model::SpecificityOracle specificity(const model::Model& model, const model::NormSet& set,
                                     double seconds);

}  // namespace grotius::analyse
