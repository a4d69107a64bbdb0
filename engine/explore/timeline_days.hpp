#pragma once
// The days on which an answer can change. Private to the folder.

#include <set>

#include "engine/explore/timeline_outright.hpp"

namespace grotius::explore {

/// What an answer under one norm set can read while the same norms are in force: a program in which the day is an input.
struct Reach {
  ground::Program program;
  std::vector<ground::NodeId> truths;     ///< everything that the answer reads, and what restricts completions
  std::optional<ground::InputId> today;   ///< nothing: no condition asks for it
  std::set<model::Atom> atoms;            ///< facts and deeds
};

/// `model` is the one whose norms are grounded; it says outright which are in force.
Reach reach(const ground::World& world, const model::Model& model, const model::Question& question);

/// The days after `first` and up to `last` on which a norm or module of the norm set comes into force or goes out of it.
std::set<Date> days_of_norms(const ground::World& world, Date first, Date last);

/// All days after `first` and up to `last` on which the answer may be another than on the day before, and maybe more, where the same norms are in
/// force on all of them. Says in `reason` why there may be others still. Between two lines that begin or end only `today` moves, and the
/// comparisons with it are cut exactly (`breakpoints`).
std::set<Date> turning_days(const ground::World& world, const Reach& reach, const model::Question& question, bool open, Date first, Date last,
                            std::string& reason);

}  // namespace grotius::explore
