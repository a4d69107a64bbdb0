// The canonical layout, by example: tests/golden/format/NAME.input.* is laid out as NAME.output.*.
// With GROTIUS_UPDATE_GOLDEN=1 the outputs are written anew.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammar/format.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(test::source_dir() / "tests/golden/format")) {
    if (entry.path().filename().string().find(".input.") != std::string::npos) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

fs::path output_of(const fs::path& input) {
  std::string name = input.filename().string();
  const std::string_view mark = ".input.";
  name.replace(name.find(mark), mark.size(), ".output.");
  return input.parent_path() / name;
}

std::string formatted(const fs::path& input) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add(input.filename().string(), read(input));
  const syntax::File file = parse(sources, source, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    FAIL_CHECK(sources.at(*diagnostic.span) << ": " << diagnostic.message);
  }
  return format(sources, file);
}

}  // namespace

TEST_CASE("every golden input has its canonical layout", "[golden][format]") {
  const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;
  const std::vector<fs::path> all = inputs();
  REQUIRE(all.size() >= 5);
  for (const fs::path& input : all) {
    INFO(input.filename().string());
    const std::string text = formatted(input);
    if (update) std::ofstream(output_of(input), std::ios::binary) << text;
    CHECK(text == read(output_of(input)));
  }
}
