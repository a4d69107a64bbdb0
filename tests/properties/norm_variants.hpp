#pragma once

// A norm set with one thing left out: what is idle or redundant is what makes no difference there.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/properties/all_situations.hpp"
#include "tests/properties/norm_world.hpp"
#include "tests/properties/superiority.hpp"

namespace grotius::properties {

struct Variant {
  std::string finding;           // what it proves if nothing ever differs
  int norm = absent;             // left out: meant only of norms that apply somewhere
  int definition = absent;       // whose condition is weakened: the definition is compared, else
  int alternative = absent;      // all statuses
  std::unique_ptr<World> world;  // none: that of the situations
  std::vector<Asked> dates;
  bool differs = false;
};

// Every norm left out, "superiority otherwise unchanged"; every stated pair, "closure and criteria
// recomputed"; every conjunct of the conditions of definitions.
std::vector<Variant> variants_of(const AllSituations& all);

// The parts of a condition that `and` joins at its top; none of no condition, or of `true`.
std::vector<Expression> conjuncts(const std::optional<Expression>& when);
Expression without_conjunct(const Expression& when, std::size_t dropped);

// As `bare_text` has it.
std::string text_of(const World& world, const Expression& expression);
std::string pair_text(const World& world, int superior, int inferior);

// The world with this pair stated nowhere.
World without_pair(World world, int superior, int inferior);

// The pairs that `overrides` and `priority` state, and those among them that stand against rank.
NormPairs stated_pairs(const World& world);
NormPairs void_pairs(const World& world, int module);

}  // namespace grotius::properties
