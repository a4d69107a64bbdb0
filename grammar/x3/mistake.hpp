#pragma once
// A mistake after which the rule at hand cannot go on: it ends the item, and parsing goes on after
// it.

#include "grammar/x3/config.hpp"

namespace grotius::grammar {

/// An expectation that fails with a diagnostic of its own, which has been reported already.
struct Mistake : x3::expectation_failure<Iterator> {
  explicit Mistake(Iterator where) : x3::expectation_failure<Iterator>(where, "") {}
};

}  // namespace grotius::grammar
