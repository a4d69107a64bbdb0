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
  /// The terms of all readers.
  TermTable& table() { return *table_; }
  /// Of the constraints of all binding sets, which hold.
  Demands of_constraints();
  /// One individual for each role of the action, and the conditions under which its acts count as more general ones, either way. What the
  /// roles of the act in question stand for may be said by `act`: otherwise they are the variables of the question.
  Demands of_act(model::ActionId action, const Terms& act = {});
  /// Of a norm about an act of its own action.
  Demands applies(std::size_t set, model::NormId norm, bool positive, const Terms& act = {});
  /// Whether the norm stands about an act of the action: only norms about such acts defeat it there.
  Demands stands(std::size_t set, model::ActionId action, model::NormId norm, bool positive, const Terms& act = {});
  /// Some norm of these modalities stands about an act of the action; denied: none does.
  Demands standing(std::size_t set, model::ActionId action, std::initializer_list<model::Modality> modalities, bool positive,
                   const Terms& act = {});
  Demands status(std::size_t set, model::ActionId action, model::Status status, bool positive, const Terms& act = {});
  /// A given answer to one of the three questions about an act of the action in one set, and another in the other.
  Demands answers(std::size_t first, model::ActionId first_action, std::size_t second, model::ActionId second_action);
  /// Some answer differs, whichever: norms of some modalities stand in one set and none does in the other.
  Demands difference(std::size_t first, model::ActionId first_action, std::size_t second, model::ActionId second_action);

  /// The norms that can be about an act of the action, in the order of the set.
  const std::vector<model::NormId>& about(std::size_t set, model::ActionId action) const;

 private:
  bool is_about(std::size_t set, model::NormId norm, model::ActionId action) const;
  Demands unfolded(std::size_t set, const model::Expr& expr, const Terms& arguments, bool positive);
  /// What the roles of a norm's own action stand for in an act of the action: once for each way in which it counts as that.
  std::vector<Terms> ways(model::ActionId action, const Terms& act, model::ActionId general);
  Terms roles(model::ActionId action, const Terms& act);
  Demands of_kinds(std::size_t set, model::ActionId action, const Terms& act);
  Demands stands_one_way(std::size_t set, model::ActionId action, model::NormId norm, bool positive, const Terms& act,
                         const Terms& own);

  const ground::World& world_;
  const model::Model& model_;
  std::shared_ptr<TermTable> table_ = std::make_shared<TermTable>();
  std::deque<DemandReader> readers_;  ///< by set
  std::map<std::tuple<std::size_t, model::ActionId, model::NormId, bool, Terms>, Demands> standing_;
  mutable std::map<std::pair<std::size_t, model::ActionId>, std::vector<model::NormId>> about_;
  mutable std::map<std::pair<std::size_t, model::ActionId>, std::vector<bool>> is_about_;  ///< by NormId
  std::map<std::tuple<std::size_t, model::ActionId, model::Status, bool, Terms>, Demands> statuses_;
};

/// The action and every action that it is, in any number of steps.
std::vector<model::ActionId> generals_of(const model::Model& model, model::ActionId action);
/// The action and every action that is it, in any number of steps.
std::vector<model::ActionId> kinds_of(const model::Model& model, model::ActionId action);

}  // namespace grotius::analyse
