#pragma once
// Norm sets: what counts when a question is asked under some modules (semantics.md, Norm sets;
// Definitions, last paragraph), and which act a norm can be about.

#include "cli/verify/scene.hpp"

namespace grotius::verify {

/// An act of individuals.
struct Act {
  Index action = 0;
  Tuple arguments;
  friend auto operator<=>(const Act&, const Act&) = default;
};

struct NormSet {
  std::vector<Index> asked;  ///< modules, sorted by name
  std::vector<Index> norms;
  std::vector<Index> priorities;
  std::vector<Index> attributions;
  std::vector<Index> constraints;
};

/// `asking`: the module or file of the question; a file without a module adds its own items.
NormSet norm_set(const Law& law, std::vector<Index> asked, std::optional<Index> asking);

/// The modules that somebody accepts on the day.
std::vector<Index> accepted_by(const Scene& scene, Index holder);

bool opposed(syntax::Modality a, syntax::Modality b);

/// Whether the pattern admits these arguments.
bool fits(const Law& law, const Pattern& pattern, const Tuple& arguments);

/// The act and every act that it is, through any number of steps, conditions aside; itself first,
/// each once.
std::vector<Act> generals(const Law& law, const Act& act);
Act general_by(const Act& act, const Way& way);

/// Whether some act exists, in some situation, that both norms can be about.
bool can_meet(const Law& law, const Norm& a, const Norm& b);

}  // namespace grotius::verify
