#pragma once
// Superiority: who outranks whom within a norm set (semantics.md, Norms). Norms by default, `overrides` and `priority`, closed
// transitively; then the criteria of `resolve by` on the pairs that are still open.

#include <functional>
#include <optional>
#include <vector>

#include "engine/model/norm_set.hpp"

namespace grotius::model {

/// permit–forbid, oblige–forbid, oblige–exempt, empower–disable, in either order.
bool opposed(Modality a, Modality b);

/// Whether two norms can be about one act: some action is (or is a kind of) both their actions, `oblige` reaching its own action only, and
/// the individuals and types of their arguments leave a common act.
bool can_meet(const Model& model, NormId a, NormId b);

/// By what right a norm prevails.
enum class Ground { by_default, stated, lex_superior, lex_specialis, lex_posterior };

struct Prevails {
  NormId superior{};
  Ground ground{};
  friend bool operator==(const Prevails&, const Prevails&) = default;
};

/// Which of two norms is more special.
enum class Specificity { first, second, neither, undecided };
using SpecificityOracle = std::function<Specificity(NormId first, NormId second)>;

/// A pair that a criterion left open, and why. It goes on to the next criterion, and is listed also where that one decides it.
struct OpenPair {
  NormId first{};
  NormId second{};
  Criterion criterion{};
  bool on_a_cycle = false;  ///< its edge was dropped since it lay on a cycle; otherwise the specificity is undecided
};

struct Superiority {
  /// By NormId: the opposed norms that outrank it and can be about one act with it, sorted by id. Empty for norms outside the set.
  std::vector<std::vector<Prevails>> superiors;
  std::vector<std::size_t> void_priorities;  ///< stated pairs against rank: indices into Model::priorities
  std::vector<OpenPair> open;
};

/// `oracle` is asked only where `lex_specialis` is among the criteria. A cycle of stated pairs (pairs by default included) is an error that prints it.
/// O(pairs of opposed norms of related actions) where there are criteria; O(norms + stated pairs × set) else.
Superiority superiority(const Model& model, const NormSet& set, const SpecificityOracle& oracle, Diagnostics& diagnostics);

/// Reports the cycles of stated superiority of a set, and nothing else: what `from_syntax` checks of every module.
void check_stated(const Model& model, const NormSet& set, Diagnostics& diagnostics);

/// The criteria that decide between two norms of a set, and the ranks that go with them: the asked module's, else those of the module in
/// which both stand, else none.
const Module* resolving_module(const Model& model, const NormSet& set, NormId a, NormId b);

/// The rank of a norm: the best place, from 0, of its documents in `ranks`; nothing where none has a rank listed there.
std::optional<std::size_t> rank_of(const Model& model, const Module& ranks, NormId norm);

/// The date that `lex_posterior` compares: the norm's `in force from`, else the latest `dated` of its documents, else its module's.
std::optional<Date> date_of(const Model& model, NormId norm);

}  // namespace grotius::model
