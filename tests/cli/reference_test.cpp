// The command-line reference and the manual page name every command and every option that the
// program has.

#include <regex>
#include <set>
#include <string>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;

namespace {

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

/// The commands that a help text lists.
std::set<std::string> commands_in(const std::string& help) {
  const std::size_t begin = help.find("\nSubcommands:\n");
  if (begin == std::string::npos) return {};
  const std::size_t end = help.find("\n\n", begin);
  return matches(help.substr(begin, end - begin), std::regex(R"(\n  ([a-z]+) )"));
}

/// The section of a Markdown document on a command.
std::string section_on(const std::string& command, const std::string& document) {
  const std::size_t begin = document.find("\n## " + command + "\n");
  if (begin == std::string::npos) return "";
  return document.substr(begin, document.find("\n## ", begin + 1) - begin);
}

}  // namespace

TEST_CASE("the reference and the manual page name every command and option", "[cli][reference]") {
  const test::TemporaryFolder folder;
  const std::string reference = test::read_file(test::source_dir() / "docs/command-line.md");
  std::string manual = test::read_file(test::source_dir() / "docs/grotius.1");
  manual = std::regex_replace(manual, std::regex(R"(\\-)"), "-");
  std::set<std::string> commands;
  for (const std::string& command : commands_in(test::run("grotius --help", folder).out)) {
    const auto below = commands_in(test::run("grotius " + command + " --help", folder).out);
    if (below.empty()) commands.insert(command);
    for (const std::string& one : below) commands.insert(command + " " + one);
  }
  CHECK(commands.size() >= 7);
  for (const std::string& command : commands) {
    INFO(command);
    CHECK(reference.find("](#" + std::regex_replace(command, std::regex(" "), "-") + ")") !=
          std::string::npos);
    CHECK(manual.find(command) != std::string::npos);
    const std::string section = section_on(command, reference);
    REQUIRE(!section.empty());
    const std::string help = test::run("grotius " + command + " --help", folder).out;
    for (const std::string& option :
         matches(help.substr(help.find("\nOptions:")), std::regex(R"(\n  (?:-\w,)?(--[a-z-]+))"))) {
      if (option == "--help") continue;
      INFO(option);
      CHECK(section.find(option == "--include" ? "-I DIR" : option) != std::string::npos);
      CHECK(manual.find(option) != std::string::npos);
    }
  }
}
