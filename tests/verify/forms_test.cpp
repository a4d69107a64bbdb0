// For every rule and form of expression a small question whose certificate uses it: it is accepted,
// and turned wrong in any way it is not.

#include <algorithm>
#include <map>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/tampering.hpp"
#include "tests/verify/checking.hpp"

using namespace grotius::test;

namespace {

const std::string vocabulary = R"(module m in force from 1945-10-24
document charter "Charter" rank treaty dated 1945-06-26
document report "Report" rank doctrine dated 2001-12-01
type Actor
type State: Actor
type Vote = for_it | against | absent
individual a, b, c: State, org: Actor
parameter many: int = 10
parameter since: date = 1990-01-01
fact p(x: State)
fact q(x: State) presumed unknown
fact allied(x: State, y: State)
fact vote(x: State): Vote presumed absent
fact deaths(x: State): int in 0..
fact losses(x: State): int in 0..100
fact began(x: State): date
fact member(x: State, o: Actor)
action force(by: Actor, on: State)
action bomb(by: State, on: State) is force(by, on)
action raid(by: State, on: State) is force(by, on) when p(by)
action spare(by: Actor, on: State) done presumed unknown
)";

struct Form {
  const char* name;
  const char* norms;  // added to the vocabulary
  const char* lines;  // of the situation
  const char* ask;
};

const std::vector<Form> forms = {
    {"given", "norm n permit bomb(by, on) when p(on)", "given p(b)", "bomb(a, b)"},
    {"given for a time", "norm n permit bomb(by, on) when p(on)",
     "given p(b) from 1990-01-01 until 2000-01-01\n given p(b) from 2000-01-01", "bomb(a, b)"},
    {"presumed", "norm n permit bomb(by, on) unless p(on)", "", "bomb(a, b)"},
    {"supposed", "norm n permit bomb(by, on) when q(on)", "", "bomb(a, b)"},
    {"two unknown facts",
     "norm n permit bomb(by, on) when q(on) or q(by)\nnorm o forbid bomb(by, on) when q(by)", "",
     "bomb(a, b)"},
    {"disagreement", "norm n permit bomb(by, on) when losses(on) >= 10",
     "given losses(b) = 5 or 50", "bomb(a, b)"},
    {"an unknown number", "norm n permit bomb(by, on) when deaths(on) >= many", "", "bomb(a, b)"},
    {"two thresholds",
     "norm n permit bomb(by, on) when deaths(on) >= many\nnorm o forbid bomb(by, on) when "
     "deaths(on) < 20",
     "", "bomb(a, b)"},
    {"a sum of unknown numbers",
     "norm n permit bomb(by, on) when deaths(on) + 2 * losses(by) - 3 >= 10", "given losses(a) = 7",
     "bomb(a, b)"},
    {"an unknown date", "norm n permit bomb(by, on) when began(on) <= since", "", "bomb(a, b)"},
    {"days",
     "norm n permit bomb(by, on) when today - began(on) <= 100 days and began(on) + 5 <= today",
     "given began(b) = 1999-03-01", "bomb(a, b)"},
    {"a closed value",
     "norm n permit bomb(by, on) when vote(by) in {for_it, absent}\nnorm o forbid bomb(by, on) "
     "when vote(by) = for_it",
     "given vote(a) = for_it or against", "bomb(a, b)"},
    {"unequal", "norm n permit bomb(by, on) when by != on and vote(by) != for_it",
     "given vote(a) = against", "bomb(a, b)"},
    {"unequal fails", "norm n permit bomb(by, on) when vote(by) != for_it",
     "given vote(a) = for_it", "bomb(a, b)"},
    {"connectives",
     "norm n permit bomb(by, on) when (p(by) or p(on)) and not (p(by) and p(on)) and (p(by) "
     "implies p(on))",
     "given p(b)", "bomb(a, b)"},
    {"some, no, every",
     "norm n permit bomb(by, on) when (some x: State where allied(x, by)) and (no x: State where "
     "allied(x, on)) and every x: State where p(x) satisfies x = by",
     "given allied(c, a), p(a)", "bomb(a, b)"},
    {"some, no, every fail",
     "norm n permit bomb(by, on) when (some x: State where allied(by, x)) or (no x: State where "
     "p(x)) or every x: State satisfies p(x)",
     "given p(a)", "bomb(a, b)"},
    {"count and sum",
     "norm n permit bomb(by, on) when (count x: State where p(x)) = 2 and (sum losses(x) for x: "
     "State where p(x)) > 10",
     "given p({a, b}), losses({a, b, c}) = 6", "bomb(a, b)"},
    {"count of unknown facts", "norm n permit bomb(by, on) when (count x: State where q(x)) >= 2",
     "given q(a)", "bomb(a, b)"},
    {"is", "norm n permit force(by, on) when by is State\nnorm o forbid force(org, on)", "",
     "force(a, b)"},
    {"definitions",
     "define d(x: State) when p(x) unless q(x)\ndefine d(y: State) when allied(y, c)\ndefine n2(x: "
     "State): int = losses(x) + 1\nnorm n permit bomb(by, on) when d(by) and n2(by) > 3",
     "given allied(a, c), losses(a) = 5, q(a), p(a)", "bomb(a, b)"},
    {"a definition fails",
     "define d(x: State) when p(x) unless q(x)\ndefine d(y: State) when allied(y, c)\nnorm n "
     "permit bomb(by, on) when d(by)",
     "given p(a), q(a)", "bomb(a, b)"},
    {"reachability",
     "define reach(x: State, y: State) when allied(x, y)\ndefine reach(x: State, y: State) when "
     "some z: State where allied(x, z) and reach(z, y)\nnorm n permit bomb(by, on) when reach(by, "
     "on)",
     "given allied(a, c), allied(c, b)", "bomb(a, b)"},
    {"what is not reached",
     "define reach(x: State, y: State) when allied(x, y)\ndefine reach(x: State, y: State) when "
     "some z: State where allied(x, z) and reach(z, y)\nnorm n permit bomb(by, on) when not "
     "reach(by, on)",
     "given allied(a, c), allied(c, a)", "bomb(a, b)"},
    {"one that rests on itself alone",
     "define loop(x: State) when loop(x) or p(x)\nnorm n permit bomb(by, on) unless loop(by)", "",
     "bomb(a, b)"},
    {"deeds and kinds",
     "norm n oblige force(a, b)\nattribution force(org, on) when done bomb(a, on)\nnorm o permit "
     "spare(by, on) when fulfilled force(a, on) and done force(org, on)",
     "given done bomb(a, b)", "spare(org, b)"},
    {"nothing is done",
     "norm n oblige force(a, b)\nattribution force(a, on) when p(on)\nnorm o permit spare(by, on) "
     "when breached force(a, on)",
     "", "spare(org, b)"},
    {"a kind under a condition", "norm n forbid force(by, on)", "given p(a)", "raid(a, b)"},
    {"no kind without its condition", "norm n forbid force(by, on)\nnorm o permit raid(by, on)", "",
     "raid(a, b)"},
    {"by default",
     "norm n by default permit force(by, on)\nnorm o forbid force(by, on) unless p(on)", "",
     "bomb(a, b)"},
    {"by default, undefeated",
     "norm n by default permit force(by, on)\nnorm o forbid force(by, on) unless p(on)",
     "given p(b)", "bomb(a, b)"},
    {"an exception to an exception",
     "norm n forbid force(by, on)\nnorm o permit force(by, on) when p(on) overrides n\nnorm r "
     "forbid bomb(by, on) when p(by) overrides o",
     "given p({a, b})", "bomb(a, b)"},
    {"closure of priorities",
     "norm n forbid force(by, on)\nnorm o exempt force(by, on)\nnorm r permit bomb(by, "
     "on)\npriority r > o > n",
     "", "bomb(a, b)"},
    {"duties and powers",
     "norm n oblige bomb(a, on)\nnorm o exempt bomb(by, on) when p(by)\nnorm r empower force(by, "
     "on)\nnorm s disable bomb(by, on) when p(on)",
     "given p(a)", "bomb(a, b)"},
    {"contested", "norm n forbid force(by, on)\nnorm o permit bomb(by, on)", "", "bomb(a, b)"},
    {"not in force",
     "norm n in force from 2001-01-01 forbid force(by, on)\nnorm o in force from 1946-01-01 until "
     "1990-01-01 permit force(by, on)",
     "", "bomb(a, b)"},
    {"what stands on either way",
     "norm n permit bomb(by, on) when q(on)\nnorm o permit bomb(by, on)\nnorm r forbid bomb(by, "
     "on) when q(by)",
     "", "bomb(a, b)"},
    {"what changes nothing stays open",
     "norm n permit bomb(by, on) when q(on)\nnorm o permit bomb(by, on)", "", "bomb(a, b)"},
    {"an expression", "norm n permit bomb(by, on) when q(on)", "",
     "permitted bomb(a, b) and not p(a)"},
    {"an expression with quantifiers", "norm n forbid force(by, on) when by != on", "",
     "every x: State satisfies (some y: State where x != y and forbidden force(x, y))"},
    {"constraints exclude cases",
     "constraint k for x: State q(x) implies not p(x)\nnorm n permit bomb(by, on) when q(on)",
     "given p(b)", "bomb(a, b)"},
    {"constraints between unknown facts",
     "constraint k for x: State q(x) implies q(b)\nnorm n permit bomb(by, on) when q(a) and "
     "q(b)\nnorm o forbid bomb(by, on) when q(a) and not q(b)",
     "", "bomb(a, b)"},
    {"what is given as not done", "norm n permit bomb(by, on) when not done force(a, b)",
     "given not done force(a, b)\n unknown done bomb(a, b)", "bomb(a, b)"},
};

std::string text_of(const Form& form) {
  return vocabulary + form.norms + "\nsituation s on 2000-06-01\n individual d: State\n " +
         form.lines + "\nask " + form.ask + " in s\n";
}

}  // namespace

TEST_CASE("a certificate of every rule is accepted, and none that was tampered with",
          "[verify][mutation]") {
  std::set<std::string> rules;
  std::map<std::string, std::size_t> tried;
  for (const Form& form : forms) {
    INFO(form.name);
    Checked checked("forms.norm", text_of(form));
    const auto certificate = checked.only();
    const auto verdict = checked.verdict(certificate);
    INFO(shown(verdict) << "\n" << certificate.dump());
    CHECK(follows(verdict));
    for (const auto& one : certificate.at("cases"))
      for (const auto& step : one.at("steps")) rules.insert(step.at("rule"));
    for (const Tampered& one : tamper(certificate, 100)) {
      ++tried[one.how];
      const auto of_tampered = checked.verdict(one.certificate);
      INFO(one.how << ", " << one.where << ": " << shown(of_tampered));
      CHECK_FALSE(follows(of_tampered));
    }
  }
  CHECK(rules.size() == 14);
  for (const std::string& way : ways_to_tamper()) {
    INFO("never tried: " << way);
    CHECK(tried[way] > 0);
  }
}

TEST_CASE("criteria decide between norms as resolve by says", "[verify]") {
  const auto accepted = [](const std::string& criteria, const std::string& norms) {
    std::string text =
        vocabulary + norms + "\nsituation s on 2000-06-01\n given p(a)\nask bomb(a, b) in s\n";
    text.replace(0, text.find('\n'), "module m in force from 1945-10-24 resolve by " + criteria);
    Checked checked("criteria.norm", text);
    const auto certificate = checked.only();
    const auto verdict = checked.verdict(certificate);
    INFO(shown(verdict));
    CHECK(follows(verdict));
    std::string right;
    for (const auto& step : certificate.at("cases").at(0).at("steps"))
      if (step.contains("defeated")) right = step.at("defeated");
    for (const Tampered& one : tamper(certificate, 100)) {
      INFO(one.how << ", " << one.where);
      CHECK_FALSE(follows(checked.verdict(one.certificate)));
    }
    return right;
  };
  const std::string by_rank =
      "norm n source charter forbid force(by, on)\nnorm o source report permit force(by, on)";
  CHECK(accepted("lex_superior ranks treaty > doctrine", by_rank) == "lex_superior");
  CHECK(accepted("lex_posterior", by_rank) == "lex_posterior");
  CHECK(accepted("lex_specialis",
                 "norm n forbid force(by, on)\nnorm o permit force(by: State, on) when p(by)") ==
        "lex_specialis");
  CHECK(accepted("lex_superior ranks treaty > doctrine", by_rank + " overrides n") ==
        "lex_superior");  // the stated pair is void
  CHECK(accepted("lex_superior, lex_posterior ranks treaty > doctrine",
                 "norm n in force from 1950-01-01 forbid force(by, on)\nnorm o in force from "
                 "1960-01-01 permit force(by, on)") == "lex_posterior");
}

TEST_CASE("what the checker cannot tell it does not accept", "[verify]") {
  // Which is the more special here rests on a constraint; the checker reads conditions alone.
  const std::string norms =
      "constraint k for x: State p(x) implies q(x)\nnorm n forbid force(by: State, on) when "
      "q(by)\nnorm o permit force(by: State, on) when p(by)";
  std::string text =
      vocabulary + norms + "\nsituation s on 2000-06-01\n given p(a), q(a)\nask bomb(a, b) in s\n";
  text.replace(0, text.find('\n'), "module m in force from 1945-10-24 resolve by lex_specialis");
  Checked checked("special.norm", text);
  const auto verdict = checked.verdict(checked.only());
  CHECK(verdict.kind == grotius::verify::Verdict::Kind::cannot_check);
  CHECK(verdict.text.find("lex specialis") != std::string::npos);
}
