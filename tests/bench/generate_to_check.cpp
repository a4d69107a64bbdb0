#include "tests/bench/generate_to_check.hpp"

#include <algorithm>
#include <random>
#include <utility>

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;
using Modality = GeneratedNorm::Modality;

constexpr unsigned kThresholds = 20;
constexpr unsigned kStep = kGreatestNumber / kThresholds;

class Generator {
 public:
  Generator(unsigned norms, Density density, std::uint32_t seed)
      : density_(density), random_(seed), set_{Shape::of_size(norms), {}, {}, {}} {
    set_.shape.norms = norms;
  }

  GeneratedSet all() {
    add_constraints();
    of_action_.resize(set_.shape.actions);
    for (unsigned i = 0; i < set_.shape.norms; ++i) {
      add_norm(i);
      of_action_[set_.norms[i].action].push_back(i);
    }
    return std::move(set_);
  }

 private:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  Literal relation() { return {Kind::fact, below(10) < 3, below(set_.shape.facts), 0}; }
  Literal threshold(unsigned which, bool least, unsigned step) {
    return {Kind::number, !least, which, step * kStep};
  }
  Literal anything() {
    const unsigned die = below(10);
    if (die < 6) return relation();
    if (die < 8) return threshold(below(set_.shape.numbers), below(4) != 0, 1 + below(kThresholds));
    return {Kind::value, false, below(set_.shape.values), below(kValuesOfType)};
  }

  // Two relations that exclude each other, a relation that asks for a number, a value that excludes
  // a relation.
  void add_constraints() {
    const Shape& shape = set_.shape;
    for (unsigned i = 0; i + 3 < shape.facts; i += 8) {
      set_.excluded.push_back({{Kind::fact, false, i, 0}, {Kind::fact, false, i + 1, 0}});
      set_.excluded.push_back({{Kind::fact, false, i + 2, 0},
                               threshold(i % shape.numbers, false, 1 + i % kThresholds)});
      set_.excluded.push_back({{Kind::value, false, i % shape.values, i % kValuesOfType},
                               {Kind::fact, false, i + 3, 0}});
    }
  }

  void add_norm(unsigned number) {
    GeneratedNorm norm;
    norm.action = below(set_.shape.actions);
    norm.modality = static_cast<Modality>(below(4));
    const auto& before = of_action_[norm.action];
    if (before.empty() && norm.action % 3 == 0) {
      norm.modality = Modality::forbid;
      norm.by_default = true;
    } else if (number % 50 == 13 && !before.empty()) {
      narrow_copy(norm, before);
    } else {
      norm.when = conditions(norm.action);
      if (below(10) < 3) norm.unless.push_back(anything());
      if (number % 33 == 7) make_dead(norm);
      if (!before.empty() && below(10) < 3) add_priority(number, norm, before);
    }
    set_.norms.push_back(std::move(norm));
  }

  // Conditions that can hold together.
  std::vector<Literal> conditions(unsigned action) {
    for (;;) {
      std::vector<Literal> when;
      if (density_ == Density::sparse) when = own_case(action);
      for (unsigned count = density_ == Density::sparse ? 1 + below(3) : 2 + below(3); count > 0;
           --count)
        when.push_back(density_ == Density::sparse ? relation() : anything());
      if (is_possible(when)) return when;
    }
  }

  std::vector<Literal> own_case(unsigned action) {
    const Shape& shape = set_.shape;
    const unsigned from = 1 + below(kThresholds - 3);
    return {threshold(action % shape.numbers, true, from),
            threshold(action % shape.numbers, false, from + 1 + below(3)),
            {Kind::value, false, action % shape.values, below(kValuesOfType)}};
  }

  // No two literals exclude each other, and no constraint excludes some of them.
  bool is_possible(const std::vector<Literal>& when) const {
    for (const Literal& one : when)
      for (const Literal& other : when)
        if (one.kind == other.kind && one.which == other.which && exclude(one, other)) return false;
    return std::ranges::none_of(set_.excluded, [&](const auto& together) {
      return std::ranges::all_of(together, [&](const Literal& part) {
        return std::ranges::any_of(when, [&](const Literal& literal) {
          return literal.kind == part.kind && literal.which == part.which && implies(literal, part);
        });
      });
    });
  }
  static bool exclude(const Literal& one, const Literal& other) {
    if (one.kind == Kind::fact) return one.negated != other.negated;
    if (one.kind == Kind::value) return one.constant != other.constant;
    return one.negated && !other.negated && one.constant <= other.constant;
  }
  static bool implies(const Literal& literal, const Literal& part) {
    if (literal.kind != Kind::number)
      return literal.negated == part.negated && literal.constant == part.constant;
    return literal.negated == part.negated &&
           (part.negated ? literal.constant <= part.constant : literal.constant >= part.constant);
  }

  // Says what an earlier norm says, under one condition more.
  void narrow_copy(GeneratedNorm& norm, const std::vector<unsigned>& before) {
    const GeneratedNorm& copied = set_.norms[before[below(static_cast<unsigned>(before.size()))]];
    norm.modality = copied.modality;
    norm.when = copied.when;
    norm.unless = copied.unless;
    norm.when.push_back(relation());
  }

  void make_dead(GeneratedNorm& norm) {
    const unsigned which = below(set_.shape.facts), number = below(set_.shape.numbers);
    const unsigned step = 2 + below(kThresholds - 2);
    switch (below(4)) {
      case 0:
        norm.when.push_back({Kind::fact, false, which, 0});
        norm.when.push_back({Kind::fact, true, which, 0});
        break;
      case 1:
        norm.when.push_back(threshold(number, true, step));
        norm.when.push_back(threshold(number, false, step - 1));
        break;
      case 2:
        norm.when.push_back({Kind::value, false, number % set_.shape.values, 0});
        norm.when.push_back({Kind::value, false, number % set_.shape.values, 1});
        break;
      default: {
        const auto& excluded = set_.excluded[below(static_cast<unsigned>(set_.excluded.size()))];
        norm.when.insert(norm.when.end(), excluded.begin(), excluded.end());
      }
    }
  }

  // Over an earlier norm only, so that no cycle arises.
  void add_priority(unsigned number, const GeneratedNorm& norm,
                    const std::vector<unsigned>& before) {
    for (unsigned tries = 0; tries < 8; ++tries) {
      const unsigned inferior = before[below(static_cast<unsigned>(before.size()))];
      if (set_.norms[inferior].by_default || !opposed(set_.norms[inferior].modality, norm.modality))
        continue;
      set_.priorities.emplace_back(number, inferior);
      return;
    }
  }

  Density density_;
  std::mt19937 random_;
  GeneratedSet set_;
  std::vector<std::vector<unsigned>> of_action_;
};

}  // namespace

GeneratedSet generate_to_check(unsigned norms, Density density, std::uint32_t seed) {
  return Generator(norms, density, seed).all();
}

GeneratedSet edited(const GeneratedSet& set, unsigned edits) {
  GeneratedSet result = set;
  const std::size_t count = set.norms.size();
  for (unsigned i = 0; i < edits; ++i) {
    GeneratedNorm& norm = result.norms[(2 * i + 1) * count / (2 * edits)];
    norm.when.push_back({Kind::fact, false, i % set.shape.facts, 0});
  }
  return result;
}

// Priorities are closed transitively, but only opposed norms defeat each other.
std::vector<std::vector<unsigned>> norms_above(const GeneratedSet& set) {
  std::vector<std::vector<unsigned>> stated(set.norms.size()), superiors(set.norms.size());
  for (const auto& [superior, inferior] : set.priorities) stated[inferior].push_back(superior);
  std::vector<std::vector<unsigned>> of_action(set.shape.actions);
  for (unsigned i = 0; i < set.norms.size(); ++i) of_action[set.norms[i].action].push_back(i);
  for (unsigned i = 0; i < set.norms.size(); ++i) {
    const GeneratedNorm& norm = set.norms[i];
    std::vector<unsigned> above = stated[i];
    for (std::size_t at = 0; at < above.size(); ++at)
      for (unsigned further : stated[above[at]])
        if (std::ranges::find(above, further) == above.end()) above.push_back(further);
    if (norm.by_default) {
      above.clear();
      for (unsigned other : of_action[norm.action])
        if (!set.norms[other].by_default) above.push_back(other);
    }
    for (unsigned superior : above)
      if (opposed(set.norms[superior].modality, norm.modality)) superiors[i].push_back(superior);
    std::ranges::sort(superiors[i]);
  }
  return superiors;
}

}  // namespace grotius::bench
