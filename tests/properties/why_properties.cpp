// Every answer has grounds, and they come to the answer: the derivation is made by an interpreter of its own, so this compares a further
// engine with the others.

#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::analyse::Verdict;

namespace {

Verdict comes_to(const grotius::explain::Derivation& derivation) {
  const auto& root = derivation.steps[derivation.root];
  if (!root.answers) return root.value != 0 ? Verdict::yes : Verdict::no;
  if (root.answers->may == "permitted") return Verdict::yes;
  if (root.answers->may == "forbidden") return Verdict::no;
  return root.answers->may == "contested" ? Verdict::contested : Verdict::silent;
}

// A step rests on steps before it, but within a fixed point that fails as a whole.
std::string out_of_order(const grotius::explain::Derivation& derivation) {
  using grotius::explain::Rule;
  for (std::size_t id = 0; id < derivation.steps.size(); ++id)
    for (auto use : derivation.steps[id].uses) {
      const bool together = derivation.steps[id].rule == Rule::unfounded || derivation.steps[use].rule == Rule::unfounded;
      if (use >= id && !together) return "a step rests on a later one\n";
    }
  return {};
}

std::string unexplained(const World& world) {
  LoadedWorld loaded(print(world));
  auto& session = loaded.session();
  std::string result;
  loaded.answers();
  for (const auto& question : session.model().questions) {
    const auto answer = session.ask(question);
    if (!answer || answer->answer == Verdict::unknown) continue;
    const auto explanation = session.explain(question);
    if (!explanation) {
      result += "no grounds for " + question.text + "\n" + loaded.errors();
      continue;
    }
    if (!explanation->reason.empty()) continue;
    if (explanation->cases.empty()) result += "no case for " + question.text + "\n";
    for (const auto& one : explanation->cases) {
      result += out_of_order(one.derivation);
      if (one.supposed.empty() && comes_to(one.derivation) != answer->answer)
        result += "the derivation of " + question.text + " comes to another answer\n";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties: answers have grounds that come to them", "[properties][why]") {
  check_worlds("answers have grounds that come to them", 0.25, {}, unexplained);
}
