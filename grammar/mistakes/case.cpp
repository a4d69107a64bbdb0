#include "grammar/mistakes/case.hpp"

#include <fmt/format.h>

namespace grotius::grammar {

Case::Case(State& the_state)
    : state(the_state),
      at(the_state.farthest),
      previous(the_state.farthest > the_state.tokens ? the_state.farthest - 1 : nullptr),
      item(the_state.item->word),
      expected(the_state.expected) {}

std::string missing(const Case& here) {
  const auto alternatives = phrases(necessary(here.expected, here.item), here.item);
  const std::string what = alternatives.size() <= 6 ? either(alternatives) : "something";
  return fmt::format("{} must follow {}", what, found(here.state, *here.previous));
}

std::string example(const Case& here) {
  if (here.expected.has(Thing::action_name)) {
    return "an act is written with its arguments: `ACTION(x, y)`";
  }
  if (here.expected.has(Thing::condition)) {
    return "a condition is for instance `consents(target, by)` or `deaths(p) >= 1_000`";
  }
  return here.expected.has(Thing::date) ? std::string(date_help) : "";
}

}  // namespace grotius::grammar
