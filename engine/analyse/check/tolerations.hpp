#pragma once
// Findings that a module tolerates (language.md, toleration of a finding), and tolerations of
// nothing.

#include <set>

#include "engine/analyse/check/finding.hpp"

namespace grotius::analyse {

/// The tolerations that speak of the findings about a module: its own, those of the modules that it
/// includes, and those of files without a module.
class Tolerations {
 public:
  Tolerations(const model::Model& model, model::ModuleId module);

  /// The reason for which a finding is tolerated, or null. The names may come in any order; a
  /// toleration may write them qualified or not. Linear in the tolerations of the kind.
  const std::string* reason(FindingKind kind, const std::vector<std::string>& names) const;

  /// Moves what is tolerated from the findings of the report to `Report::tolerated`. Then every
  /// toleration of the module itself that matched nothing is a finding, where its kind was looked
  /// for (`kinds`; empty: all) and nothing that was merely counted, left undecided, or not seen up
  /// to scope might be what it means. Findings stay sorted by kind, then names.
  void apply(Report& report, const std::set<FindingKind>& kinds) const;

 private:
  struct One {
    FindingKind kind;
    const model::Toleration* text;
  };
  bool speaks_of(const One& toleration, FindingKind kind,
                 const std::vector<std::string>& names) const;
  bool may_mean_something(const One& toleration, const Report& report) const;

  const model::Model& model_;
  model::ModuleId module_;
  std::vector<One> all_;
};

}  // namespace grotius::analyse
