#pragma once
// Makes derivations. Private to the folder; `derive.hpp` is what others call. Its members are defined by what they derive: expressions,
// definitions and deeds with their fixed points, norms.

#include <deque>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/explain/number.hpp"

namespace grotius::explain {

using Tuple = std::vector<model::IndividualId>;

/// Sets a place for as long as it lives, also where an unknown value ends a derivation.
template <class Value>
class During {
 public:
  During(Value& place, Value value) : place_(place), before_(place) { place_ = std::move(value); }
  ~During() { place_ = std::move(before_); }
  During(const During&) = delete;
  During& operator=(const During&) = delete;

 private:
  Value& place_;
  Value before_;
};

class Deriver {
 public:
  /// The world must outlive it.
  explicit Deriver(const ground::World& world);

  /// Begins a case. What was derived before without any supposition stands; the rest is forgotten. The valuation must outlive the case.
  void suppose(const Valuation& valuation);

  /// What is asked about an act; a status leaves open what is not asked and rests on something unknown.
  enum class Asked { may, must, can, all };

  /// Throw Unknown where the claim rests on a value that nothing gives.
  StepId status(std::size_t set, const model::Act& act, Asked asked = Asked::all);
  StepId done(const model::Act& act);
  StepId truth(const model::Expr& expr, Tuple environment) { return expression(expr, environment); }
  StepId constraint(model::ConstraintId id, const Tuple& tuple);
  /// What the root rests on, in the order in which it was made.
  Derivation finish(StepId root) const;
  const Step& operator[](StepId id) const { return steps_[id]; }

 private:
  /// A relation or deed of a tuple, in a norm set.
  struct Key {
    std::size_t set = 0;
    bool deed = false;
    std::uint32_t ref = 0;
    Tuple arguments;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  /// What is being done with the members of a least fixed point: found (round by round), shown to hold (by members of earlier
  /// rounds), or shown to fail (all together).
  struct Context {
    std::uint32_t component = 0;
    std::optional<std::uint32_t> below;
    std::set<Key>* failing = nullptr;
    StepId together = 0;
    bool solving = false;
  };

  // expressions
  StepId expression(const model::Expr& expr, Tuple& environment);
  std::int64_t value(const model::Expr& expr, Tuple& environment, Step& step);
  Number number(const model::Expr& expr, Tuple& environment, Step& step);
  Number number_of(StepId id) const;
  bool junction(Step& step, const model::Expr& expr, Tuple& environment, bool wanted);
  void implication(Step& step, const model::Expr& expr, Tuple& environment);
  void quantifier(Step& step, const model::Expr& expr, Tuple& environment);
  Number aggregate(Step& step, const model::Expr& expr, Tuple& environment);
  void deontic(Step& step, const model::Expr& expr, Tuple& environment);
  bool answers(const Step& status, model::Status asked) const;
  static Asked question_of(model::Status asked);
  std::vector<Tuple> bindings(const model::Expr& expr, const Tuple& environment) const;
  /// The free variables of an expression, each name once, sorted.
  struct FreeVariable {
    std::string_view name;
    std::uint32_t slot = 0;
  };
  const std::vector<FreeVariable>& free_variables(const model::Expr& expr) const;

  // atoms, definitions, deeds and their least fixed points
  StepId atom(const model::Atom& atom);
  StepId day();
  StepId definition(model::DefinitionId id, Tuple arguments);
  StepId derived(const Key& key);
  StepId member(const Key& key);
  void solve(const Key& key);
  void unfounded(const Key& key);
  Step body(const Key& key);
  Step relation(const Key& key);
  Step deed(const Key& key);
  /// Acts of the action that could be done since a deed is given that counts as them, whatever conditions that has.
  const std::set<Tuple>& likely(model::ActionId action);
  std::uint32_t component_of(const Key& key) const;
  void demand(const Key& key);
  /// A step that stands in while members are being found, or until `unfounded` fills it in.
  StepId provisional(bool value);

  // norms
  struct Instance {
    model::NormId norm{};
    Tuple bindings;
    std::optional<StepId> counts_as;  ///< none: the act is the norm's own, or it is open whether it counts
    std::optional<StepId> stands;
    std::optional<Unknown> open;      ///< whether the act counts as the norm's own
  };
  /// An act and whether the asked one counts as it.
  struct General {
    model::Act act;
    std::optional<StepId> counts_as;  ///< none: it is the asked act, or open
    std::optional<Unknown> open;
  };
  std::vector<General> generals(const model::Act& act);
  StepId applies(model::NormId norm, const Tuple& bindings);
  StepId in_force(model::NormId norm);
  StepId decide(const model::Act& act, std::vector<Instance>& instances, std::size_t i);
  bool fits(const model::ActPattern& pattern, const Tuple& arguments) const;

  StepId add(Step step);
  bool holds(StepId id) const { return steps_[id].value != 0; }

  const ground::World& world_;
  const model::Model& model_;
  const Valuation* valuation_ = nullptr;
  std::deque<Step> steps_;
  std::vector<bool> rests_on_supposition_;  ///< by StepId, of the steps of earlier cases
  std::map<StepId, Number> numbers_;  ///< of the expressions that claim a range
  std::size_t set_ = 0;
  std::map<model::Atom, StepId> atoms_;
  std::map<Key, StepId> derived_;
  std::map<std::tuple<std::size_t, model::Act, Asked>, StepId> statuses_;
  std::map<std::tuple<std::size_t, model::NormId, Tuple>, StepId> applying_;
  std::optional<StepId> day_;
  std::map<model::NormId, StepId> in_force_;
  mutable std::unordered_map<const model::Expr*, std::vector<FreeVariable>> free_variables_;
  std::optional<std::map<model::ActionId, std::set<Tuple>>> likely_;
  std::set<Key> demanded_;  ///< members on which something asked rests
  std::vector<Key> demanded_in_order_;
  std::uint32_t round_ = 0;
  std::map<Key, std::uint32_t> rounds_;  ///< of the members that hold
  std::map<Key, Unknown> possible_;      ///< the other members that could hold, and what that rests on
  std::optional<Context> context_;
  std::uint32_t depth_ = 0;
};

}  // namespace grotius::explain
