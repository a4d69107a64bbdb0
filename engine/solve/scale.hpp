#pragma once
// An input as a ladder of Booleans. Each step says that the value is at least its threshold; a step
// implies the one below it. Inputs with listed values (truths, members of closed types, disputed
// numbers) have one cell a value. A number that is only ever compared with constants has one cell
// for each interval between two of them: which value it has within a cell makes no difference to
// anything.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"
#include "engine/solve/terms.hpp"
#include "engine/solve/wide.hpp"

namespace grotius::solve {

class Scale {
 public:
  /// `thresholds`, ascending, cut an unlisted domain; those outside of it are left out. Axioms are
  /// appended to `axioms` now and whenever a new threshold is asked about. Names of steps begin
  /// with `name`.
  Scale(Terms& terms, std::vector<TermId>& axioms, std::string name, const ground::Domain& domain,
        std::span<const Wide> thresholds);

  bool listed() const { return !domain_.values.empty(); }
  TermId at_least(Wide bound);
  TermId is(Wide value);
  TermId number();                ///< as an integer; listed domains only
  bool splits(Wide bound) const;  ///< whether at_least(bound) would need a new step

  struct Step {
    Wide threshold = 0;
    TermId truth{};
  };
  const std::vector<Step>& steps() const { return steps_; }
  /// Whether the cell above step `cell - 1` and below step `cell` has several values.
  bool has_several(std::size_t cell) const;
  /// The value of a cell that is least by absolute value, positive first; or, with `second`, the
  /// next one. Nothing: it needs more than 64 bits.
  std::optional<std::int64_t> value(std::size_t cell, bool second = false) const;
  /// The cell of the least value by absolute value.
  std::size_t usual_cell() const;

 private:
  struct Interval {
    std::optional<Wide> low, high;
  };
  Interval interval(std::size_t cell) const;
  TermId insert(std::size_t place, Wide threshold);

  Terms* terms_;
  std::vector<TermId>* axioms_;
  std::string name_;
  ground::Domain domain_;
  std::vector<Step> steps_;
};

/// The value of a domain that is least by absolute value, positive first.
std::int64_t usual_value(const ground::Domain& domain);

}  // namespace grotius::solve
