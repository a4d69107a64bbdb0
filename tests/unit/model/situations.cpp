#include "engine/model/situations.hpp"

#include "engine/model/situation_entries.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::modelled;

namespace {

const std::string words = R"(module words
document un "United Nations"
type Actor
type State: Actor
type Vote = aye | nay | absent
individual france, uk: State
parameter limit: int = 3
fact at_war(a: State, b: State)
fact member(a: Actor)
fact votes(s: State): Vote presumed absent
fact deaths(s: State): int in 0..
fact peace()
fact founded(s: State): date
define friendly(s: State) when member(s)
action act(by: State)
action speak(by: Actor)
)";

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

/// `votes(uk) = 1|2 [from, until)` of every entry.
std::vector<std::string> entries(const Model& model, SituationId id) {
  std::vector<std::string> result;
  for (const Entry& entry : model[id].entries) {
    std::string text = text_of(model, entry.atom);
    const bool individuals =
        !entry.atom.deed && model.facts[entry.atom.ref].kind.sort.kind == Sort::Kind::individual;
    for (std::size_t i = 0; i < entry.values.size(); ++i) {
      text += i == 0 ? " = " : "|";
      const auto value = static_cast<std::size_t>(entry.values[i]);
      text += individuals ? std::string(model.individuals[value].name)
                          : std::to_string(entry.values[i]);
    }
    if (entry.period.from || entry.period.until)
      text += " [" + day(entry.period.from) + ", " + day(entry.period.until) + ")";
    result.push_back(text);
  }
  return result;
}

using Lines = std::vector<std::string>;

/// The entries of one situation of those lines.
Lines written_out(const std::string& lines) {
  const auto file = modelled({words, "uses words\nsituation s\n" + lines});
  CHECK(file.told() == Lines{});
  return entries(file.model, file.situation("s"));
}

Lines told(const std::string& items) { return modelled({words, "uses words\n" + items}).told(); }
Lines told_of_line(const std::string& line) { return told("situation s\n" + line); }

}  // namespace

TEST_CASE("every form of a line", "[situations]") {
  CHECK(written_out("given peace(), not member(uk), deaths(uk) = 1_000, votes(uk) = nay") ==
        Lines{"member(uk) = 0", "votes(uk) = nay", "deaths(uk) = 1000", "peace() = 1"});
  CHECK(
      written_out("given done act(uk), not done act(france)\nunknown votes(uk), done speak(uk)") ==
      Lines{"votes(uk)", "done act(france) = 0", "done act(uk) = 1", "done speak(uk)"});
  CHECK(written_out("given founded(uk) = 1970-01-11") == Lines{"founded(uk) = 10"});
  CHECK(written_out("given deaths(uk) = 5 from 1990-01-01 until 1991-01-01") ==
        Lines{"deaths(uk) = 5 [1990-01-01, 1991-01-01)"});
}

TEST_CASE("sets and types are written out over the situation's individuals", "[situations]") {
  CHECK(written_out("individual serbia: State\ngiven at_war({france, uk}, serbia)") ==
        Lines{"at_war(france, serbia) = 1", "at_war(uk, serbia) = 1"});
  CHECK(
      written_out("individual serbia: State, nato: Actor\ngiven member(every State except {uk})") ==
      Lines{"member(france) = 1", "member(serbia) = 1"});
  CHECK(written_out("individual nato: Actor\nunknown member(every Actor)") ==
        Lines{"member(france)", "member(uk)", "member(nato)"});
  CHECK(written_out("given member(every State except {uk, france})") == Lines{});
  CHECK(written_out("given at_war(every State, every State)").size() == 4);
}

TEST_CASE("sources are kept for the line and for each value", "[situations]") {
  const auto file = modelled({words, R"(uses words
situation s
  given deaths(uk) = 3 source un "a" or 4 source "b" source "c" unconfirmed
  given deaths(france) = 5 source un "d"
  given peace() from 1990-01-01 source "e"
)"});
  REQUIRE(file.told() == Lines{});
  const auto& all = file.model[file.situation("s")].entries;
  const auto cited = [&](const std::vector<Citation>& sources) {
    Lines result;
    for (const Citation& citation : sources) result.push_back(file.model.cite(citation));
    return result;
  };
  REQUIRE(all.size() == 3);
  CHECK(cited(all[0].sources) == Lines{"un d"});
  CHECK(all[0].value_sources.empty());
  CHECK(cited(all[1].sources) == Lines{});
  REQUIRE(all[1].value_sources.size() == 2);
  CHECK(cited(all[1].value_sources[0]) == Lines{"un a"});
  CHECK(cited(all[1].value_sources[1]) == Lines{"b", "c (unconfirmed)"});
  CHECK(cited(all[2].sources) == Lines{"e"});
}

TEST_CASE("a situation takes the date, individuals and lines of the one that it extends",
          "[situations]") {
  const auto file = modelled({words, R"(uses words
situation third extends second on 2001-01-01
  given votes(uk) = aye from 2001-01-01
situation second extends first
  individual prussia: State
  given not member(uk)
situation first on 2000-01-01
  individual serbia: State
  given member(every State)
  given votes(uk) = nay from 1999-01-01 until 2000-01-01
  given votes(uk) = absent from 2000-01-01
)"});
  REQUIRE(file.told() == Lines{});
  const auto& model = file.model;
  CHECK(entries(model, file.situation("first")) ==
        Lines{"member(france) = 1", "member(uk) = 1", "member(serbia) = 1",
              "votes(uk) = nay [1999-01-01, 2000-01-01)", "votes(uk) = absent [2000-01-01, )"});
  // What `every` means is for the situation that takes the line to say.
  CHECK(entries(model, file.situation("second")) ==
        Lines{"member(france) = 1", "member(uk) = 0", "member(serbia) = 1", "member(prussia) = 1",
              "votes(uk) = nay [1999-01-01, 2000-01-01)", "votes(uk) = absent [2000-01-01, )"});
  CHECK(entries(model, file.situation("third")) ==
        Lines{"member(france) = 1", "member(uk) = 0", "member(serbia) = 1", "member(prussia) = 1",
              "votes(uk) = aye [2001-01-01, )"});
  CHECK(model[file.situation("first")].on == date_of(2000, 1, 1));
  CHECK(model[file.situation("second")].on == date_of(2000, 1, 1));
  CHECK(model[file.situation("third")].on == date_of(2001, 1, 1));
}

TEST_CASE("lines whose intervals overlap must agree", "[situations]") {
  CHECK(
      told_of_line("given member(uk)\ngiven not member(uk)\n") ==
      Lines{
          "S110 two lines contradict each other about `member(uk)`: given, and here given `not`"});
  CHECK(told_of_line("given member(uk)\nunknown member(uk)\n") ==
        Lines{"S110 two lines contradict each other about `member(uk)`: given, and here unknown"});
  CHECK(told_of_line("given done act(uk)\ngiven not done act(uk)\n") ==
        Lines{"S110 two lines contradict each other about `done act(uk)`: given, and here given "
              "`not`"});
  CHECK(told_of_line("given deaths(uk) = 1 or 2\ngiven deaths(uk) = 2\n") ==
        Lines{"S110 two lines contradict each other about `deaths(uk)`: 1 or 2, and here 2"});
  CHECK(told_of_line("given deaths(uk) = 1 or 2\ngiven deaths(uk) = 2 or 1\n") == Lines{});
  CHECK(told_of_line("given member(uk)\ngiven member(uk)\n") == Lines{});
}

TEST_CASE("intervals are half-open, so one line may begin where another ends", "[situations]") {
  CHECK(told_of_line(
            "given votes(uk) = aye until 2000-01-01\ngiven votes(uk) = nay from 2000-01-01\n") ==
        Lines{});
  CHECK(told_of_line(
            "given votes(uk) = aye until 2000-01-02\ngiven votes(uk) = nay from 2000-01-01\n") ==
        Lines{"S110 two lines contradict each other about `votes(uk)` on 2000-01-01: aye, and here "
              "nay"});
  // The one that lasts longest hides no contradiction.
  CHECK(told_of_line("given votes(uk) = aye\n"
                     "given votes(uk) = aye from 1990-01-01 until 1991-01-01\n"
                     "given votes(uk) = nay from 1995-01-01 until 1996-01-01\n") ==
        Lines{"S110 two lines contradict each other about `votes(uk)` on 1995-01-01: aye, and here "
              "nay"});
}

TEST_CASE("two lines that contradict each other about many atoms are told once", "[situations]") {
  CHECK(told_of_line("given member(every State)\ngiven not member({france, uk})\n") ==
        Lines{"S110 two lines contradict each other about `member(france)`: given, and here given "
              "`not`"});
}

TEST_CASE("only facts and deeds are given", "[situations]") {
  CHECK(told_of_line("given friendly(uk)") ==
        Lines{"S105 `friendly` follows from its definition: it cannot be given"});
  CHECK(told_of_line("given limit() = 3") ==
        Lines{"S106 `limit` is a parameter of the law: no situation sets it"});
  CHECK(told_of_line("given not act(uk)") ==
        Lines{"S107 `act` is an action: a line says whether it was done"});
  CHECK(told_of_line("given done peace()") ==
        Lines{"S107 `peace` is a fact, and facts are not done"});
  CHECK(told_of_line("unknown State(uk)") ==
        Lines{"M105 `State` is a type, which cannot be given"});
}

TEST_CASE("a value is given for a fact that has one, and for no other", "[situations]") {
  CHECK(told_of_line("given deaths(uk)") == Lines{"S108 `deaths` has a value, and none is given"});
  CHECK(told_of_line("given not deaths(uk)") ==
        Lines{"S108 `deaths` has a value, and none is given"});
  CHECK(told_of_line("given member(uk) = aye") ==
        Lines{"S109 `member` is a relation: it has no value"});
  CHECK(told_of_line("given deaths(uk) = -1") == Lines{"M212 -1 lies outside the range 0.."});
  CHECK(told_of_line("given votes(uk) = 3").at(0).substr(0, 4) == "M222");
  CHECK(told_of_line("given deaths(uk) = 3 or 4 or 3") == Lines{"M115 3 is listed twice"});
}

TEST_CASE("arguments are checked one by one", "[situations]") {
  CHECK(told_of_line("given at_war(uk)") ==
        Lines{"M201 `at_war` takes 2 arguments, and here it has 1"});
  CHECK(told_of_line("individual nato: Actor\ngiven at_war(uk, nato)") ==
        Lines{"M202 `nato` is of type `Actor`, and `b` is a `State`"});
  CHECK(told_of_line("given at_war(uk, every Actor)") ==
        Lines{"M202 not every `Actor` is a `State`, and `b` is a `State`"});
  CHECK(told_of_line("given at_war({uk, uk}, france)") == Lines{"M115 `uk` is listed twice"});
  CHECK(told_of_line("given at_war(uk, frnce)").at(0).substr(0, 4) == "M101");
  CHECK(told_of_line("given membr(uk)").at(0).substr(0, 4) == "M101");
}

TEST_CASE("the individuals of a situation are seen in it alone", "[situations]") {
  CHECK(told("situation a\n individual serbia: State\nsituation b\n given member(serbia)\n")
            .at(0)
            .substr(0, 4) == "M101");
  CHECK(told("situation a\n individual serbia: State\nsituation b\n individual serbia: Actor\n "
             "given member(serbia)\n") == Lines{});
  CHECK(told("situation a individual serbia: State, serbia: Actor") ==
        Lines{"S103 `serbia` is declared twice in this situation"});
  CHECK(
      told(
          "situation a individual serbia: State\nsituation b extends a individual serbia: State") ==
      Lines{"S103 `serbia` is declared already, in the situation that this one extends"});
  CHECK(told("situation a individual yes_vote: Vote") ==
        Lines{"M211 `Vote` is a closed type: it has no further individuals"});
}

TEST_CASE("an individual with the name of a module's is another one, with a warning",
          "[situations]") {
  const auto file =
      modelled({words, "uses words\nsituation s\n  individual uk: Actor\n  given member(uk)\n"});
  CHECK(
      file.told() ==
      Lines{"S104 `uk` is declared already: in this situation the name means another individual"});
  CHECK_FALSE(file.diagnostics.has_errors());
  const Atom& atom = file.model[file.situation("s")].entries.at(0).atom;
  CHECK(file.model[atom.arguments.at(0)].type == file.type("Actor"));
}

TEST_CASE("what a situation extends must be known and must not come back to it", "[situations]") {
  CHECK(told("situation kosovo\nsituation more extends kosvo\n") ==
        Lines{"S101 there is no situation `kosvo` to extend"});
  CHECK(told("situation a extends b\nsituation b extends c\nsituation c extends a\n") ==
        Lines{"S102 situations extend each other: `a` extends `b`, which extends `c`, which "
              "extends `a`"});
  CHECK(told("situation a extends a") ==
        Lines{"S102 situations extend each other: `a` extends `a`"});
}

TEST_CASE("a mistake in the situation that is extended is told once", "[situations]") {
  CHECK(told("situation a individual x: Stat\nsituation b extends a\n given member(x)\nask act(x) "
             "in b under words\n")
            .size() == 1);
  CHECK(told("situation a extends nowhere\n given member(zz)\nask act(uk) in a under words\n") ==
        Lines{"S101 there is no situation `nowhere` to extend"});
}

TEST_CASE("a situation that speaks of too many atoms is refused", "[situations]") {
  std::string states = "type Place\nfact near(a: Place, b: Place, c: Place)\nindividual p0";
  for (int i = 1; i <= 101; ++i) states += ", p" + std::to_string(i);
  states += ": Place\n";
  const auto told =
      modelled({words + states,
                "uses words\nsituation s\n given near(every Place, every Place, every Place)\n"})
          .told();
  CHECK(
      told ==
      Lines{"S111 with this line, the situation `s` speaks of more than 1_000_000 facts and deeds"});
}

TEST_CASE("a situation may be added to a model, and one with mistakes leaves no trace",
          "[situations]") {
  auto file = modelled(
      {words,
       "uses words\nsituation base\n individual serbia: State\n given member(every State)\n"});
  REQUIRE(file.told() == Lines{});
  const auto lines = [&](const std::string& text) {
    const SourceId source = file.sources->add("batch", text);
    auto situation = parse_lines(*file.sources, source, file.diagnostics);
    REQUIRE(situation);
    situation->name.text = "added";
    situation->extends = syntax::Name{{}, "base", situation->name.span};
    return *situation;
  };
  const ModuleId home = file.model[file.situation("base")].module;
  const std::size_t individuals = file.model.individuals.size();
  const auto bad = add_situation(
      file.model, lines("individual prussia: State given membr(prussia)"), home, file.diagnostics);
  CHECK_FALSE(bad);
  CHECK(file.model.individuals.size() == individuals);
  CHECK(file.model.situations.size() == 1);
  CHECK(file.told().size() == 1);
  const auto good =
      add_situation(file.model, lines("individual prussia: State given not member(prussia)"), home,
                    file.diagnostics);
  REQUIRE(good);
  CHECK(entries(file.model, *good) ==
        Lines{"member(france) = 1", "member(uk) = 1", "member(serbia) = 1", "member(prussia) = 0"});
}
