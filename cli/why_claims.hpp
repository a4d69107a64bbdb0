#pragma once
// The derivations of all cases as one, each claim once: cases differ in little, and what they share
// is shown once. Also which members of a quantifier have the same grounds, but for who they are.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/explain/derive.hpp"

namespace grotius::cli {

class Claims {
 public:
  /// Linear in the steps of all cases.
  explicit Claims(const explain::Explanation& explanation);

  const explain::Derivation& all() const { return all_; }
  /// What a case comes to.
  explain::StepId root(std::size_t of_case) const { return roots_[of_case]; }

 private:
  explain::Derivation all_;
  std::vector<explain::StepId> roots_;
};

/// Tells claims apart up to the individuals that are exchanged.
class Shapes {
 public:
  Shapes(const model::Model& model, const explain::Derivation& derivation)
      : model_(model), derivation_(derivation) {}

  /// Each individual with what stands for it: a negative number for a place, or another individual.
  using Exchange = std::vector<std::pair<model::IndividualId, std::int64_t>>;

  /// Equal for two claims that differ only in who is exchanged, with all that they rest on. What
  /// does not speak of them is the same only where it is the same claim. Linear in the grounds that
  /// speak of them.
  std::size_t of(explain::StepId id, const Exchange& exchange);

 private:
  std::size_t shape(explain::StepId id, const Exchange& exchange,
                    std::map<explain::StepId, std::size_t>& known);
  std::size_t line_of(const explain::Step& step);

  const model::Model& model_;

  const explain::Derivation& derivation_;
  std::map<std::vector<std::int64_t>, std::size_t> shapes_;
  std::map<std::string, std::size_t> lines_;
};

/// Whether the claim itself speaks of the individual.
bool speaks_of(const explain::Step& step, model::IndividualId who);

}  // namespace grotius::cli
