// What the documents show of `check` is true. A block tagged `norm`, followed by one tagged `text`,
// is a file and what `check` prints of it; in docs/diagnostics/N.md, where each section is about
// one kind of finding, with `--only` that kind. With GROTIUS_UPDATE_GOLDEN=1 the output is written
// anew. And what `check` and `diff` print as JSON fits their schemas, and their witnesses show what
// they should.

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/analyse/check/finding.hpp"
#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/schema.hpp"

using namespace grotius;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;

/// A file of norms in a document, with what `check` prints of it.
struct Shown {
  std::string code;  ///< of the section; empty: none
  std::string norms;
  std::string output;
  std::size_t begin = 0;  ///< bytes of the output in the document
};

std::vector<Shown> shown_in(const std::string& document) {
  static const std::regex pattern("\n```norm\n([^]*?)\n```\n\n```text\n([^]*?)```\n");
  static const std::regex section("\n## (N[0-9]{3}) ");
  std::vector<Shown> result;
  for (std::sregex_iterator at(document.begin(), document.end(), pattern), end; at != end; ++at) {
    Shown one{"", (*at)[1].str() + "\n", (*at)[2].str(), static_cast<std::size_t>(at->position(2))};
    const auto block = document.begin() + at->position(0);
    for (std::sregex_iterator head(document.begin(), block, section); head != end; ++head)
      one.code = (*head)[1];
    result.push_back(std::move(one));
  }
  return result;
}

std::string kind_of(const std::string& code) {
  for (int i = 0; i <= static_cast<int>(analyse::FindingKind::open_pair); ++i) {
    const auto kind = static_cast<analyse::FindingKind>(i);
    if (analyse::code_of(kind).id == code) return std::string(analyse::name(kind));
  }
  return "";
}

void check_document(const fs::path& name, std::set<std::string>& codes) {
  const fs::path path = test::source_dir() / name;
  std::string document = test::read_file(path);
  const std::vector<Shown> all = shown_in(document);
  // From the end, so that the places of those before stay valid.
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "harbour.norm";
    test::write_file(file, one->norms);
    std::string line = "cd $T && grotius check harbour.norm";
    if (!one->code.empty()) line += " --only " + kind_of(one->code);
    if (one->code == "N501") line += ",conflict";  // what is not looked for is not stale
    const test::Outcome outcome = test::run(line, folder);
    INFO(name.string() << ": " << one->norms << outcome.err);
    CHECK(outcome.status == 1);
    if (!one->code.empty()) CHECK(outcome.out.find("[" + one->code + "]") != std::string::npos);
    codes.insert(one->code);
    if (update) {
      document.replace(one->begin, one->output.size(), outcome.out);
    } else {
      CHECK(one->output == outcome.out);
    }
  }
  if (update) test::write_file(path, document);
}

json schema(const char* name) {
  return json::parse(test::read_file(test::source_dir() / "docs/schemas" / name));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The witness as a case of the file, with the question about its act.
std::string pasted(const json& witness, const std::string& module) {
  std::string text = "\nsituation w\n";
  if (witness["on"].is_string()) text += "  on " + witness["on"].get<std::string>() + '\n';
  for (const auto& [name, type] : witness["individuals"].items())
    text += "  individual " + name + ": " + type.get<std::string>() + '\n';
  for (const json& line : witness["given"]) text += "  given " + line.get<std::string>() + '\n';
  return text + "ask " + witness["act"].get<std::string>() + " in w under " + module + '\n';
}

}  // namespace

TEST_CASE("the documents show what check prints", "[cli][findings]") {
  std::set<std::string> codes;
  check_document("docs/diagnostics/N.md", codes);
  check_document("docs/checking.md", codes);
  CHECK(codes.size() == 16);  // every kind, and one file outside of the page
}

TEST_CASE("reports as JSON fit their schema, and their witnesses show the findings",
          "[cli][findings]") {
  std::size_t shown = 0;
  for (const char* document : {"docs/diagnostics/N.md", "docs/checking.md"}) {
    for (const Shown& one : shown_in(test::read_file(test::source_dir() / document))) {
      const test::TemporaryFolder folder;
      const fs::path file = folder.path() / "harbour.norm";
      test::write_file(file, one.norms);
      const test::Outcome outcome =
          test::run("grotius check $T/harbour.norm --repair --json", folder);
      const std::vector<std::string> lines = lines_of(outcome.out);
      REQUIRE(lines.size() == 1);
      const json report = json::parse(lines.front());
      INFO(report.dump());
      CHECK(test::misfits(schema("check.json"), report) == std::vector<std::string>{});
      for (const json& finding : report["findings"]) {
        const json& witness = finding["witness"];
        if (!witness.is_object() || !witness["act"].is_string()) continue;
        test::write_file(file, one.norms + pasted(witness, report["norm_set"]));
        const test::Outcome asked = test::run("grotius ask $T/harbour.norm --json", folder);
        INFO(asked.err);
        REQUIRE(!asked.out.empty());
        const json answer = json::parse(asked.out);
        if (finding["kind"] == "conflict") CHECK(answer["answer"] == "contested");
        if (finding["kind"] == "gap") CHECK(answer["answer"] == "silent");
        if (finding["kind"] == "impossible_duties") CHECK(answer["status"] == "obliged");
        ++shown;
      }
    }
  }
  CHECK(shown >= 12);
}

TEST_CASE("a difference as JSON fits its schema, and its witness shows it", "[cli][findings]") {
  const test::TemporaryFolder folder;
  const std::string before =
      "module harbour\ntype Ship\nfact flagged(s: Ship)\nfact infected(s: Ship)\n"
      "action enter(s: Ship)\nnorm welcome permit enter(s) when flagged(s)\n";
  const std::string after = before + "norm quarantine forbid enter(s) when infected(s)\n";
  test::write_file(folder.path() / "old.norm", before);
  test::write_file(folder.path() / "new.norm", after);
  const test::Outcome outcome = test::run("grotius diff $T/old.norm $T/new.norm --json", folder);
  CHECK(outcome.status == 1);
  const json difference = json::parse(outcome.out);
  INFO(difference.dump());
  CHECK(test::misfits(schema("diff.json"), difference) == std::vector<std::string>{});
  REQUIRE(difference["changes"].size() == 2);  // silent -> forbidden, permitted -> contested
  const auto answered = [&](const std::string& text, const json& witness) {
    test::write_file(folder.path() / "w.norm", text + pasted(witness, "harbour"));
    const test::Outcome asked = test::run("grotius ask $T/w.norm --json", folder);
    INFO(asked.err);
    REQUIRE(!asked.out.empty());
    return json::parse(asked.out)["status"];
  };
  for (const json& change : difference["changes"]) {
    CHECK(answered(before, change["witness"]) == change["from"]);
    CHECK(answered(after, change["witness"]) == change["to"]);
  }
  CHECK(difference["norms"].size() == 1);
}
