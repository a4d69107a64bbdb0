#pragma once
// From the nodes of a decision program to terms, for one copy of its inputs. Nodes are encoded when first asked about, without recursion on
// the stack, each once; what is certain under the knowledge is a constant.

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/solve/inputs.hpp"
#include "engine/solve/recursion.hpp"

namespace grotius::solve {

class Encoder {
 public:
  /// Everything referred to must outlive it.
  Encoder(const ground::Program& program, const ground::Certain& certain, const Comparisons& comparisons, const Recursion& recursion, Terms& terms,
          std::vector<TermId>& axioms, Inputs& inputs, unsigned copy);

  TermId encode(ground::NodeId root);

 private:
  bool known(ground::NodeId id) const { return encoded_[ground::index(id)].has_value(); }
  TermId at(ground::NodeId id) const { return *encoded_[ground::index(id)]; }
  bool decided(ground::NodeId id) const { return certain_->of[ground::index(id)].decided(); }
  /// The operands of the node that have to be encoded before it.
  std::span<const ground::NodeId> operands(ground::NodeId id) const;
  /// Adds to `pending` what must be encoded before the node, or before the component on which it lies.
  void add_missing(ground::NodeId id, std::vector<ground::NodeId>& pending) const;
  TermId encode_one(ground::NodeId id);
  TermId encode_comparison(const ground::Node& node);
  bool needs_arithmetic(const SingleComparison& single) const;
  std::vector<TermId> encoded_operands(const ground::Node& node) const;

  void encode_component(const Recursion::Component& component);
  void pass(const Recursion::Component& component);
  bool unfold(const Recursion::Component& component);
  void rank(const Recursion::Component& component);
  TermId ranked_body(const Recursion::Component& component, ground::NodeId member, const std::unordered_map<ground::NodeId, TermId>& ranks);

  const ground::Program* program_;
  const ground::Certain* certain_;
  const Comparisons* comparisons_;
  const Recursion* recursion_;
  Terms* terms_;
  std::vector<TermId>* axioms_;
  Inputs* inputs_;
  unsigned copy_;
  std::vector<std::optional<TermId>> encoded_;  ///< by NodeId
};

}  // namespace grotius::solve
