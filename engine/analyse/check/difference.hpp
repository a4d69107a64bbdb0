#pragma once
// Where two norm sets part (semantics.md, Norm sets): a situation and an act whose statuses differ, by action and kind of change.

#include "engine/analyse/check/check.hpp"

namespace grotius::analyse {

/// One kind of change about one action.
struct Change {
  enum class Question { may, must, can } question{};
  std::string action;
  std::string from;  ///< `may`: permitted, forbidden, contested, silent; `must`: obliged, contested, exempt, no; `can`: empowered, disabled, contested, no
  std::string to;
  Witness witness;
  std::vector<std::string> norms;  ///< the norms responsible: those that stand about the act on one side only, qualified, first side first
  std::vector<Span> at;
};

/// A norm that stands on one side only, or on both in different words.
struct NormChange {
  enum class Kind { added, removed, reworded } kind{};
  std::string norm;
  Span at;
  bool changes_something = true;  ///< false, and complete: no status of any act differs because of it alone
};

struct Difference {
  std::vector<Change> changes;  ///< sorted by action, question, from, to
  std::vector<NormChange> norms;
  std::map<std::string, std::uint32_t> universe;
  bool complete = true;   ///< no further kind of change exists
  std::string reason;     ///< of an incomplete one
  std::vector<std::string> undecided;  ///< what a limit left open, in words
  double seconds = 0;
  bool equivalent() const { return changes.empty() && complete && undecided.empty(); }
};

/// Two norm sets of two models whose texts stand in one `Sources`, loaded apart. Nothing, with diagnostics, where a name has two signatures or a
/// set is in error.
std::optional<Difference> difference(const model::Model& first, const std::vector<model::ModuleId>& first_set, const model::Model& second,
                                     const std::vector<model::ModuleId>& second_set, const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::analyse
