// What `hinges`, `flip` and `ask --vary` print for other programs fits their schemas.

#include <string>

#include <nlohmann/json.hpp>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/schema.hpp"

using namespace grotius;
using nlohmann::json;

namespace {

json schema(const char* name) { return json::parse(test::read_file(test::source_dir() / "docs/schemas" / name)); }

json printed(const std::string& command) {
  const test::TemporaryFolder folder;
  const test::Outcome outcome = test::run("grotius " + command + " --json", folder);
  REQUIRE(outcome.err.empty());
  return json::parse(outcome.out);
}

constexpr const char* kAct = " tests/cli/texts/thresholds.norm --in flood --query 'intervene(rhea)' --vary large_scale,begins,reading,census";
constexpr const char* kExpression = " tests/cli/texts/harbour.case --in calm --query 'hours(orca) > longest_stay' --vary longest_stay";

}  // namespace

TEST_CASE("the JSON of hinges fits its schema", "[cli][explore]") {
  for (const char* question : {kAct, kExpression, " tests/cli/texts/harbour.case --in calm --query 'stay(orca)'"}) {
    json hinges = printed(std::string("hinges") + question);
    CHECK(test::misfits(schema("hinges.json"), hinges) == std::vector<std::string>{});
    hinges.erase("undecided");
    CHECK(!test::misfits(schema("hinges.json"), hinges).empty());
  }
}

TEST_CASE("the JSON of ask --vary fits its schema, and that of the tables in hinges", "[cli][explore]") {
  for (const char* question : {kAct, kExpression, " tests/cli/texts/thresholds.norm --in flood --query 'feed(islanders)' --vary large_scale"}) {
    const json varied = printed(std::string("ask") + question);
    CHECK(test::misfits(schema("vary.json"), varied) == std::vector<std::string>{});
    CHECK(varied.at("thresholds") == printed(std::string("hinges") + question).at("thresholds"));
  }
  CHECK(schema("vary.json").at("$defs").at("variation") == schema("hinges.json").at("$defs").at("variation"));
}

TEST_CASE("the JSON of flip fits its schema", "[cli][explore]") {
  for (const char* question : {" tests/cli/texts/harbour.case --in calm --query 'stay(gull)'",
                               " tests/cli/texts/deeds.norm --in market --query 'cross(anna, ford)'",
                               " tests/cli/texts/deeds.norm --in market --query 'tolled(ford)'"}) {
    json flips = printed(std::string("flip") + question);
    CHECK(!flips.at("flips").empty());
    CHECK(test::misfits(schema("flip.json"), flips) == std::vector<std::string>{});
    flips.at("flips")[0].at("changes")[0].erase("given");
    CHECK(!test::misfits(schema("flip.json"), flips).empty());
  }
}
