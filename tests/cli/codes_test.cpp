// Every code of a diagnostic is declared once, has a section in docs/diagnostics, and is produced
// somewhere in the tests. Codes of faults of the program itself (I…, Q9xx) are produced by no text.

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

template <class Use>
void each_file(const fs::path& folder, Use use) {
  for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() / folder))
    if (entry.is_regular_file()) use(entry.path(), test::read_file(entry.path()));
}

/// The codes with the headers that declare them.
std::multimap<std::string, std::string> declared() {
  static const std::regex declaration(R"(Code\s+\w+\{\s*\"([A-Z][0-9]{3})\")");
  std::multimap<std::string, std::string> codes;
  for (const char* room : {"grammar", "engine", "cli"})
    each_file(room, [&](const fs::path& path, const std::string& text) {
      for (std::sregex_iterator at(text.begin(), text.end(), declaration), end; at != end; ++at)
        codes.emplace((*at)[1], path.filename().string());
    });
  return codes;
}

/// Findings are produced by the examples of their page (findings_test.cpp).
bool is_shown_by_its_page(const std::string& code) { return code.front() == 'N'; }

bool is_fault_of_the_program(const std::string& code) {
  return code.front() == 'I' || code.starts_with("Q9");
}

}  // namespace

TEST_CASE("every code is declared once, documented and produced", "[cli][codes]") {
  const auto codes = declared();
  REQUIRE(codes.size() > 100);
  std::string tests;
  for (const char* folder : {"tests/golden", "tests/cli/cases", "tests/unit"})
    each_file(folder, [&](const fs::path&, const std::string& text) { tests += text; });
  for (const auto& [code, header] : codes) {
    INFO(code << " of " << header);
    CHECK(codes.count(code) == 1);
    const std::string page =
        test::read_file(test::source_dir() / "docs/diagnostics" / (code.substr(0, 1) + ".md"));
    CHECK(page.find("\n## " + code + " ") != std::string::npos);
    if (!is_fault_of_the_program(code) && !is_shown_by_its_page(code))
      CHECK(tests.find(code) != std::string::npos);
  }
}

TEST_CASE("the pages on diagnostics describe codes that exist, and the index names every page",
          "[cli][codes]") {
  static const std::regex section(R"(\n## ([A-Z][0-9]{3}) )");
  const auto codes = declared();
  const std::string index = test::read_file(test::source_dir() / "docs/diagnostics/README.md");
  each_file("docs/diagnostics", [&](const fs::path& path, const std::string& text) {
    const std::string page = path.filename().string();
    if (page == "README.md") return;
    INFO(page);
    CHECK(index.find("](" + page + ")") != std::string::npos);
    std::string last;
    for (std::sregex_iterator at(text.begin(), text.end(), section), end; at != end; ++at) {
      const std::string code = (*at)[1];
      INFO(code);
      CHECK(codes.count(code) == 1);
      CHECK(code.substr(0, 1) + ".md" == page);
      CHECK(last < code);
      last = code;
    }
    CHECK(!last.empty());
  });
}
