#pragma once

// Which norms and priorities are asked, and which norm is superior to which (semantics.md, "Norms"
// and "Norm sets").

#include <set>
#include <utility>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

using NormPairs = std::set<std::pair<int, int>>;  // superior, inferior

struct NormSet {
  std::vector<int> modules;  // those asked and what they include
  std::vector<int> norms;
  NormPairs superior;
};

// When two opposed norms can be about one act at all. The two readings differ only for norms whose
// arguments exclude each other (`forbid a(c)`, `permit a(d)`); the generator keeps to worlds where
// that makes no difference to pairs that do meet.
enum class Meeting { by_action, by_arguments };

// `under` the modules. The norms, priorities, constraints and attributions of files without a
// module belong to every set.
NormSet norm_set(const World& world, const std::vector<int>& under,
                 Meeting meeting = Meeting::by_arguments);

// Some act exists, whatever the situation, that both norms can be about.
bool can_meet(const World& world, int left, int right, Meeting meeting);

// "A *stated* pair against rank is void", where `lex_superior` is among the criteria that govern
// it.
bool is_void(const World& world, const std::vector<int>& under, int superior, int inferior);

// The stated pairs of all loaded norms together with the pairs by default have a cycle: an error.
bool has_cycle_of_superiority(const World& world);

}  // namespace grotius::properties
