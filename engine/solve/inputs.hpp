#pragma once
// The inputs of a program as terms, once for each copy: constants where they are known, ladders of
// Booleans (scale.hpp) where a finite number of cells is exact, integers otherwise. Made when first
// used.

#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/solve/backend.hpp"
#include "engine/solve/comparisons.hpp"
#include "engine/solve/scale.hpp"
#include "engine/solve/terms.hpp"

namespace grotius::solve {

class Inputs {
 public:
  /// Axioms — the order of steps, the bounds of integers — are appended to `axioms`.
  Inputs(const ground::Program& program, const ground::Knowledge& knowledge,
         const Comparisons& comparisons, Terms& terms, std::vector<TermId>& axioms,
         unsigned copies);

  TermId at_least(ground::InputId input, Wide bound, unsigned copy);
  TermId is(ground::InputId input, Wide value, unsigned copy);
  TermId number(ground::InputId input, unsigned copy);
  /// Whether the input is an integer variable rather than a ladder.
  bool is_integer(ground::InputId input) const;
  /// Whether the input has the same value in copies 0 and 1.
  TermId same(ground::InputId input);

  /// The value in one copy of the model (none: nothing had to be checked); nothing if it needs more
  /// than 64 bits. Inputs that do not matter have their usual value.
  std::optional<std::int64_t> value(ground::InputId input, unsigned copy,
                                    const Backend* model) const;
  /// Whether every input has a value within 64 bits.
  bool representable(const Backend* model) const;
  /// The values of all variables of inputs, those that do not matter included.
  std::unordered_map<TermId, std::int64_t> variables(const Backend& model) const;
  /// Whether some input has no value at all to choose from.
  bool impossible() const { return impossible_; }
  /// The variables of the input in copy 0.
  std::vector<TermId> variables(ground::InputId input) const;

 private:
  /// One of the two, by copy; neither before the first use.
  struct Entry {
    std::vector<Scale> scales;
    std::vector<TermId> integers;
    std::optional<TermId> same;
  };
  Entry& entry(ground::InputId input);
  void split(Entry& entry, Wide bound);
  void relate(Entry& entry);

  const ground::Program* program_;
  const ground::Knowledge* knowledge_;
  const Comparisons* comparisons_;
  Terms* terms_;
  std::vector<TermId>* axioms_;
  unsigned copies_;
  bool impossible_ = false;
  std::vector<Entry> entries_;
  std::vector<ground::InputId> used_;  ///< in the order of their making
};

}  // namespace grotius::solve
