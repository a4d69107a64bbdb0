// Questions of a command line, one after another, and forms that no certificate has.

#include "tests/support/catch.hpp"
#include "tests/verify/checking.hpp"

using namespace grotius;
using namespace grotius::test;

namespace {

Request asks(const std::string& query, const std::string& situation) {
  Request request;
  request.query = query;
  request.situation = situation;
  return request;
}

}  // namespace

TEST_CASE("certificates of command lines are accepted, several of one run too", "[verify]") {
  Checked checked(
      std::vector<std::string>{"examples/intervention.norm", "examples/kosovo_1999.case"});
  for (const char* query :
       {"military_intervention(nato, serbia)",
        "permitted use_of_force(nato, serbia) or unwilling(serbia)",
        "no s: State where permanent(s) and unwilling(s)", "grave_harm(kosovo_albanians)"}) {
    const auto certificate = checked.certificate_of(asks(query, "kosovo_1999"));
    const auto verdict = checked.verdict(certificate);
    INFO(query << "\n" << shown(verdict) << "\n" << certificate.dump());
    CHECK(follows(verdict));
    auto other = certificate;
    if (!other.at("question").at("expression").is_null())
      other["question"]["expression"] = "unwilling(serbia)";
    if (other.at("question").at("expression").is_null())
      other["question"]["arguments"] = {"serbia", "nato"};
    CHECK_FALSE(follows(checked.verdict(other)));
  }
}

TEST_CASE("what has not the form of a certificate is not judged", "[verify]") {
  Checked checked(std::vector<std::string>{"examples/panama_1939.norm"});
  const auto certificate = checked.certificates().at(0);
  const auto cannot = [&](const nlohmann::json& one) {
    const auto verdict = checked.verdict(one);
    INFO(shown(verdict));
    CHECK(verdict.kind == verify::Verdict::Kind::cannot_check);
  };
  cannot(nlohmann::json::array());
  cannot("text");
  cannot(nlohmann::json::object());
  for (const auto& [name, value] : certificate.items()) {
    if (name == "decisive" || name == "reason" || name == "open") continue;
    auto without = certificate;
    without.erase(name);
    cannot(without);
  }
  auto other = certificate;
  other["cases"][0]["steps"][0]["rule"] = "oracle";
  cannot(other);
  other = certificate;
  other["cases"][0]["steps"][0]["uses"] = "all";
  CHECK_FALSE(follows(checked.verdict(other)));
  other = certificate;
  other["cases"] = nlohmann::json::array();
  cannot(other);
}
