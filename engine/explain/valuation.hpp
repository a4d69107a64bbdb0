#pragma once
// A complete situation: the value of every atom, and where it comes from.

#include <map>

#include "engine/explain/derivation.hpp"
#include "engine/ground/knowledge.hpp"

namespace grotius::explain {

class Valuation {
 public:
  /// `supposed` gives the values of what the situation leaves unknown; atoms that nothing rests on may be missing. World and situation must
  /// outlive it.
  Valuation(const ground::World& world, const model::Situation& situation, bool open,
            std::map<model::Atom, std::int64_t> supposed);

  struct Known {
    std::int64_t value = 0;
    Rule rule = Rule::presumed;  ///< given, presumed or supposed
    const model::Entry* entry = nullptr;
  };
  /// Throws Unknown where nothing says what the value is.
  Known of(const model::Atom& atom, const ground::Input& input) const;

 private:
  ground::Snapshot snapshot_;
  std::map<model::Atom, std::int64_t> supposed_;
};

/// A derivation needs a value that the situation leaves open.
struct Unknown {
  model::Atom atom;
};

}  // namespace grotius::explain
