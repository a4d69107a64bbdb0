#pragma once
// What all analyses of one norm set share: its world, what its conditions demand of a universe, the symbolic programs over the
// universes that were needed, and the report that is being written.

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "engine/analyse/check/check.hpp"
#include "engine/analyse/check/decider.hpp"
#include "engine/analyse/check/norm_demands.hpp"

namespace grotius::analyse {

class Units;

struct Study {
  Study(ground::World world, const CheckOptions& options, Effort effort, Report& report);

  const model::Model& model;
  ground::World world;  ///< without a universe; sets[0] is the norm set that is checked
  const CheckOptions& options;
  Effort effort;
  Report& report;
  NormDemands demands;
  std::set<model::DefinitionId> never_hold;  ///< found to hold in no situation

  const model::NormSet& set() const { return world.sets[0].set; }
  const model::Superiority& superiority() const { return world.sets[0].superiority; }
  const Units* units = nullptr;   ///< where a cache is used
  std::set<std::string> settled;  ///< units of which the report holds already what there is to find

  /// The actions that the norm set can see, the general before their kinds: what else is loaded has nothing to do with it.
  const std::vector<model::ActionId>& actions() const { return actions_; }
  /// Whether a subject is to be asked about, or what is found of it is known already.
  bool asks(model::ActionId action) const;
  bool asks(model::NormId norm) const { return asks(model[norm].act.action); }
  bool asks(model::DefinitionId definition) const;
  bool asks(model::ThesisId thesis) const;
  bool wants(FindingKind kind) const { return options.kinds.empty() || options.kinds.contains(kind); }

  /// The universe that suffices for these demands and the constraints, or why none does; at least `--scope` individuals of each open type.
  const Scope& scope(const Demands& demands);
  /// The same without the constraints of this study's own world.
  Scope scope_alone(const Demands& demands) const;
  /// A program over the universe; one for each universe, made when it is first asked for. Throws ground::ResourceLimit.
  Symbolic& symbolic(const Scope& scope);
  /// Unnamed individuals by type name.
  std::map<std::string, std::uint32_t> universe(const Scope& scope) const;

  /// The names by which `tolerate` finds a norm: its own, qualified where another of the set has the same.
  std::string name_of(model::NormId norm) const;
  std::string name_of(model::ActionId action) const;

  /// Nothing of this kind was seen: listed where the universe is not proved to suffice.
  void not_seen(FindingKind kind, std::vector<std::string> names, std::vector<model::NormId> norms, const Scope& scope);
  void undecided(FindingKind kind, std::vector<std::string> names, std::vector<model::NormId> norms, std::string reason);
  /// Runs one step of an analysis; a limit that is reached there leaves its subject undecided.
  void attempt(FindingKind kind, const std::vector<std::string>& names, const std::vector<model::NormId>& norms,
               const std::function<void()>& step);

 private:
  std::vector<model::ActionId> actions_;
  /// What a scope depends on: how many existentials there are of each kind, counted either way.
  using Counts = std::tuple<std::map<Demands::Existential, std::uint64_t>, std::map<Demands::Existential, std::uint64_t>, bool,
                            std::set<std::string>>;
  std::map<std::vector<std::uint32_t>, std::unique_ptr<Symbolic>> symbolics_;
  std::map<Counts, Scope> scopes_;  ///< most norms demand as much as others do
  std::optional<Demands> of_constraints_;
  std::unordered_map<std::string_view, std::size_t> named_;  ///< how many norms of the set have a name
};

/// A witness in words: what a case file states, and the story of it. `status`, where it is given, is that of the act.
Witness in_words(const Symbolic& symbolic, const search::Witness& witness, const model::Act* act);

/// What one must look at to find something: for each way in which it can show itself a truth, and the act or tuple that it is about.
struct Ways {
  std::vector<ground::NodeId> goals;
  std::vector<model::Act> acts;  ///< parallel to goals, or empty
};

/// One analysis step: is one of the ways possible, and if so by which witness? Programs must be grounded already.
struct Shows {
  Possible possible = Possible::undecided;
  std::optional<Witness> witness;
  std::size_t way = 0;
  std::string reason;
};
Shows show(Decider& decider, const Symbolic& symbolic, const Ways& ways);

}  // namespace grotius::analyse
