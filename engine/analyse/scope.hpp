#pragma once
// Scope: how many unnamed individuals of each type a symbolic question needs before its answer
// holds for all situations (semantics.md, Scope). The question is unfolded to its quantifiers; what
// counts is which existentials stand within which universals. Where the quantifiers run in a
// circle, or aggregates and recursion range over open types, no number suffices and the reason is
// kept: results are then `up to scope`, never `complete`.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/model/norm_set.hpp"
#include "engine/model/strata.hpp"

namespace grotius::analyse {

struct ScopeLimits {
  static constexpr std::uint64_t unnamed =
      24;  ///< of one type; more makes the result `up to scope`
};

/// The demands of a formula in negation normal form: for each existential its type and the types of
/// the universals around it, with how often it occurs.
struct Demands {
  struct Existential {
    model::TypeId type{};
    std::vector<model::TypeId> within;  ///< sorted
    friend auto operator<=>(const Existential&, const Existential&) = default;
  };
  std::map<Existential, std::uint64_t> existentials;
  std::set<std::string> obstacles;  ///< reasons for which no bound exists, in words

  void add(const Demands& other, std::uint64_t times = 1);
  /// What suffices for either of two: a disjunction needs the witnesses of one disjunct only.
  void either(const Demands& other);
};

/// Unfolds expressions of a norm set. Deontic operators other than `done` count as free atoms, unless
/// `of_status` unfolds them (`NormDemands`). Definitions and deeds are unfolded once for each polarity: O(size of the
/// norm set).
class DemandReader {
 public:
  using OfStatus = std::function<Demands(const model::Expr& status, bool positive)>;
  DemandReader(const model::Model& model, const model::NormSet& set, const model::Strata& strata,
               OfStatus of_status = {});

  /// Of a condition that is asserted (`positive`) or denied.
  Demands of(const model::Expr& condition, bool positive);
  /// Of a deed of the action, which counts as done or not.
  Demands of_done(model::ActionId id, bool positive);
  /// The same within universals over the types of these binders.
  static Demands within(Demands demands, const std::vector<model::Variable>& universals);
  /// Of all constraints of the set, which hold.
  Demands of_constraints();
  /// One witness of a type.
  Demands witness(model::TypeId type, std::uint64_t how_many = 1) const;

 private:
  Demands of_quantifier(const model::Expr& expr, bool positive);
  Demands of_comparison(const model::Expr& expr, bool positive);
  Demands of_count(const model::Expr& count, std::int64_t at_least, bool positive);
  Demands of_number(const model::Expr& expr);
  Demands of_definition(model::DefinitionId id, bool positive);
  Demands of_body(const model::Definition& definition, bool positive);
  Demands of_deed(model::ActionId id, bool positive);
  void of_component(std::uint32_t component, bool positive);
  Demands of_arguments(const model::Expr& expr);
  Demands of_junction(const model::Expr& expr, bool positive);
  bool is_open(model::TypeId type) const { return !model_[type].closed; }
  const model::Expr& unfolded(const model::Expr& number) const;
  void forbid_open(Demands& demands, const std::vector<model::Variable>& binders,
                   const char* what) const;

  const model::Model& model_;
  const model::NormSet& set_;
  const model::Strata& strata_;
  OfStatus of_status_;
  std::map<std::pair<std::uint32_t, bool>, Demands> definitions_;
  std::map<std::pair<std::uint32_t, bool>, Demands> done_;
};

/// The number of unnamed individuals of each type (by TypeId) that suffices, or why none does.
struct Scope {
  std::vector<std::uint32_t> unnamed;
  bool complete = false;
  std::string reason;  ///< of an incomplete one
};

/// Solves the demands along the graph of types. Where there is no bound, the scope is incomplete
/// and every open type has `otherwise` unnamed individuals.
Scope scope_of(const model::Model& model, const Demands& demands, std::uint32_t otherwise);

}  // namespace grotius::analyse
