// Whole files, from text to answer: every question of tests/golden/accept, of the examples and of
// the language guide gets the answer that a person worked out by hand and wrote beside it. Each
// file is run alone, and each folder once more with all of its files together.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

struct Outcome {
  std::size_t asked = 0;     ///< questions of the files named, and of what they use
  std::size_t expected = 0;  ///< those of them that say what they expect
  std::vector<std::string> failures;
};

Outcome run(const std::vector<std::string>& paths, analyse::Engine engine) {
  LoadOptions options;
  options.folders = true;
  options.libraries = {test::source_dir() / "rules"};
  Session session(options);
  session.load(paths);
  Outcome outcome;
  const bool compiled = session.compile();
  if (compiled) {
    for (const model::Question& question : session.model().questions) {
      ++outcome.asked;
      if (question.expect) ++outcome.expected;
      const std::string place = session.sources().at(question.span) + ": " + question.text;
      const auto answer = session.ask(question, {.engine = engine});
      if (!answer) {
        outcome.failures.push_back(place + " has no answer");
      } else if (!answer->as_expected.value_or(true)) {
        outcome.failures.push_back(place + " is answered " +
                                   std::string(analyse::name(answer->answer)) + " " +
                                   answer->reason);
      }
    }
  }
  for (const Diagnostic& diagnostic : session.diagnostics().sorted()) {
    if (diagnostic.severity != Severity::error) continue;
    const std::string place = diagnostic.span ? session.sources().at(*diagnostic.span) : "";
    outcome.failures.push_back(place + ": " + std::string(diagnostic.code.id) + " " +
                               diagnostic.message);
  }
  return outcome;
}

void holds(const std::vector<std::string>& paths, std::size_t at_least) {
  for (const analyse::Engine engine : {analyse::Engine::automatic, analyse::Engine::both}) {
    const Outcome outcome = run(paths, engine);
    for (const std::string& failure : outcome.failures) FAIL_CHECK(failure);
    CHECK(outcome.asked >= at_least);
    CHECK(outcome.expected == outcome.asked);
  }
}

std::vector<fs::path> files_of_norms(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool norms = name.ends_with(".norm") || name.ends_with(".case") ||
                       name.ends_with(".norm.md") || name.ends_with(".case.md");
    if (norms) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("every accepted file gives the answers worked out by hand", "[golden][accept]") {
  const std::vector<fs::path> files = files_of_norms(test::source_dir() / "tests/golden/accept");
  REQUIRE(files.size() >= 30);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    holds({file.string()}, 0);
  }
}

TEST_CASE("all accepted files can be loaded together", "[golden][accept]") {
  holds({(test::source_dir() / "tests/golden/accept").string()}, 350);
}

TEST_CASE("every example gives the answers that it promises", "[golden][accept]") {
  const fs::path folder = test::source_dir() / "examples";
  const std::vector<fs::path> files = files_of_norms(folder);
  REQUIRE(files.size() >= 6);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    holds({file.string()}, 0);
  }
  holds({folder.string()}, 80);
}

TEST_CASE("the language guide is a file of norms, and its answers are true", "[golden][accept]") {
  holds({(test::source_dir() / "docs/language.md").string()}, 50);
}

TEST_CASE("a wrong expectation is noticed", "[golden][accept]") {
  Session session;
  session.add("wrong.norm",
              "module wrong\n"
              "type Person\n"
              "individual ann: Person\n"
              "action go(who: Person)\n"
              "norm stay forbid go(who)\n"
              "situation s\n"
              "ask go(ann) in s under wrong expect permitted\n"
              "ask go(ann) in s under wrong expect forbidden\n");
  REQUIRE(session.compile());
  REQUIRE(session.model().questions.size() == 2);
  CHECK(session.ask(session.model().questions[0])->as_expected == false);
  CHECK(session.ask(session.model().questions[1])->as_expected == true);
}
