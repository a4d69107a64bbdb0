#pragma once
// Where two norms meet: whether some act can be such that both are about it. The acts are taken
// role by role: on each path of `is` from an action to those of the two norms, the individuals and
// types that their heads name must leave something for every role.

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model {

/// Answers for many pairs of norms of one model; equal heads are asked once.
class Meetings {
 public:
  /// O(actions × their generals).
  explicit Meetings(const Model& model);

  bool meet(NormId a, NormId b) { return meet_patterns(pattern(a), pattern(b)); }

  /// The head of a norm as a number: the norms of one pattern meet the same norms.
  std::uint32_t pattern(NormId norm);
  bool meet_patterns(std::uint32_t a, std::uint32_t b);

 private:
  /// A path from an action up to a general one: for each role of the general action the role of the
  /// own one that fills it.
  struct Path {
    ActionId from{};
    std::vector<std::uint32_t> roles;
  };
  struct Pattern {
    const ActPattern* act = nullptr;
    bool reaches_kinds = true;  ///< `oblige` does not
  };

  void add_paths(ActionId from);
  bool compute(const Pattern& a, const Pattern& b) const;
  bool leave_an_act(ActionId action, const Path& to_a, const ActPattern& a, const Path& to_b,
                    const ActPattern& b) const;

  const Model& model_;
  std::vector<std::vector<Path>>
      below_;  ///< by the general action; sorted by `from`, itself included
  std::vector<Pattern> patterns_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_;
  std::unordered_map<std::uint64_t, bool> known_;
};

}  // namespace grotius::model
