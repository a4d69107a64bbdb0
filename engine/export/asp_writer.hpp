#pragma once
// Writes an answer set program piece by piece, private to the folder: whatever a rule speaks of is
// put on a list and written when its turn comes, once for each norm set in which it is asked.
// Conditions become rule bodies; what is no plain literal gets a predicate of its own over its free
// variables, so that negation always stands before one atom. Definitions are rules with a head,
// never assertions.

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::exporting {

/// A variable of the program: its name there and the type that it ranges over.
struct Bound {
  std::string name;
  model::TypeId type{};
};
/// By slot.
using Variables = std::map<std::uint32_t, Bound>;

class AspWriter {
 public:
  AspWriter(const ground::World& world, const ground::Snapshot& snapshot, Diagnostics& diagnostics,
            Span asked_at);

  /// The whole program for a question.
  std::string write(const model::Question& question);

 private:
  /// A term, and the literals that bind it.
  struct Term {
    std::string text;
    std::vector<std::string> literals;
  };
  using Literals = std::vector<std::string>;

  // expressions (asp_expressions.cpp)
  Literals condition(const model::Expr& expr, const Variables& variables);
  Literals denied(const model::Expr& expr, const Variables& variables);
  std::string auxiliary(const Variables& variables, const model::Expr& expr,
                        const std::vector<Literals>& bodies);
  std::string as_atom(const model::Expr& expr, const Variables& variables);
  std::string some(const model::Expr& quantifier, const Variables& variables,
                   const Literals* further);
  Term term(const model::Expr& expr, const Variables& variables);
  Term aggregate(const model::Expr& expr, const Variables& variables);
  Term application(const std::string& predicate, const std::vector<model::Expr>& arguments,
                   const Variables& variables, bool has_value);
  Literals comparison(const model::Expr& expr, const Variables& variables, std::string_view sign);
  Variables extended(const Variables& variables, const std::vector<model::Variable>& binders);
  std::string number(std::int64_t value);

  // what is spoken of (asp_definitions.cpp)
  std::string fact(model::FactId id);
  std::string definition(model::DefinitionId id);
  std::string done(model::ActionId id);
  std::string type(model::TypeId id);
  std::string individual(model::IndividualId id);
  void write_fact(model::FactId id);
  void write_definition(model::DefinitionId id);
  void write_done(model::ActionId id);
  void write_requirements();
  void report_unknown(const ground::Input& input);
  template <class Use>
  void each_tuple(const std::vector<model::Variable>& parameters, Use use);
  /// Variables X0, X1, … for the slots of a head.
  static Variables head(const std::vector<model::Variable>& parameters);
  /// The variables and individuals of a pattern; the literals bind the variables to their types.
  Variables head(const model::ActPattern& pattern, Literals& literals);

  // norms (asp_norms.cpp)
  std::string status(std::size_t set, model::ActionId action, std::string_view name);
  std::string applies(std::size_t set, model::NormId norm);
  std::string counts_as(model::ActionId special, model::ActionId general);
  void write_statuses(std::size_t set, model::ActionId action);
  void write_applies(std::size_t set, model::NormId norm);
  void write_counts_as(model::ActionId special, model::ActionId general);
  bool is_or_is_below(model::ActionId special, model::ActionId general) const;
  bool in_force(const model::Norm& norm) const;

  // text
  static std::string call(const std::string& predicate, const std::vector<std::string>& arguments);
  static std::vector<std::string> names(const Variables& variables);
  void rule(const std::string& head, const Literals& body);
  /// A rule that never fires: the predicate is there, though nothing may make it true.
  void never(const std::string& predicate, std::size_t arity);
  Literals domains(const Variables& variables);
  std::string fresh() { return "aux" + std::to_string(auxiliaries_++); }
  /// Puts a predicate on the list the first time that it is named.
  std::string once(std::string predicate, std::function<void()> write);

  const ground::World& world_;
  const model::Model& model_;
  const ground::Snapshot& snapshot_;
  Diagnostics& diagnostics_;
  Span asked_at_;
  std::size_t set_ =
      0;  ///< the norm set in which operators without `under` are asked at the moment
  std::size_t auxiliaries_ = 0;
  std::size_t bound_ = 0;
  std::set<std::string> named_;
  std::deque<std::function<void()>> pending_;
  std::string text_;
};

}  // namespace grotius::exporting
