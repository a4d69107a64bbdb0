#pragma once
// Which numbers of a program are compared with constants only, and with which: those need no
// arithmetic. A comparison speaks of one input when everything else in it is known, as in `age(p) +
// 3 <= 18`.

#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/ground/knowledge.hpp"
#include "engine/solve/wide.hpp"

namespace grotius::solve {

/// What a comparison says when it speaks of at most one input.
struct SingleComparison {
  enum class Kind : std::uint8_t { never, always, at_least, below, is } kind = Kind::never;
  ground::InputId input{};
  Wide number = 0;
};

class Comparisons {
 public:
  /// One pass over the program.
  Comparisons(const ground::Program& program, const ground::Certain& certain);

  /// Whether the input takes part in arithmetic or is compared with another unknown number
  /// somewhere.
  bool arithmetic(ground::InputId input) const { return arithmetic_[ground::index(input)]; }
  /// The constants with which it is compared, ascending.
  const std::vector<Wide>& thresholds(ground::InputId input) const {
    return thresholds_[ground::index(input)];
  }
  /// Of `less_equal` and `equal`: what it says, if it speaks of at most one input.
  std::optional<SingleComparison> single(const ground::Node& comparison) const;

 private:
  /// factor × input + constant; `general`: anything else.
  struct Affine {
    bool general = false;
    std::optional<ground::InputId> input;
    Wide factor = 0;
    Wide constant = 0;
  };
  static void add(Affine& sum, const Affine& part, Wide factor);
  Affine affine(const ground::Node& node) const;
  void mark_arithmetic(std::vector<ground::NodeId> numbers);

  const ground::Program* program_;
  const ground::Certain* certain_;
  std::unordered_map<ground::NodeId, Affine> numbers_;
  std::vector<bool> arithmetic_;
  std::vector<std::vector<Wide>> thresholds_;
};

}  // namespace grotius::solve
