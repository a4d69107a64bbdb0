#pragma once
// The native evaluator: a decision program and a complete situation give the truth of every root, in one pass over the nodes that
// the roots rest on. The program is compiled once into a flat code; a decision then allocates nothing.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/ground/program.hpp"

namespace grotius::evaluate {

class Evaluator {
 public:
  /// Compiles what `roots` rest on. O(nodes in the cone).
  Evaluator(const ground::Program& program, std::span<const ground::NodeId> roots);

  /// Evaluates with one value for each input of the program (by InputId). False if a number left 64 bits on the way: then no
  /// value may be used. O(nodes in the cone), times the rounds of fixed points in it; allocates nothing.
  [[nodiscard]] bool evaluate(std::span<const std::int64_t> inputs);

  /// After `evaluate`, of a root or a node that a root rests on: 0/1 for truths, else the number.
  std::int64_t value(ground::NodeId node) const { return values_[ground::index(node)]; }
  bool truth(ground::NodeId node) const { return value(node) != 0; }

 private:
  bool step(std::size_t begin, std::size_t end, std::size_t next, std::span<const std::int64_t> inputs);
  bool solve(const ground::Fixpoint& fixpoint, std::size_t begin, std::size_t end, std::size_t inner, std::span<const std::int64_t> inputs);
  bool decide(std::uint32_t id, std::span<const std::int64_t> inputs);

  const ground::Program* program_;
  std::vector<std::uint32_t> order_;      ///< the nodes of the cone, ascending
  std::vector<std::uint32_t> fixpoints_;  ///< those in the cone, by their beginning
  std::vector<std::uint8_t> needed_;
  std::vector<std::int64_t> values_;
};

}  // namespace grotius::evaluate
