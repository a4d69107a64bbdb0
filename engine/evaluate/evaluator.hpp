#pragma once
// The native evaluator: a decision program and a complete situation give the truth of every root,
// in one pass over the nodes that the roots rest on. The program is compiled once into flat code
// over bits and numbers; a decision then allocates nothing.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/evaluate/code.hpp"

namespace grotius::evaluate {

class Evaluator {
 public:
  /// Compiles what `roots` rest on; the program is not needed afterwards. O(n log n) in the nodes
  /// of the cone and their operands.
  Evaluator(const ground::Program& program, std::span<const ground::NodeId> roots);

  /// Evaluates with one value for each input of the program (by InputId). False if a number left 64
  /// bits on the way: then no value may be used. About 1 ns a node; a connective takes a step for
  /// each word of 64 truths in which it has operands. Times the rounds of fixed points in the cone;
  /// allocates nothing.
  [[nodiscard]] bool evaluate(std::span<const std::int64_t> inputs);

  /// After `evaluate`, of a root or a node that a root rests on: 0/1 for truths, else the number.
  std::int64_t value(ground::NodeId node) const;
  bool truth(ground::NodeId node) const { return value(node) != 0; }

 private:
  bool run(std::uint32_t first, std::uint32_t last, std::span<const std::int64_t> inputs);
  bool repeat(const Loop& loop, std::uint32_t first, std::uint32_t last,
              std::span<const std::int64_t> inputs);
  bool decide_numbers(const Step& step, std::span<const std::int64_t> inputs);
  std::uint64_t decide_truths(const Step& step, std::span<const std::int64_t> inputs) const;
  bool holds(const Test& test) const { return ((words_[test.word] ^ test.want) & test.mask) == 0; }
  bool bit(std::uint32_t at) const { return (words_[at / 64] >> (at % 64) & 1) != 0; }

  Code code_;
  std::vector<std::uint64_t> words_;
  std::vector<std::int64_t> numbers_;
};

inline std::int64_t Evaluator::value(ground::NodeId node) const {
  const Place place = code_.places[ground::index(node)];
  if (place.form == Place::Form::number) return numbers_[place.at];
  return bit(place.at) != (place.form == Place::Form::negated_truth);
}

}  // namespace grotius::evaluate
