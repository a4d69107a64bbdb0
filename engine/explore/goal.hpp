#pragma once
// This room explores how an answer changes as something else does: the facts and deeds that would turn it (flips), what of the
// unknown facts suffices for it (implicants), the norms and presumptions that carry it alone (hinges), the values of a parameter
// (thresholds), the dates (timeline), and the order in which to ask for facts (interview). Every subject asks the same ground
// question again with something changed; nothing here knows by itself what norms mean.

#include <optional>

#include "engine/analyse/answer.hpp"
#include "engine/analyse/inquiry.hpp"

namespace grotius::explore {

/// The truth that holds exactly in the completions with this answer: `yes`, `no`, `contested` or `silent`. Nothing where no completion can
/// have it: `contested` and `silent` of an expression, and `depends` and `unknown`, which are no answers of a completion.
std::optional<ground::NodeId> goal(const analyse::Inquiry& inquiry, analyse::Verdict answer);

}  // namespace grotius::explore
