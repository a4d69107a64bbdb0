// `check` finds exactly what there is: for random norm sets over closed types its report equals
// that of the reference, which goes through every situation, whichever engine decides.

#include "tests/properties/engine_findings.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::analyse::Engine;

namespace {

std::string disagreement(const World& world, const std::vector<Engine>& engines) {
  static const char* const names[] = {"automatic", "native", "z3", "both"};
  LoadedWorld loaded(print(world));
  if (!loaded.errors().empty()) return "the engine rejects it:\n" + loaded.errors();
  const CheckReport expected = reference_check(world);
  std::string result;
  for (Engine engine : engines) {
    grotius::analyse::CheckOptions options;
    options.engine = engine;
    const auto found = engine_check(loaded, options);
    std::string wrong = found ? found->mistakes : "no report\n" + loaded.errors();
    if (found) {
      wrong += difference(found->report, expected);
      for (const auto& [kind, about] : found->open) {
        wrong += "left open: " + kind + " " + unordered(about) + "\n";
      }
      for (const Finding& finding : found->report.findings) {
        if (!found->complete.contains(finding)) wrong += "not complete: " + finding + "\n";
      }
    }
    if (!wrong.empty())
      result += std::string("engine ") + names[static_cast<int>(engine)] + ":\n" + wrong;
  }
  return result;
}

// Without a solver something may be left open, where definitions are recursive; but what is neither
// found nor left open does not hold, and what is found holds.
std::string wrong_without_a_solver(const World& world) {
  LoadedWorld loaded(print(world));
  const CheckReport expected = reference_check(world);
  grotius::analyse::CheckOptions options;
  options.engine = Engine::native;
  auto found = engine_check(loaded, options);
  if (!found) return "no report\n" + loaded.errors();
  if (is_left_open(*found, "contradictory_constraints")) return found->mistakes;
  std::string result = found->mistakes;
  CheckReport kept = expected;
  // Nor is more asked of a norm that may never apply.
  std::erase_if(kept.findings, [&](const Finding& finding) {
    const bool open = is_left_open(*found, finding) ||
                      is_left_open(*found, "dead_norm" + finding.substr(finding.find(' ')));
    return open && !found->report.findings.contains(finding);
  });
  std::erase_if(kept.theses, [&](const auto& thesis) {
    return is_left_open(*found, "thesis_failed " + thesis.first);
  });
  // A condition of what may never hold at all.
  std::erase_if(found->report.findings, [&](const Finding& finding) {
    if (!finding.starts_with("redundant_condition ") || expected.findings.contains(finding)) {
      return false;
    }
    const std::string owner = finding.substr(finding.find(' '));
    return is_left_open(*found, "constant_definition" + owner) ||
           is_left_open(*found, "dead_alternative" + owner) ||
           is_left_open(*found, "dead_norm" + owner);
  });
  return result + difference(found->report, kept);
}

GenerateOptions checked() {
  GenerateOptions options;
  options.checked = true;
  return options;
}

}  // namespace

TEST_CASE("properties: check finds what going through all situations finds",
          "[properties][check]") {
  check_worlds("check finds what going through all situations finds", 0.25, checked(),
               [](const World& world) { return disagreement(world, {Engine::automatic}); });
}

TEST_CASE("properties: every engine checks alike", "[properties][check]") {
  check_worlds("every engine checks alike", 0.1, checked(), [](const World& world) {
    return disagreement(world, {Engine::z3, Engine::both});
  });
}

TEST_CASE("properties: check without a solver is never wrong", "[properties][check]") {
  check_worlds("check without a solver is never wrong", 0.1, checked(), wrong_without_a_solver);
}

TEST_CASE("properties: check where the more special norm prevails", "[properties][check]") {
  GenerateOptions options = checked();
  options.specificity = true;
  check_worlds("check where the more special norm prevails", 0.05, options,
               [](const World& world) { return disagreement(world, {Engine::automatic}); });
}

// Whatever one report has and the other has not is noticed.
TEST_CASE("properties: a wrong report is noticed", "[properties][check]") {
  std::set<std::string> kinds;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const CheckReport report = reference_check(generate(seed, checked()));
    if (report.contradictory) continue;
    CHECK(difference(report, report).empty());
    for (const Finding& finding : report.findings) {
      kinds.insert(finding.substr(0, finding.find(' ')));
      CheckReport less = report;
      less.findings.erase(finding);
      CHECK_FALSE(difference(less, report).empty());
      CHECK_FALSE(difference(report, less).empty());
    }
    for (const auto& [thesis, proved] : report.theses) {
      CheckReport turned = report;
      turned.theses[thesis] = !proved;
      CHECK_FALSE(difference(turned, report).empty());
      turned.theses.erase(thesis);
      CHECK_FALSE(difference(turned, report).empty());
    }
    CheckReport impossible = report;
    impossible.contradictory = true;
    CHECK_FALSE(difference(impossible, report).empty());
    CHECK_FALSE(difference(report, impossible).empty());
  }
  CHECK(kinds.size() >= 8);
}
