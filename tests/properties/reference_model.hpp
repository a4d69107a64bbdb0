#pragma once

// The one model of a complete situation under one norm set: deeds and definitions as least fixed
// points, norm instances, defeat and statuses (semantics.md, "Definitions", "Norms", "Statuses of
// an act"). Everything is worked out on demand, tuple by tuple, and kept.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/properties/dependencies.hpp"
#include "tests/properties/norm_world.hpp"
#include "tests/properties/reference_situation.hpp"
#include "tests/properties/superiority.hpp"

namespace grotius::properties {

enum class May { silent, permitted, forbidden, contested };
enum class Must { no, obliged, exempt, contested };
enum class Can { no, empowered, disabled, contested };

struct Statuses {
  May may = May::silent;
  Must must = Must::no;
  Can can = Can::no;
};

// The reported status: the first that holds of contested, obliged, forbidden, permitted, silent.
enum class Status { contested, obliged, forbidden, permitted, silent };
Status reported(const Statuses& statuses);

using Bindings = std::vector<std::pair<std::string, int>>;  // in the order of the norm's arguments
using Environment = std::vector<std::pair<std::string, Value>>;

// An instance that applies and is about the act at hand.
struct Instance {
  int norm = absent;
  Bindings bindings;
  bool stands = false;
  std::vector<std::size_t> defeated_by;  // places in the same list
};

// What does not change from completion to completion.
struct Asked {
  Asked(const World& asked_world, const Question& question, bool open = false);

  // All situations of the universe, and no norms: to compare the scopes of norms.
  Asked(const World& asked_world, const std::vector<int>& asked_under);

  const World& world;
  Snapshot situation;
  Dependencies dependencies;
  std::vector<int> under;
  std::vector<int> attributions, constraints;
  std::map<std::vector<int>, NormSet> norm_sets;  // that asked, and each module's own
};

class Model {
 public:
  Model(const Asked& asked, const State& state);

  // Every constraint holds and nothing is done of which the situation says `not done`.
  bool is_completion();

  bool holds(const Expression& expression, Environment& environment);
  Value value(const Expression& expression, Environment& environment);
  bool done(int action, const Tuple& arguments);
  Statuses statuses(int action, const Tuple& arguments);
  std::vector<Instance> instances(int action, const Tuple& arguments);

  // `when` holds of these bindings, `unless` does not, and norm and module are in force.
  bool applies(const Norm& norm, const Bindings& bindings);

  // The acts that this act is, through any number of steps whose conditions hold, itself included.
  std::set<std::pair<int, Tuple>> counts_as(int action, const Tuple& arguments);

  // The scope of a norm: it is about the act and its `when` holds, "exceptions and dates left
  // aside".
  bool in_scope(int norm, int action, const Tuple& arguments);

 private:
  using Act = std::pair<int, Tuple>;
  using Table = std::map<Tuple, Value>;

  Model(const Asked& asked, const State& state, std::vector<int> under);

  // reference_fixpoints.cpp
  void compute(int node);
  Value read(int node, const Tuple& arguments);
  Value evaluate(int node, const Tuple& arguments);
  bool evaluate_done(int action, const Tuple& arguments);
  Value evaluate_definition(const Definition& definition, const Tuple& arguments);
  const std::vector<Binder>& parameters(int node) const;

  // reference_expressions.cpp
  Tuple tuple(const std::vector<Expression>& operands, Environment& environment);
  Value quantified(const Expression& expression, Environment& environment);
  bool deontic(const Expression& expression, Environment& environment);
  Model& in(int module);

  // reference_norms.cpp
  void add_generals(int action, const Tuple& arguments, std::set<Act>& acts);
  std::optional<Bindings> match(const std::vector<Argument>& arguments, const Tuple& tuple) const;

  const Asked& asked_;
  const State& state_;
  const NormSet& norms_;
  std::map<int, std::unique_ptr<Model>> others_;  // by module, for `under`
  std::map<int, Table> tables_;                   // by node of the dependency graph
  std::map<Act, Statuses> statuses_;
};

Environment environment_of(const Bindings& bindings);

}  // namespace grotius::properties
