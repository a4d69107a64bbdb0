#pragma once
// The grounder's state, private to this folder: memo tables over ground tuples and the fixed points
// that are being built. Its members are defined by what they ground: terms and expressions,
// definitions and fixed points, deeds, norms.

#include <deque>
#include <set>
#include <unordered_map>

#include "engine/ground/builder.hpp"
#include "engine/ground/ground.hpp"

namespace grotius::ground {

using Tuple = std::vector<model::IndividualId>;
using Bindings = std::span<const model::IndividualId>;

/// A relation, value, deed or norm with individuals for its variables. What speaks of statuses is kept
/// apart for each norm set; deeds and definitions free of statuses are the same for all (set 0).
struct GroundKey {
  enum class Kind : std::uint8_t { definition, done, norm } kind = Kind::definition;
  std::uint32_t ref = 0;
  std::size_t set = 0;
  Tuple arguments;
  friend bool operator==(const GroundKey&, const GroundKey&) = default;
};
struct GroundKeyHash {
  std::size_t operator()(const GroundKey& key) const;
};

/// The possible values of an individual-valued term, each with the condition under which it is the
/// value: exclusive and exhaustive.
struct Case {
  NodeId condition{};
  model::IndividualId value{};
};
using Term = std::vector<Case>;
/// By NormId, as in `model::Superiority`.
using Superiors = std::vector<std::vector<model::Prevails>>;

class Grounder::Impl {
 public:
  explicit Impl(const World& world);

  // expressions
  NodeId truth(const model::Expr& expr, Tuple& environment);
  NodeId number(const model::Expr& expr, Tuple& environment);
  Term term(const model::Expr& expr, Tuple& environment);

  // definitions, deeds, norms
  NodeId definition(model::DefinitionId id, Tuple arguments);
  NodeId done(const model::Act& act);
  NodeId applies(model::NormId id, Bindings bindings);
  const ActStatus& statuses(std::size_t set, const model::Act& act);
  std::vector<ActStatus> all_statuses() const;
  NodeId in_scope(model::NormId id, const model::Act& act);
  NodeId in_force(model::NormId id);
  NodeId in_force(const Interval& interval);
  using Counted = Grounder::Counted;
  std::vector<Counted> counted_as(const model::Act& act);
  ActStatus decided_again(const ActStatus& status, const Superiors& superiors,
                          std::span<const model::NormId> without);
  NodeId body(const model::Expr& expr, Bindings bindings);
  NodeId body_in(std::size_t set, const model::Expr& expr);

  NodeId fact(model::FactId id, Tuple arguments);
  Input fact_input(model::FactId id, Tuple arguments) const;
  Input deed_input(const model::Act& act) const;
  NodeId exists(model::IndividualId individual);
  NodeId exist(Bindings individuals);
  bool belongs(model::IndividualId individual, model::TypeId type) const;
  bool matches(const model::ActPattern& pattern, Bindings arguments) const;
  /// What the binding sets list there, each once, in their order.
  template <class Id>
  std::vector<Id> binding(std::vector<Id> model::NormSet::*list) const {
    std::vector<Id> all;
    std::set<Id> known;
    for (std::size_t set : world.binding)
      for (Id id : world.sets[set].set.*list)
        if (known.insert(id).second) all.push_back(id);
    return all;
  }

  const World& world;
  const model::Model& model;
  Builder builder;
  std::optional<Span> today_without_date;
  std::vector<GroundAlternative> alternatives;

 private:
  NodeId compare(const model::Expr& expr, Tuple& environment);
  NodeId equal(const model::Expr& left, const model::Expr& right, Tuple& environment);
  NodeId status(const model::Expr& expr, Tuple& environment);
  NodeId status_of(const model::Expr& expr, const model::Act& act);
  NodeId today(const Span& span);

  /// Calls `use(tuple, condition)` for every tuple of values that the arguments can have.
  template <class Use>
  void each_tuple(const std::vector<model::Expr>& arguments, Tuple& environment, Use use);
  /// Calls `use(condition)` for every binding of the binders that the `where` does not exclude
  /// outright; bindings stand in the environment meanwhile.
  template <class Use>
  void each_binding(const model::Expr& quantifier, Tuple& environment, Use use);

  /// Counts one binding of an individual to a variable; throws ResourceLimit past the bound, so that no question hangs.
  void count_binding();
  NodeId definition_body(model::DefinitionId id, const Tuple& arguments);
  NodeId done_body(const model::Act& act);
  NodeId done_through_kinds(const model::Act& act);
  NodeId in_component(std::uint32_t component, GroundKey key);
  NodeId body_of(const GroundKey& key);

  void collect_instances(ActStatus& status);
  void decide_standing(ActStatus& status, const Superiors& superiors);
  void decide_questions(ActStatus& status);

  /// A fixed point that is being built.
  struct Open {
    std::uint32_t begin = 0;
    std::vector<GroundKey> keys;
    std::vector<NodeId> members;
  };
  /// Counts nested calls, so that a long chain of definitions ends in a message and not in a stack
  /// overflow.
  struct Depth {
    explicit Depth(std::uint32_t& depth);
    ~Depth() { --depth_; }
    std::uint32_t& depth_;
  };

  std::unordered_map<GroundKey, NodeId, GroundKeyHash> memo_;
  std::map<std::pair<std::size_t, std::uint32_t>, Open> open_;  ///< by norm set and component
  std::map<std::pair<std::size_t, model::Act>, ActStatus> statuses_;
  std::vector<std::vector<std::vector<model::NormId>>>
      norms_about_;                                ///< by set and action, sorted by qualified name
  std::vector<std::vector<std::uint32_t>> place_;  ///< by set and NormId: its place in the set
  std::vector<model::AttributionId> attributions_;
  std::vector<std::vector<std::pair<model::ActionId, std::size_t>>>
      kinds_;                              ///< by general action: the specific action and its kind
  std::vector<std::uint32_t> generality_;  ///< by action: every kind of it has a smaller number
  std::size_t set_ = 0;  ///< the norm set that operators without `under` speak of at the moment
  std::uint32_t depth_ = 0;
  std::size_t bindings_ = 0;
};

}  // namespace grotius::ground
