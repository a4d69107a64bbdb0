#pragma once
// What a question comes to in one world, in brief: which answers some completion gives, without witnesses and settling sets. Private to the
// folder.

#include "engine/explore/timeline.hpp"

namespace grotius::explore {

/// `question` must speak of `world.model`. Errors of the question become a standing without an answer; `options.engine` and the bound on time
/// count as in `ask`.
Standing standing(const ground::World& world, const model::Question& question, const analyse::AskOptions& options);

/// Where what is asked together cannot stand together.
Standing norm_set_in_error();

}  // namespace grotius::explore
