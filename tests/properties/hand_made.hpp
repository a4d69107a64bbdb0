#pragma once

// A short way to write a world by hand: one module `m`, one type `Person` with the individuals
// `ann` and `ben`, actions and facts about one Person, one situation `case`.

#include <optional>
#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

inline constexpr int ann = 0;
inline constexpr int ben = 1;

struct HandMade {
  HandMade();

  int module(const std::string& name);
  int fact(const std::string& name, Sort sort = {});
  int action(const std::string& name);
  int norm(Modality modality, int action, std::optional<Expression> when = {}, int module = 0);
  void is(int kind, int general, std::optional<Expression> when = {});
  void attribute(int action, Expression when);
  void priority(std::vector<int> norms);
  void given(int fact, int individual, Interval interval = {});
  void value(int fact, int individual, std::vector<Value> values);
  void deed(int action, int individual, bool negated = false);
  void unknown(int fact, int individual);

  Question about(int action, int individual) const;
  Question about(Expression expression) const;

  World world;

 private:
  LineEntry entry(bool deed, int index, int individual) const;
};

// The role of every action is `who`, the parameter of every fact and definition `who` too.
Expression holds(int fact);
Expression holds_of(int fact, int individual);
Expression act(Deontic deontic, int action, int under = absent);
Expression act_of(Deontic deontic, int action, int individual, int under = absent);
Expression operator!(Expression expression);
Expression operator&&(Expression left, Expression right);

}  // namespace grotius::properties
