#pragma once
// What an interview collected, as a case file: a situation with what was replied, and the question. Asked together with the files of the
// interview it has the answer of the interview, for what may not be presumed any more is stated to be unknown.

#include <string>

#include "engine/analyse/answer.hpp"
#include "engine/explore/interview.hpp"

namespace grotius::explore {

struct CaseNames {
  std::string situation;  ///< of the new situation
  /// The interview was in a situation of the files, which the new one extends; else that situation is written anew with its individuals.
  bool extends = true;
};

/// A name for the new situation that no situation of the model has.
std::string free_name(const model::Model& model, const std::string& wish);

/// The text, in the canonical layout. `expected` is written to the question, unless it is `unknown`. Linear in the replies and the inputs of which
/// nothing was said.
std::string case_text(const Interview& interview, const CaseNames& names, analyse::Verdict expected);

/// The settings of the question with what was replied about open parameters.
std::vector<model::Setting> settings_of(const Interview& interview);

}  // namespace grotius::explore
