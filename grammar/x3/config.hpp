#pragma once
// The types with which every rule is instantiated; they must be the same in all translation units.

#include <boost/spirit/home/x3.hpp>

#include "grammar/x3/state.hpp"

namespace grotius::grammar {

namespace x3 = boost::spirit::x3;

struct StateTag;
using Iterator = const Token*;
using Context = decltype(x3::make_context<StateTag>(std::declval<State&>()));

template <class AnyContext>
State& state_of(const AnyContext& context) {
  return x3::get<StateTag>(context);
}

}  // namespace grotius::grammar
