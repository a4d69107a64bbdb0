// The certificate checker accepts what `why --json` says on random worlds, and nothing that was
// tampered with.

#include "cli/render_why.hpp"
#include "cli/verify/verifier.hpp"
#include "grammar/parse.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tampering.hpp"

using namespace grotius::properties;
using grotius::verify::Verdict;
using nlohmann::json;

namespace {

struct Count {
  std::size_t accepted = 0;
  std::size_t beyond = 0;  // the checker says that it cannot tell
  std::size_t tampered = 0;
};

// The certificates of a world, with a checker that has read the same texts.
template <class Use>
std::string each_certificate(const World& world, const grotius::analyse::AskOptions& options,
                             Use use) {
  const Printed printed = print(world);
  LoadedWorld loaded(printed);
  auto& session = loaded.session();
  loaded.answers(options);
  grotius::Sources sources;
  grotius::Diagnostics diagnostics;
  std::vector<grotius::syntax::File> files;
  for (const TextFile& file : printed.files) {
    const auto source = sources.add(file.name, file.text);
    files.push_back(grotius::parse(sources, source, diagnostics));
  }
  grotius::verify::Verifier verifier(sources, std::move(files));
  std::string result;
  for (const auto& question : session.model().questions) {
    const auto explanation = session.explain(question, options);
    if (!explanation || explanation->cases.empty()) continue;
    result +=
        use(json::parse(grotius::cli::why_json(session.model(), *explanation).dump()), verifier);
  }
  return result;
}

std::string kind(const Verdict& verdict) {
  return verdict.kind == Verdict::Kind::cannot_check ? "cannot be checked: " : "does not follow: ";
}

// A certificate that does not cover every completion shows no common answer.
bool shows_little(const json& certificate) {
  return !certificate.at("exhaustive").get<bool>() && certificate.at("answer") != "depends";
}

bool is_beyond(const Verdict& verdict) {
  return verdict.kind == Verdict::Kind::cannot_check &&
         (verdict.text.find("beyond") != std::string::npos ||
          verdict.text.find("too many") != std::string::npos);
}

std::string not_accepted(const World& world, const grotius::analyse::AskOptions& options,
                         Count& count) {
  return each_certificate(
      world, options,
      [&](const json& certificate, grotius::verify::Verifier& verifier) -> std::string {
        const Verdict verdict = verifier.check(certificate);
        if (verdict.kind == Verdict::Kind::follows) {
          ++count.accepted;
          return {};
        }
        if (is_beyond(verdict) || shows_little(certificate)) {
          ++count.beyond;
          return {};
        }
        return certificate.at("question").dump() + "\n" + kind(verdict) + verdict.text + "\n" +
               certificate.dump() + "\n";
      });
}

}  // namespace

TEST_CASE("properties: certificates are accepted", "[properties][verify]") {
  Count count;
  check_worlds("certificates are accepted", 0.25, {},
               [&](const World& world) { return not_accepted(world, {}, count); });
  CHECK(count.accepted > 20 * count.beyond);
}

TEST_CASE("properties: certificates of open situations are accepted", "[properties][verify]") {
  Count count;
  grotius::analyse::AskOptions open;
  open.open = true;
  check_worlds("certificates of open situations are accepted", 0.05, {},
               [&](const World& world) { return not_accepted(world, open, count); });
  CHECK(count.accepted > 5 * count.beyond);
}

TEST_CASE("properties: certificates that were tampered with are not accepted",
          "[properties][verify][mutation]") {
  std::size_t tampered = 0;
  check_worlds(
      "certificates that were tampered with are not accepted", 0.05, {}, [&](const World& world) {
        return each_certificate(
            world, {}, [&](const json& certificate, grotius::verify::Verifier& verifier) {
              std::string result;
              for (const auto& one : grotius::test::tamper(certificate, 2)) {
                ++tampered;
                if (verifier.check(one.certificate).kind != Verdict::Kind::follows) continue;
                result += one.how + ", " + one.where + ": accepted\n" + certificate.dump() + "\n";
              }
              return result;
            });
      });
  CHECK(tampered > 1'000);
}
