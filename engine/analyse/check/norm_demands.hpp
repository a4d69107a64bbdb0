#pragma once
// What norms and statuses demand of a universe (semantics.md, Scope): the question is unfolded through `stands`, defeat and the
// deontic operators, each by its polarity, down to facts and deeds. A norm that stands asserts its `when` and denies its
// `unless` and every superior; one that does not, one of the reverse.

#include <deque>
#include <map>

#include "engine/analyse/scope.hpp"
#include "engine/ground/ground.hpp"

namespace grotius::analyse {

class NormDemands {
 public:
  /// Of the norm sets of a world; only its sets, strata and model count. The world must outlive it.
  explicit NormDemands(const ground::World& world);

  /// Expressions as set `set` understands them: operators without `under` speak of it.
  DemandReader& reader(std::size_t set) { return readers_[set]; }
  /// Of the constraints of all binding sets, which hold.
  Demands of_constraints();
  /// One individual for each role of the action, and the conditions under which its acts count as more general ones, either way.
  Demands of_act(model::ActionId action);
  Demands applies(std::size_t set, model::NormId norm, bool positive);
  /// Whether the norm stands about an act of the action: only norms about such acts defeat it there.
  Demands stands(std::size_t set, model::ActionId action, model::NormId norm, bool positive);
  /// Some norm of these modalities stands about an act of the action; denied: none does.
  Demands standing(std::size_t set, model::ActionId action, std::initializer_list<model::Modality> modalities, bool positive);
  Demands status(std::size_t set, model::ActionId action, model::Status status, bool positive);
  /// A given answer to one of the three questions about an act of the action in one set, and another in the other.
  Demands answers(std::size_t first, model::ActionId first_action, std::size_t second, model::ActionId second_action);
  /// Some answer differs, whichever: norms of some modalities stand in one set and none does in the other.
  Demands difference(std::size_t first, model::ActionId first_action, std::size_t second, model::ActionId second_action);

  /// The norms that can be about an act of the action, in the order of the set.
  const std::vector<model::NormId>& about(std::size_t set, model::ActionId action) const;

 private:
  bool is_about(std::size_t set, model::NormId norm, model::ActionId action) const;
  Demands unfolded(std::size_t set, const model::Expr& expr, bool positive);

  const ground::World& world_;
  const model::Model& model_;
  std::deque<DemandReader> readers_;  ///< by set
  std::map<std::tuple<std::size_t, model::ActionId, model::NormId, bool>, Demands> standing_;
  mutable std::map<std::pair<std::size_t, model::ActionId>, std::vector<model::NormId>> about_;
  mutable std::map<std::pair<std::size_t, model::ActionId>, std::vector<bool>> is_about_;  ///< by NormId
  std::map<std::tuple<std::size_t, model::ActionId, model::Status, bool>, Demands> statuses_;
};

/// The action and every action that it is, in any number of steps.
std::vector<model::ActionId> generals_of(const model::Model& model, model::ActionId action);
/// The action and every action that is it, in any number of steps.
std::vector<model::ActionId> kinds_of(const model::Model& model, model::ActionId action);

}  // namespace grotius::analyse
