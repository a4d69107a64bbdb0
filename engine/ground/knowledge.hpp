#pragma once
// What a situation says of the inputs of a program at the date of the question: for each input the values that it may have.
// A situation is complete for a program when each input has one.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/ground/ground.hpp"

namespace grotius::ground {

/// The values that an input may have: those listed, ascending; or, where none is listed, every integer from `low` to `high`.
struct Domain {
  std::vector<std::int64_t> values;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;

  bool known() const { return values.size() == 1; }
  friend bool operator==(const Domain&, const Domain&) = default;
};

using Knowledge = std::vector<Domain>;  ///< by InputId

/// Every value of a kind; dates are those of the years 1 to 9999.
Domain every_value(const model::Model& model, const model::ValueKind& kind);

/// A situation at a date.
class Snapshot {
 public:
  /// `open`: presumptions of relations and deeds are withdrawn. Parameters that `world` leaves open range over their type.
  Snapshot(const World& world, const model::Situation& situation, bool open);

  Domain domain(const Input& input) const;
  Knowledge knowledge(const Program& program) const;

  /// The line that speaks of an atom on this date; none where the presumption rules.
  const model::Entry* entry(const model::Atom& atom) const;
  /// The lines that hold on this date, sorted by atom.
  const std::vector<const model::Entry*>& entries() const { return entries_; }
  /// The acts that `given not done` excludes, with their lines: every completion must leave them undone.
  const std::vector<const model::Entry*>& not_done() const { return not_done_; }

 private:
  const World* world_;
  bool open_;
  std::vector<const model::Entry*> entries_;  ///< those that hold on the date, sorted by atom
  std::vector<const model::Entry*> not_done_;
};

/// What is certain of a node whatever the unknown inputs are: the least and the greatest value that it can be shown to have.
/// Sound, not complete: `least < greatest` means only that this cheap test does not decide. One pass; fixed points by iteration.
struct Certain {
  struct Range {
    std::optional<std::int64_t> least;     ///< nothing: unbounded (numbers only)
    std::optional<std::int64_t> greatest;
    bool decided() const { return least && greatest && *least == *greatest; }
  };
  std::vector<Range> of;  ///< by NodeId

  std::optional<bool> truth(NodeId id) const {
    const Range& range = of[index(id)];
    if (!range.decided()) return std::nullopt;
    return *range.least != 0;
  }
};
Certain certain(const Program& program, const Knowledge& knowledge);
/// The same after some inputs have other domains: `above` are the nodes that rest on these, ascending, none of them within a fixed point.
/// Linear in these nodes and their operands.
void make_certain_again(const Program& program, const Knowledge& knowledge, std::span<const NodeId> above, Certain& certain);

}  // namespace grotius::ground
