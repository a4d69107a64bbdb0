#pragma once

// The expressions of a world (norm_world.hpp): sorts, binders and one node type for all operators.

#include <cstdint>
#include <string>
#include <vector>

namespace grotius::properties {

using Value = std::int64_t;
inline constexpr int absent = -1;

enum class Kind { truth, integer, date, individual };

struct Sort {
  Kind kind = Kind::truth;
  int type = absent;  // only for Kind::individual

  bool operator==(const Sort&) const = default;
};

struct Binder {
  std::string name;
  int type = absent;
};

enum class Op {
  literal,    // `sort` tells its kind, `value` its value
  variable,   // `name`
  parameter,  // `index`
  today,
  fact,        // `index`, arguments in `operands`
  definition,  // `index`, arguments in `operands`
  negation,
  conjunction,
  disjunction,
  implication,
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  member,   // operands[0] in {members}
  is_type,  // operands[0] is the type `index`
  plus,
  minus,
  times,
  some,     // binders; operands: condition (may be missing)
  no,       // as `some`
  every,    // binders; operands: guard (true when it is left out), body
  count,    // as `some`
  sum,      // binders; operands: summand, condition (may be missing)
  deontic,  // `deontic` about the action `index`, arguments in `operands`, `under` a module or
            // absent
};

enum class Deontic {
  permitted,
  forbidden,
  obliged,
  exempted,
  empowered,
  disabled,
  contested,
  silent,
  done,
  fulfilled,
  breached,
  valid,
};

struct Expression {
  Op op = Op::literal;
  Sort sort;
  Value value = 0;
  int index = absent;
  std::string name;
  Deontic deontic = Deontic::done;
  int under = absent;
  std::vector<Binder> binders;
  std::vector<Expression> operands;
  std::vector<int> members;
};

}  // namespace grotius::properties
