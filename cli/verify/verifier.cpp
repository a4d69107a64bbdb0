#include "cli/verify/verifier.hpp"

#include <new>

#include "cli/verify/cases.hpp"
#include "cli/verify/refusal.hpp"
#include "cli/verify/strata.hpp"

namespace grotius::verify {

using nlohmann::json;

Verdict Verifier::check(const json& certificate) {
  try {
    return checked(certificate);
  } catch (const DoesNotFollow& refusal) {
    return {Verdict::Kind::does_not_follow, refusal.why};
  } catch (const CannotCheck& refusal) {
    return {Verdict::Kind::cannot_check, refusal.why};
  } catch (const json::exception&) {
    return {Verdict::Kind::cannot_check,
            "a member of the certificate is not of the form that it should have"};
  } catch (const std::bad_alloc&) {
    return {Verdict::Kind::cannot_check, "there is not enough memory"};
  }
}

Verdict Verifier::checked(const json& certificate) {
  if (!spots_) {
    law_ = std::make_unique<Law>(command_line_.sources, files_);
    spots_ = std::make_unique<Spots>(*law_);
  }
  Law& law = *law_;
  Spots& spots = *spots_;
  if (text_member(certificate, "answer") == "unknown")
    throw CannotCheck{"the certificate says that the answer is unknown; it has no grounds"};
  const Question question =
      read_question(law, spots, command_line_, member(certificate, "question"));
  check_expectation(law, spots, certificate);
  const bool open = certificate.contains("open") && certificate.at("open").get<bool>();
  const World world(law, spots, question, open);
  check_strata(world);

  std::vector<Case> cases;
  std::size_t steps = 0;
  for (const json& one : member(certificate, "cases")) {
    const std::string at = "case " + std::to_string(cases.size()) + ", ";
    try {
      cases.push_back(check_case(world, one));
    } catch (const DoesNotFollow& refusal) {
      throw DoesNotFollow{at + refusal.why};
    } catch (const CannotCheck& refusal) {
      throw CannotCheck{at + refusal.why};
    }
    steps += cases.back().steps;
  }
  if (cases.empty()) throw CannotCheck{"the certificate has no cases"};
  const bool exhaustive = member(certificate, "exhaustive").get<bool>();
  if (!exhaustive && text_member(certificate, "answer") != "depends")
    throw CannotCheck{
        "the certificate does not cover every completion, so nothing shows that the answer is the "
        "same in all"};
  if (exhaustive) check_coverage(world, cases);
  check_head(world, cases, exhaustive, certificate);
  std::string text = "it follows: " + std::to_string(steps) +
                     (steps == 1 ? " step, " : " steps, ") + std::to_string(cases.size()) +
                     (cases.size() == 1 ? " case" : " cases");
  if (!exhaustive)
    text += " (not every completion is covered: the answers shown are possible, others may be too)";
  return {Verdict::Kind::follows, text};
}

}  // namespace grotius::verify
