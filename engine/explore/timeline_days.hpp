#pragma once
// The days on which an answer can change. Private to the folder.

#include <set>

#include "engine/explore/timeline_outright.hpp"

namespace grotius::explore {

/// What an answer under one norm set can read on some day, whatever is in force then: a program in which the day is an input.
struct Reach {
  ground::Program program;
  std::vector<ground::NodeId> truths;     ///< everything that the answer reads, and what restricts completions
  std::optional<ground::InputId> today;   ///< nothing: no condition asks for it
  std::set<model::Atom> atoms;            ///< facts and deeds
};

/// `model` is the one whose norms are grounded (one in which all are in force, or as on one day).
Reach reach(const ground::World& world, const model::Model& model, const model::Question& question);

/// All days after the first on which the answer may be another than on the day before, ascending, and maybe more; from `first` to `last`, between which
/// the norm set does not change. Says in `reason` why there may be others still. Between two lines, norms or modules that begin or end
/// only `today` moves, and the comparisons with it are cut exactly (`breakpoints`).
std::set<Date> turning_days(const ground::World& world, const Reach& reach, const model::Question& question, bool open, Date first, Date last,
                            std::string& reason);

}  // namespace grotius::explore
