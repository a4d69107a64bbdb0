#pragma once
// What the steps of a derivation claim, in prose.

#include <string>

#include "engine/explain/derive.hpp"

namespace grotius::cli {

/// "5000 or more", "at most 4999", "between 1 and 5", "whatever it is".
std::string range_words(const explain::Range& range, const model::Sort& sort);

class DerivationWords {
 public:
  DerivationWords(const model::Model& model, const explain::Derivation& derivation);

  /// One sentence: "Serbia does not consent …", "14 >= 9: affirmative_votes(r) >= 9", "un_charter.self_defence does not apply".
  std::string claim(const explain::Step& step) const;
  /// Where it comes from: "given, S/RES/1199 (1998)", "presumed: no line says otherwise", "charter art. 27(3)"; may be empty.
  std::string origin(const explain::Step& step) const;
  /// What a step rests on, as a reader sees it: steps that only join or apply others are passed through.
  std::vector<explain::StepId> grounds(explain::StepId id) const;
  /// A step that says nothing but what the single step below it says.
  explain::StepId shown(explain::StepId id) const;

  std::string individual(model::IndividualId id) const;
  std::string value(const explain::Step& step) const;
  std::string act(const model::Act& act) const;

 private:
  std::string atom(const explain::Step& step) const;
  std::string filled(const std::string& text, const std::string& name, const std::vector<model::Variable>& variables,
                     const std::vector<model::IndividualId>& arguments) const;
  std::string expression(const explain::Step& step) const;

  const model::Model& model_;
  const explain::Derivation& derivation_;
};

}  // namespace grotius::cli
