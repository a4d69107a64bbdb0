#pragma once
// Puts an answer together from what is possible over the completions of a situation. Private to the
// folder.

#include "engine/analyse/answer.hpp"
#include "engine/analyse/completions.hpp"
#include "engine/analyse/inquiry.hpp"

namespace grotius::analyse {

/// The verdict, the three questions, the possibilities with their witnesses, and the norms. There
/// must be a completion. O(instances) checks of what is possible. Throws GaveUp and
/// ClaimNotConfirmed.
void fill_answer(Answer& answer, const Inquiry& inquiry, Completions& completions);

}  // namespace grotius::analyse
