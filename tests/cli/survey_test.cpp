// What `survey` prints for other programs: JSON that fits its schema, CSV with as many fields in
// every line, a page whose elements are closed in their order and that refers to nothing else. All
// say the same.

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

std::string printed(const std::string& format) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = test::run(
      "grotius survey tests/cli/texts/survey --under shore,custom --as-held-by ada " + format,
      folder);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

/// The answers of the rows, by row.
std::vector<std::vector<std::string>> answers_of_json() {
  std::vector<std::vector<std::string>> rows;
  const json survey = json::parse(printed("--json"));
  for (const json& row : survey.at("rows")) {
    rows.emplace_back();
    for (const json& answer : row.at("answers")) rows.back().push_back(answer.at("answer"));
  }
  return rows;
}

}  // namespace

TEST_CASE("the JSON of survey fits its schema", "[cli][survey]") {
  const json schema = json::parse(test::read_file(test::source_dir() / "docs/schemas/survey.json"));
  const json survey = json::parse(printed("--json"));
  CHECK(test::misfits(schema, survey) == std::vector<std::string>{});
  CHECK(survey.at("norm_sets").size() == 3);
  REQUIRE(survey.at("rows").size() == 6);
  for (const json& row : survey.at("rows")) CHECK(row.at("answers").size() == 3);
  json broken = survey;
  broken.at("rows").at(0).erase("at");
  CHECK(!test::misfits(schema, broken).empty());
}

TEST_CASE("the lines of survey's CSV say what its JSON says", "[cli][survey]") {
  const std::string csv = printed("--csv");
  std::vector<std::vector<std::string>> rows;
  // No field of these answers has a comma, and they stand last.
  const std::regex line("([a-z]+),([a-z]+),([a-z]+)\r\n");
  for (std::sregex_iterator at(csv.begin(), csv.end(), line), end; at != end; ++at)
    rows.push_back({(*at)[1], (*at)[2], (*at)[3]});
  CHECK(rows == answers_of_json());
}

TEST_CASE("the page of survey is whole and needs nothing else", "[cli][survey]") {
  const std::string page = printed("--html");
  CHECK(page.starts_with("<!doctype html>\n"));
  CHECK(page.find("src=") == std::string::npos);
  CHECK(page.find("href=") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("url(") == std::string::npos);

  // Every element is closed in its turn.
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-z0-9]+)([^<>]*)>");
  for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
    const std::string name = (*at)[2];
    if (name == "meta") continue;
    if (!(*at)[1].length()) {
      open.push_back(name);
    } else {
      REQUIRE(!open.empty());
      CHECK(open.back() == name);
      open.pop_back();
    }
  }
  CHECK(open.empty());
  // What is no element is text in which these signs are written otherwise.
  const std::string text = std::regex_replace(page, std::regex("<[^<>]*>"), "");
  CHECK(text.find_first_of("<>") == std::string::npos);
  CHECK(std::regex_search(page, std::regex("s\\. 2 &quot;&amp; &lt;wet&gt;&quot;")));

  std::vector<std::vector<std::string>> rows;
  const std::regex row("<tr><th scope=\"row\">[^\n]*</tr>");
  const std::regex cell("<td class=\"([a-z]+)\">(?:<details><summary>)?([a-z]+)");
  for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at) {
    rows.emplace_back();
    const std::string one = at->str();
    for (std::sregex_iterator in(one.begin(), one.end(), cell); in != end; ++in) {
      CHECK((*in)[1] == (*in)[2]);
      rows.back().push_back((*in)[2]);
    }
  }
  CHECK(rows == answers_of_json());
}
