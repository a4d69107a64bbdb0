#pragma once
// What the answers about one act owe to a few of its norms. Most of what decides about an act stays as it is where a norm is taken away,
// or no longer prevails over another: only that norm and those below it stand otherwise. An answer changes exactly where, of the
// norms for something, one that stands otherwise is the only one. So the question is a few conjunctions, not a second copy of all
// norms about the act. Private to the folder.

#include <map>
#include <optional>

#include "engine/analyse/check/questions.hpp"
#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

class Effects {
 public:
  /// O(instances + their superiors). The status must outlive it.
  Effects(Symbolic& symbolic, const ground::ActStatus& status);

  /// Cases of which one holds exactly where an answer about the act is another without the norm, superiority unchanged.
  std::vector<Case> without(model::NormId norm);
  /// The same where some norms have other superiors than they have.
  std::vector<Case> under(const std::map<model::NormId, std::vector<model::NormId>>& superiors);

 private:
  /// The norms that speak together, whether one of them stands decides an answer.
  enum Group { may, may_not, must, need_not, exempt, can, cannot, groups };

  using Instances = std::vector<std::uint32_t>;
  struct Change {
    std::optional<model::NormId> gone;
    const std::map<model::NormId, std::vector<model::NormId>>* superiors = nullptr;
    std::map<std::uint32_t, std::optional<ground::NodeId>> stands;  ///< of those that may stand otherwise; nothing: not yet known
  };

  const Instances& of(model::NormId norm) const;
  std::vector<Case> cases(Change& change, Instances from);
  ground::NodeId stands(Change& change, std::uint32_t instance);
  using Changed = std::map<std::uint32_t, ground::NodeId>;
  void add(std::vector<Case>& cases, Group group, const Changed& changed);
  void add(std::vector<Case>& cases, Case together) const;

  Symbolic& symbolic_;
  const ground::ActStatus& status_;
  std::map<model::NormId, Instances> of_norm_;
  std::vector<Instances> inferiors_;  ///< by instance: those that it may defeat
  Instances members_[groups];
  std::vector<ground::NodeId> silent_;  ///< by instance: it does not stand
  ground::NodeId must_{}, exists_{};
};

}  // namespace grotius::analyse
