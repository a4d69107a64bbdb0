// SARIF documents: rules for all kinds, a result a finding, what is tolerated as suppressed.

#include "cli/render_sarif.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"
#include "tests/unit/cli/reports.hpp"

using namespace grotius;
using nlohmann::json;

TEST_CASE("a report becomes results that refer to their rules", "[cli][sarif]") {
  const test::Modelled of = test::harbour();
  cli::Sarif sarif("1.2.3");
  sarif.add(of.model, test::everything(of));
  const json document = sarif.document(true);
  CHECK(document["version"] == "2.1.0");
  REQUIRE(document["runs"].is_array());
  REQUIRE(document["runs"].size() == 1);
  const json& run = document["runs"][0];
  CHECK(run["invocations"] == json::array({{{"executionSuccessful", true}}}));
  const json& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "grotius");
  CHECK(driver["version"] == "1.2.3");
  CHECK(driver["rules"].size() == 15);
  for (const json& rule : driver["rules"]) {
    CHECK(rule["id"].get<std::string>().starts_with('N'));
    CHECK(!rule["name"].get<std::string>().empty());
    CHECK(!rule["shortDescription"]["text"].get<std::string>().empty());
    CHECK(!rule["help"]["text"].get<std::string>().empty());
  }
  const json& results = run["results"];
  REQUIRE(results.size() == 3);
  for (const json& result : results) {
    CHECK(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(result["level"] == "warning");
    REQUIRE(result["locations"].size() == 1);
    CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file1.norm");
  }
  const json& conflict = results[0];
  CHECK(conflict["ruleId"] == "N101");
  CHECK(conflict["locations"][0]["physicalLocation"]["region"] ==
        json{{"startLine", 8}, {"startColumn", 6}, {"endLine", 8}, {"endColumn", 16}});
  REQUIRE(conflict["relatedLocations"].size() == 1);
  CHECK(conflict["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7);
  CHECK(conflict["message"]["text"].get<std::string>().find("s1 carries a disease") !=
        std::string::npos);
  REQUIRE(conflict["fixes"].size() == 1);
  const json& change = conflict["fixes"][0]["artifactChanges"][0];
  CHECK(change["artifactLocation"]["uri"] == "file1.norm");
  CHECK(change["replacements"][0]["deletedRegion"] ==
        json{{"startLine", 8}, {"startColumn", 49}, {"endLine", 8}, {"endColumn", 49}});
  CHECK(change["replacements"][0]["insertedContent"]["text"] == "\n  overrides welcome");
  CHECK(!conflict.contains("suppressions"));
  CHECK(results[1]["relatedLocations"][0]["message"]["text"] == "tonnage(s) > 5");
  CHECK(results[2]["suppressions"] ==
        json::array({{{"kind", "inSource"}, {"justification", "kept for the record"}}}));
}

TEST_CASE("diagnostics become results with rules of their own", "[cli][sarif]") {
  const test::Modelled of = test::modelled({"norm a permit fly(x)\nnorm b permit fly(x)\n"});
  cli::Sarif sarif("0");
  for (const Diagnostic& one : of.diagnostics.sorted()) sarif.add(*of.sources, one);
  sarif.add(*of.sources, {{"F001", "No such file"}, Severity::warning, "gone", {}, "", {}});
  const json run = sarif.document(false)["runs"][0];
  CHECK(run["invocations"][0]["executionSuccessful"] == false);
  REQUIRE(run["results"].size() >= 2);
  CHECK(run["results"][0]["level"] == "error");
  const json& last = run["results"].back();
  CHECK(last["level"] == "warning");
  CHECK(last["locations"] == json::array());
  CHECK(last["message"]["text"] == "gone.");
  CHECK(run["tool"]["driver"]["rules"][last["ruleIndex"].get<std::size_t>()]["id"] == "F001");
}

TEST_CASE("paths become URIs, relative where they can be", "[cli][sarif]") {
  CHECK(cli::artifact_uri("law/a.norm") == "law/a.norm");
  CHECK(cli::artifact_uri("./law/../a b.norm") == "a%20b.norm");
  CHECK(cli::artifact_uri("é.norm") == "%C3%A9.norm");
  CHECK(cli::artifact_uri((std::filesystem::current_path() / "x/y.norm").string()) == "x/y.norm");
  CHECK(cli::artifact_uri("/nowhere/y.norm") == "file:///nowhere/y.norm");
  CHECK(cli::artifact_uri("<standard input>") == "%3Cstandard%20input%3E");
}
