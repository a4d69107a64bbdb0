#pragma once
// From a question to a problem of changes. Private to the folder.

#include "engine/analyse/ask.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/explore/changes.hpp"

namespace grotius::explore {

/// The problem of making `goal` certain where the inputs with a weight may change. `exact` and `reason` are those of alternatives.hpp. The
/// inquiry must outlive it.
ChangeProblem change_problem(const analyse::Inquiry& inquiry, ground::NodeId goal, std::vector<ChangeProblem::Required> required,
                             std::vector<std::optional<Weight>> weights, std::vector<bool>& exact, std::string& reason);

/// The values of a domain that lists some of a kind's; none where it allows all.
std::vector<std::int64_t> listed(const ground::Domain& domain, const model::ValueKind& kind, const model::Model& model);

Prover prover(analyse::Engine engine);

}  // namespace grotius::explore
