// The nineteen conflicts and nine gaps of this law. The table of rules/README.md says where each
// is stated; every thesis that it names must come out as expected, and every conflict and gap must
// be shown by a situation, unless it is listed here as one that no situation can show. Conflicts
// between norm sets that nobody has reconciled stand in conflicts.txt.

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/render_witness.hpp"
#include "engine/grotius.hpp"
#include "tests/rules/library.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
using analyse::ThesisResult;

namespace {

/// Gaps of definition: what a text leaves undefined is a parameter, a fact that a case must state,
/// or a source outside it.
const std::set<std::string> without_a_situation{"G2", "G9"};

struct Row {
  std::string id;                  ///< "K1"
  std::vector<std::string> names;  ///< "module.name", or a bare word of the vocabulary
};

/// A bare name behind a qualified one belongs to the same module.
std::vector<Row> rows_of_table() {
  std::ifstream file(test::source_dir() / "rules/README.md");
  const std::regex row(R"(\| ([KG]\d+) \|[^|]*\|([^|]*)\|)"), code("`([a-z_0-9.]+)`");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, row)) continue;
    rows.push_back({found[1], {}});
    const std::string cell = found[2];
    std::string module;
    for (std::sregex_iterator at(cell.begin(), cell.end(), code), end; at != end; ++at) {
      const std::string name = (*at)[1];
      const std::size_t dot = name.find('.');
      if (dot != std::string::npos) module = name.substr(0, dot + 1);
      rows.back().names.push_back(dot == std::string::npos ? module + name : name);
    }
  }
  return rows;
}

struct Unreconciled {
  std::string id;
  std::string first, second;  ///< norm sets
  std::vector<std::string> norms;
};

std::vector<Unreconciled> unreconciled() {
  std::ifstream file(test::source_dir() / "tests/rules/conflicts.txt");
  const std::regex line_of(R"((K\d+): (\w+), (\w+): ([\w.]+), ([\w.]+))");
  std::vector<Unreconciled> result;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::smatch found;
    INFO(line);
    REQUIRE(std::regex_match(line, found, line_of));
    result.push_back({found[1], found[2], found[3], {found[4], found[5]}});
  }
  return result;
}

/// What the engine decided of every thesis of the library, by qualified name.
std::map<std::string, ThesisResult> theses_of_the_library() {
  Session session(test::library());
  session.load({test::module("shift"), test::module("tensions"), test::module("un_charter"),
                test::module("uniting_for_peace"), test::module("iciss_2001"),
                test::module("world_summit_2005"), test::module("three_pillars_2009"),
                test::module("responsibility_while_protecting"), test::module("rome_statute"),
                test::module("genocide_convention"), test::module("au_constitutive_act"),
                test::module("uk_humanitarian_intervention"), test::module("just_war"),
                test::module("general_international_law")});
  REQUIRE(session.compile());
  std::map<std::string, ThesisResult> results;
  const model::Model& model = session.model();
  for (const model::ModuleId module : session.norm_sets())
    for (ThesisResult& result : session.decide_theses(module)) {
      const model::Thesis& thesis = model[result.thesis];
      results.emplace(model.qualified(thesis.module, thesis.name), std::move(result));
    }
  return results;
}

std::vector<std::string> names_of(const model::Model& model, const analyse::Finding& finding) {
  std::vector<std::string> names;
  for (const model::NormId norm : finding.norms) names.push_back(model.qualified(norm));
  return names;
}

}  // namespace

TEST_CASE("each conflict and gap is stated where the table says, and shown by a situation",
          "[rules][conflicts]") {
  const std::vector<Row> rows = rows_of_table();
  REQUIRE(rows.size() == 28);
  const auto theses = theses_of_the_library();
  std::set<std::string> shown;
  for (const Row& row : rows) {
    INFO(row.id);
    CHECK(!row.names.empty());
    for (const std::string& name : row.names) {
      const auto thesis = theses.find(name);
      if (thesis == theses.end()) continue;
      INFO(name);
      CHECK(thesis->second.as_expected);
      if (thesis->second.witness) shown.insert(row.id);
    }
  }
  for (const Unreconciled& one : unreconciled()) shown.insert(one.id);
  for (const Row& row : rows) {
    INFO(row.id);
    CHECK(shown.contains(row.id) != without_a_situation.contains(row.id));
  }
}

TEST_CASE("the engine finds the conflicts of norm sets that nobody has reconciled",
          "[rules][conflicts]") {
  std::map<std::pair<std::string, std::string>, std::vector<Unreconciled>> by_sets;
  for (const Unreconciled& one : unreconciled()) by_sets[{one.first, one.second}].push_back(one);
  CHECK(by_sets.size() >= 5);
  for (const auto& [sets, conflicts] : by_sets) {
    const std::string text =
        fmt::format("module together includes {}, {}\n", sets.first, sets.second);
    Session session(test::library());
    session.load({test::module(sets.first), test::module(sets.second)});
    session.add("together.norm", text);
    REQUIRE(session.compile());
    analyse::CheckOptions options;
    options.kinds = {analyse::FindingKind::conflict};
    const auto modules = session.norm_sets();
    const auto together = std::ranges::find_if(modules, [&](model::ModuleId module) {
      return session.model()[module].name == "together";
    });
    REQUIRE(together != modules.end());
    const auto report = session.check(*together, options);
    REQUIRE(report);

    std::string cases = "uses together\n";
    std::size_t found = 0;
    for (const Unreconciled& one : conflicts) {
      INFO(one.id << ": " << one.norms[0] << ", " << one.norms[1]);
      const auto finding = std::ranges::find_if(report->findings, [&](const analyse::Finding& f) {
        return names_of(session.model(), f) == one.norms;
      });
      REQUIRE(finding != report->findings.end());
      REQUIRE(finding->witness);
      cases +=
          cli::case_text(*finding->witness, "witness_" + std::to_string(++found), "together", 0);
    }
    // What the witness shows, the engine answers when it is asked.
    Session again(test::library());
    again.load({test::module(sets.first), test::module(sets.second)});
    again.add("together.norm", text);
    again.add("witnesses.case", cases);
    REQUIRE(again.compile());
    REQUIRE(again.model().questions.size() == found);
    for (const auto& question : again.model().questions) {
      const auto answer = again.ask(question);
      REQUIRE(answer);
      INFO(question.text);
      CHECK(answer->answer == analyse::Verdict::contested);
    }
  }
}
