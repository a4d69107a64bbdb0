#include "grammar/print.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::syntax;

namespace {

Name name(std::string_view text, std::string_view qualifier = {}) { return {qualifier, text, {}}; }

Text text(std::string_view raw) { return {raw, {}}; }

template <class Node>
Expression expression(Node node) {
  return {std::move(node), {}, false};
}

Expression variable(std::string_view word) {
  return expression(Application{name(word), {}, false});
}

Expression binary(BinaryOperator op, Expression left, Expression right) {
  return expression(Binary{op, {std::move(left), std::move(right)}});
}

template <class Node>
std::string printed(Node node) {
  File file;
  file.items.push_back({std::move(node), {}});
  return print(file);
}

}  // namespace

TEST_CASE("expressions print as S-expressions", "[print]") {
  CHECK(print(variable("x")) == "x");
  CHECK(print(expression(Application{name("war"), {}, true})) == "(war)");
  CHECK(print(expression(Application{name("vetoed", "charter"), {variable("r")}, true})) ==
        "(charter.vetoed r)");
  CHECK(print(expression(IntegerLiteral{-3, false})) == "-3");
  CHECK(print(expression(IntegerLiteral{30, true})) == "(days 30)");
  CHECK(print(expression(DateLiteral{*date_of(1999, 3, 24)})) == "1999-03-24");
  CHECK(print(expression(Today{})) == "today");
  CHECK(print(expression(Unary{UnaryOperator::logical_not, {expression(BooleanLiteral{true})}})) ==
        "(not true)");
  CHECK(print(binary(BinaryOperator::greater_equal, variable("a"), variable("b"))) == "(>= a b)");
  CHECK(print(expression(Membership{{variable("x")}, {variable("a"), variable("b")}})) ==
        "(in x {a b})");
  CHECK(print(expression(TypeTest{{variable("x")}, name("State")})) == "(is x State)");
  CHECK(print(expression(Deontic{
            DeonticOperator::permitted, name("protect"), {variable("x")}, name("charter")})) ==
        "(permitted (protect x) (under charter))");
  CHECK(print(expression(Quantifier{QuantifierKind::sum,
                                    {{name("x"), name("State")}},
                                    {variable("c")},
                                    {expression(IntegerLiteral{1, false})}})) ==
        "(sum ((x State)) (where c) 1)");
}

TEST_CASE("parentheses and spans do not show", "[print]") {
  Expression plain = binary(BinaryOperator::logical_or, variable("a"), variable("b"));
  Expression wrapped = plain;
  wrapped.in_parentheses = true;
  wrapped.span = {SourceId{3}, 7, 9};
  CHECK(print(plain) == print(wrapped));
}

TEST_CASE("how a chain is nested shows", "[print]") {
  const auto conjunction = [](Expression left, Expression right) {
    return binary(BinaryOperator::logical_and, std::move(left), std::move(right));
  };
  CHECK(print(conjunction(conjunction(variable("a"), variable("b")), variable("c"))) ==
        "(and (and a b) c)");
  CHECK(print(conjunction(variable("a"), conjunction(variable("b"), variable("c")))) ==
        "(and a (and b c))");
}

TEST_CASE("a norm prints its clauses line by line", "[print]") {
  Norm norm;
  norm.name = name("lotus");
  norm.title = text("What is not \\\"prohibited\\\"");
  norm.sources.push_back({name("charter"), text("art. 2(4)"), true, {}});
  norm.in_force.from = DatePoint{*date_of(1945, 10, 24), {}};
  norm.by_default = true;
  norm.modality = Modality::permit;
  norm.act = {name("use_of_force"), {{name("by"), name("State")}, {name("target"), {}}}, {}};
  norm.when.push_back(variable("c"));
  norm.overrides = {name("a"), name("b", "m")};
  CHECK(printed(norm) ==
        "(norm lotus\n"
        "  (title \"What is not \\\"prohibited\\\"\")\n"
        "  (source charter \"art. 2(4)\" unconfirmed)\n"
        "  (in-force (from 1945-10-24))\n"
        "  by-default\n"
        "  (permit (use_of_force (by State) target))\n"
        "  (when c)\n"
        "  (overrides a m.b))\n");
}

TEST_CASE("a situation prints its lines", "[print]") {
  Situation situation;
  situation.name = name("kosovo");
  situation.on = DatePoint{*date_of(1999, 3, 24), {}};
  situation.individuals.push_back({{{name("serbia"), {}, name("State")}}});
  LineEntry dead;
  dead.name = name("deaths");
  dead.arguments.push_back({LineArgument::Kind::every, {name("Group")}, {name("g")}, {}});
  dead.values.push_back({{expression(IntegerLiteral{5, false})}, {{name("un"), {}, false, {}}}});
  dead.values.push_back({{expression(IntegerLiteral{7, false})}, {}});
  LineEntry done;
  done.negated = true;
  done.done = true;
  done.name = name("war");
  done.arguments.push_back({LineArgument::Kind::set, {name("a"), name("b")}, {}, {}});
  situation.lines.push_back({Line::Kind::given, {dead}, {}, {}, {}});
  situation.lines.push_back({Line::Kind::unknown, {done}, {}, {}, {}});
  CHECK(printed(situation) ==
        "(situation kosovo\n"
        "  (on 1999-03-24)\n"
        "  (individual (serbia State))\n"
        "  (given (= (deaths (every Group (except g))) (value 5 (source un)) 7))\n"
        "  (unknown (not (done (war {a b})))))\n");
}

TEST_CASE("items are paragraphs below the module header", "[print]") {
  File file;
  file.module = ModuleHeader{name("m"),
                             text("title"),
                             {name("a")},
                             {},
                             {},
                             {Criterion::lex_superior},
                             {name("x"), name("y")},
                             {}};
  file.items.push_back({TypeDeclaration{name("State"), name("Actor"), {}}, {}});
  file.items.push_back(
      {TypeDeclaration{name("Vote"), {}, {name("yes_vote"), name("no_vote")}}, {}});
  CHECK(print(file) ==
        "(module m\n"
        "  (title \"title\")\n"
        "  (uses a)\n"
        "  (resolve-by lex_superior)\n"
        "  (ranks x y))\n"
        "\n"
        "(type State\n"
        "  (below Actor))\n"
        "\n"
        "(type Vote\n"
        "  (closed yes_vote no_vote))\n");
}

TEST_CASE("escapes are resolved on request", "[syntax]") {
  CHECK(unescaped(text("plain")) == "plain");
  CHECK(unescaped(text("say \\\"no\\\" \\\\ twice")) == "say \"no\" \\ twice");
}
