// The certificates of the examples are accepted, and no tampering with them is.

#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/tampering.hpp"
#include "tests/verify/checking.hpp"

using namespace grotius::test;
namespace fs = std::filesystem;

namespace {

// Files of one folder that ask questions, by paths from the root of the sources.
std::vector<std::string> asking(const std::string& folder, const std::string& end) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(source_dir() / folder))
    if (entry.path().string().ends_with(end))
      found.push_back(folder + "/" + entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

// A question about an open parameter has no cases, and nothing to check.
bool has_cases(const nlohmann::json& certificate) { return !certificate.at("cases").empty(); }

void check_accepted(const std::vector<std::string>& paths) {
  Checked checked(paths);
  for (const auto& certificate : checked.certificates()) {
    if (!has_cases(certificate)) continue;
    const auto verdict = checked.verdict(certificate);
    INFO(certificate.at("question").dump() << "\n" << shown(verdict));
    CHECK(follows(verdict));
  }
}

std::size_t steps(const nlohmann::json& certificate) {
  std::size_t count = 0;
  for (const auto& one : certificate.at("cases")) count += one.at("steps").size();
  return count;
}

}  // namespace

TEST_CASE("the certificates of the first examples and of the tutorial are accepted", "[verify]") {
  check_accepted(
      {"examples/intervention.norm", "examples/kosovo_1999.case", "examples/libya_2011.case"});
  check_accepted({"examples/panama_1939.norm"});
  check_accepted({"examples/tutorial.norm.md"});
  for (const std::string& path : asking("examples/tutorial", ".norm.md")) check_accepted({path});
}

TEST_CASE("the certificates of historical cases are accepted", "[verify][cases]") {
  const auto paths = asking("examples/cases", ".case");
  REQUIRE(paths.size() > 30);
  // A quarter of them; which, is the same in every run.
  for (std::size_t i = 0; i < paths.size(); i += 4) check_accepted({paths[i]});
}

TEST_CASE("no certificate that was tampered with is accepted", "[verify][mutation]") {
  std::map<std::string, std::size_t> tried;
  std::size_t all = 0;
  const auto try_all = [&](const std::vector<std::string>& paths, std::size_t each,
                           std::size_t places) {
    Checked checked(paths);
    for (std::size_t i = 0; i < checked.certificates().size(); i += each) {
      const auto& certificate = checked.certificates()[i];
      if (!has_cases(certificate) || steps(certificate) > 1'500) continue;
      for (const Tampered& one : tamper(certificate, places)) {
        ++tried[one.how];
        ++all;
        const auto verdict = checked.verdict(one.certificate);
        INFO(certificate.at("question").dump()
             << "\n"
             << one.how << ", " << one.where << ": " << shown(verdict));
        CHECK_FALSE(follows(verdict));
      }
    }
  };
  try_all({"examples/intervention.norm", "examples/kosovo_1999.case", "examples/libya_2011.case"},
          1, 8);
  try_all({"examples/panama_1939.norm"}, 1, 8);
  try_all({"examples/tutorial.norm.md"}, 1, 8);
  try_all({"examples/cases/korea_1950.case"}, 2, 3);
  try_all({"examples/cases/uganda_1979.case"}, 2, 3);
  CHECK(all > 3'000);
  WARN(all << " certificates tampered with, in " << tried.size() << " ways, none accepted");
}
