#pragma once

// Random worlds: well typed, stratified, without cycles, with every question answerable by going
// through all completions. One seed always gives the same world.

#include <cstdint>
#include <string>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

struct GenerateOptions {
  bool complete_only = false;          // every situation is complete for every question
  bool closed_types_only = false;      // no entity types, so that all situations can be enumerated
  bool statuses_in_conditions = true;  // deontic operators other than `done` below norms
  bool criteria = true;                // `resolve by`
  bool dates = true;
  bool specificity = false;  // `resolve by lex_specialis`; implies a tiny world of closed types
  bool open = false;         // every presumption of a relation or deed is withdrawn; implies tiny
  bool checked = false;    // a norm set of one module that can be checked by going through all its
                           // situations, with theses, without questions; implies tiny
  bool unbounded = false;  // with `checked`: over entity types, whose universes have no bound
  bool tiny = false;       // few tuples, so that all situations can be listed
  std::size_t max_unknowns = 6;  // of one question
  std::size_t max_states = 256;  // of one question, before constraints
};

// Throws std::runtime_error when a thousand attempts give no valid world.
World generate(std::uint64_t seed, const GenerateOptions& options = {});

// Its situations can all be gone through (check_reference.hpp).
bool can_be_checked(const World& world);

// Why a world is not valid, empty when it is: a strict cycle of dependencies, a cycle of
// superiority, or a superiority that hangs on how `can_meet` is read.
std::string invalidity(const World& world);

}  // namespace grotius::properties
