#pragma once
// Checking a norm set over all situations: every finding of semantics.md, Norm sets. Nothing here depends on the situations that somebody
// thought of; each question is put to a program over a universe of named and unnamed individuals whose facts are all open.

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "engine/analyse/ask.hpp"
#include "engine/analyse/check/finding.hpp"

namespace grotius::analyse {

class CheckCache;

/// Named limits of a check.
struct CheckLimits {
  static constexpr std::size_t listed = 25;  ///< conflicts about one action that are written out with their witnesses; the others are counted
};

struct CheckOptions {
  Engine engine = Engine::automatic;   ///< `native` without a solver; `z3` without the native search; `both` compares them
  double seconds = 0;                  ///< bound on the whole check; 0: none
  std::optional<std::uint32_t> scope;  ///< unnamed individuals of every open type, at least
  std::optional<Date> on;              ///< the date of all situations; nothing: every date
  bool repair = false;
  std::size_t listed = CheckLimits::listed;
  std::set<FindingKind> kinds;         ///< only these; empty: all
  CheckCache* cache = nullptr;         ///< what earlier checks found; only what changed since is asked again (cache.hpp)
  /// Called now and then with what is being done, and which share of it is done (0…1).
  std::function<void(const std::string& what, double share)> progress;
};

/// The findings about the norm set of a module, or about the items of a file without a module. Mistakes that forbid a check (a cycle of
/// stated superiority) are diagnostics, and then there is no report. What a limit leaves open stands in `undecided`; never does it become
/// "nothing found".
std::optional<Report> check(Worlds& worlds, model::ModuleId module, const CheckOptions& options, Diagnostics& diagnostics);

/// The theses of a module alone: what `test` runs.
std::vector<ThesisResult> decide_theses(Worlds& worlds, model::ModuleId module, const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::analyse
