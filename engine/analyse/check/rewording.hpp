#pragma once
// Norms in other words: what a norm says, to tell whether two sides say it alike, and a norm put in the place of another.

#include "engine/ground/ground.hpp"
#include "engine/model/merge.hpp"

namespace grotius::analyse {

/// Everything that a norm says, names resolved: two norms of one wording mean the same where their vocabulary does.
std::string wording(const model::Model& model, model::NormId norm);

/// The merged model with one more norm: that of the second side as the first side would say it, in the place of `norm`. Nothing where it
/// speaks of actions that the first side does not know.
std::optional<model::Model> with_norm_of_twin(const model::Merged& merged, model::NormId norm, model::NormId of_second);

/// Puts a norm in the place of another, with its superiority.
void replace_norm(ground::RankedSet& ranked, model::NormId norm, model::NormId instead);

}  // namespace grotius::analyse
