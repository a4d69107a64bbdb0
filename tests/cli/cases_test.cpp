// Command lines with what they print, on both streams, and their exit status: cases/*.test, and below folders in it. With
// GROTIUS_UPDATE_GOLDEN=1 what they print is written anew; read the difference before you commit
// it.
//
//     # a remark
//     $ grotius ask harbour.case --query 'stay(gull)'      a line of the shell, at the root of the
//     sources > a line of standard output ! a line of standard error = 0 the exit status
//
// `$T` is a folder of its own for each file, empty at its beginning.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
using test::Outcome;
namespace fs = std::filesystem;

namespace {

struct Case {
  std::string before;  ///< remarks and empty lines
  std::string line;
  std::string expected;
};

struct CaseFile {
  std::vector<Case> cases;
  std::string after;
};

CaseFile parse(const std::string& text) {
  CaseFile file;
  std::string between;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("$ ")) {
      file.cases.push_back({between, line.substr(2), ""});
      between.clear();
    } else if (line.starts_with('>') || line.starts_with('!') || line.starts_with('=')) {
      REQUIRE(!file.cases.empty());
      REQUIRE(between.empty());
      file.cases.back().expected += line + '\n';
    } else {
      REQUIRE((line.empty() || line.starts_with('#')));
      between += line + '\n';
    }
  }
  file.after = between;
  return file;
}

/// Each line after its mark; a last line without a line break is told.
std::string marked(const std::string& text, char mark) {
  std::string result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    result += mark;
    if (!line.empty()) result += ' ' + line;
    result += '\n';
  }
  if (!text.empty() && text.back() != '\n') result += std::string(1, mark) + " (no line break)\n";
  return result;
}

std::string shown(const Outcome& outcome) {
  return marked(outcome.out, '>') + marked(outcome.err, '!') + "= " +
         std::to_string(outcome.status) + "\n";
}

/// A sanitizer needs more memory than these lines leave.
bool can_run(const std::string& line) {
#ifdef __SANITIZE_ADDRESS__
  return line.find("ulimit -v") == std::string::npos;
#else
  return !line.empty();
#endif
}

}  // namespace

TEST_CASE("command lines do what the case files show", "[cli][cases]") {
  const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() / "tests/cli/cases"))
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(paths.size() >= 10);
  for (const fs::path& path : paths) {
    const CaseFile file = parse(test::read_file(path));
    const test::TemporaryFolder folder;
    std::string anew;
    CHECK(!file.cases.empty());
    for (const Case& one : file.cases) {
      if (!can_run(one.line)) continue;
      const std::string actual = shown(test::run(one.line, folder));
      anew += one.before + "$ " + one.line + '\n' + actual;
      if (update) continue;
      INFO(path.filename().string() << ": $ " << one.line);
      CHECK(one.expected == actual);
    }
    if (update) test::write_file(path, anew + file.after);
  }
}
