#pragma once
// The interview: which fact to ask for next, until the answer to a question is settled. Of the unknown inputs that can still matter it
// picks the one with which the expected number of questions is least, where all completions are equally likely (a number counts once for
// each interval between the constants that it is compared with). Where the completions are few, they are written down as a table, and the
// choice is by dynamic programming over what may be known (`interview_choice`); where they are many, by an estimate over the decision
// program (`interview_estimate`). In both cases it is proved, before an input is asked for, that it can matter: two completions that agree
// with all that was said differ in it and in the answer.
//
// What is replied about a deed is about its counting as done (semantics.md, Situations): "no" excludes every way of doing it, as a line
// `given not done` does.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/answer.hpp"
#include "engine/analyse/world.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::explore {

struct InterviewOptions {
  bool open = false;      ///< withdraw every presumption of a relation or deed
  double seconds = 0;     ///< bound on the solver's time for one step, where the native search gives up; 0: none
  std::size_t rows = 1u << 16;  ///< most completions that are written down
};

/// The values from `low` to `high`, both included; an end that is not there is open.
struct Range {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool contains(std::int64_t value) const { return (!low || *low <= value) && (!high || value <= *high); }
  friend bool operator==(const Range&, const Range&) = default;
};

/// What is asked for.
struct Inquired {
  ground::InputId input{};
  ground::Domain domain;  ///< the values that can be replied, as far as range and lines say
};

/// What hangs on a reply: the answers that a reply with such a value would leave.
struct Outlook {
  Range values;
  std::vector<analyse::Verdict> possible;
};

struct Said {
  ground::InputId input{};
  std::optional<std::int64_t> value;  ///< nothing: not known
};

enum class Taken {
  taken,
  out_of_range,  ///< not a value of the domain
  impossible,    ///< no completion has it, by the constraints and what was said before
};

class Interview {
 public:
  /// Begins. Nothing, with diagnostics, for a question in error or a situation without completions. The worlds (and their model) must outlive it, the
  /// question is copied. Throws ground::ResourceLimit.
  static std::unique_ptr<Interview> begin(analyse::Worlds& worlds, const model::Question& question,
                                          const InterviewOptions& options, Diagnostics& diagnostics);
  ~Interview();

  const model::Question& question() const;
  const ground::World& world() const;
  const ground::Input& input(ground::InputId id) const;

  /// The answers that some completion gives, in the order of `Verdict`: one where the question is settled.
  const std::vector<analyse::Verdict>& possible() const;
  /// What to ask for; nothing where no reply can exclude an answer any more.
  const std::optional<Inquired>& next() const;
  /// Why it could not go on; empty if it was not cut short.
  const std::string& reason() const;

  /// What hangs on what `next` asks for, by values, ascending; values that no completion has are left out. Empty where it would take too long.
  std::vector<Outlook> outlook();

  /// What `next` asks for has this value, or nobody knows. Only while there is a `next`.
  Taken reply(std::optional<std::int64_t> value);
  /// Takes the last reply back; false where there is none.
  bool back();

  const std::vector<Said>& said() const;
  /// The unknown inputs on which the answer may rest and of which nothing was said, whether or not they can still matter, by their names; and,
  /// last, those that only constraints tie together.
  std::vector<ground::InputId> unsaid() const;

 private:
  class Impl;
  explicit Interview(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace grotius::explore
