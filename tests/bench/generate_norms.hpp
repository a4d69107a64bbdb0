#pragma once
// Generated norm sets for the benchmarks, and the same norms as text for other engines: the module
// and case of Grotius, an answer set program, a Prolog program. One plain structure is written out
// in every form, so all engines decide the same question. The same size and seed give the same
// norms on every machine.

#include <cstdint>
#include <string>
#include <vector>

namespace grotius::bench {

/// One condition on the only variable of a norm.
struct Literal {
  enum class Kind : std::uint8_t { fact, value, number } kind = Kind::fact;
  bool negated = false;  ///< of a fact or number
  unsigned which = 0;  ///< of the facts of this kind
  unsigned constant =
      0;  ///< a value's place in the closed type; the least number that satisfies it
};

struct GeneratedNorm {
  enum class Modality : std::uint8_t { permit, forbid, oblige, exempt } modality{};
  unsigned action = 0;
  std::vector<Literal> when;    ///< none: always
  std::vector<Literal> unless;  ///< none or one
  bool by_default = false;
};

/// Whether they contradict each other about one act.
bool opposed(GeneratedNorm::Modality a, GeneratedNorm::Modality b);

/// How many of each there are.
struct Shape {
  unsigned norms = 60;
  unsigned actions = 4;
  unsigned facts = 25;   ///< relations
  unsigned values = 6;   ///< facts with a value of a closed type
  unsigned numbers = 6;  ///< facts with a number
  unsigned situations = 64;

  /// The shape of a module of so many norms: 4 to 20 actions, 25 to 100 facts.
  static Shape of_size(unsigned norms);
};

struct GeneratedSet {
  Shape shape;
  std::vector<GeneratedNorm> norms;
  /// Superior and inferior: opposed norms of one action, for about a third of the norms.
  std::vector<std::pair<unsigned, unsigned>> priorities;
  /// Constraints: literals that never hold together.
  std::vector<std::vector<Literal>> excluded;

  /// What a fact is in a situation: 0 or 1; the place of its value; a number of 0 to 1000.
  unsigned fact(unsigned situation, Literal::Kind kind, unsigned which) const;
};

inline constexpr unsigned kValuesOfType = 3;
inline constexpr unsigned kGreatestNumber = 1000;

GeneratedSet generate(const Shape& shape, std::uint32_t seed = 1);

/// A module of the language, each norm with title and source.
std::string module_text(const GeneratedSet& set);
/// Situation `sN` and the question whether the individual may do action 0. The first `unknowns`
/// relations, then numbers, that norms of action 0 read are unknown.
std::string case_text(const GeneratedSet& set, unsigned situation, unsigned unknowns);
/// The norms as an answer set program over one situation, with the status of every action.
std::string asp_text(const GeneratedSet& set, unsigned situation);
/// The norms as a Prolog program over all situations; `run(Rounds)` decides action 0 in each,
/// prints the statuses' frequencies and the microseconds of one decision.
std::string prolog_text(const GeneratedSet& set);

}  // namespace grotius::bench
