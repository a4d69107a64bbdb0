#pragma once
// The answer to a question, as plain data: what the commands print and the library returns (semantics.md, Statuses of an act).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/model/superiority.hpp"

namespace grotius::analyse {

enum class Verdict { yes, no, contested, silent, depends, unknown };
/// The reported status of an act; `expression` where an expression was asked.
enum class ReportedStatus { contested, forbidden, obliged, permitted, silent };
enum class Must { contested, depends, exempt, no, obliged };
enum class Can { contested, depends, disabled, empowered, no };
/// Something that holds in every, in no, or in some completions only.
enum class InCompletions { never, sometimes, always };

std::string_view name(Verdict verdict);
std::string_view name(ReportedStatus status);
std::string_view name(Must must);
std::string_view name(Can can);
Verdict verdict_of(ReportedStatus status);

/// One status (or, of an expression, one answer) that some completion gives.
struct Possibility {
  std::optional<ReportedStatus> status;  ///< none for an expression
  Verdict answer{};
  std::vector<std::string> witness;  ///< lines of a case file that complete the situation; empty if it is complete in what matters
  std::vector<std::pair<model::Atom, std::int64_t>> completed;  ///< the same as atoms with their values; open parameters are left out
};

/// A norm instance that applies to the act, in some completion at least.
struct NormInForce {
  model::NormId norm{};
  std::vector<std::pair<std::string, std::string>> bindings;  ///< the norm's variables and their individuals, sorted by variable
  InCompletions applies{};
  InCompletions stands{};
  struct Defeater {
    model::NormId norm{};
    model::Ground ground{};
  };
  std::vector<Defeater> defeated_by;  ///< the superior norms that stand, in some completion at least; sorted by qualified name
};

/// What a question exercises, wherever it rests on it: whatever the known facts do not exclude. Sorted, each once.
struct Exercised {
  std::vector<model::NormId> norms;                                       ///< that apply to some act
  std::vector<std::pair<model::NormId, model::NormId>> defeats;           ///< superior and inferior, where the superior stands
  std::vector<std::pair<model::DefinitionId, std::size_t>> alternatives;  ///< of definitions, that hold
};

struct Answer {
  model::Question question;
  std::optional<Date> on;                     ///< the date on which it was asked
  std::vector<model::ModuleId> under;         ///< the modules that were asked, sorted by name; of `as held by` those accepted
  Verdict answer = Verdict::unknown;
  std::optional<ReportedStatus> status;       ///< none: an expression, or it differs between completions
  std::optional<Must> must;                   ///< none: an expression
  std::optional<Can> can;
  std::vector<Possibility> possible;          ///< sorted by the name of status, or answer
  std::vector<NormInForce> norms;             ///< sorted by qualified name and bindings
  std::vector<std::vector<std::string>> decisive;  ///< the minimal settling sets, smallest first; at most 16
  bool more_decisive = false;                 ///< there are, or may be, more settling sets than those listed
  std::optional<bool> as_expected;            ///< none: nothing was expected
  std::string reason;                         ///< of `unknown`, or of what could not be listed
  bool used_solver = false;
  Exercised exercised;
};

/// What `expect` compares (language.md, question).
bool meets(const Answer& answer, model::Expectation expected);

}  // namespace grotius::analyse
