#include "tests/properties/print_expression.hpp"

#include "tests/properties/print.hpp"

namespace grotius::properties {
namespace {

int level_of(Op op) {
  switch (op) {
    case Op::implication:
      return 1;
    case Op::disjunction:
      return 2;
    case Op::conjunction:
      return 3;
    case Op::negation:
      return 4;
    case Op::equal:
    case Op::unequal:
    case Op::less:
    case Op::at_most:
    case Op::greater:
    case Op::at_least:
    case Op::member:
    case Op::is_type:
      return 5;
    case Op::plus:
    case Op::minus:
      return 6;
    case Op::times:
      return 7;
    default:
      return 8;
  }
}

std::string symbol(Op op) {
  switch (op) {
    case Op::implication:
      return " implies ";
    case Op::disjunction:
      return " or ";
    case Op::conjunction:
      return " and ";
    case Op::equal:
      return " = ";
    case Op::unequal:
      return " != ";
    case Op::less:
      return " < ";
    case Op::at_most:
      return " <= ";
    case Op::greater:
      return " > ";
    case Op::at_least:
      return " >= ";
    case Op::plus:
      return " + ";
    case Op::minus:
      return " - ";
    default:
      return " * ";
  }
}

bool is_quantifier(Op op) {
  return op == Op::some || op == Op::no || op == Op::every || op == Op::count || op == Op::sum;
}

// The text of the expression may end in an `or` or `implies` that stands in no parentheses.
bool has_bare_or(const Expression& expression) {
  if (expression.op == Op::disjunction || expression.op == Op::implication) return true;
  const bool reaches_right =
      is_quantifier(expression.op) ||
      (level_of(expression.op) < 8 && expression.op != Op::member && expression.op != Op::is_type);
  return reaches_right && !expression.operands.empty() && has_bare_or(expression.operands.back());
}

const char* word(Deontic deontic) {
  static const char* const words[] = {"permitted", "forbidden", "obliged",   "exempted",
                                      "empowered", "disabled",  "contested", "silent",
                                      "done",      "fulfilled", "breached",  "valid"};
  return words[static_cast<int>(deontic)];
}

}  // namespace

std::string join(const std::vector<std::string>& texts, const std::string& separator) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : separator) + text;
  return result;
}

bool ExpressionPrinter::perhaps(int percent) {
  return random_ != nullptr && static_cast<int>((*random_)() % 100) < percent;
}

std::string ExpressionPrinter::name(const std::string& name, int owner) {
  if (owner == absent || owner == module_ || !perhaps(10)) return name;
  return world_.modules[owner].name + "." + name;
}

std::string ExpressionPrinter::individual(int index) {
  const Individual& individual = world_.individuals[index];
  return name(individual.name, individual.module);
}

std::string ExpressionPrinter::binders(const std::vector<Binder>& binders) {
  std::string result;
  for (std::size_t place = 0; place < binders.size(); ++place) {
    if (place > 0) result += ", ";
    result += binders[place].name;
    // Binders share types: `x, y: State`.
    const bool shared =
        place + 1 < binders.size() && binders[place + 1].type == binders[place].type && perhaps(50);
    if (!shared) result += ": " + type(binders[place].type);
  }
  return result;
}

std::string ExpressionPrinter::integer(Value value) {
  std::string digits = std::to_string(value);
  if (digits.size() > 3 && perhaps(50)) digits.insert(digits.size() - 3, "_");
  return digits;
}

std::string ExpressionPrinter::value(const Sort& sort, Value value) {
  switch (sort.kind) {
    case Kind::truth:
      return value != 0 ? "true" : "false";
    case Kind::integer:
      return integer(value);
    case Kind::date:
      return date_text(value);
    default:
      return individual(static_cast<int>(value));
  }
}

std::string ExpressionPrinter::applied(const std::string& name,
                                       const std::vector<Expression>& operands) {
  std::vector<std::string> texts;
  for (const Expression& operand : operands) texts.push_back(print(operand, 1, false, true));
  return name + "(" + join(texts, ", ") + ")";
}

// `right_operand`: stands to the right of an operator. `rightmost`: nothing follows up to the end
// of the expression or a closing parenthesis, so that a quantifier may reach that far.
std::string ExpressionPrinter::print(const Expression& expression, int level, bool right_operand,
                                     bool rightmost) {
  bool parentheses = level_of(expression.op) < level;
  if (is_quantifier(expression.op)) {
    if (!rightmost || (right_operand && has_bare_or(expression))) {
      parentheses = true;
    } else if (right_operand || level > 1) {
      parentheses = !perhaps(50);
    }
  }
  if (!parentheses && perhaps(5)) parentheses = true;
  if (parentheses) return "(" + bare(expression, true) + ")";
  return bare(expression, rightmost);
}

std::string ExpressionPrinter::bare(const Expression& expression, bool rightmost) {
  const std::vector<Expression>& operands = expression.operands;
  const int level = level_of(expression.op);
  const auto binary = [&](int left_level, int right_level) {
    return print(operands[0], left_level, false, false) + symbol(expression.op) +
           print(operands[1], right_level, true, rightmost);
  };
  switch (expression.op) {
    case Op::literal:
      if (expression.sort.kind == Kind::integer && expression.value >= 0 && perhaps(15)) {
        return integer(expression.value) + " days";
      }
      return value(expression.sort, expression.value);
    case Op::variable:
      return expression.name;
    case Op::parameter: {
      const Parameter& parameter = world_.parameters[expression.index];
      return name(parameter.name, parameter.module);
    }
    case Op::today:
      return "today";
    case Op::fact: {
      const Fact& fact = world_.facts[expression.index];
      return applied(name(fact.name, fact.module), operands);
    }
    case Op::definition: {
      const Definition& definition = world_.definitions[expression.index];
      return applied(name(definition.name, definition.module), operands);
    }
    case Op::negation:
      return "not " + print(operands[0], 4, true, rightmost);
    case Op::implication:
      return binary(level + 1, level);
    case Op::conjunction:
    case Op::disjunction:
    case Op::plus:
    case Op::minus:
    case Op::times:
      return binary(level, level + 1);
    case Op::member: {
      std::vector<std::string> names;
      for (int member : expression.members) names.push_back(individual(member));
      return print(operands[0], 6, false, false) + " in {" + join(names, ", ") + "}";
    }
    case Op::is_type:
      return print(operands[0], 6, false, false) + " is " + type(expression.index);
    case Op::deontic: {
      const Action& action = world_.actions[expression.index];
      std::string result = word(expression.deontic);
      result += " " + applied(name(action.name, action.module), operands);
      if (expression.under != absent) result += " under " + world_.modules[expression.under].name;
      return result;
    }
    case Op::some:
    case Op::no:
    case Op::every:
    case Op::count:
    case Op::sum:
      return quantifier(expression);
    default:
      return binary(6, 6);  // comparisons
  }
}

std::string ExpressionPrinter::quantifier(const Expression& expression) {
  const std::vector<Expression>& operands = expression.operands;
  const auto last_part = [&](const Expression& part) { return print(part, 1, false, true); };
  const std::string bound = binders(expression.binders);
  if (expression.op == Op::every) {
    std::string result = "every " + bound;
    const Expression& guard = operands[0];
    const bool trivial = guard.op == Op::literal && guard.value != 0;
    if (!trivial) result += " where " + print(guard, 1, false, true);
    return result + " satisfies " + last_part(operands[1]);
  }
  if (expression.op == Op::sum) {
    const std::string result = "sum " + print(operands[0], 6, true, false) + " for " + bound;
    return operands.size() < 2 ? result : result + " where " + last_part(operands[1]);
  }
  const char* words = expression.op == Op::some ? "some "
                      : expression.op == Op::no ? "no "
                                                : "count ";
  const std::string result = words + bound;
  return operands.empty() ? result : result + " where " + last_part(operands[0]);
}

}  // namespace grotius::properties
