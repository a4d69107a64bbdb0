// The grammar, by example. tests/golden/syntax/good: the printed tree of NAME.* stands in
// NAME.tree. tests/golden/syntax/bad: every mistake is marked in place; what cannot stand in a file
// (bytes that are no text, a text of many megabytes) is cooked after a recipe. With
// GROTIUS_UPDATE_GOLDEN=1 the expectations are written anew.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "tests/golden/marked.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;

fs::path folder() { return test::source_dir() / "tests/golden/syntax"; }

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_file(const fs::path& path, const std::string& text) {
  if (update) std::ofstream(path, std::ios::binary) << text;
  CHECK(text == read(path));
}

std::vector<fs::path> entries(const fs::path& of) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(of)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct Parsed {
  Sources sources;
  Diagnostics diagnostics;
  syntax::File file;

  Parsed(const std::string& name, const std::string& text) {
    file = parse(sources, sources.add(name, text), diagnostics);
  }
};

// A recipe has lines `COUNT TEXT`: the text (with \xHH for a byte, \n for a line break) so many
// times. After a line `gives` stand the codes and messages.
std::string bytes_of(const std::string& written) {
  std::string result;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written.compare(i, 2, "\\x") == 0) {
      result += static_cast<char>(std::stoi(written.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else if (written.compare(i, 2, "\\n") == 0) {
      result += '\n';
      ++i;
    } else {
      result += written[i];
    }
  }
  return result;
}

std::string cooked(const std::string& recipe) {
  std::istringstream lines(recipe);
  std::string ingredients;
  std::string text;
  for (std::string line; std::getline(lines, line) && line != "gives";) {
    ingredients += line + '\n';
    const std::size_t blank = line.find(' ');
    const std::string part = bytes_of(line.substr(blank + 1));
    for (int i = std::stoi(line.substr(0, blank)); i > 0; --i) text += part;
  }
  const Parsed parsed("recipe.norm", text);
  std::string result = ingredients + "gives\n";
  for (const Diagnostic& diagnostic : parsed.diagnostics.sorted()) {
    result += (diagnostic.span ? parsed.sources.at(*diagnostic.span) + ' ' : "") +
              std::string(diagnostic.code.id) + ' ' + diagnostic.message + '\n' +
              (diagnostic.help.empty() ? "" : "  help: " + diagnostic.help + '\n');
  }
  return result;
}

std::set<std::string> codes_in(const std::string& text) {
  static const std::regex code("\\bG[0-9]{3}\\b");
  std::set<std::string> codes;
  for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
    codes.insert(at->str());
  }
  return codes;
}

}  // namespace

TEST_CASE("every good text has its tree", "[golden][syntax]") {
  std::size_t met = 0;
  for (const fs::path& path : entries(folder() / "good")) {
    if (path.extension() == ".tree") continue;
    ++met;
    INFO(path.filename().string());
    const Parsed parsed(path.filename().string(), read(path));
    for (const Diagnostic& diagnostic : parsed.diagnostics.sorted()) {
      FAIL_CHECK(parsed.sources.at(*diagnostic.span) << ": " << diagnostic.message);
    }
    check_file(path.parent_path() / (path.filename().string() + ".tree"), print(parsed.file));
  }
  REQUIRE(met >= 8);
}

TEST_CASE("every mistake of grammar is marked in place", "[golden][syntax]") {
  std::size_t met = 0;
  for (const fs::path& path : entries(folder() / "bad")) {
    ++met;
    INFO(path.filename().string());
    if (path.extension() == ".recipe") {
      check_file(path, cooked(read(path)));
      continue;
    }
    const Parsed parsed(path.filename().string(), test::unmarked(read(path)));
    CHECK(parsed.diagnostics.has_errors());
    check_file(path, test::marked(parsed.sources, SourceId{}, parsed.diagnostics));
  }
  REQUIRE(met >= 20);
}

TEST_CASE("every code of the grammar is documented and has an example", "[golden][syntax]") {
  std::string examples;
  for (const fs::path& path : entries(folder() / "bad")) examples += read(path);
  const auto declared = codes_in(read(test::source_dir() / "grammar/codes.hpp"));
  const std::string pages = read(test::source_dir() / "docs/diagnostics/G.md");
  REQUIRE(declared.size() >= 30);
  CHECK(codes_in(examples) == declared);
  for (const std::string& code : declared) {
    INFO(code);
    CHECK(pages.find("\n## " + code + " ") != std::string::npos);
  }
}
