#include "engine/explore/interview.hpp"

#include "engine/explore/interview_case.hpp"
#include "engine/ground/print.hpp"
#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using analyse::Verdict;
using explore::Interview;
using explore::Taken;

namespace {

constexpr const char* kFerry = R"(module ferry
type Person
type Weather = calm | rough | storm
individual ann, bob, cid, dan, eve, fay, gus, hal, ida, joe: Person
fact passengers(): int in 0.. "passengers"
fact weather(): Weather "the weather"
fact sick(p: Person) "{p} is sick"
fact captain(p: Person) "{p} is the captain"
constraint one_captain (count p: Person where captain(p)) <= 1
action sail()
norm full forbid sail() when passengers() >= 100
norm weather_forbids forbid sail() when weather() = storm or passengers() >= 50 and weather() = rough
norm need_captain forbid sail() unless some p: Person where captain(p) and not sick(p)
norm free by default permit sail()
situation today_ on 2000-01-01
)";

struct Begun {
  Session session;
  std::unique_ptr<Interview> interview;

  Begun(const std::string& lines, bool open, std::size_t rows = 1u << 16) {
    session.add("ferry.norm", kFerry + lines);
    REQUIRE(session.compile());
    const auto question = session.question({"sail()", {}, {}, {}, {}, {}});
    REQUIRE(question);
    explore::InterviewOptions options;
    options.open = open;
    options.rows = rows;
    interview = session.interview(*question, options);
  }
  std::string asks() const {
    return interview->next() ? ground::print(interview->world(), interview->input(interview->next()->input)) : "";
  }
};

const std::string kCaptain = "  given captain(ann)\n";

}  // namespace

TEST_CASE("a number settles several intervals at once", "[explore][interview]") {
  Begun ferry(kCaptain, false);
  REQUIRE(ferry.interview);
  CHECK(ferry.interview->possible() == std::vector<Verdict>{Verdict::yes, Verdict::no});
  CHECK(ferry.asks() == "passengers()");  // as good as the weather, and first by its name
  const auto outlook = ferry.interview->outlook();
  REQUIRE(outlook.size() == 2);
  CHECK(outlook[0].values == explore::Range{0, 99});
  CHECK(outlook[1].values == explore::Range{100, {}});
  CHECK(outlook[1].possible == std::vector<Verdict>{Verdict::no});
  CHECK(ferry.interview->reply(-1) == Taken::out_of_range);
  REQUIRE(ferry.interview->reply(77) == Taken::taken);
  CHECK(ferry.asks() == "weather()");
  CHECK(ferry.interview->outlook().size() == 3);
  REQUIRE(ferry.interview->reply(ferry.interview->next()->domain.values[1]) == Taken::taken);  // rough
  CHECK(ferry.interview->possible() == std::vector<Verdict>{Verdict::no});
  CHECK(!ferry.interview->next());
  CHECK(ferry.interview->back());
  CHECK(ferry.asks() == "weather()");
  CHECK(ferry.interview->back());
  CHECK(!ferry.interview->back());
}

TEST_CASE("what nobody knows is not asked for again, and the end is told", "[explore][interview]") {
  Begun ferry(kCaptain, false);
  REQUIRE(ferry.interview->reply({}) == Taken::taken);
  REQUIRE(ferry.asks() == "weather()");
  REQUIRE(ferry.interview->reply(ferry.interview->next()->domain.values[0]) == Taken::taken);  // calm
  CHECK(!ferry.interview->next());
  CHECK(ferry.interview->possible().size() == 2);
}

TEST_CASE("an impossible situation is told at the beginning", "[explore][interview]") {
  Begun ferry("  given captain(ann), captain(bob)\n", false);
  CHECK(!ferry.interview);
  CHECK(ferry.session.diagnostics().has_errors());
}

TEST_CASE("by search alone no fact is asked for that cannot matter", "[explore][interview]") {
  Begun ferry("  given passengers() = 3, weather() = calm\n", true, 1);
  REQUIRE(ferry.interview);
  std::size_t questions = 0;
  // Nobody is the captain, so nobody's health matters: after a refusal the next person is asked for.
  for (; ferry.interview->next(); ++questions) {
    CHECK(ferry.asks().starts_with("captain("));
    REQUIRE(ferry.interview->reply(0) == Taken::taken);
  }
  CHECK(questions == 10);
  CHECK(ferry.interview->possible() == std::vector<Verdict>{Verdict::no});
}

TEST_CASE("a case says in few lines what is unknown", "[explore][interview]") {
  Begun ferry("  given passengers() = 3, weather() = calm, not sick(hal)\n", true);
  const std::string text = explore::case_text(*ferry.interview, {"told", true}, Verdict::unknown);
  INFO(text);
  CHECK(text ==
        "situation told\n  extends today_\n  unknown captain(every Person)\n  unknown sick(every Person except {hal})\n\n"
        "ask sail() in told under ferry\n");
  CHECK(explore::case_text(*ferry.interview, {"told", true}, Verdict::depends).ends_with("expect depends\n"));
}
