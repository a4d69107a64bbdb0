#pragma once
// Generated norm sets for the analyses of `check`: conditions over relations, closed types and
// numbers with 20 thresholds, constraints, priorities on a part, norms that hold by default, 3 % of
// norms that never apply and some that change nothing. The same size, density and seed give the
// same norms on every machine.

#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

/// How many pairs of opposed norms conflict. `dense`: most, as few conditions are told apart.
/// `sparse`: few, as in legal texts, where each norm has a case of its own.
enum class Density : std::uint8_t { sparse, dense };

GeneratedSet generate_to_check(unsigned norms, Density density, std::uint32_t seed = 1);

/// The same set after an edit: `edits` norms, spread evenly, ask for one more condition.
GeneratedSet edited(const GeneratedSet& set, unsigned edits);

/// The norms that each norm gives way to: those that are stated to prevail, and for a norm by
/// default every opposed norm that is not. By norm, ascending.
std::vector<std::vector<unsigned>> norms_above(const GeneratedSet& set);

}  // namespace grotius::bench
