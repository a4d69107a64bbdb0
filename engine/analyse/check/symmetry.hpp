#pragma once
// Individuals that no norm tells apart. Two individuals of one type are interchangeable where nothing in the model names either,
// except together, in sets that hold both or neither; unnamed individuals of one type always are. What can be of one tuple of
// individuals can be of every tuple that arises by exchanging such individuals, so analyses look at one tuple of each kind:
// that in which the members of each group come in the order of their names.

#include <vector>

#include "engine/model/universe.hpp"

namespace grotius::analyse {

class Symmetry {
 public:
  /// O(expressions of the model + individuals × their occurrences). The model must outlive it.
  Symmetry(const model::Model& model, const model::Universe& universe);

  /// One tuple of each kind for variables of these types, fewest unnamed individuals first, then by names.
  std::vector<std::vector<model::IndividualId>> tuples(const std::vector<model::TypeId>& types) const;
  std::size_t unnamed_in(const std::vector<model::IndividualId>& tuple) const;

 private:
  const model::Model& model_;
  const model::Universe& universe_;
  std::vector<std::uint32_t> group_;   ///< by IndividualId, unnamed ones included
  std::vector<std::uint32_t> place_;   ///< its place within its group
};

}  // namespace grotius::analyse
