#pragma once
// The things of a norm model in prose: individuals by their labels, acts and facts by their
// templates, expressions in words.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/derivation.hpp"
#include "engine/model/model.hpp"

namespace grotius::cli {

class ModelWords {
 public:
  explicit ModelWords(const model::Model& model) : model_(model) {}

  /// Phrases for the variables of an expression, by their names in the text.
  using Phrases = std::map<std::string, std::string, std::less<>>;

  /// The label, or the name in words; for as long as `called` says so, another phrase ("this
  /// state").
  std::string individual(model::IndividualId id) const;
  std::map<model::IndividualId, std::string> called;

  /// "council resolution"
  std::string noun(model::TypeId type) const;
  std::string value(const model::Sort& sort, std::int64_t value) const;
  /// "5 000 or more", "at most 4 999", "between 1 and 5", "whatever it is"
  std::string range(const model::Sort& sort, const explain::Range& range) const;

  /// Sentences, or of values noun phrases, with individuals filled in; `denies` makes it the
  /// denial.
  std::string act(const model::Act& act) const;
  std::string atom(const model::Atom& atom, bool denies = false) const;
  std::string definition(std::uint32_t ref, const std::vector<model::IndividualId>& arguments,
                         bool denies = false) const;
  /// What a case supposes of an atom: "NATO is not a regional arrangement", "the deaths among … to
  /// be 5 000 or more".
  std::string supposed(const model::Atom& atom, const explain::Range& value) const;
  /// "the reading on whether …" of a reading, "deaths that count as …" of a number; the name in
  /// words where it has no title.
  std::string parameter(std::uint32_t ref) const;

  /// What a condition says, or its denial.
  std::string condition(const model::Expr& expr, const Phrases& phrases, bool denies = false) const;
  /// What a quantifier says; where that is long, how many conditions it makes.
  std::string brief(const model::Expr& expr, const Phrases& phrases) const;
  /// A term: an individual, a noun phrase, a number.
  std::string term(const model::Expr& expr, const Phrases& phrases) const;
  /// How the first operand of a comparison relates to the second: "at least", "before"; nothing for
  /// equality. `mirrored`: the second to the first.
  static std::string relation(model::ExprKind kind, const model::Sort& sort, bool mirrored);
  /// What the binders of a quantifier are called in its body, "this state"; two of one type are
  /// "the first state" and "the second state".
  Phrases bound(const model::Expr& expr, const Phrases& around) const;
  /// "a state", "a state and a population": what a quantifier ranges over.
  std::string ranges_over(const model::Expr& expr) const;

  /// "charter art. 2(4); nicaragua para. 190 (custom)". The documents are remembered.
  std::string cite(const std::vector<model::Citation>& sources) const;
  /// The documents that were cited so far, in that order; whether a citation was marked as
  /// unconfirmed.
  mutable std::vector<model::DocumentId> cited;
  mutable bool unconfirmed = false;

  const model::Model& model() const { return model_; }
  /// A template with its holes filled, or the name with the arguments.
  std::string filled(std::string_view text, std::string_view name,
                     const std::vector<model::Variable>& variables,
                     const std::vector<std::string>& arguments, bool denies = false) const;

 private:
  std::vector<std::string> individuals(const std::vector<model::IndividualId>& ids) const;
  std::string application(const model::Expr& expr, const Phrases& phrases, bool denies) const;
  std::string quantified(const model::Expr& expr, const Phrases& phrases) const;

  const model::Model& model_;
};

}  // namespace grotius::cli
