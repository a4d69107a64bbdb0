// The norm model, by example. tests/golden/model/good: the printed model of NAME.norm stands in
// NAME.model. tests/golden/model/bad: every mistake is marked in place; a folder is one run over
// several files. With GROTIUS_UPDATE_GOLDEN=1 the expectations are written anew.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/model/print.hpp"
#include "grammar/parse.hpp"
#include "tests/golden/marked.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;

fs::path folder() { return test::source_dir() / "tests/golden/model"; }

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> entries(const fs::path& of) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(of)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// One run over the files.
struct Run {
  Sources sources;
  std::vector<syntax::File> files;
  Diagnostics diagnostics;
  model::Model model;

  explicit Run(const std::vector<fs::path>& paths) {
    for (const fs::path& path : paths) {
      sources.add(path.filename().string(), test::unmarked(read(path)));
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
      files.push_back(parse(sources, static_cast<SourceId>(i), diagnostics));
    }
    model = model::from_syntax(sources, files, files.size(), diagnostics);
  }
};

}  // namespace

TEST_CASE("every good text has its norm model", "[golden][model]") {
  std::size_t met = 0;
  for (const fs::path& path : entries(folder() / "good")) {
    if (path.extension() != ".norm") continue;
    ++met;
    INFO(path.filename().string());
    const Run run({path});
    for (const Diagnostic& diagnostic : run.diagnostics.sorted()) {
      FAIL_CHECK(run.sources.at(*diagnostic.span)
                 << ": " << diagnostic.code.id << " " << diagnostic.message);
    }
    const fs::path expected = fs::path(path).replace_extension(".model");
    const std::string text = model::print(run.model);
    if (update) std::ofstream(expected, std::ios::binary) << text;
    CHECK(text == read(expected));
  }
  REQUIRE(met >= 5);
}

TEST_CASE("every mistake about names and types is marked in place", "[golden][model]") {
  const std::vector<fs::path> all = entries(folder() / "bad");
  REQUIRE(all.size() >= 30);
  for (const fs::path& path : all) {
    INFO(path.filename().string());
    const std::vector<fs::path> paths =
        fs::is_directory(path) ? entries(path) : std::vector<fs::path>{path};
    const Run run(paths);
    CHECK(!run.diagnostics.empty());
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const std::string text = test::marked(run.sources, static_cast<SourceId>(i), run.diagnostics);
      if (update) std::ofstream(paths[i], std::ios::binary) << text;
      CHECK(text == read(paths[i]));
    }
  }
}
