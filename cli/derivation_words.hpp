#pragma once
// What the steps of a derivation claim, in prose. A claim that fails has the same sentence as one
// that holds: what shows it marks it as not so; only where there is no room for a mark (JSON) it is
// denied in words.

#include <string>
#include <vector>

#include "cli/model_words.hpp"
#include "engine/explain/derive.hpp"

namespace grotius::cli {

class DerivationWords {
 public:
  DerivationWords(const model::Model& model, const explain::Derivation& derivation)
      : words(model), model_(model), derivation_(derivation) {}

  /// One sentence, without its denial: "Serbia consents …", "the number of votes in favour of …: at
  /// least 9; it is 7".
  std::string sentence(const explain::Step& step) const;
  /// The sentence, denied where the claim fails.
  std::string claim(const explain::Step& step) const;
  /// Where it comes from: "given, S/RES/1199 (1998)", "presumed", "charter art. 27(3)"; may be
  /// empty. A comparison has the origins of what it compares.
  std::string origin(const explain::Step& step) const;

  /// What an expression compares or adds up, apart from individuals and numbers of the text: leaves
  /// (facts, parameters, the day), whose values and origins its own sentence and origin tell, and
  /// claims that have grounds of their own.
  struct Operands {
    std::vector<explain::StepId> leaves;
    std::vector<explain::StepId> others;
  };
  Operands operands(const explain::Step& step) const;
  /// An expression that tells the values of its operands itself.
  static bool compares_or_adds(const model::Expr& expr);
  /// The claim that an expression only passes on, as `f(x)` passes on the fact; else itself.
  explain::StepId passed_on(explain::StepId id) const;
  /// The individuals of an expression's free variables.
  ModelWords::Phrases phrases(const explain::Step& step) const;
  /// "permits", "would permit": a norm's verb.
  static std::string_view verb(model::Modality modality, bool would);
  /// `prohibition_of_force “States shall refrain from the use of force”`
  std::string norm(model::NormId id) const;

  ModelWords words;

 private:
  std::string expression(const explain::Step& step) const;
  std::string comparison(const explain::Step& step) const;
  std::string equality(const explain::Step& step) const;
  std::string membership(const explain::Step& step) const;
  std::string some_of(const explain::Step& step) const;
  std::string stands(const explain::Step& step) const;
  std::string why_not(const explain::Step& step) const;
  std::string of_status(const explain::Step& step) const;
  std::string given(const explain::Step& step) const;
  std::string supposed(const explain::Step& step) const;
  std::string value(const explain::Step& step) const;

  /// An operand of a comparison with the step that gives its value; none for what the text or a
  /// variable gives.
  struct Operand {
    const model::Expr* expr = nullptr;
    const explain::Step* step = nullptr;
  };
  std::vector<Operand> compared(const explain::Step& step) const;
  std::string named(const Operand& operand, const explain::Step& step) const;
  std::string object(const Operand& operand, const explain::Step& step) const;

  const model::Model& model_;
  const explain::Derivation& derivation_;
};

}  // namespace grotius::cli
