#pragma once
// Builds the graph of a decision program: every constructor simplifies (constants, duplicates, complements, nested
// connectives) and returns the node that already exists where there is one.

#include <unordered_map>

#include "engine/ground/program.hpp"

namespace grotius::ground {

class Builder {
 public:
  NodeId truth(bool value);
  NodeId input(Input input);                        ///< the leaf of a boolean or numeric input
  NodeId input_is(Input input, std::int64_t value); ///< of an input of a closed type
  NodeId negation(NodeId operand);
  NodeId conjunction(std::vector<NodeId> operands);
  NodeId disjunction(std::vector<NodeId> operands);
  NodeId implication(NodeId left, NodeId right) { return disjunction({negation(left), right}); }
  NodeId less_equal(NodeId left, NodeId right);
  NodeId equal(NodeId left, NodeId right);
  NodeId number(std::int64_t value);
  NodeId sum(std::vector<NodeId> operands);
  NodeId scaled(std::int64_t factor, NodeId operand);
  NodeId count(std::vector<NodeId> operands);
  NodeId choice(NodeId condition, NodeId if_true, NodeId if_false);

  /// A new member of a least fixed point; its body is set when the fixed point is closed.
  NodeId recursive();
  /// Closes a fixed point over the nodes built since `begin`.
  void close(std::uint32_t begin, std::vector<NodeId> members, std::vector<NodeId> bodies);

  std::uint32_t size() const { return static_cast<std::uint32_t>(program_.nodes.size()); }
  const Program& program() const { return program_; }
  Program take() { return std::move(program_); }

 private:
  NodeId node(NodeKind kind, std::uint32_t ref, std::int64_t number, std::span<const NodeId> operands);
  NodeId junction(NodeKind kind, std::vector<NodeId> operands);
  InputId input_id(Input input);

  Program program_;
  std::unordered_multimap<std::uint64_t, NodeId> nodes_;
  std::unordered_multimap<std::uint64_t, InputId> inputs_;
};

}  // namespace grotius::ground
