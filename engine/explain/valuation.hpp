#pragma once
// A situation in which every atom has a value, or lies in a range, and where that comes from.

#include <map>

#include "engine/explain/derivation.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::explain {

using Supposed = std::map<model::Atom, Range>;

class Valuation {
 public:
  /// `supposed` says what the situation leaves unknown; atoms that nothing rests on may be missing. World and situation must outlive it.
  Valuation(const ground::World& world, const model::Situation& situation, bool open, Supposed supposed);

  struct Known {
    Range range;
    Rule rule = Rule::presumed;  ///< given, presumed or supposed
    const model::Entry* entry = nullptr;
  };
  /// Of an unknown number or date without a supposition: all that it can be. Throws Unknown where there are single values to choose from.
  Known of(const model::Atom& atom, const ground::Input& input) const;
  /// The values among which a case must choose; empty of a number or date with a range.
  std::vector<std::int64_t> choices(const model::Atom& atom) const;
  Range all(const model::Atom& atom) const;
  /// The deeds that lines of the situation speak of and do not exclude.
  std::vector<model::Atom> given_deeds() const;

 private:
  ground::Input input_of(const model::Atom& atom) const;

  const model::Model* model_;
  ground::Snapshot snapshot_;
  Supposed supposed_;
};

/// A derivation needs to know more than the case supposes.
struct Unknown {
  std::optional<model::Atom> atom;    ///< none: no supposition about a single atom helps
  std::optional<std::int64_t> split;  ///< of a number or date: whether it is at most this
};

}  // namespace grotius::explain
