#pragma once
// What a check found, kept for the next one. The subjects of a check fall into units: actions that kinds, incompatibilities or
// stated priorities join, with all norms about them; single definitions; single theses. What is found of a unit rests only on what
// its conditions reach. So each unit has a fingerprint, the text of all that it rests on with names resolved; while that stays the same, what
// was found stays true, and only its places in the files are looked up anew.

#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

class CheckCache {
 public:
  CheckCache();
  ~CheckCache();
  CheckCache(const CheckCache&) = delete;
  CheckCache& operator=(const CheckCache&) = delete;

  /// Before the analyses: adds to the report what is known of units that did not change, and tells the study to ask about the others only.
  void recall(Study& study);
  /// After them: keeps what was found of the units that were asked. Units with something undecided are asked again next time.
  void keep(const Study& study);

  /// Of the last check: how many units there are, and how many were asked again.
  std::size_t units() const;
  std::size_t asked() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace grotius::analyse
