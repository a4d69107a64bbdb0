// Precedence and association of every operator (language.md, Expressions).

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/grammar/parse_helpers.hpp"

using grotius::test::ParsedText;
using grotius::test::tree;

namespace {

struct Operator {
  std::string sign;
  int level;  // 1 binds loosest
};

const std::vector<Operator> operators{{"implies", 1}, {"or", 2}, {"and", 3}, {"=", 5},
                                      {"!=", 5},      {"<", 5},  {"<=", 5},  {">", 5},
                                      {">=", 5},      {"+", 6},  {"-", 6},   {"*", 7}};

std::string written(const std::string& left, const Operator& op, const std::string& right) {
  return left + " " + op.sign + " " + right;
}

std::string node(const Operator& op, const std::string& left, const std::string& right) {
  return "(" + op.sign + " " + left + " " + right + ")";
}

}  // namespace

TEST_CASE("of two operators the tighter is read first", "[grammar][expression]") {
  for (const Operator& first : operators) {
    for (const Operator& second : operators) {
      INFO(first.sign << " then " << second.sign);
      const std::string text = written(written("a", first, "b"), second, "c");
      const bool to_the_left =
          first.level > second.level || (first.level == second.level && first.level != 1);
      if (first.level == 5 && second.level == 5) {
        CHECK(tree(text) == "G020");
      } else if (to_the_left) {
        CHECK(tree(text) == node(second, node(first, "a", "b"), "c"));
      } else {
        CHECK(tree(text) == node(first, "a", node(second, "b", "c")));
      }
    }
  }
}

TEST_CASE("parentheses overrule the levels", "[grammar][expression]") {
  for (const Operator& first : operators) {
    for (const Operator& second : operators) {
      INFO(first.sign << " and " << second.sign);
      CHECK(tree("(" + written("a", first, "b") + ") " + second.sign + " c") ==
            node(second, node(first, "a", "b"), "c"));
      CHECK(tree("a " + first.sign + " (" + written("b", second, "c") + ")") ==
            node(first, "a", node(second, "b", "c")));
    }
  }
}

TEST_CASE("not binds between and and the comparisons", "[grammar][expression]") {
  for (const Operator& op : operators) {
    INFO(op.sign);
    const std::string expected =
        op.level > 4 ? "(not " + node(op, "a", "b") + ")" : node(op, "(not a)", "b");
    CHECK(tree("not " + written("a", op, "b")) == expected);
  }
  CHECK(tree("not x in {a}") == "(not (in x {a}))");
  CHECK(tree("not x is T") == "(not (is x T))");
  CHECK(tree("not not a") == "(not (not a))");
  CHECK(tree("a = not b") == "G002");
}

TEST_CASE("in and is stand at the level of comparisons", "[grammar][expression]") {
  CHECK(tree("a + b in {c, 1, 2000-01-01} and d is m.T") ==
        "(and (in (+ a b) {c 1 2000-01-01}) (is d m.T))");
  CHECK(tree("a = b in {c}") == "G020");
  CHECK(tree("a in {b} is T") == "G020");
  CHECK(tree("(a = b) is T") == "(is (= a b) T)");
}

TEST_CASE("a quantifier reaches as far to the right as it can", "[grammar][expression]") {
  CHECK(tree("some x: T where a and b or c") == "(some ((x T)) (where (or (and a b) c)))");
  CHECK(tree("not some x: T where a or b") == "(not (some ((x T)) (where (or a b))))");
  CHECK(tree("count x: T where f(x) = 3") == "(count ((x T)) (where (= (f x) 3)))");
  CHECK(tree("a and some x: T where b and c") == "(and a (some ((x T)) (where (and b c))))");
  CHECK(tree("sum 1 + 2 * 3 for x: T = 4") == "(= (sum ((x T)) (+ 1 (* 2 3))) 4)");
  CHECK(tree("every x, y: T, z: U satisfies a") == "(every ((x T) (y T) (z U)) a)");
}

TEST_CASE("a quantifier whose reach is doubtful is refused", "[grammar][expression]") {
  for (const std::string op : {"implies", "or", "and", "=", "<", "+", "*"}) {
    for (const std::string choice : {"or", "implies"}) {
      INFO(op << " then " << choice);
      CHECK(tree("a " + op + " some x: T where b " + choice + " c") == "G021");
      CHECK(tree("a " + op + " count x: T where b and c").front() == '(');
      CHECK(tree("a " + op + " (some x: T where b " + choice + " c)").front() == '(');
    }
  }
  CHECK(tree("a and not no x: T where b or c") == "G021");
  CHECK(tree("a and every x: T where b or c satisfies d").front() == '(');
  CHECK(tree("a and every x: T satisfies b or c") == "G021");
  CHECK(tree("a and some x: T where some y: T where b or c") == "G021");
  CHECK(tree("a and some x: T where (b or c)").front() == '(');
}

TEST_CASE("a comma belongs to binders only where binders follow", "[grammar][expression]") {
  CHECK(tree("f(count x: T, y)") == "(f (count ((x T))) y)");
  CHECK(tree("f(count x: T, y: U)") == "(f (count ((x T) (y U))))");
  CHECK(tree("f(count x: T, y, z: U)") == "(f (count ((x T) (y U) (z U))))");
  CHECK(tree("f(count x: T where a, y, z)") == "(f (count ((x T)) (where a)) y z)");
}

TEST_CASE("literals", "[grammar][expression]") {
  CHECK(tree("1_000_000") == "1000000");
  CHECK(tree("9223372036854775807") == "9223372036854775807");
  CHECK(tree("-9223372036854775808") == "-9223372036854775808");
  CHECK(tree("9223372036854775808") == "G014");
  CHECK(tree("0 - 9223372036854775808") == "G014");
  CHECK(tree("-9223372036854775809") == "G014");
  CHECK(tree("3 - -4") == "(- 3 -4)");
  CHECK(tree("3 -4") == "(- 3 4)");
  CHECK(tree("90 days") == "(days 90)");
  CHECK(tree("-90 days") == "(days -90)");
  CHECK(tree("2024-02-29 - today") == "(- 2024-02-29 today)");
  CHECK(tree("2023-02-29") == "G012");
  CHECK(tree("true and false") == "(and true false)");
}

TEST_CASE("a name alone is not a name with empty parentheses", "[grammar][expression]") {
  CHECK(tree("war") == "war");
  CHECK(tree("war()") == "(war)");
  CHECK(tree("m.war()") == "(m.war)");
}

TEST_CASE("deontic operators take one act", "[grammar][expression]") {
  for (const std::string op :
       {"permitted", "forbidden", "obliged", "exempted", "empowered", "disabled", "contested",
        "silent", "done", "fulfilled", "breached", "valid"}) {
    INFO(op);
    CHECK(tree(op + " a(x, y) and b") == "(and (" + op + " (a x y)) b)");
    CHECK(tree("not " + op + " m.a() under n") == "(not (" + op + " (m.a) (under n)))");
    CHECK(tree(op + " a") == "G008");
    CHECK(tree(op + " and b") != "");
  }
}

TEST_CASE("an expression on the command line is one expression", "[grammar][expression]") {
  CHECK(tree("") == "G007");
  CHECK(tree("a b") == "G002");
  CHECK(tree("a(x") == "G006");
  CHECK(tree("a(x) in s") == "G022");
  CHECK(tree("norm n permit a(x)") != "");
}

TEST_CASE("the spans of expressions", "[grammar][expression]") {
  const ParsedText parsed("define d(x: T) when not a( x ) and (b + 1 = c) or x in {a, b}");
  REQUIRE(parsed.codes().empty());
  const auto& definition = std::get<grotius::syntax::Definition>(parsed.file.items.front().node);
  const auto& whole = definition.body.front();
  CHECK(parsed.at(whole.span) == "not a( x ) and (b + 1 = c) or x in {a, b}");
  const auto& either = std::get<grotius::syntax::Binary>(whole.node);
  CHECK(parsed.at(either.operands[1].span) == "x in {a, b}");
  const auto& both = std::get<grotius::syntax::Binary>(either.operands[0].node);
  CHECK(parsed.at(both.operands[0].span) == "not a( x )");
  CHECK(parsed.at(both.operands[1].span) == "(b + 1 = c)");
  CHECK(both.operands[1].in_parentheses);
  CHECK(!either.operands[1].in_parentheses);
}
