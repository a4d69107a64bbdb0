// Presumptions and parameters name individuals too: those are not exchanged for others.

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

std::vector<std::string> witness_of(const std::string& text, analyse::FindingKind kind, std::string& act) {
  Session session;
  session.add("m.norm", text);
  REQUIRE(session.compile());
  const auto report = session.check(session.norm_sets().at(0));
  REQUIRE(report);
  for (const auto& finding : report->findings)
    if (finding.kind == kind) {
      act = *finding.witness->act;
      return finding.witness->given;
    }
  FAIL("nothing of this kind was found");
  return {};
}

}  // namespace

TEST_CASE("a presumption tells individuals apart", "[analyse][check]") {
  std::string act;
  const auto given = witness_of(R"(module m
type C = a | b
fact v(p: C): C presumed a
action act(of: C)
norm n permit act(of)
norm f forbid act(of) when not v(of) = of
)", analyse::FindingKind::conflict, act);
  CHECK(act == "act(b)");
  CHECK(given.empty());
}

TEST_CASE("a parameter tells individuals apart", "[analyse][check]") {
  std::string act;
  witness_of(R"(module m
type C = a | b
parameter reading: C = a
action act(of: C)
norm n permit act(of) when of = reading
)", analyse::FindingKind::gap, act);
  CHECK(act == "act(b)");
}
