#pragma once
// All situations over one universe, as one decision program: the named individuals, unnamed ones that may or may not exist, every
// fact and deed open, and the constraints required. Analyses ground what they ask into it; then a `Decider` answers.

#include <memory>
#include <vector>

#include "engine/analyse/check/symmetry.hpp"
#include "engine/analyse/scope.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::analyse {

struct NativeSearch;

class Symbolic {
 public:
  /// `world` without its universe, which `scope` gives. Throws ground::ResourceLimit.
  Symbolic(ground::World world, Scope scope);
  Symbolic(const Symbolic&) = delete;
  Symbolic& operator=(const Symbolic&) = delete;

  const model::Model& model() const { return *world_.model; }
  const ground::World& world() const { return world_; }
  const Scope& scope() const { return scope_; }
  const Symmetry& symmetry() const { return symmetry_; }
  ground::Grounder& grounder() { return grounder_; }
  const ground::Program& program() const { return grounder_.program(); }

  /// What every situation satisfies: the constraints, that it is a day on which some module of the norm set is in force, and that s1 exists where s2 does (unnamed individuals of one type are
  /// interchangeable, so no situation is lost).
  const std::vector<ground::NodeId>& required() const { return required_; }
  /// Parallel to the constraints of the binding sets: their nodes, which come first among those required.
  std::size_t constraints() const { return constraints_; }
  /// Every value that each input grounded so far can have.
  ground::Knowledge knowledge() const;

  /// One act of each kind (`Symmetry`).
  std::vector<model::Act> acts(model::ActionId action) const;
  /// One tuple of each kind for the variables.
  std::vector<std::vector<model::IndividualId>> tuples(const std::vector<model::Variable>& variables) const;
  /// The condition, with the individuals that it is about existing.
  ground::NodeId about(const std::vector<model::IndividualId>& individuals, ground::NodeId condition);

  /// Kept for deciders, which share it as long as nothing more is grounded.
  std::shared_ptr<NativeSearch> native;

 private:
  void require_force();

  ground::World world_;
  Scope scope_;
  Symmetry symmetry_;
  ground::Grounder grounder_;
  std::vector<ground::NodeId> required_;
  std::size_t constraints_ = 0;
};

}  // namespace grotius::analyse
