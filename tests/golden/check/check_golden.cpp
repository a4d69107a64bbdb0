// Norm sets from text to report: every file of tests/golden/check shows what a person worked out by
// hand from the meaning of norm sets and marked in place (marks.hpp), with every engine.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/analyse/check/check.hpp"
#include "engine/grotius.hpp"
#include "tests/golden/check/marks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> files(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename().string().ends_with(ending)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> errors(Session& session) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : session.diagnostics().sorted())
    if (diagnostic.severity == Severity::error)
      result.push_back((diagnostic.span ? session.sources().at(*diagnostic.span) : "") + ": " +
                       std::string(diagnostic.code.id) + " " + diagnostic.message);
  return result;
}

struct Checked {
  std::vector<test::Mark> marks;
  std::vector<std::string> errors;
};

Checked check(const std::string& name, const std::string& text, analyse::Engine engine) {
  Session session;
  session.add(name, text);
  Checked result;
  if (session.compile()) {
    analyse::Worlds worlds(session.model());
    analyse::CheckOptions options;
    options.engine = engine;
    const auto report = analyse::check(worlds, model::ModuleId{}, options, session.diagnostics());
    if (report) result.marks = test::marks_of(*report, session.model(), session.sources());
    if (!report) result.errors.push_back("no report");
  }
  for (const std::string& error : errors(session)) result.errors.push_back(error);
  return result;
}

constexpr const char* engine_names[] = {"automatic", "native", "z3", "both"};

}  // namespace

TEST_CASE("every norm set shows what was worked out by hand", "[golden][check]") {
  const std::vector<fs::path> norms = files(test::source_dir() / "tests/golden/check", ".norm");
  REQUIRE(norms.size() >= 25);
  for (const fs::path& file : norms) {
    const std::string text = read(file);
    const std::vector<test::Mark> marked = test::marks_in(text);
    for (const auto engine :
         {analyse::Engine::automatic, analyse::Engine::native, analyse::Engine::z3}) {
      INFO(file.filename().string() << ", engine " << engine_names[static_cast<int>(engine)]);
      Checked found = check(file.filename().string(), text, engine);
      std::vector<test::Mark> expected = marked;
      // Without a solver recursion is left open, which is said and is no finding.
      const auto is_undecided = [](const test::Mark& mark) {
        return mark.text.starts_with("undecided ");
      };
      if (engine == analyse::Engine::native) {
        std::erase_if(found.marks, is_undecided);
        std::erase_if(expected, is_undecided);
      }
      for (const std::string& error : found.errors) FAIL_CHECK(error);
      for (const std::string& wrong : test::disagreements(expected, found.marks)) FAIL_CHECK(wrong);
    }
  }
}

TEST_CASE("two norm sets part where it was worked out by hand", "[golden][check]") {
  const std::vector<fs::path> newer =
      files(test::source_dir() / "tests/golden/check/diff", ".new.norm");
  REQUIRE(newer.size() >= 3);
  for (const fs::path& file : newer) {
    const std::string name = file.filename().string();
    INFO(name);
    const fs::path older = file.parent_path() / (name.substr(0, name.find('.')) + ".old.norm");
    Comparison comparison;
    REQUIRE(comparison.load(older.string(), file.string()));
    const auto found = comparison.difference();
    REQUIRE(found);
    for (const std::string& wrong :
         test::disagreements(test::marks_in(read(file)), test::marks_of(*found)))
      FAIL_CHECK(wrong);
  }
}

TEST_CASE("a wrong mark is noticed", "[golden][check]") {
  const std::string text = read(test::source_dir() / "tests/golden/check/conflict.norm");
  const Checked found = check("conflict.norm", text, analyse::Engine::automatic);
  const std::vector<test::Mark> marked = test::marks_in(text);
  REQUIRE(marked.size() >= 4);
  REQUIRE(test::disagreements(marked, found.marks).empty());
  // One finding less, one more, one elsewhere, one with another witness.
  for (std::size_t i = 0; i < marked.size(); ++i) {
    std::vector<test::Mark> wrong = marked;
    wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(test::disagreements(wrong, found.marks).size() == 1);
    wrong = marked;
    wrong[i].text += "s";
    CHECK(test::disagreements(wrong, found.marks).size() == 2);
    wrong = marked;
    wrong[i].line = 1;
    CHECK(test::disagreements(wrong, found.marks).size() == 2);
    wrong = marked;
    wrong[i].details["given"] = "old(p2)";
    CHECK(test::disagreements(wrong, found.marks).size() == 1);
  }
}
