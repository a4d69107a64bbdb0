#pragma once
// Worlds: everything that fixes the meaning of a question but the facts of its situation: individuals, date, norm sets with
// their superiority, strata, parameters.

#include <map>
#include <optional>
#include <vector>

#include "engine/ground/ground.hpp"

namespace grotius::analyse {

class Worlds {
 public:
  /// The model must outlive it. `seconds` bounds the solver where superiority asks it for specificity (0: no bound).
  explicit Worlds(const model::Model& model, double seconds = 0);

  const model::Model& model() const { return *model_; }

  /// The world of a question; nothing, with diagnostics, where its norm sets are in error. Warnings (an open pair of `lex_specialis`, nothing
  /// accepted by the holder) go to the diagnostics too.
  std::optional<ground::World> world(const model::Question& question, Diagnostics& diagnostics);

  /// The world in which a norm set is checked: no universe yet, at every date or at the one given. An item's deontic operators may ask about
  /// other modules. Nothing, with diagnostics, where a set is in error.
  std::optional<ground::World> world_of(model::ModuleId module, std::optional<Date> on, Diagnostics& diagnostics);

  /// The norm set of some modules with its superiority, computed once; `asking` as in `model::norm_set`.
  const ground::RankedSet* ranked(const std::vector<model::ModuleId>& asked, std::optional<model::ModuleId> asking, Diagnostics& diagnostics);

 private:
  struct Known {
    ground::RankedSet ranked;
    model::Strata strata;
    std::vector<Diagnostic> diagnostics;
    bool in_error = false;
  };
  using Key = std::pair<std::vector<model::ModuleId>, std::optional<model::ModuleId>>;
  const Known& known(const std::vector<model::ModuleId>& asked, std::optional<model::ModuleId> asking);

  const model::Model* model_;
  double seconds_;
  std::map<Key, Known> known_;
};

}  // namespace grotius::analyse
