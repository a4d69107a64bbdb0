#pragma once
// Which questions of the historical cases two norm sets answer differently.

#include <map>
#include <string>
#include <vector>

#include "engine/grotius.hpp"

namespace grotius::test {

/// What a case says of an act: *may*, *must* and *can* under each norm set.
struct CaseAnswer {
  std::string act;  ///< "military_intervention(nato, serbia)"
  std::string action;
  std::string title;                                               ///< of the situation
  std::map<std::string, std::map<std::string, std::string>> says;  ///< norm set, then question
};

/// The questions of examples/cases about an act, without settings of parameters, under each of the
/// norm sets, in the order of their files; an answer that depends on unknown facts is left out.
std::vector<CaseAnswer> answers_of_cases(const std::vector<std::string>& norm_sets);

}  // namespace grotius::test
