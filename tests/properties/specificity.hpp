#pragma once

// Lex specialis by going through all situations: only for worlds whose types are all closed, so
// that there is one universe, and whose facts have few values.

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/reference_situation.hpp"

namespace grotius::properties {

class Specificity {
 public:
  static constexpr std::size_t most_situations = 512;

  Specificity(const World& world, const std::vector<int>& under) : world_(world), under_(under) {}

  // "n is more special than m when, as sets of situation and act, the scope of n lies within that
  // of m and not conversely." Throws UnboundedUnknown where the situations are too many.
  bool more_special(int left, int right);

 private:
  using Scope = std::set<std::tuple<std::size_t, int, Tuple>>;  // situation, action, arguments
  const Scope& scope(int norm);

  const World& world_;
  std::vector<int> under_;
  std::map<int, Scope> scopes_;
};

}  // namespace grotius::properties
