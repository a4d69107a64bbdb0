// What two loads into one `Sources` give: each file is read for its own side, and messages tell the
// sides apart.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "engine/model/merge.hpp"
#include "engine/model/norm_set.hpp"
#include "grammar/load.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("two loads into one Sources are merged, also where both use one file", "[model][merge]") {
  const fs::path folder =
      fs::temp_directory_path() / ("grotius_merge_" + std::to_string(::getpid()));
  write(folder / "words.norm",
        "module words\ntype Ship\nfact armed(s: Ship)\naction stay(s: Ship)\n"
        "constraint some_ship some s: Ship where armed(s)\n");
  write(folder / "old.norm",
        "module rules includes words\nnorm fear forbid stay(s) when armed(s)\n");
  write(folder / "new.norm", "module rules includes words\nnorm fear forbid stay(s)\n");

  Sources sources;
  Diagnostics diagnostics;
  LoadOptions options;
  const auto loaded = [&](const char* name) {
    return load(sources, {(folder / name).string()}, options, diagnostics);
  };
  const Loaded first = loaded("old.norm");
  const Loaded second = loaded("new.norm");
  fs::remove_all(folder);
  CHECK(first.files.size() == 2);
  CHECK(second.files.size() == 2);
  const model::Model one = model::from_syntax(sources, first.files, first.named, diagnostics);
  const model::Model other = model::from_syntax(sources, second.files, second.named, diagnostics);
  const auto merged = model::merge(one, other, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(merged);

  CHECK(merged->model.facts.size() == 1);
  CHECK(merged->model.actions.size() == 2);
  const model::ModuleId old_rules = one.named_modules.front();
  const model::ModuleId new_rules = merged->modules_of_second[index(other.named_modules.front())];
  const model::NormSet old_set = norm_set(merged->model, {old_rules}, std::nullopt);
  const model::NormSet new_set = norm_set(merged->model, {new_rules}, std::nullopt);
  CHECK(old_set.constraints.size() == 1);
  CHECK(new_set.constraints.size() == 1);
  CHECK(joined(old_set, new_set).constraints.size() == 2);
  const auto place = [&](const model::NormSet& set) {
    return fs::path(sources.at(merged->model[set.norms.front()].span)).filename().string();
  };
  CHECK(place(old_set) == "old.norm:2:1");
  CHECK(place(new_set) == "new.norm:2:1");
}

TEST_CASE("models of different sources are not merged", "[model][merge]") {
  Sources one;
  Sources other;
  Diagnostics diagnostics;
  const model::Model first = model::from_syntax(one, {}, 0, diagnostics);
  const model::Model second = model::from_syntax(other, {}, 0, diagnostics);
  CHECK_THROWS_AS(model::merge(first, second, diagnostics), std::logic_error);
}
