#pragma once
// Implicants: what would settle an answer that depends. An implicant of a status is a set of values of unknown facts such that every completion
// with them has that status; it is prime when no part of it suffices and no value could be let in. So the implicants of all statuses together
// say completely what the answer depends on: each completion has one of them. The search is that of changes.hpp, with the unknown facts as
// what may change and nothing else.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/explore/alternatives.hpp"

namespace grotius::explore {

struct ImplicantLimits {
  static constexpr std::size_t listed = 32;      ///< of all statuses together; more are cut off, the largest first
  static constexpr std::uint64_t sets = 50'000;  ///< of values that the search looks at, for each status
};

/// An unknown fact, deed or parameter and the values that it must have one of.
struct Literal {
  std::optional<model::Atom> atom;                  ///< none: a parameter
  std::optional<model::ParameterId> parameter;
  std::string name;                                 ///< as the language writes it
  model::ValueKind kind;
  std::vector<ValueClass> values;                   ///< ascending, disjoint
};

struct Implicant {
  std::vector<Literal> literals;        ///< sorted by name
  std::vector<std::string> witness;     ///< lines of a case file, one for each literal: a smallest completion as far as it matters
};

struct StatusImplicants {
  std::optional<analyse::ReportedStatus> status;  ///< none for an expression
  analyse::Verdict answer{};
  std::vector<Implicant> implicants;              ///< fewest literals first, then by their names; at least one unless the search was cut short
};

struct Implicants {
  std::vector<StatusImplicants> statuses;  ///< as `possible` of the answer
  bool complete = true;   ///< those are all: every completion has one of them
  std::string reason;     ///< why they are not, in words; empty if they are, or if there are more than are listed
};

/// Of an answer that depends; of any other there are no statuses. `answer` is the answer to the question under the same options. Throws
/// ground::ResourceLimit and analyse::ClaimNotConfirmed. Exponential in the number of unknown facts that matter, within the limits.
Implicants implicants(analyse::Worlds& worlds, const model::Question& question, const analyse::Answer& answer,
                      const analyse::AskOptions& options);

}  // namespace grotius::explore
