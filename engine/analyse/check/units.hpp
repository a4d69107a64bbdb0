#pragma once
// The units of a check (cache.hpp): which subjects belong together, and what each unit rests on.

#include <map>
#include <string>
#include <vector>

#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

class Units {
 public:
  /// O(norm set). The study must outlive it.
  explicit Units(const Study& study);

  /// Names of units: "about ACTION, …", "definition NAME", "thesis NAME".
  const std::string& of(model::ActionId action) const { return of_action_[index(action)]; }
  const std::string& of(model::NormId norm) const { return of(study_.model[norm].act.action); }
  std::string of(model::DefinitionId definition) const;
  std::string of_thesis(std::string_view thesis) const;
  /// Every unit, with the text of all that it rests on: equal texts, equal findings. O(what the units reach).
  std::map<std::string, std::string> fingerprints() const;

 private:
  class Reader;
  std::string shared_text() const;

  const Study& study_;
  std::vector<std::string> of_action_;  ///< by ActionId
};

}  // namespace grotius::analyse
