// What `why --json` prints fits docs/schemas/why.json.

#include "tests/support/schema.hpp"

#include <fstream>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/verify/checking.hpp"

using namespace grotius::test;

TEST_CASE("why --json fits its schema", "[verify][schema]") {
  std::ifstream file(source_dir() / "docs/schemas/why.json");
  const auto schema = nlohmann::json::parse(file);
  std::set<std::string> met;
  for (const std::vector<std::string>& paths :
       {std::vector<std::string>{"examples/intervention.norm", "examples/kosovo_1999.case",
                                 "examples/libya_2011.case"},
        {"examples/panama_1939.norm"},
        {"examples/tutorial.norm.md"},
        {"examples/cases/korea_1950.case"},
        {"tests/cli/texts/roads.norm"}}) {
    const Checked checked(paths);
    for (const auto& certificate : checked.certificates()) {
      for (const std::string& misfit : misfits(schema, certificate)) {
        INFO(certificate.at("question").dump());
        CHECK(misfit == "");
      }
      for (const auto& one : certificate.at("cases")) {
        for (const auto& step : one.at("steps"))
          for (const auto& [name, value] : step.items())
            met.insert(value.is_object() && value.contains("from") ? "range" : name);
        if (!one.at("supposed").empty()) met.insert("supposed");
      }
    }
  }
  // The schema is tried on what it describes.
  for (const char* name :
       {"atom", "text", "with", "definition", "alternative", "together", "act", "as", "norm", "to",
        "about", "under", "defeated", "may", "supposed", "range"}) {
    INFO(name);
    CHECK(met.contains(name));
  }
}
