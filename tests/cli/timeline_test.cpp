// What `timeline` prints for other programs, and that its forms say the same.

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/schema.hpp"

using namespace grotius;
using nlohmann::json;

namespace {

std::string printed(const std::string& rest) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = test::run("grotius timeline tests/cli/texts/timeline.norm " + rest, folder);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

}  // namespace

TEST_CASE("the JSON of timeline fits its schema", "[cli][timeline]") {
  const json schema = json::parse(test::read_file(test::source_dir() / "docs/schemas/timeline.json"));
  for (const char* query : {"--query 'moor(ada)'", "--query 'permitted moor(ada)' --under quay", "--query 'moor(ada)' --under quay --as-held-by ada",
                            "--query 'moor(ada)' --from 1905-01-01 --until 1925-01-01"}) {
    INFO(query);
    const json timeline = json::parse(printed(std::string(query) + " --json"));
    CHECK(test::misfits(schema, timeline) == std::vector<std::string>{});
  }
  json broken = json::parse(printed("--query 'moor(ada)' --json"));
  broken.at("norm_sets").at(0).at("segments").at(0).erase("answer");
  CHECK(!test::misfits(schema, broken).empty());
}

TEST_CASE("text, JSON and picture of timeline say the same", "[cli][timeline]") {
  const json timeline = json::parse(printed("--query 'moor(ada)' --json"));
  const std::string text = printed("--query 'moor(ada)'");
  const std::string picture = printed("--query 'moor(ada)' --svg");
  for (const json& row : timeline.at("norm_sets"))
    for (const json& segment : row.at("segments")) {
      const json& status = segment.at("status").is_null() ? segment.at("answer") : segment.at("status");
      if (segment.at("from").is_null()) continue;
      const std::regex line("\n  " + segment.at("from").get<std::string>() + "  " + status.get<std::string>());
      CHECK(std::regex_search(text, line));
      CHECK(picture.find("<title>" + status.get<std::string>() + " ") != std::string::npos);
    }
  for (const json& change : timeline.at("changes"))
    CHECK(picture.find(">" + std::to_string(change.at("number").get<int>()) + "</text>") != std::string::npos);
}

TEST_CASE("no line of timeline is wider than a terminal", "[cli][timeline]") {
  const std::string text = printed("--query 'moor(ada)' --under quay --as-held-by ada");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const auto columns = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    CHECK(columns <= 80);
    at = end + 1;
  }
}
