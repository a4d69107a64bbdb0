#include "grammar/mistakes/case.hpp"

namespace grotius::grammar {

Case::Case(State& the_state)
    : state(the_state),
      at(the_state.farthest),
      previous(the_state.farthest > the_state.tokens ? the_state.farthest - 1 : nullptr),
      item(the_state.item->word),
      expected(the_state.expected) {}

}  // namespace grotius::grammar
