#pragma once
// From norm model and universe to decision program. Only what the roots rest on is built (cone of influence); definitions,
// deeds and statuses are built once for each tuple of individuals. Situations do not enter here: the facts that they give
// stay inputs, so that one program answers many situations of one universe.

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/ground/program.hpp"
#include "engine/model/strata.hpp"

namespace grotius::ground {

/// When the question is asked. `after_all`: after the last date; what has begun and not ended counts. `any`: the date is an input.
struct Moment {
  enum class Kind { on, after_all, any } kind = Kind::after_all;
  Date date;  ///< of `on`
};

/// A norm set with the superiority in it.
struct RankedSet {
  model::NormSet set;
  model::Superiority superiority;
};

/// Everything that fixes the meaning of a question but the situation's facts.
struct World {
  const model::Model* model = nullptr;
  model::Universe universe;
  std::vector<model::ModuleId> homes;  ///< of a symbolic question: the modules and files whose individuals belong to its universe
  Moment moment;
  std::vector<RankedSet> sets;                          ///< [0]: the asked set; then those asked about by `permitted … under M`
  std::map<model::ModuleId, std::size_t> set_of_module; ///< for `under M`: its place among the sets of a version
  /// Where the same sets are listed in several versions, one after the other (as they stand, and with something changed): how many sets
  /// one version has. An operator `under M` in a set of a version speaks of M in that version. 0: there is one version.
  std::size_t version = 0;
  std::vector<std::size_t> binding = {0};  ///< the sets whose attributions and constraints count: the asked one; in a difference, one of each side
  /// By ActionId: the action whose leaf stands for the deeds of this one too; nothing, or empty: each has its own. In a difference an
  /// action and its twin are declared twice and done once. `Situation` entries speak of the action whose leaf it is.
  std::vector<std::optional<model::ActionId>> deed_of;
  model::Strata strata;                                 ///< of the binding sets, joined (`model::joined`)
  std::vector<std::optional<std::int64_t>> parameters;  ///< by ParameterId; nothing: an input
  bool free_statuses = false;  ///< deontic operators other than `done` are inputs, not computed (lex specialis)
};

/// Grounds roots one after another into one program. Complexity: the product of the sizes of the types that the binders of a body
/// range over, summed over the bodies and tuples in the cone.
class Grounder {
 public:
  explicit Grounder(const World& world);
  ~Grounder();
  Grounder(const Grounder&) = delete;
  Grounder& operator=(const Grounder&) = delete;

  /// A closed boolean expression.
  NodeId condition(const model::Expr& expr);
  /// A body with its head's slots bound to individuals.
  NodeId condition(const model::Expr& expr, std::span<const model::IndividualId> bindings);
  /// A closed boolean expression whose operators without `under` speak of `world.sets[set]`.
  NodeId condition_in(std::size_t set, const model::Expr& expr);
  /// The statuses of an act under `world.sets[set]`, all three questions. The reference stays valid.
  const ActStatus& statuses(std::size_t set, const model::Act& act);
  /// The statuses of the same act from the same instances, decided once more under another superiority (by NormId, as in `Superiority`)
  /// and without some norms, given in ascending order. O(instances × superiors).
  ActStatus decided_again(const ActStatus& status, const std::vector<std::vector<model::Prevails>>& superiors,
                          std::span<const model::NormId> without);
  /// A relation of one tuple.
  NodeId definition(model::DefinitionId definition, std::span<const model::IndividualId> arguments);
  /// Whether the norm instance applies: in force, `when`, not `unless`.
  NodeId applies(model::NormId norm, std::span<const model::IndividualId> bindings);
  /// Whether the norm is about the act and its `when` holds: its scope, exceptions and dates left aside (semantics.md, Norms).
  NodeId in_scope(model::NormId norm, const model::Act& act);
  /// Whether the norm and its module are in force; whether the moment lies in an interval.
  NodeId in_force(model::NormId norm);
  NodeId in_force(const Interval& interval);
  /// The act itself and the acts that it counts as, from the special to the general, each with the condition under which it does.
  struct Counted {
    model::Act act;
    NodeId condition{};
  };
  std::vector<Counted> counted_as(const model::Act& act);
  /// Whether all individuals exist: true unless there are unnamed ones among them.
  NodeId exist(std::span<const model::IndividualId> individuals);
  NodeId conjunction(std::vector<NodeId> nodes);
  NodeId disjunction(std::vector<NodeId> nodes);
  /// Whether the act counts as done (semantics.md, Situations).
  NodeId done(const model::Act& act);
  NodeId negation(NodeId node);
  /// The leaf of a fact or deed that a situation speaks of; of a closed type: one of its values.
  NodeId atom(const model::Atom& atom, std::optional<std::int64_t> value = std::nullopt);
  /// A constraint over all tuples of its binders.
  NodeId constraint(model::ConstraintId constraint);
  /// All constraints of the binding sets, each once, in their order.
  std::vector<NodeId> constraints();

  /// The alternatives of definitions that were grounded, each with its truth for one tuple.
  struct GroundAlternative {
    model::DefinitionId definition{};
    std::size_t alternative = 0;
    NodeId holds{};
  };
  const std::vector<GroundAlternative>& alternatives() const;
  /// The statuses that were grounded so far, by norm set and act.
  std::vector<ActStatus> all_statuses() const;

  /// The place of the first `today` that was met while the moment is after the last date: an error of the question.
  std::optional<Span> today_without_date() const;

  const Program& program() const;
  Program take();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace grotius::ground
