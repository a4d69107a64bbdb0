#pragma once
// A norm model in which everything that begins or ends is said outright: a norm is in force or it is not, a line holds or it does not. So the
// state of one day can be asked about with some of it as on the day before. Private to the folder.

#include <map>

#include "engine/explore/timeline.hpp"

namespace grotius::explore {

class Outright {
 public:
  /// Copies the model, of which one situation is to be asked about; superiority belongs to the original, in which dates count.
  Outright(const model::Model& model, model::SituationId situation);

  const model::Model& model() const { return model_; }

  /// Norms, modules and lines as on a day. O(norms + entries), like all that follows.
  void set_day(Date day);
  void set(model::NormId norm, bool in_force);
  void set(model::ModuleId module, bool in_force);
  /// The entries of one line, by its span.
  void set_line(const Span& span, bool holds);

 private:
  const model::Model& original_;
  model::Model model_;
  model::SituationId situation_;
  std::multimap<Span, std::size_t> lines_;  ///< entries that begin or end, by span
};

/// Where a row of a timeline asks: the worlds of one question by what its holder accepts, or the one of its norm set.
class RowWorlds {
 public:
  /// Warnings and errors of norm sets go to `diagnostics`, once each.
  RowWorlds(analyse::Worlds& worlds, model::Question question, Diagnostics& diagnostics);

  const model::Question& question() const { return question_; }
  const model::Model& model() const { return worlds_.model(); }
  const model::Situation& situation() const { return model()[question_.situation]; }
  const std::optional<model::IndividualId>& holder() const { return holder_; }

  /// The modules that are asked on a day.
  std::vector<model::ModuleId> asked(Date day) const;
  /// Days on which those modules may change, ascending.
  std::vector<Date> days_of_acceptance() const;
  /// The world under some modules, with no particular moment; nothing where they are in error.
  const ground::World* world(const std::vector<model::ModuleId>& asked);

 private:
  analyse::Worlds& worlds_;
  model::Question question_;
  std::optional<model::IndividualId> holder_;
  std::vector<model::ModuleId> under_;
  Diagnostics& diagnostics_;
  std::map<std::vector<model::ModuleId>, std::optional<ground::World>> known_;
};

/// Whether an acceptance is one by the holder.
bool is_by(const model::Model& model, const model::Acceptance& acceptance, model::IndividualId holder);

}  // namespace grotius::explore
