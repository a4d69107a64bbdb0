#pragma once
// Derivations: why an answer is as it is, from the verdict down to given facts, presumptions and dates. A derivation is a list of steps;
// each claims one thing and rests on steps before it, by one rule of semantics.md. Nothing in it is taken from an engine's word: it
// is made by an interpreter of the norm model over one complete situation, and must come to the answer that the engines
// gave. Steps that nothing rests on are left out, and what several steps rest on stands once.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/ground/ground.hpp"

namespace grotius::explain {

using StepId = std::uint32_t;

enum class Rule : std::uint8_t {
  given,       ///< a line of the situation says so
  presumed,    ///< no line speaks of it
  supposed,    ///< unknown; so in this completion
  parameter,   ///< as declared, or as the question sets it
  day,         ///< the date of the question
  expression,  ///< by the form of an expression
  definition,  ///< a relation by one of its alternatives, or by the failure of all; a value by its expression
  unfounded,   ///< members of a least fixed point that nothing makes true: they fail together
  done,        ///< a deed that is given, attributed or of a kind; or none of these
  counts_as,   ///< an act counts as a more general one, or does not
  in_force,    ///< a norm and its module on the day
  applies,     ///< a norm instance
  stands,      ///< a norm instance about an act
  status,      ///< the three questions about an act
};
std::string_view name(Rule rule);

/// What is claimed of a number or date whose value is unknown: it lies between these bounds, both included; none: no bound.
struct Range {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> greatest;

  static Range of(std::int64_t value) { return {value, value}; }
  bool is_value() const { return least && greatest && *least == *greatest; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// A variable of an expression, as the text calls it, and its individual.
struct Named {
  std::string name;
  model::IndividualId individual{};
};

struct Step {
  Rule rule{};
  /// The value claimed: of truths 0 or 1, else the number, day, or individual. Of a status: unused.
  std::int64_t value = 0;
  std::optional<Range> range;  ///< of a number or date that this case does not fix: in place of `value`
  model::Sort sort;
  std::vector<StepId> uses;

  std::uint32_t ref = 0;  ///< FactId, ParameterId, DefinitionId, ActionId or NormId, by rule; `deed` says whether an atom is a deed
  bool deed = false;
  std::vector<model::IndividualId> arguments;  ///< of atoms, definitions, deeds; of norms their bindings; of expressions by slot
  std::optional<model::Act> act;               ///< of `stands`, `status`, `counts_as`: the act
  std::optional<model::Act> as;                ///< of `counts_as`: the general act
  std::size_t set = 0;                         ///< of `stands`, `status`: the norm set, a place in World::sets
  const model::Expr* expr = nullptr;           ///< of `expression`
  std::vector<Named> environment;              ///< of `expression`: its free variables
  std::optional<std::size_t> alternative;      ///< of a `definition` that holds
  const model::Entry* entry = nullptr;         ///< of `given`
  std::optional<model::Ground> ground;         ///< of `stands` that fails by defeat: by what right
  /// Of `status`. Empty: the case leaves it open, and nothing rests on it.
  struct Answers {
    std::string_view may, must, can;
  };
  std::optional<Answers> answers;
  /// Of `status`: a norm that stands or not by a fact that the case leaves open, and that changes nothing here: another norm does the same.
  struct Undecided {
    model::NormId norm{};
    std::vector<model::IndividualId> bindings;
    std::optional<model::Atom> by;
  };
  std::vector<Undecided> undecided;
  std::vector<model::Atom> together;  ///< of `unfounded`: the members; `ref` is a DefinitionId, of a deed its ActionId
};

struct Derivation {
  std::vector<Step> steps;
  StepId root = 0;
};

}  // namespace grotius::explain
