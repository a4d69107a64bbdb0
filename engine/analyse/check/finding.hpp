#pragma once
// What `grotius check` finds in a norm set, as plain data (semantics.md, Norm sets). A finding is something that holds of the norms
// over all situations: it is shown by a witness, which is definitive, or it rests on there being no situation of a kind, and
// is a finding only where the universes that were searched are proved to suffice (`complete`).

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::analyse {

enum class FindingKind {
  conflict,
  impossible_duties,
  gap,
  dead_norm,
  dead_alternative,
  idle_norm,
  redundant_condition,
  idle_priority,
  constant_definition,
  unused,
  contradictory_constraints,
  thesis_failed,
  void_priority,
  stale_toleration,
  open_pair,
};

/// `dead_norm`: as in the JSON of `check` and in `tolerate`.
std::string_view name(FindingKind kind);
std::optional<FindingKind> finding_kind(std::string_view name);
/// The code of the findings of a kind, documented under docs/diagnostics/N.md.
Code code_of(FindingKind kind);

/// A situation that shows a finding, as a case file states it: what it does not give takes its presumption.
struct Witness {
  std::vector<std::pair<std::string, std::string>> individuals;  ///< unnamed ones: name and type, sorted by name
  std::vector<std::string> given;                                ///< lines without the word `given`, sorted by atom
  std::optional<Date> on;
  std::optional<std::string> act;  ///< `use_of_force(s1, s2)`: the act that the finding is about there
  std::string told;                ///< the act in prose: "s1 uses force in s2"; empty without an act
  std::vector<std::string> story;  ///< the individuals and lines in prose through the templates, in the order of `given`
  bool minimal = true;             ///< proved to be the first in the order of semantics.md; false where a limit cut the proof
};

/// A norm, condition or constraint that, with the others of a core, leaves no situation; no part of it can be left out.
struct CorePart {
  Span span;
  std::string text;  ///< as written, or what is presumed
};

/// What would remove a conflict, and what else it would change.
struct Repair {
  std::string what;    ///< `priority a > b`, or `unless …` at norm `a`
  Span at;             ///< where the patch goes: the norm that is changed, or the end of the module
  std::string insert;  ///< the text to insert after `at`
  struct Change {
    std::string action;
    std::string from;  ///< statuses: "permitted", …; of the other questions "exempt", "empowered", …
    std::string to;
    Witness witness;
  };
  std::vector<Change> changes;  ///< every other status that it changes, sorted by action and kind of change
  bool complete = true;         ///< no further change exists; otherwise none was seen up to scope
  bool decided = true;          ///< false: a limit cut the search short
  bool removes = true;          ///< proved: with it the two norms never stand together
};

struct Finding {
  FindingKind kind{};
  std::vector<std::string> names;   ///< what `tolerate` must repeat
  std::vector<model::NormId> norms; ///< of a conflict sorted by qualified name; of priorities and open pairs superior first
  std::optional<model::DefinitionId> definition;
  std::optional<model::ActionId> action;
  std::string condition;            ///< of a redundant condition: as written
  bool complete = true;
  std::optional<Witness> witness;
  std::vector<CorePart> core;
  std::vector<std::string> because; ///< of an idle norm: the qualified names of those that make it idle
  std::vector<Span> at;             ///< the first is where the finding is reported
  std::string message;              ///< one line in the user's terms
  std::string help;                 ///< may be empty
  std::vector<Repair> repairs;      ///< of a conflict, where they were asked for; least change first
};

/// Something that was not seen in any universe up to `scope`, where larger ones might show it.
struct NotSeen {
  FindingKind kind{};
  std::vector<std::string> names;
  std::vector<model::NormId> norms;
  std::map<std::string, std::uint32_t> scope;  ///< unnamed individuals by type
  std::string reason;                          ///< "sums over the open type Population"
};

/// A finding that the module tolerates.
struct Tolerated {
  Finding finding;
  std::string reason;
};

/// Something that a limit left undecided.
struct Undecided {
  FindingKind kind{};
  std::vector<std::string> names;
  std::vector<model::NormId> norms;
  std::string reason;  ///< "timeout"
};

struct ThesisResult {
  enum class Outcome { proved, refuted, unknown };
  model::ThesisId thesis{};
  Outcome result = Outcome::unknown;
  bool complete = false;
  std::optional<Witness> witness;  ///< that refutes `always` or proves `sometimes`
  bool as_expected = false;
  std::string reason;              ///< of `unknown`
};
std::string_view name(ThesisResult::Outcome outcome);

/// Findings of a kind that were counted and not written out, grouped by the action and the modalities that they concern.
struct Beyond {
  FindingKind kind{};
  std::string action;
  std::string what;  ///< "permit against forbid"; may be empty
  std::uint64_t count = 0;
};

/// Everything about one norm set.
struct Report {
  model::ModuleId module{};
  std::map<std::string, std::uint32_t> universe;  ///< unnamed individuals by type, over all that was decided
  std::vector<Finding> findings;    ///< sorted by kind, then names
  std::vector<Beyond> beyond;       ///< findings that were only counted
  std::vector<NotSeen> not_seen;
  std::vector<Tolerated> tolerated;
  std::vector<ThesisResult> theses; ///< in the order of the text
  std::vector<Undecided> undecided;
  double seconds = 0;
};

}  // namespace grotius::analyse
