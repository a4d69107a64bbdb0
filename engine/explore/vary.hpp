#pragma once
// Thresholds: what a question comes to for every value of a parameter, which is what the law leaves open. The parameter is left an input
// of the program; its breakpoints (breakpoints.hpp) cut its range into stretches, the question is asked on one value of each as `ask
// --with` asks it, and neighbours with the same answer become one. Of a closed type each member is asked.
//
// Where the breakpoints are not proved to be all, a solver looks in each stretch for an answer that its representative does not show and
// cuts there. A stretch in which it proves that there is none, and which has one answer, is exact all the same; others are marked.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/explore/outcomes.hpp"

namespace grotius::explore {

/// Values of a parameter that give the same answer.
struct Interval {
  std::optional<std::int64_t> first, last;  ///< of an integer or date; nothing: unbounded
  std::optional<std::int64_t> member;       ///< of a closed type
  bool impossible = false;                  ///< with these values the situation has no completion
  analyse::Verdict answer{};
  std::vector<Outcome> possible;  ///< what an answer lists as possible
  std::string reason;             ///< of an answer that is unknown
  bool exact = true;              ///< no other answer is hidden in it

  bool contains(std::int64_t value) const {
    return member ? *member == value : (!first || *first <= value) && (!last || value <= *last);
  }
};

struct Variation {
  model::ParameterId parameter{};
  std::optional<std::int64_t> asked;  ///< the value that the question has; nothing: unknown
  std::vector<Interval> intervals;    ///< ascending, covering the parameter's range; the members of a closed type in their order
  std::string reason;                 ///< why some interval is not exact; empty: all are
};

struct Varied {
  analyse::Answer answer;  ///< with the value that the question has, without settling sets
  std::vector<Variation> variations;
};

/// Varies each of the parameters alone. Nothing, with diagnostics, where the question is in error as it stands. As many questions as
/// there are stretches.
std::optional<Varied> vary(analyse::Worlds& worlds, const model::Question& question, const std::vector<model::ParameterId>& parameters,
                           const analyse::AskOptions& options, Diagnostics& diagnostics);
/// One parameter; of a question that is not in error.
Variation vary(analyse::Worlds& worlds, const model::Question& question, model::ParameterId parameter,
               const analyse::AskOptions& options);

}  // namespace grotius::explore
