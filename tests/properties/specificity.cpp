#include "tests/properties/specificity.hpp"

#include <algorithm>

#include "tests/properties/reference_model.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

// What no expression mentions has no bearing on any scope: one value of it is enough.
void forget_unmentioned(const World& world, Snapshot& situation) {
  std::set<int> facts;
  bool deeds = false;
  for (const Expression* expression : expressions_of(world)) {
    each_subexpression(*expression, [&](const Expression& part) {
      if (part.op == Op::fact) facts.insert(part.index);
      if (part.op == Op::deontic) deeds = true;
    });
  }
  std::erase_if(situation.unknowns, [&](const Unknown& unknown) {
    return (unknown.what == Unknown::What::fact && !facts.contains(unknown.index)) ||
           (unknown.what == Unknown::What::deed && !deeds);
  });
}

}  // namespace

// A situation here is any assignment of values to facts and deeds. Constraints leave none out: the
// scope is "the `when`" as a set of situation and act, and nothing is said of constraints.
const Specificity::Scope& Specificity::scope(int norm) {
  const auto known = scopes_.find(norm);
  if (known != scopes_.end()) return known->second;
  Scope& result = scopes_[norm];
  Asked asked(world_, under_);
  forget_unmentioned(world_, asked.situation);
  if (asked.situation.count_states(most_situations) > most_situations) {
    throw UnboundedUnknown("too many situations");
  }
  std::size_t situation = 0;
  each_state(asked.situation, [&](const State& state, const std::vector<std::size_t>&) {
    Model model(asked, state);
    for (int action : kinds(world_, world_.norms[norm].action)) {
      for (const Tuple& tuple : asked.situation.tuples(world_.actions[action].roles)) {
        if (model.in_scope(norm, action, tuple)) result.emplace(situation, action, tuple);
      }
    }
    ++situation;
    return true;
  });
  return result;
}

bool Specificity::more_special(int left, int right) {
  const Scope& inner = scope(left);
  const Scope& outer = scope(right);
  return inner.size() < outer.size() &&
         std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

}  // namespace grotius::properties
