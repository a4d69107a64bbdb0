// The reference of `check` itself, on norm sets small enough to be decided by hand from
// semantics.md, "Norm sets". Each test states all findings.

#include "tests/properties/check_reference.hpp"

#include "tests/properties/all_situations.hpp"
#include "tests/properties/hand_made.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

using Findings = std::set<Finding>;

// A norm set over one closed type.
struct Closed : HandMade {
  Closed() {
    world.types[0].closed = true;
    world.situations[0].name = "any";
  }
  int defined(const std::string& name, std::vector<Expression> alternatives) {
    Definition definition;
    definition.name = name;
    definition.module = 0;
    definition.parameters = {{"who", 0}};
    for (Expression& when : alternatives) definition.alternatives.push_back({std::move(when), {}});
    world.definitions.push_back(definition);
    return static_cast<int>(world.definitions.size()) - 1;
  }
  void constrain(Expression expression) {
    world.constraints.push_back({"c", 0, {{"who", 0}}, std::move(expression)});
  }
  void claim(const std::string& name, bool always, Expression expression) {
    world.theses.push_back({name, 0, always, {{"who", 0}}, std::move(expression)});
  }
  void exclude(int one, int other) {
    world.incompatibilities.push_back({0, {{one, {"who"}}, {other, {"who"}}}});
  }
  CheckReport report() const { return reference_check(world); }
  Findings findings() const { return report().findings; }
};

Expression operator||(Expression left, Expression right) {
  return !(!std::move(left) && !std::move(right));
}

Expression defined_of(int definition) {
  Expression result = holds(definition);
  result.op = Op::definition;
  return result;
}

}  // namespace

TEST_CASE("check reference: norms that may meet, and where none speaks", "[reference]") {
  Closed set;
  const int quaker = set.fact("quaker"), republican = set.fact("republican");
  const int arms = set.action("arms");
  set.norm(Modality::forbid, arms, holds(quaker));
  set.norm(Modality::permit, arms, holds(republican));
  CHECK(set.findings() == Findings{"conflict norm0, norm1", "gap arms"});
  set.constrain(!(holds(quaker) && holds(republican)));
  CHECK(set.findings() == Findings{"gap arms"});
  set.world.constraints[0].expression = holds(quaker) || holds(republican);
  CHECK(set.findings() == Findings{"conflict norm0, norm1"});
}

TEST_CASE("check reference: a priority ends a conflict, and may be idle itself", "[reference]") {
  Closed set;
  const int quaker = set.fact("quaker");
  const int arms = set.action("arms");
  const int rule = set.norm(Modality::permit, arms);
  const int exception = set.norm(Modality::forbid, arms, holds(quaker));
  set.priority({exception, rule});
  CHECK(set.findings().empty());
  // A pardon above the exception reinstates the rule: the exception never tells any more. What the
  // closure says needs no statement, and the exception has nothing left to defeat.
  const int pardon = set.norm(Modality::permit, arms, holds(quaker));
  set.priority({pardon, exception});
  set.priority({pardon, rule});
  CHECK(set.findings() ==
        Findings{"idle_norm norm1", "idle_priority norm1 > norm0", "idle_priority norm2 > norm0"});
}

TEST_CASE("check reference: a norm shadowed by two together", "[reference]") {
  Closed set;
  const int inside = set.fact("inside");
  const int pass = set.action("pass");
  const int in = set.norm(Modality::forbid, pass, holds(inside));
  const int out = set.norm(Modality::forbid, pass, !holds(inside));
  const int late = set.norm(Modality::permit, pass);
  set.priority({in, late});
  set.priority({out, late});
  CHECK(set.findings() == Findings{"idle_norm norm2"});
}

TEST_CASE("check reference: of two norms that say the same each is idle", "[reference]") {
  Closed set;
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass);
  set.norm(Modality::permit, pass);
  CHECK(set.findings() == Findings{"idle_norm norm0", "idle_norm norm1"});
}

TEST_CASE("check reference: a norm that never applies is dead, not idle", "[reference]") {
  Closed set;
  const int open = set.fact("open");
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass);
  const int dead = set.norm(Modality::forbid, pass, holds(open) && !holds(open));
  CHECK(set.findings() == Findings{"dead_norm norm1"});
  // Dead by its exception, by a constraint, by dates that exclude each other.
  set.world.norms[dead].when = holds(open);
  set.world.norms[dead].unless = holds(open);
  CHECK(set.findings() == Findings{"dead_norm norm1"});
  set.world.norms[dead].unless.reset();
  CHECK(set.findings() == Findings{"conflict norm0, norm1"});
  set.constrain(!holds(open));
  CHECK(set.findings() == Findings{"dead_norm norm1"});
  set.world.constraints.clear();
  set.world.norms[dead].in_force = {10'000, {}};
  set.world.modules[0].in_force = {{}, 9'000};
  CHECK(set.findings() == Findings{"dead_norm norm1"});
}

TEST_CASE("check reference: every day counts", "[reference]") {
  Closed set;
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass);
  set.world.norms[0].in_force = {{}, 100};
  set.norm(Modality::forbid, pass);
  set.world.norms[1].in_force = {101, {}};
  CHECK(days_that_matter(set.world) == std::vector<std::optional<Value>>{99, 100, 101});
  CHECK(set.findings() == Findings{"gap pass"});  // on day 100
  set.world.norms[1].in_force = {100, {}};
  CHECK(set.findings().empty());
  set.world.norms[1].in_force = {99, {}};
  CHECK(set.findings() == Findings{"conflict norm0, norm1"});
}

TEST_CASE("check reference: conditions that change nothing", "[reference]") {
  Closed set;
  const int old = set.fact("old"), sick = set.fact("sick");
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass, holds(old) && (holds(old) || holds(sick)));
  set.norm(Modality::forbid, pass, !holds(old) && holds(sick));
  set.norm(Modality::forbid, pass, !holds(old) && !holds(sick));
  CHECK(set.findings() == Findings{"redundant_condition norm0: " +
                                   bare_text("not (not old(who) and not sick(who))")});
  // Either of two equal conjuncts can go, but a condition that decides cannot.
  set.world.norms[0].when = holds(old) && holds(old);
  CHECK(set.findings() == Findings{"redundant_condition norm0: oldwho"});
  // Three conditions, of which the others must stay.
  set.world.norms[0].when = (holds(old) && !!holds(old)) && !holds(sick);
  set.norm(Modality::permit, pass, holds(old) && holds(sick));
  CHECK(set.findings() ==
        Findings{"redundant_condition norm0: oldwho", "redundant_condition norm0: notnotoldwho"});
}

TEST_CASE("check reference: definitions", "[reference]") {
  Closed set;
  const int old = set.fact("old"), sick = set.fact("sick");
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass);
  set.defined("never", {holds(old) && !holds(old)});
  CHECK(set.findings() == Findings{"constant_definition never"});
  set.world.definitions.clear();
  const int tired = set.defined("tired", {holds(old) && holds(sick), holds(sick)});
  CHECK(set.findings() == Findings{"redundant_condition tired 1: oldwho"});
  set.defined("weary", {defined_of(tired), holds(old) && !holds(old)});
  CHECK(set.findings() ==
        Findings{"redundant_condition tired 1: oldwho", "dead_alternative weary 2"});
  set.world.definitions.clear();
  set.defined("always", {holds(old), !holds(old)});
  // Of what always holds every condition can go, one at a time.
  CHECK(set.findings() == Findings{"constant_definition always",
                                   "redundant_condition always 1: oldwho",
                                   "redundant_condition always 2: notoldwho"});
}

TEST_CASE("check reference: duties that exclude each other", "[reference]") {
  Closed set;
  const int left = set.action("left"), right = set.action("right");
  set.norm(Modality::oblige, left);
  set.norm(Modality::oblige, right, holds_of(set.fact("odd"), ann));
  CHECK(set.findings() == Findings{"gap right"});
  set.exclude(left, right);
  CHECK(set.findings() == Findings{"gap right", "impossible_duties norm0, norm1"});
}

TEST_CASE("check reference: a duty whose every kind is forbidden", "[reference]") {
  Closed set;
  const int open = set.fact("open");
  const int travel = set.action("travel");
  const int fly = set.action("fly"), sail = set.action("sail");
  set.norm(Modality::oblige, travel);
  set.norm(Modality::forbid, fly);
  set.is(fly, travel);
  set.is(sail, travel, holds(open));
  // Where sailing counts as travel it is silent; where it does not, flying is the only kind. No
  // norm but the duty is about travel, and a duty passes on to no kind: nobody speaks of sailing.
  CHECK(set.findings() == Findings{"impossible_duties norm0"});
  set.world.actions[sail].is[0].when.reset();
  CHECK(set.findings().empty());
  set.norm(Modality::forbid, sail);
  CHECK(set.findings() == Findings{"impossible_duties norm0"});
  // With no kind at all there is nothing to forbid.
  set.world.actions[sail].is.clear();
  set.world.actions[fly].is.clear();
  CHECK(set.findings().empty());
}

TEST_CASE("check reference: theses", "[reference]") {
  Closed set;
  const int old = set.fact("old"), sick = set.fact("sick");
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass, holds(old));
  set.norm(Modality::forbid, pass, holds(sick));
  set.claim("needs_age", true, holds(old) || !act(Deontic::permitted, pass));
  set.claim("age_is_enough", true, !holds(old) || act(Deontic::permitted, pass));
  set.claim("possible", false, act(Deontic::permitted, pass));
  set.claim("impossible", false, act(Deontic::permitted, pass) && holds(sick));
  CHECK(set.report().theses == std::map<std::string, bool>{{"needs_age", true},
                                                           {"age_is_enough", false},
                                                           {"possible", true},
                                                           {"impossible", false}});
}

TEST_CASE("check reference: constraints that exclude everything", "[reference]") {
  Closed set;
  const int old = set.fact("old");
  set.norm(Modality::permit, set.action("pass"));
  set.constrain(holds(old) && !holds(old));
  CHECK(set.report().contradictory);
  set.world.constraints[0].expression = holds(old);
  CHECK_FALSE(set.report().contradictory);
}

TEST_CASE("check reference: a priority against rank is void", "[reference]") {
  Closed set;
  const int pass = set.action("pass");
  const int treaty = set.norm(Modality::forbid, pass), essay = set.norm(Modality::permit, pass);
  set.world.modules[0].resolve_by = {Module::Criterion::lex_superior};
  set.world.modules[0].ranks = {"treaty", "doctrine"};
  set.world.documents = {{"t", 0, "treaty", {}}, {"d", 0, "doctrine", {}}};
  set.world.norms[treaty].sources = {0};
  set.world.norms[essay].sources = {1};
  set.priority({essay, treaty});
  CHECK(set.findings() == Findings{"void_priority norm1 > norm0", "idle_norm norm1"});
}

TEST_CASE("check reference: where two norm sets part", "[reference]") {
  Closed set;
  const int old = set.fact("old");
  const int pass = set.action("pass");
  set.norm(Modality::permit, pass, holds(old));
  Closed other = set;
  CHECK(reference_difference(set.world, other.world).empty());
  other.world.norms[0].modality = Modality::oblige;
  CHECK(reference_difference(set.world, other.world) ==
        std::set<std::string>{"must pass: no -> obliged"});
  other.world.norms[0].modality = Modality::permit;
  other.world.norms[0].when.reset();
  CHECK(reference_difference(set.world, other.world) ==
        std::set<std::string>{"may pass: silent -> permitted"});
  // The constraints of both hold.
  set.constrain(holds(old));
  CHECK(reference_difference(set.world, other.world).empty());
}
