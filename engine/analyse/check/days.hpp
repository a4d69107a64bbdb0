#pragma once
// Whether a question rests on the day of the situation, by name: then a situation without a date cannot be asked it.

#include <set>

#include "engine/ground/ground.hpp"

namespace grotius::analyse {

class Days {
 public:
  /// The world must outlive it.
  explicit Days(const ground::World& world);

  /// `today` occurs in a norm about acts of the action (in any set of the world), or in what it rests on, or in a constraint. O(norm sets).
  bool rests_on_day(model::ActionId action);
  bool rests_on_day(const model::Expr& expr);

 private:
  bool constraints();
  bool about(model::ActionId action);
  bool in(const model::Expr& expr);
  bool in(model::DefinitionId definition);

  const ground::World& world_;
  const model::Model& model_;
  std::set<model::ActionId> actions_;
  std::set<model::DefinitionId> definitions_;
};

}  // namespace grotius::analyse
