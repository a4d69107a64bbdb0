#pragma once
// Names of inputs as case files write them, and the print of a program for `grotius dump --stage ground`.

#include <string>

#include "engine/ground/ground.hpp"

namespace grotius::ground {

/// `lives_in(p, s)`, `deaths(p)`, `done a(x)`, `large_scale`, `today`, `exists s1`.
std::string print(const World& world, const Input& input);
/// The line of a case file that gives the input this value: `unable(serbia)`, `not unable(serbia)`, `deaths(p) = 5000`.
std::string line(const World& world, const Input& input, std::int64_t value);
/// A value as the language writes it: `true`, `2000`, `1999-03-24`, `against`.
std::string print_value(const World& world, const model::ValueKind& kind, std::int64_t value);
/// `use_of_force(nato, serbia)`
std::string print(const World& world, const model::Act& act);

/// All nodes that the roots rest on, one a line, in order.
std::string print(const World& world, const Program& program);

}  // namespace grotius::ground
