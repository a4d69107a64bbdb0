#pragma once
// Whether a situation can be completed: whether the unknown facts can be so that every constraint
// holds and no deed is done that is given as not done. By plain trial: three-valued evaluation, and
// the unknown atoms that matter in turn.

#include <set>

#include "cli/verify/world.hpp"

namespace grotius::verify {

class Completions {
 public:
  /// Throws CannotCheck where the situation contradicts a constraint whatever is unknown.
  explicit Completions(const World& world);

  /// Whether a completion exists in which the atoms have these values, or values within these
  /// bounds; nothing where trying does not tell.
  Truth exist(const std::map<Atom, Value>& assumed);

 private:
  /// A constraint for some individuals, or a deed that must not be done.
  struct Demand {
    const Constraint* constraint = nullptr;
    Tuple arguments;
    Act not_done;
  };
  Truth met(const Demand& demand, const std::map<Atom, Value>& assumed,
            std::set<Atom>& missing) const;
  Truth search(const std::map<Atom, Value>& assumed, std::vector<const Demand*> open);
  struct Parts {
    std::vector<Value> values;
    bool all = false;  ///< together they are all that the atom can be
  };
  Parts parts(const Atom& atom, const std::map<Atom, Value>& assumed) const;
  void note_thresholds(const syntax::Expression& expression);

  const World& world_;
  std::vector<Demand> demands_;  ///< those that the situation alone does not settle
  std::set<std::int64_t> thresholds_;
  std::size_t tries_ = 0;
};

}  // namespace grotius::verify
