#pragma once
// Scope: how many unnamed individuals of each type a symbolic question needs before its answer
// holds for all situations (semantics.md, Scope). The question is unfolded to its quantifiers; what
// counts is which existentials stand within which universals. Where the quantifiers run in a
// circle, or aggregates and recursion range over open types, no number suffices and the reason is
// kept: results are then `up to scope`, never `complete`.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
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

/// What a bound variable or an argument stands for, as a number: equal numbers, equal individuals in every situation.
using Term = std::uint32_t;
using Terms = std::vector<Term>;

/// The demands of a formula in negation normal form: for each existential its type and the types of
/// the universals around it, with how often it occurs. They are counted in two ways, both sound. `existentials` adds up what must hold
/// together and takes the greater of alternatives. `shared` knows each existential by its formula and what its variables stand for, and
/// counts it once however often it occurs (one witness serves all), but counts every alternative. The better one bounds the universe.
struct Demands {
  struct Existential {
    model::TypeId type{};
    std::vector<model::TypeId> within;  ///< sorted
    friend auto operator<=>(const Existential&, const Existential&) = default;
  };
  using Shared = std::pair<Existential, Term>;
  static constexpr std::size_t kShared = 256;  ///< more are not told apart

  std::map<Existential, std::uint64_t> existentials;
  std::map<Shared, std::uint64_t> shared;
  bool too_many = false;            ///< `shared` was given up
  std::set<std::string> obstacles;  ///< reasons for which no bound exists, in words

  /// Both hold together.
  void add(const Demands& other);
  /// What suffices for either of two: a disjunction needs the witnesses of one disjunct only.
  void either(const Demands& other);
  /// So many of it, all different.
  void repeat(std::uint64_t times);
  /// How many there are of each kind where each formula counts once.
  std::map<Existential, std::uint64_t> counted_once() const;

 private:
  void share(const Demands& other);
};

/// Numbers for terms; readers that have one table know each other's terms.
class TermTable {
 public:
  Term of(const std::string& text) { return numbers_.try_emplace(text, static_cast<Term>(numbers_.size() + 1)).first->second; }
  /// A term that equals no other.
  Term fresh() { return of("fresh " + std::to_string(numbers_.size())); }
  /// The variable in a slot of the question itself.
  Term free(std::uint32_t slot) { return of("free " + std::to_string(slot)); }
  Terms fresh(std::size_t count) {
    Terms terms;
    for (std::size_t i = 0; i < count; ++i) terms.push_back(fresh());
    return terms;
  }

 private:
  std::map<std::string, Term> numbers_;
};

/// Unfolds expressions of a norm set. Deontic operators other than `done` count as free atoms, unless
/// `of_status` unfolds them (`NormDemands`). Definitions and deeds are unfolded once for each polarity and tuple of terms; parameters
/// with a known value are constants.
class DemandReader {
 public:
  using OfStatus = std::function<Demands(const model::Expr& status, const Terms& arguments, bool positive)>;
  DemandReader(const model::Model& model, const model::NormSet& set, const model::Strata& strata,
               OfStatus of_status = {}, std::shared_ptr<TermTable> table = std::make_shared<TermTable>());

  /// Of a condition that is asserted (`positive`) or denied; `terms` for the slots of its head, which otherwise are those of the question.
  Demands of(const model::Expr& condition, bool positive, const Terms& terms);
  Demands of(const model::Expr& condition, bool positive) { return of(condition, positive, Terms{}); }
  /// Of a deed of the action, which counts as done or not.
  Demands of_done(model::ActionId id, const Terms& arguments, bool positive);
  /// The same within universals over the types of these binders.
  static Demands within(Demands demands, const std::vector<model::Variable>& universals);
  /// Of all constraints of the set, which hold.
  Demands of_constraints();
  /// Terms unlike all others: for individuals of which nothing is known.
  Terms fresh(std::size_t count) { return table_->fresh(count); }
  /// One witness of a type, unlike every other.
  Demands witness(model::TypeId type);

 private:
  Demands read(const model::Expr& expr, bool positive);
  Demands of_quantifier(const model::Expr& expr, bool positive);
  Demands of_comparison(const model::Expr& expr, bool positive);
  Demands of_count(const model::Expr& count, std::int64_t at_least, bool positive);
  Demands of_number(const model::Expr& expr);
  Demands of_definition(model::DefinitionId id, const Terms& arguments, bool positive);
  Demands of_body(const model::Definition& definition, const Terms& arguments, bool positive);
  Demands of_deed(model::ActionId id, const Terms& arguments, bool positive);
  Demands of_component(std::uint32_t component, bool positive);
  Demands of_arguments(const model::Expr& expr);
  Demands of_junction(const model::Expr& expr, bool positive);
  Demands of_witnesses(const model::Expr& expr, bool positive);
  bool is_open(model::TypeId type) const { return !model_[type].closed; }
  const model::Expr& unfolded(const model::Expr& number) const;
  void forbid_open(Demands& demands, const std::vector<model::Variable>& binders,
                   const char* what) const;

  // demand_terms.cpp: what variables and arguments stand for
  Term slot(std::uint32_t number);
  Term term(const model::Expr& expr);
  Terms arguments(const model::Expr& expr);
  void bind(const model::Expr& quantifier, bool positive);
  std::string identity(const model::Expr& quantifier, bool positive);
  const std::set<std::uint32_t>& free_slots(const model::Expr& expr);
  std::optional<bool> constant(const model::Expr& expr) const;

  const model::Model& model_;
  const model::NormSet& set_;
  const model::Strata& strata_;
  OfStatus of_status_;
  std::shared_ptr<TermTable> table_;
  Term self_ = 0;  ///< tells apart what readers of different sets understand differently
  Terms environment_;
  std::map<std::tuple<std::uint32_t, bool, Terms>, Demands> definitions_;
  std::map<std::tuple<std::uint32_t, bool, Terms>, Demands> done_;
  std::map<std::pair<std::uint32_t, bool>, Demands> components_;
  std::set<std::uint32_t> open_;  ///< components that are being read
  std::map<const model::Expr*, std::set<std::uint32_t>> free_slots_;
};

/// The number of unnamed individuals of each type (by TypeId) that suffices, or why none does.
struct Scope {
  std::vector<std::uint32_t> unnamed;
  bool complete = false;
  std::string reason;  ///< of an incomplete one
};

/// Solves the demands along the graph of types. Where there is no bound, the scope is incomplete
/// and every open type has `otherwise` unnamed individuals. `homes`: the modules whose individuals belong to the universe; all where it
/// is empty.
Scope scope_of(const model::Model& model, const Demands& demands, std::uint32_t otherwise,
               const std::vector<model::ModuleId>& homes = {});

}  // namespace grotius::analyse
