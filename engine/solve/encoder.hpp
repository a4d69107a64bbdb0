#pragma once
// From the nodes of a decision program to terms, for one copy of its inputs. Nodes are encoded when
// first asked about, without recursion on the stack, each once; what is certain under the knowledge
// is a constant.

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/solve/inputs.hpp"
#include "engine/solve/recursion.hpp"
#include "engine/solve/term_values.hpp"

namespace grotius::solve {

class Encoder {
 public:
  /// Terms that unfolding one component may make before its members become variables.
  static constexpr std::size_t usual_unfolding_budget = 50'000;

  /// Everything referred to must outlive it.
  Encoder(const ground::Program& program, const ground::Certain& certain,
          const Comparisons& comparisons, const Recursion& recursion, Terms& terms,
          std::vector<TermId>& axioms, Inputs& inputs, unsigned copy,
          std::size_t unfolding_budget = usual_unfolding_budget);

  TermId encode(ground::NodeId root);

  /// Adds axioms against what in the model is true only because it supports itself; false: there is
  /// nothing of the kind, the model stands. Must be asked after every satisfiable check. Reads
  /// inputs and members only.
  bool exclude_circles(TermValues& model);
  bool may_have_circles() const { return !completed_.empty(); }
  /// The variables of members that are not unfolded.
  const std::vector<TermId>& free_members() const { return free_members_; }

 private:
  bool known(ground::NodeId id) const { return encoded_[ground::index(id)].has_value(); }
  TermId at(ground::NodeId id) const { return *encoded_[ground::index(id)]; }
  bool decided(ground::NodeId id) const { return certain_->of[ground::index(id)].decided(); }
  /// The operands of the node that have to be encoded before it.
  std::span<const ground::NodeId> operands(ground::NodeId id) const;
  /// Adds to `pending` what must be encoded before the node, or before the component on which it
  /// lies.
  void add_missing(ground::NodeId id, std::vector<ground::NodeId>& pending) const;
  TermId encode_one(ground::NodeId id);
  TermId encode_comparison(const ground::Node& node);
  bool needs_arithmetic(const SingleComparison& single) const;
  std::vector<TermId> encoded_operands(const ground::Node& node) const;

  void encode_component(const Recursion::Component& component);
  void pass(const Recursion::Component& component);
  bool unfold(const Recursion::Component& component);
  void complete(const Recursion::Component& component);
  std::vector<ground::NodeId> unfounded(const Recursion::Component& component,
                                        TermValues& model) const;
  void exclude(const Recursion::Component& component, const std::vector<ground::NodeId>& circle);

  const ground::Program* program_;
  const ground::Certain* certain_;
  const Comparisons* comparisons_;
  const Recursion* recursion_;
  Terms* terms_;
  std::vector<TermId>* axioms_;
  Inputs* inputs_;
  unsigned copy_;
  std::size_t unfolding_budget_;
  std::vector<std::optional<TermId>> encoded_;          ///< by NodeId
  std::vector<const Recursion::Component*> completed_;  ///< not unfolded
  std::vector<TermId> free_members_;
};

}  // namespace grotius::solve
