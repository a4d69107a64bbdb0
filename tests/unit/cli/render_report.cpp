// Reports of `check` for people and programs.

#include "cli/render_report.hpp"

#include <fstream>
#include <iterator>
#include <set>

#include "cli/render_witness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/schema.hpp"
#include "tests/unit/cli/reports.hpp"

using namespace grotius;
using analyse::FindingKind;
using nlohmann::json;

namespace {

json schema(const char* name) {
  std::ifstream file(test::source_dir() / "docs/schemas" / name);
  return json::parse(file);
}

analyse::Report about(const test::Modelled& of) {
  analyse::Report report;
  report.module = of.module("harbour");
  return report;
}

}  // namespace

TEST_CASE("a conflict is told with its story, as a case, and with what to do", "[cli][report]") {
  const test::Modelled of = test::harbour();
  analyse::Report report = about(of);
  CHECK(cli::render_text(of.model, report, test::conflict(of), "witness_1", false) ==
        R"(conflict[N101]: `quarantine` forbids and `welcome` permits `enter`
 --> file1.norm:8:6
  |
8 | norm quarantine forbid enter(s) when infected(s)
  |      ^^^^^^^^^^
 file1.norm:7:6
  |
7 | norm welcome permit enter(s) when flagged(s)
  |      ^^^^^^^
 Suppose s1 is a Ship; s1 flies the flag; s1 carries a disease. Then `quarantine` forbids and
 `welcome` permits: “s1 enters the port”.
 As a case:
   situation witness_1
     individual s1: Ship
     given flagged(s1)
     given infected(s1)
   ask enter(s1) in witness_1 under harbour
 help: say which prevails
)");
}

TEST_CASE("a core is told with its lines, a repair as a patch", "[cli][report]") {
  const test::Modelled of = test::harbour();
  CHECK(cli::render_text(of.model, about(of), test::dead_norm(of), "", false) ==
        R"(dead norm[N201]: `middle` never applies
 --> file1.norm:9:6
  |
9 | norm middle forbid enter(s) when tonnage(s) > 5 and tonnage(s) < 3
  |      ^^^^^^
 these exclude each other:
 file1.norm:9:34: tonnage(s) > 5
  |
9 | norm middle forbid enter(s) when tonnage(s) > 5 and tonnage(s) < 3
  |                                  ^^^^^^^^^^^^^^
 file1.norm:9:53: tonnage(s) < 3
  |
9 | norm middle forbid enter(s) when tonnage(s) > 5 and tonnage(s) < 3
  |                                                     ^^^^^^^^^^^^^^
)");
  analyse::Finding repaired;
  repaired.message = "m";
  repaired.repairs = {test::repair(of)};
  CHECK(cli::render_text(of.model, about(of), repaired, "", false) ==
        R"(conflict[N101]: m
 repair 1: priority quarantine > welcome
   it also changes:
     leave: permitted -> forbidden, where flagged(s1)
   --- file1.norm
   +++ file1.norm
   @@ -7,4 +7,5 @@
    norm welcome permit enter(s) when flagged(s)
    norm quarantine forbid enter(s) when infected(s)
   +  overrides welcome
    norm middle forbid enter(s) when tonnage(s) > 5 and tonnage(s) < 3
    thesis clean always for s: Ship permitted enter(s) implies not infected(s)
)");
}

TEST_CASE("what is counted, open, tolerated and decided is summed up", "[cli][report]") {
  const test::Modelled of = test::harbour();
  const analyse::Report report = test::everything(of);
  const std::string text = cli::render_text(of.model, report, false);
  const std::string end =
      R"(… and 1 203 456 further conflicts:
  1 203 453 about enter: permit against forbid
  3 about leave

thesis harbour.clean: refuted, not as expected
thesis harbour.open: unknown (timeout)
thesis harbour.shut: refuted, as expected

up to scope (2 of Ship): `welcome` was not seen to change a status; a larger world might show it:
  sums over the open type Ship
not decided: gap; timeout

harbour: 1 203 457 conflicts, 1 dead norm; 1 tolerated; 1 not decided, 1 not seen up to scope
)";
  INFO(text);
  CHECK(text.ends_with(end));
}

TEST_CASE("a summary claims completeness only where nothing is open", "[cli][report]") {
  const test::Modelled of = test::harbour();
  analyse::Report report = about(of);
  CHECK(cli::summary(report) == "nothing found; complete");
  CHECK(!cli::has_findings(report));
  CHECK(!cli::is_inconclusive(report));
  report.universe = {{"Crew", 0}, {"Ship", 3}};
  CHECK(cli::summary(report) ==
        "nothing found; complete for every number of individuals of Crew, Ship");
  report.theses = {{{}, analyse::ThesisResult::Outcome::proved, false, {}, true, ""}};
  CHECK(cli::summary(report) == "nothing found; not all theses are decided");
  CHECK(cli::is_inconclusive(report));
  report.theses[0].witness.emplace();
  CHECK(!cli::is_inconclusive(report));
  report.theses[0].result = analyse::ThesisResult::Outcome::unknown;
  CHECK(cli::is_inconclusive(report));
  report.theses.clear();
  report.undecided = {{FindingKind::gap, {}, {}, "timeout"}};
  CHECK(cli::is_inconclusive(report));
  report.undecided.clear();
  report.beyond = {{FindingKind::unused, "", "", 1}};
  CHECK(cli::has_findings(report));
  CHECK(cli::summary(report).starts_with("1 unused declaration; "));
}

TEST_CASE("a report as JSON fits its schema", "[cli][report]") {
  const test::Modelled of = test::harbour();
  const json written = cli::to_json(of.model, test::everything(of));
  CHECK(test::misfits(schema("check.json"), written) == std::vector<std::string>{});
  const json& finding = written["findings"][0];
  CHECK(finding["norms"] == json{"harbour.quarantine", "harbour.welcome"});
  CHECK(finding["action"] == "harbour.enter");
  CHECK(finding["at"] == json{"file1.norm:8:6", "file1.norm:7:6"});
  CHECK(finding["witness"]["individuals"] == json{{"s1", "Ship"}});
  CHECK(finding["repairs"][0]["at"] == "file1.norm:8:49");
  CHECK(written["tolerated"][0]["reason"] == "kept for the record");
  CHECK(written["beyond"][1]["count"] == 1'203'453);
  json broken = written;
  broken["findings"][0].erase("kind");
  broken["seconds"] = "long";
  broken["more"] = 1;
  CHECK(test::misfits(schema("check.json"), broken).size() == 3);
  CHECK(cli::to_json(of.model, about(of))["findings"].is_array());
}

TEST_CASE("a witness reads as a case file that asks about the act", "[cli][report]") {
  analyse::Witness witness;
  CHECK(cli::story(witness, "") == " Suppose nothing is given.\n");
  CHECK(cli::case_text(witness, "w", "m", 2) == "  situation w\n");
  witness.on = parse_date("1999-03-24");
  witness.individuals = {{"a1", "Actor"}, {"s1", "State"}};
  witness.given = {"near(a1, s1)"};
  witness.act = "enter(a1, s1)";
  witness.story = {"a1 is near s1"};
  const std::string text = cli::case_text(witness, "w", "", 0);
  CHECK(text ==
        "situation w\n"
        "  on 1999-03-24\n"
        "  individual a1: Actor, s1: State\n"
        "  given near(a1, s1)\n"
        "ask enter(a1, s1) in w\n");
  CHECK(cli::story(witness, "it is silent") ==
        " Suppose a1 is near s1, on 1999-03-24. Then it is silent.\n");
  const test::Modelled pasted =
      test::modelled({"module m\ntype Actor\ntype State\nfact near(a: Actor, s: State)\n"
                      "action enter(a: Actor, s: State)\nnorm n permit enter(a, s)\n",
                      text});
  CHECK(pasted.told() == std::vector<std::string>{});
  CHECK(pasted.model.questions.size() == 1);
}

TEST_CASE("long stories are broken between words", "[cli][report]") {
  const std::string word(60, 'x');
  CHECK(cli::wrapped("help: " + word + ' ' + word + " end", 2) ==
        "help: " + word + "\n  " + word + " end");
  CHECK(cli::wrapped(std::string(200, 'y'), 2) == std::string(200, 'y'));
  CHECK(cli::wrapped("", 2).empty());
}

TEST_CASE("numbers are grouped, kinds have words and explanations", "[cli][report]") {
  CHECK(cli::grouped(0) == "0");
  CHECK(cli::grouped(999) == "999");
  CHECK(cli::grouped(1'000) == "1 000");
  CHECK(cli::grouped(1'203'456) == "1 203 456");
  std::set<std::string> words;
  for (int i = 0; i <= static_cast<int>(FindingKind::open_pair); ++i) {
    const auto kind = static_cast<FindingKind>(i);
    words.insert(cli::in_words(kind));
    CHECK(cli::counted(kind, 1).ends_with(cli::in_words(kind)));
    CHECK(cli::counted(kind, 2, "further ").starts_with("2 further "));
    CHECK(cli::explanation(kind).size() > 20);
  }
  CHECK(words.size() == 15);
}
