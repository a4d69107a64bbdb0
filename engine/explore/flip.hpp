#pragma once
// Flips: what would have to be otherwise for an answer to be another one (semantics.md, Norm sets, *Flip*). A flip is a subset-minimal set of
// facts and deeds which, stated with other values, leave a completion and give the wanted answer in every one; constraints are kept, individuals
// and date are fixed. The search is that of changes.hpp; here a question becomes its problem, and its result becomes what a reader wants to
// know: each fact with what it is now, the nearest value that does it, and all values that do as well.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/explore/alternatives.hpp"

namespace grotius::explore {

/// Facts and deeds, by name or one by one.
struct Atoms {
  std::set<model::FactId> facts;
  std::set<model::ActionId> deeds;  ///< all deeds of an action
  std::set<model::Atom> single;

  bool empty() const { return facts.empty() && deeds.empty() && single.empty(); }
  bool contains(const model::Atom& atom) const;
};

struct FlipOptions {
  analyse::AskOptions asking;
  std::optional<analyse::Verdict> to;  ///< `yes` or `no`; nothing: the opposite of a definite yes or no
  Atoms only;                          ///< what may change; empty: everything
  Atoms keep;                          ///< what may not
};

struct FlipLimits {
  static constexpr std::size_t flips = 32;
  static constexpr std::uint64_t sets = 200'000;  ///< of changes that the search looks at
};

struct FlipChange {
  model::Atom atom;
  std::string name;                ///< of the atom, as a case file writes it
  std::string given;               ///< what a case file would state: `deaths(p) = 5000`, `not done protect(s, p)`
  model::ValueKind kind;
  std::vector<std::int64_t> from;  ///< what it is now; several: the sources disagree; none: unknown
  std::int64_t to = 0;             ///< of numbers and dates the nearest
  /// The values that do as well while the other changes are as they are: ascending, disjoint. `to` is one of them.
  std::vector<ValueClass> values;
  bool all_values = true;              ///< those are all
  std::int64_t cost = 1;
  const model::Entry* line = nullptr;  ///< that says what it is now; none: it is presumed, or presumed unknown
};

struct Flip {
  std::vector<FlipChange> changes;  ///< sorted by name
  std::int64_t cost = 0;            ///< of all together
};

struct Flips {
  analyse::Answer answer;    ///< as things stand
  analyse::Verdict to{};     ///< `unknown` where the options leave open which is wanted; then nothing was searched
  bool already = false;      ///< every completion gives that answer: nothing has to change
  std::vector<Flip> flips;   ///< cheapest first, then fewest changes
  bool more = false;         ///< there are, or may be, more
  std::string reason;        ///< why there may be more; empty where all were found or where there are more than are listed
};

/// Nothing, with diagnostics, where the question is in error. Exponential in the worst case, within the
/// limits and the seconds of the options; each flip is proved. Throws ground::ResourceLimit and analyse::ClaimNotConfirmed.
std::optional<Flips> flip(analyse::Worlds& worlds, const model::Question& question, const FlipOptions& options,
                          Diagnostics& diagnostics);

}  // namespace grotius::explore
