// The bound of semantics.md, "Scope", holds: what is called complete in one universe is not
// contradicted in larger ones.

#include "tests/properties/engine_findings.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

constexpr std::uint32_t most_unnamed = 5;  // of one type; larger universes take too long

// A finding of a situation is definitive wherever it is seen; the others rest on there being none.
bool is_shown(const Finding& finding) {
  return finding.starts_with("conflict ") || finding.starts_with("gap ") ||
         finding.starts_with("impossible_duties ") || finding.starts_with("void_priority ");
}

// What the larger universe says against the smaller one.
std::string contradictions(const EngineReport& smaller, const EngineReport& larger) {
  std::string result;
  for (const Finding& finding : larger.report.findings) {
    if (!smaller.report.findings.contains(finding) && !is_left_open(smaller, finding)) {
      result += "only the larger universe: " + finding + "\n";
    }
  }
  for (const Finding& finding : smaller.report.findings) {
    if (larger.report.findings.contains(finding) || is_left_open(larger, finding)) continue;
    if (is_shown(finding) || smaller.complete.contains(finding)) {
      result += "only the smaller universe: " + finding + "\n";
    }
  }
  for (const auto& [thesis, proved] : smaller.proofs) {
    const auto found = larger.report.theses.find(thesis);
    if (found != larger.report.theses.end() && found->second != proved) {
      result += "the larger universe turns " + thesis + "\n";
    }
  }
  return result;
}

std::string contradicted(const World& world) {
  LoadedWorld loaded(print(world));
  const auto bounded = engine_check(loaded, {});
  if (!bounded) return "no report\n" + loaded.errors();
  std::string result = bounded->mistakes;
  for (std::uint32_t more = 1; more <= 2 && bounded->largest + more <= most_unnamed; ++more) {
    grotius::analyse::CheckOptions options;
    options.scope = bounded->largest + more;
    options.seconds = 10;
    const auto larger = engine_check(loaded, options);
    if (!larger) return "no report\n" + loaded.errors();
    result += contradictions(*bounded, *larger);
  }
  return result;
}

GenerateOptions unbounded() {
  GenerateOptions options;
  options.checked = true;
  options.unbounded = true;
  return options;
}

}  // namespace

TEST_CASE("properties: larger universes contradict nothing complete", "[properties][check]") {
  check_worlds("larger universes contradict nothing complete", 0.1, unbounded(), contradicted);
}

TEST_CASE("properties: a wrong bound is noticed", "[properties][check]") {
  EngineReport smaller, larger;
  smaller.report.findings = {"dead_norm a", "conflict b, c"};
  smaller.complete = smaller.report.findings;
  smaller.proofs["t"] = true;
  larger.report = smaller.report;
  larger.report.theses["t"] = true;
  CHECK(contradictions(smaller, larger).empty());
  larger.report.findings = {"conflict b, c"};
  CHECK_FALSE(contradictions(smaller, larger).empty());
  smaller.complete.clear();  // only seen, not proved
  CHECK(contradictions(smaller, larger).empty());
  larger.report.findings = {"dead_norm a"};
  CHECK_FALSE(contradictions(smaller, larger).empty());
  larger.report.findings = {"dead_norm a", "conflict b, c", "conflict a, d"};
  CHECK_FALSE(contradictions(smaller, larger).empty());
  smaller.open.emplace_back("conflict", std::vector<std::string>{});
  CHECK(contradictions(smaller, larger).empty());
  larger.report.theses["t"] = false;
  CHECK_FALSE(contradictions(smaller, larger).empty());
}
