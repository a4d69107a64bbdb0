#pragma once
// The steps of a derivation, read: what each claims, in terms of the files, and which steps it
// uses.

#include <nlohmann/json.hpp>

#include "cli/verify/world.hpp"

namespace grotius::verify {

enum class Rule : std::uint8_t {
  given,
  presumed,
  supposed,
  parameter,
  day,
  expression,
  definition,
  unfounded,
  done,
  counts_as,
  in_force,
  applies,
  stands,
  status
};

struct Step {
  Rule rule{};
  std::vector<std::size_t> uses;
  std::optional<Value> value;              ///< of all but `status`
  Atom atom;                               ///< given, presumed, supposed
  std::string at;                          ///< given
  Index ref = 0;                           ///< parameter, definition, or norm
  Tuple arguments;                         ///< definition
  std::optional<std::size_t> alternative;  ///< definition
  const Spot* spot = nullptr;  ///< expression; none: a condition that is not written, which holds
  Environment environment;     ///< expression
  bool equality = false;       ///< expression: of `x != y`, whether `x = y`
  std::vector<Atom> together;  ///< unfounded; what is no deed is a definition
  Act act;                   ///< done, counts_as, status: the act; applies, stands: the norm's own
  Act other;                 ///< counts_as: the general act; stands: what it is about
  std::vector<Index> under;  ///< applies, stands, status
  std::string defeated;      ///< stands: the right
  Statuses statuses;         ///< status
  std::vector<std::pair<Index, Act>> undecided;  ///< status: norms and their own acts
  /// The norm set of which operators without `under` speak, where the claim rests on any.
  std::optional<std::vector<Index>> speaks_of;
};

struct Derivation {
  std::vector<Step> steps;
  std::size_t root = 0;
};

/// Throws DoesNotFollow, with the place of the step, where it speaks of what the files do not have,
/// or rests on a step that is not before it.
Derivation read_derivation(const World& world, const nlohmann::json& json);

/// A value as certificates write it, of the sort that is expected where one is.
Value read_value(const World& world, const nlohmann::json& json, std::optional<Sort> expected);

/// A member that must be there. Throws CannotCheck.
const nlohmann::json& member(const nlohmann::json& object, const char* name);
std::string text_member(const nlohmann::json& object, const char* name);

}  // namespace grotius::verify
