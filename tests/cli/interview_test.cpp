// What `interview --json` says to programs fits its schema, and a program that replies gets a case that has the answer.

#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/schema.hpp"

using namespace grotius;
using nlohmann::json;

namespace {

std::vector<json> exchanged(const std::string& replies, const std::string& arguments) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "replies", replies);
  const test::Outcome outcome = test::run("grotius interview " + arguments + " --json < $T/replies", folder);
  std::vector<json> objects;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) objects.push_back(json::parse(line));
  return objects;
}

}  // namespace

TEST_CASE("the JSON of interview fits its schema", "[cli][interview]") {
  const json schema = json::parse(test::read_file(test::source_dir() / "docs/schemas/interview.json"));
  const auto objects = exchanged(
      "{\"value\": 3}\n{\"why\": true}\n{\"value\": 3}\n{\"value\": false}\n{\"value\": \"2021-06-01\"}\n{\"value\": \"war\"}\n",
      "tests/cli/texts/shelter.norm --query 'admit(ann)'");
  REQUIRE(objects.size() == 9);
  for (const json& object : objects) {
    INFO(object.dump());
    CHECK(test::misfits(schema, object) == std::vector<std::string>{});
  }
  CHECK(objects[0].at("kind") == "number");
  CHECK(objects[1].at("kind") == "truth");
  CHECK(objects[2].at("type") == "why");
  CHECK(objects[4].at("type") == "mistake");  // a number for a truth; the question comes again
  json broken = objects[0];
  broken["possible"] = {"maybe"};
  CHECK(!test::misfits(schema, broken).empty());
}

TEST_CASE("a case that a program collected has the answer of the interview", "[cli][interview]") {
  const auto objects = exchanged("{\"value\": false}\n{\"unknown\": true}\n{\"value\": false}\n{\"value\": false}\n",
                                 "examples/cases/kosovo_1999.case --in kosovo --query 'military_intervention(nato, serbia)' "
                                 "--under un_charter --open");
  REQUIRE(!objects.empty());
  const json& last = objects.back();
  REQUIRE(last.at("type") == "answer");
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "collected.case", last.at("case"));
  const std::string under = " --under un_charter";
  const test::Outcome asked = test::run(
      "grotius ask examples/cases/kosovo_1999.case $T/collected.case --query 'military_intervention(nato, serbia)' --in kosovo_interview --json" +
          under,
      folder);
  const json answer = json::parse(asked.out);
  CHECK(answer.at("answer") == last.at("answer").at("answer"));
  CHECK(answer.at("possible") == last.at("answer").at("possible"));
}
