#pragma once

// Expressions, names and values as text (language.md, "Expressions"), with as few parentheses as
// the levels of the operators allow; a variation adds redundant ones, qualifies names of other
// modules, and leaves a quantifier bare where that is allowed.

#include <random>
#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

class ExpressionPrinter {
 public:
  // Prints for a file of `module` (or of none); `random` may be null: the plain form.
  ExpressionPrinter(const World& world, int module, std::mt19937_64* random)
      : world_(world), module_(module), random_(random) {}

  std::string expression(const Expression& expression) { return print(expression, 1, false, true); }

  // A name that `owner` declares, perhaps qualified.
  std::string name(const std::string& name, int owner);
  std::string individual(int index);
  std::string type(int index) { return name(world_.types[index].name, world_.types[index].module); }
  std::string binders(const std::vector<Binder>& binders);
  std::string value(const Sort& sort, Value value);

  // True with this probability, never without a source of chance.
  bool perhaps(int percent);

 private:
  std::string print(const Expression& expression, int level, bool right_operand, bool rightmost);
  std::string bare(const Expression& expression, bool rightmost);
  std::string quantifier(const Expression& expression);
  std::string applied(const std::string& name, const std::vector<Expression>& operands);
  std::string integer(Value value);

  const World& world_;
  int module_;
  std::mt19937_64* random_;
};

// The texts with `separator` between them.
std::string join(const std::vector<std::string>& texts, const std::string& separator);

}  // namespace grotius::properties
