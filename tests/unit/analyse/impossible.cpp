// Situations that cannot be: the smallest set of lines, presumptions and constraints that exclude
// each other.

#include <string>
#include <vector>

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

const std::string vocabulary =
    "module m\n"                                                      // 1
    "type Ship\n"                                                     // 2
    "individual gull, tern: Ship\n"                                   // 3
    "fact plague(s: Ship)\n"                                          // 4
    "fact flagged(s: Ship)\n"                                         // 5
    "fact crew(s: Ship): int in 0..100\n"                             // 6
    "fact captain(s: Ship) presumed true\n"                           // 7
    "action stay(s: Ship)\n"                                          // 8
    "action repair(s: Ship) is stay(s)\n"                             // 9
    "action tow(by: Ship, s: Ship)\n"                                 // 10
    "attribution stay(s) when some by: Ship where done tow(by, s)\n"  // 11
    "norm open permit stay(s)\n"                                      // 12
    "constraint honest for s: Ship flagged(s) implies plague(s)\n"    // 13
    "constraint led for s: Ship crew(s) > 10 implies captain(s)\n"    // 14
    "constraint small every s: Ship satisfies crew(s) <= 50\n";       // 15

struct Told {
  bool answered = false;
  std::string code;
  std::string message;
  std::string help;
  std::vector<std::string> lines;  ///< `LINE: message` of the related places
};

Told ask(const std::string& situation, const std::string& question = "ask stay(gull) in s\n",
         analyse::Engine engine = analyse::Engine::automatic) {
  Session session;
  session.add("m.norm", vocabulary + situation + question);
  const bool compiled = session.compile();
  REQUIRE(compiled);
  Told told;
  told.answered = session.ask(session.model().questions.front(), {.engine = engine}).has_value();
  for (const Diagnostic& diagnostic : session.diagnostics().items()) {
    CHECK(told.code.empty());
    told.code = diagnostic.code.id;
    told.message = diagnostic.message;
    told.help = diagnostic.help;
    for (const Related& related : diagnostic.related)
      told.lines.push_back(
          std::to_string(session.sources()[related.span.source].position(related.span.begin).line) +
          ": " + related.message);
  }
  CHECK(told.answered == told.code.empty());
  return told;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a situation that satisfies the constraints has an answer", "[analyse][impossible]") {
  CHECK(ask("situation s given flagged(gull), plague(gull), crew(gull) = 50\n").answered);
  CHECK(ask("situation s unknown flagged(gull), plague(gull)\n").answered);
  CHECK(ask("situation s given done stay(gull)\n").answered);
}

TEST_CASE("only the lines that exclude each other are named", "[analyse][impossible]") {
  const std::string situation =
      "situation s\n"
      "  given plague(tern), flagged(tern)\n"
      "  given flagged(gull)\n"
      "  given not plague(gull)\n"
      "  given crew(gull) = 5\n";
  for (const auto engine :
       {analyse::Engine::automatic, analyse::Engine::z3, analyse::Engine::both}) {
    const Told told = ask(situation, "ask stay(gull) in s\n", engine);
    CHECK(told.code == "S201");
    CHECK(told.message.find("`m.honest`") != std::string::npos);
    CHECK(told.message.find("led") == std::string::npos);
    CHECK(told.lines == Lines{"13: the constraint", "18: `flagged(gull)` is given",
                              "19: `not plague(gull)` is given"});
  }
}

TEST_CASE("a question that has nothing to do with it has no answer either",
          "[analyse][impossible]") {
  const Told told = ask("situation s\n  given crew(tern) = 51\n");
  CHECK(told.code == "S201");
  CHECK(told.lines == Lines{"15: the constraint", "17: `crew(tern) = 51` is given"});
}

TEST_CASE("a presumption that takes part is told apart from lines", "[analyse][impossible]") {
  const Told told = ask("situation s\n  given flagged(gull)\n");
  CHECK(told.lines == Lines{"13: the constraint", "17: `flagged(gull)` is given"});
  CHECK(told.help.find("`not plague(gull)`") != std::string::npos);
  CHECK(told.help.find("presumed") != std::string::npos);
}

TEST_CASE("an unknown does not save what no value can save", "[analyse][impossible]") {
  const Told told =
      ask("situation s\n  given crew(gull) = 60 or 70\n  unknown plague(gull), captain(gull)\n");
  CHECK(told.code == "S201");
  CHECK(told.message.find("`m.small`") != std::string::npos);
  CHECK(ask("situation s\n  given crew(gull) = 60 or 40\n").answered);
}

TEST_CASE("a deed that is given as not done and counts as done", "[analyse][impossible]") {
  SECTION("as a kind") {
    const Told told =
        ask("situation s\n  given done repair(gull)\n  given not done stay(gull)\n  given "
            "flagged(tern), plague(tern)\n");
    CHECK(told.code == "S202");
    CHECK(told.lines == Lines{"17: `done repair(gull)` is given"});
  }
  SECTION("by attribution") {
    const Told told =
        ask("situation s\n  given not done stay(gull)\n  given done tow(tern, gull)\n");
    CHECK(told.code == "S202");
    CHECK(told.lines == Lines{"18: `done tow(tern, gull)` is given"});
  }
  SECTION("where it may have been done, it was not") {
    const Told told = ask("situation s\n  given not done stay(gull)\n  unknown done repair(gull)\n",
                          "ask done repair(gull) in s expect no\n");
    CHECK(told.answered);
  }
}
