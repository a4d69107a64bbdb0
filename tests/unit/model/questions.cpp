#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::asked;
using test::modelled;

namespace {

const std::string law = R"(module law
type Actor
type State: Actor
type Reading = narrow | wide
individual france, uk: State, un: Actor
parameter threshold: int = 3
parameter reading: Reading = narrow
fact vote(s: State): Reading presumed narrow
fact member(a: Actor)
define friendly(a: Actor) when member(a)
action act(by: State)
action meet(a: Actor, b: Actor)
action decide(how: Reading)
norm n permit act(by)
)";
const std::string head = "uses law\nsituation s on 2000-01-01\n individual serbia: State\n";

using Told = std::vector<std::string>;
Told told(const std::string& question) { return modelled({law, head + question}).told(); }

Question only(const std::string& question) {
  const auto file = modelled({law, head + question});
  CHECK(file.told() == Told{});
  REQUIRE(file.model.questions.size() == 1);
  return file.model.questions.front();
}

}  // namespace

TEST_CASE("a question about an act", "[questions]") {
  const auto file = modelled({law, head + "ask act(serbia) in s under law on 1999-01-01 with "
                                          "threshold = 5, reading = unknown expect permitted\n"});
  REQUIRE(file.told() == Told{});
  const Question& question = file.model.questions.at(0);
  const Act* act = std::get_if<Act>(&question.asked);
  REQUIRE(act);
  CHECK(act->action == file.action("act"));
  CHECK(act->arguments == std::vector<IndividualId>{file.individual("serbia")});
  CHECK(question.text == "act(serbia)");
  CHECK(question.under == std::vector<ModuleId>{file.module("law")});
  CHECK(question.on == date_of(1999, 1, 1));
  REQUIRE(question.with.size() == 2);
  CHECK(question.with[0].value == 5);
  CHECK_FALSE(question.with[1].value);
  CHECK(question.expect == Expectation::permitted);
  CHECK(date_of(question, file.model[question.situation]) == date_of(1999, 1, 1));
}

TEST_CASE("a question about a condition", "[questions]") {
  const Question question =
      only("ask permitted act(uk) and not friendly(serbia) in s under law expect no\n");
  CHECK(std::holds_alternative<Expr>(question.asked));
  CHECK(question.text == "permitted act(uk) and not friendly(serbia)");
  CHECK(std::holds_alternative<Expr>(only("ask friendly(uk) in s under law\n").asked));
}

TEST_CASE("the date of a question is its own, else its situation's", "[questions]") {
  const auto file = modelled({law, head + "ask act(uk) in s\nsituation t\nask act(uk) in t\n"});
  REQUIRE(file.told() == Told{});
  const auto& model = file.model;
  CHECK(date_of(model.questions[0], model[model.questions[0].situation]) == date_of(2000, 1, 1));
  CHECK(date_of(model.questions[1], model[model.questions[1].situation]) == std::nullopt);
}

TEST_CASE("as held by somebody", "[questions]") {
  const Question question = only("ask act(uk) in s as held by serbia\n");
  CHECK(question.holder);
  CHECK(question.under.empty());
  CHECK(told("ask act(uk) in s as held by nobody_known\n").at(0).substr(0, 4) == "M101");
}

TEST_CASE("what a question names must be known", "[questions]") {
  CHECK(told("ask act(uk) in kosovo under law\n") == Told{"Q101 there is no situation `kosovo`"});
  CHECK(told("ask act(uk) in s under lw\n") == Told{"Q102 no module `lw` is loaded"});
  CHECK(told("ask akt(uk) in s under law\n") ==
        Told{"Q103 `akt` is no action, and no fact or definition"});
  CHECK(told("ask act(uk) in s under law with treshold = 3\n") ==
        Told{"Q104 there is no parameter `treshold`"});
  CHECK(told("ask act(uk) in s under law with member = 3\n").at(0).substr(0, 4) == "M105");
}

TEST_CASE("all mistakes of a question are told", "[questions]") {
  CHECK(told("ask akt(uk) in s under lw with treshold = 3\n").size() == 3);
}

TEST_CASE("arguments and values fit", "[questions]") {
  CHECK(told("ask act(uk, uk) in s under law\n").at(0).substr(0, 4) == "M201");
  CHECK(told("ask act(un) in s under law\n").at(0).substr(0, 4) == "M202");
  CHECK(told("ask decide(vote(uk)) in s under law\n") ==
        Told{"Q107 a question about an act names individuals, and this is none"});
  CHECK(told("ask act(uk) in s under law with reading = 3\n").at(0).substr(0, 4) == "M222");
  CHECK(told("ask act(uk) in s under law with threshold = 3, threshold = 4\n") ==
        Told{"Q110 `threshold` is set twice"});
  CHECK(told("ask act(uk) in s under law, law\n") == Told{"M115 `law` is listed twice"});
}

TEST_CASE("the answer to an expression is yes, no or depends", "[questions]") {
  CHECK(told("ask friendly(uk) in s under law expect permitted\n") ==
        Told{"Q109 the answer to this question is `yes`, `no` or `depends`, never `permitted`"});
}

TEST_CASE("without `under` the only module that no other uses is meant", "[questions]") {
  const std::string more = "module more uses law\nnorm m forbid act(by)\n";
  const std::string other = "module other uses law\n";
  const auto one = modelled({law, more, head + "ask act(uk) in s\n"});
  REQUIRE(one.told() == Told{});
  CHECK(one.model.questions.at(0).under == std::vector<ModuleId>{one.module("more")});
  const auto two = modelled({law, more, other, head + "ask act(uk) in s\n"});
  CHECK(two.told() == Told{"Q105 it is not said under which norms this is asked, and several "
                           "modules could be meant"});
  CHECK(two.diagnostics.items().at(0).help == "add `under` with one of `more`, `other`");
}

TEST_CASE("without any module the file's own norms are meant", "[questions]") {
  const auto file =
      modelled({"type T\nindividual x: T\naction act(by: T)\nnorm n permit act(by)\nsituation "
                "s\nask act(x) in s\n"});
  REQUIRE(file.told() == Told{});
  CHECK(file.model.questions.at(0).under.empty());
}

TEST_CASE("individuals of another file are not known to the situation", "[questions]") {
  const auto file =
      modelled({law, head, "uses law\nindividual ngo: Actor\nask meet(ngo, un) in s under law\n"});
  CHECK(file.told() == Told{"Q108 the situation `s` does not know `ngo`"});
}

TEST_CASE("on a command line the only situation and module may be left out", "[questions]") {
  auto file = modelled({law, head});
  const auto question = asked(file, "act(serbia)");
  REQUIRE(question);
  CHECK(file.told() == Told{});
  CHECK(question->situation == file.situation("s"));
  CHECK(question->under == std::vector<ModuleId>{file.module("law")});
  CHECK(question->module == file.model[file.situation("s")].module);
}

TEST_CASE("on a command line with several situations one must be named", "[questions]") {
  auto file = modelled({law, head + "situation t\n"});
  CHECK_FALSE(asked(file, "act(uk)"));
  CHECK(file.told() == Told{"Q106 it is not said in which situation this is asked"});
  syntax::Question in_t;
  in_t.situation = syntax::Name{{}, "t", {}};
  CHECK(asked(file, "act(uk)", in_t));
  auto none = modelled({law});
  CHECK_FALSE(asked(none, "act(uk)"));
  CHECK(none.told() == Told{"Q106 no situation is loaded in which this could be asked"});
}

TEST_CASE("a question on a command line is held by somebody or under modules, not both",
          "[questions]") {
  auto file = modelled({law, head});
  syntax::Question both;
  both.under.push_back({{}, "law", {}});
  both.as_held_by = syntax::Name{{}, "uk", {}};
  CHECK_FALSE(asked(file, "act(uk)", both));
  CHECK(file.told() ==
        Told{"Q111 a question is asked either under modules or as held by somebody"});
}
