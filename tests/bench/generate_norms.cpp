#include "tests/bench/generate_norms.hpp"

#include <algorithm>
#include <random>
#include <utility>

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;
using Modality = GeneratedNorm::Modality;

/// A number below `bound`. The standard distributions differ between libraries; the engine itself
/// does not.
unsigned below(std::mt19937& random, unsigned bound) {
  return static_cast<unsigned>(random() % bound);
}

Literal random_literal(std::mt19937& random, const Shape& shape) {
  const unsigned die = below(random, 10);
  if (die < 6) return {Kind::fact, below(random, 10) < 3, below(random, shape.facts), 0};
  if (die < 8)
    return {Kind::number, false, below(random, shape.numbers), 50 * (1 + below(random, 20))};
  return {Kind::value, false, below(random, shape.values), below(random, kValuesOfType)};
}

}  // namespace

bool opposed(Modality a, Modality b) {
  if (a > b) std::swap(a, b);
  if (a == Modality::permit) return b == Modality::forbid;
  return a == Modality::forbid ? b == Modality::oblige
                               : a == Modality::oblige && b == Modality::exempt;
}

Shape Shape::of_size(unsigned norms) {
  Shape shape;
  shape.norms = norms;
  shape.actions = std::clamp(norms / 50, 4u, 20u);
  shape.facts = std::clamp(norms / 10, 25u, 100u) - 12;
  return shape;
}

unsigned GeneratedSet::fact(unsigned situation, Kind kind, unsigned which) const {
  std::mt19937 random(situation * 1009 + which * 31 + static_cast<unsigned>(kind));
  random.discard(1);
  if (kind == Kind::fact) return below(random, 2);
  return below(random, kind == Kind::value ? kValuesOfType : kGreatestNumber + 1);
}

GeneratedSet generate(const Shape& shape, std::uint32_t seed) {
  std::mt19937 random(seed);
  GeneratedSet set{shape, {}, {}, {}};
  for (unsigned i = 0; i < shape.norms; ++i) {
    GeneratedNorm norm;
    norm.modality = static_cast<Modality>(below(random, 4));
    norm.action = below(random, shape.actions);
    for (unsigned conditions = 2 + below(random, 3); conditions > 0; --conditions)
      norm.when.push_back(random_literal(random, shape));
    if (below(random, 10) < 3) norm.unless.push_back(random_literal(random, shape));
    // Towards an earlier norm only, so that no cycle arises.
    if (i > 0 && below(random, 10) < 4) {
      for (unsigned tries = 0; tries < 8 * shape.actions; ++tries) {
        const unsigned inferior = below(random, i);
        if (set.norms[inferior].action != norm.action ||
            !opposed(set.norms[inferior].modality, norm.modality))
          continue;
        set.priorities.emplace_back(i, inferior);
        break;
      }
    }
    set.norms.push_back(std::move(norm));
  }
  return set;
}

}  // namespace grotius::bench
