#include "engine/explore/timeline.hpp"

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using explore::Change;
using explore::Segment;

namespace {

class Told {
 public:
  explicit Told(std::string text) {
    session_.add("text.norm", std::move(text));
    REQUIRE(session_.compile());
  }

  // The segments of the only row, "1900-01-01 permitted", with the number of sets of causes and their size.
  std::vector<std::string> segments(const TimelineRequest& request) {
    timeline_ = session_.timeline(request);
    REQUIRE(timeline_);
    REQUIRE(timeline_->rows.size() == 1);
    std::vector<std::string> result;
    for (const Segment& segment : timeline_->rows.front().segments) {
      std::string one = segment.from ? to_string(*segment.from) : "before";
      one += segment.standing.status   ? " " + std::string(analyse::name(*segment.standing.status))
             : segment.standing.answer ? " " + std::string(analyse::name(*segment.standing.answer))
                                       : " error";
      for (const auto& set : segment.causes) one += " " + std::to_string(set.size());
      result.push_back(std::move(one));
    }
    return result;
  }

  const explore::Timeline& timeline() const { return *timeline_; }
  Session& session() { return session_; }

 private:
  Session session_;
  std::optional<explore::Timeline> timeline_;
};

const std::string kPort = R"(module port
type Ship
individual ada: Ship
fact pays(s: Ship)
fact insured(s: Ship)
fact built_on(s: Ship): date
fact seen_on(s: Ship): date
action enter(s: Ship)
norm open_port by default permit enter(s)
)";

}  // namespace

TEST_CASE("conditions that are both needed are two causes, and those of which one would do are one set", "[explore][timeline]") {
  Told both(kPort + R"(norm dues forbid enter(s) when pays(s) and insured(s)
situation s
  given pays(ada) from 1900-01-01
  given insured(ada) from 1900-01-01)");
  CHECK(both.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) == std::vector<std::string>{"before permitted", "1900-01-01 forbidden 1 1"});

  Told either(kPort + R"(norm dues forbid enter(s) when pays(s) or insured(s)
situation s
  given pays(ada) from 1900-01-01
  given insured(ada) from 1900-01-01)");
  CHECK(either.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) == std::vector<std::string>{"before permitted", "1900-01-01 forbidden 2"});
  CHECK(either.timeline().changes.size() == 2);
}

TEST_CASE("comparisons with today are cut on the day", "[explore][timeline]") {
  Told told(kPort + R"(norm old forbid enter(s) when today - built_on(s) > 30
situation s
  given built_on(ada) = 1900-01-01)");
  CHECK(told.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) == std::vector<std::string>{"before permitted", "1900-02-01 forbidden 1"});
  const Change& change = told.timeline().changes.front();
  CHECK(change.kind == Change::Kind::day);
  REQUIRE(change.compared.size() == 1);
  CHECK(Date{change.compared.front().value} == *date_of(1900, 1, 1));
}

TEST_CASE("an unknown date makes every day depend between its bounds", "[explore][timeline]") {
  Told told(kPort + R"(norm closed forbid enter(s) when today >= seen_on(s) and today < seen_on(s) + 10
situation s
  given seen_on(ada) = 1900-01-01 or 1900-01-05)");
  CHECK(told.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) ==
        std::vector<std::string>{"before permitted", "1900-01-01 depends 1", "1900-01-05 forbidden 1", "1900-01-11 depends 1", "1900-01-15 permitted 1"});
}

TEST_CASE("a line that ends as another about the same fact begins is one change", "[explore][timeline]") {
  Told told(kPort + R"(norm old forbid enter(s) when built_on(s) < 1900-01-01
situation s
  given built_on(ada) = 1899-01-01 until 1910-01-01
  given built_on(ada) = 1901-01-01 from 1910-01-01)");
  CHECK(told.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) ==
        std::vector<std::string>{"before forbidden", "1910-01-01 permitted 1"});
  CHECK(told.timeline().changes.front().lines.size() == 2);
}

TEST_CASE("a range shows its own days only, and its first segment has no cause", "[explore][timeline]") {
  Told told(kPort + R"(norm dues forbid enter(s) when pays(s)
situation s
  given pays(ada) from 1900-01-01 until 1901-01-01)");
  CHECK(told.segments({"enter(ada)", {}, {}, {}, "1900-01-01", "1901-01-01", {}}) == std::vector<std::string>{"1900-01-01 forbidden"});
  CHECK(told.segments({"enter(ada)", {}, {}, {}, "1899-12-31", "1901-01-02", {}}) ==
        std::vector<std::string>{"1899-12-31 permitted", "1900-01-01 forbidden 1", "1901-01-01 permitted 1"});
  CHECK(!told.session().timeline({"enter(ada)", {}, {}, {}, "1900-01-01", "1900-01-01", {}}));
  CHECK(!told.session().timeline({"enter(ada)", {}, {}, {}, "1900-02-30", {}, {}}));
}

TEST_CASE("norms, modules and acceptances begin and end", "[explore][timeline]") {
  Told told(R"(module port
in force from 1900-01-01 until 1950-01-01
type Ship
individual ada: Ship
action enter(s: Ship)
norm dues in force from 1910-01-01 forbid enter(s)
acceptance of port by ada from 1905-01-01 until 1920-01-01
situation s
)");
  CHECK(told.segments({"enter(ada)", {}, {"port"}, {}, {}, {}, {}}) ==
        std::vector<std::string>{"before silent", "1910-01-01 forbidden 1", "1950-01-01 silent 1"});
  CHECK(told.timeline().changes.front().kind == Change::Kind::norm);
  CHECK(told.timeline().changes.back().kind == Change::Kind::module);
  CHECK(told.segments({"enter(ada)", {}, {}, {"ada"}, {}, {}, {}}) ==
        std::vector<std::string>{"before silent", "1910-01-01 forbidden 1", "1920-01-01 silent 1"});
  CHECK(told.timeline().changes.back().kind == Change::Kind::acceptance);
}

TEST_CASE("days on which a case contradicts itself are shown as that", "[explore][timeline]") {
  Told told(kPort + R"(constraint solvent for s: Ship not (pays(s) and insured(s))
norm dues forbid enter(s) when pays(s)
situation s
  given pays(ada) from 1900-01-01
  given insured(ada) from 1910-01-01 until 1911-01-01)");
  CHECK(told.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) ==
        std::vector<std::string>{"before permitted", "1900-01-01 forbidden 1", "1910-01-01 error 1", "1911-01-01 forbidden 1"});
  CHECK(!told.session().diagnostics().has_errors());
}

TEST_CASE("lines of a situation that extends another replace its lines, and what is unknown ends", "[explore][timeline]") {
  Told told(kPort + R"(norm dues forbid enter(s) when pays(s)
situation parent
  given pays(ada) from 1900-01-01
situation child
  extends parent
  unknown pays(ada) from 1905-01-01 until 1906-01-01
  given pays(ada) from 1907-01-01)");
  CHECK(told.segments({"enter(ada)", "parent", {}, {}, {}, {}, {}}) == std::vector<std::string>{"before permitted", "1900-01-01 forbidden 1"});
  CHECK(told.segments({"enter(ada)", "child", {}, {}, {}, {}, {}}) ==
        std::vector<std::string>{"before permitted", "1905-01-01 depends 1", "1906-01-01 permitted 1", "1907-01-01 forbidden 1"});
  CHECK(told.timeline().changes.front().lines.front().values.empty());
}

TEST_CASE("rows share the changes that made them", "[explore][timeline]") {
  Session session;
  session.add("text.norm", kPort + R"(norm dues forbid enter(s) when pays(s)
acceptance of port by ada
situation s
  given pays(ada) from 1900-01-01)");
  REQUIRE(session.compile());
  const auto timeline = session.timeline({"enter(ada)", {}, {"port"}, {"ada"}, {}, {}, {}});
  REQUIRE(timeline);
  REQUIRE(timeline->rows.size() == 2);
  CHECK(timeline->changes.size() == 1);
  CHECK(timeline->rows[0].segments[1].causes == timeline->rows[1].segments[1].causes);
  CHECK(timeline->rows[1].holder);
}

TEST_CASE("a search that is cut short says so", "[explore][timeline]") {
  constexpr int kShips = 12;
  std::string text = kPort + "norm dues forbid enter(s) when some x: Ship where pays(x)\nsituation s\n  individual ";
  for (int i = 0; i < kShips; ++i) text += (i > 0 ? ", s" : "s") + std::to_string(i);
  text += ": Ship\n";
  for (int i = 0; i < kShips; ++i) text += "  given pays(s" + std::to_string(i) + ") from 1900-01-01\n";
  Told told(text);
  CHECK(told.segments({"enter(ada)", {}, {}, {}, {}, {}, {}}) == std::vector<std::string>{"before permitted", "1900-01-01 forbidden 12"});
  CHECK(!told.timeline().rows.front().segments.back().smallest);
}
