#pragma once
// Reasons why a set of changes does not do it: a few inputs whose values suffice for that, whatever else is changed. Private to the folder.

#include <span>

#include "engine/explore/change_oracle.hpp"
#include "engine/explore/change_structure.hpp"

namespace grotius::explore {

/// Says of every set of changes: if each of these inputs still may have one of these values, then it does not do it.
struct Reason {
  struct Blamed {
    ground::InputId input{};
    std::vector<bool> classes;  ///< by class of its alternatives: whether those values are blamed
  };
  std::vector<Blamed> blamed;          ///< by input
  bool known = false;                  ///< it speaks against a set only if the inputs *must* have such values under it
  std::vector<ground::InputId> undone; ///< and only if it changes none of these deeds to not done, which would require something
};

class Reasons {
 public:
  Reasons(const ChangeProblem& problem, const Structure& structure) : problem_(problem), structure_(structure) {}

  /// Of a counterexample, as the oracle left it.
  Reason of_counterexample(const ChangeOracle& oracle, const Changed& changed);
  /// Of a goal that fails for certain.
  Reason of_failure(const ChangeOracle& oracle, const Changed& changed);
  /// Of there being no completion.
  Reason of_impossibility(const ChangeOracle& oracle, const Changed& changed);

 private:
  enum class Seen : std::int8_t { no = 0, yes = 1, undecided = -1 };

  void begin(const Changed& changed);
  void measure();
  std::uint32_t measure(ground::NodeId id) const;
  std::uint32_t measure_input(std::uint32_t input) const;
  std::uint32_t measure_tally(const Tally& tally, Seen truth) const;
  std::vector<ground::NodeId> chosen(const Tally& tally, Seen truth) const;
  void explain(ground::NodeId node);
  void explain_operands(const ground::Node& node, Seen truth, std::vector<ground::NodeId>& pending);
  void take_literal(ground::NodeId id);
  void take_value(std::uint32_t input);
  template <class Blames>
  void take(std::uint32_t input, const Blames& blames);
  void take_requirements();
  void clear();
  Reason taken(bool known) const;
  Seen seen(ground::NodeId node) const { return seen_[ground::index(node)]; }

  const ChangeProblem& problem_;
  const Structure& structure_;

  const Changed* changed_ = nullptr;
  std::vector<Seen> seen_;                        ///< by NodeId: its truth in this view
  std::vector<std::optional<std::int64_t>> values_;  ///< by InputId: its value in this view; nothing: any
  std::vector<std::uint32_t> size_;               ///< by NodeId: inputs of a reason for what it is, about
  std::vector<bool> explained_;                   ///< by NodeId
  std::vector<std::vector<bool>> taken_;          ///< by InputId: the classes that are blamed; empty: not taken
  std::vector<std::uint32_t> inputs_;             ///< taken, in order
  std::vector<ground::InputId> undone_;
};

}  // namespace grotius::explore
