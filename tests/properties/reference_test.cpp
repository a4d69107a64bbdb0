// The naive reference itself, on worlds small enough to be decided by hand from semantics.md.

#include "tests/properties/reference.hpp"

#include "tests/properties/hand_made.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

std::string status(const HandMade& hand, int action, int individual) {
  return reference_answer(hand.world, hand.about(action, individual)).status;
}

std::string answer(const HandMade& hand, Expression expression) {
  return reference_answer(hand.world, hand.about(std::move(expression))).answer;
}

}  // namespace

TEST_CASE("reference: a defeated defeater does no harm", "[reference]") {
  HandMade hand;
  const int emergency = hand.fact("emergency");
  const int enter = hand.action("enter");
  const int rule = hand.norm(Modality::forbid, enter);
  const int exception = hand.norm(Modality::permit, enter);
  const int exception_to_it = hand.norm(Modality::forbid, enter, holds(emergency));
  hand.priority({exception, rule});
  hand.priority({exception_to_it, exception});
  hand.given(emergency, ben);
  CHECK(status(hand, enter, ann) == "permitted");
  CHECK(status(hand, enter, ben) == "forbidden");
  const Answer ben_enters = reference_answer(hand.world, hand.about(enter, ben));
  REQUIRE(ben_enters.norms.size() == 3);
  CHECK(ben_enters.norms[0].stands == Share::all);
  CHECK(ben_enters.norms[1].stands == Share::none);
  CHECK(ben_enters.norms[2].stands == Share::all);
}

TEST_CASE("reference: two norms defeat as a team what neither defeats alone", "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  const int first = hand.norm(Modality::permit, enter), second = hand.norm(Modality::permit, enter);
  const int third = hand.norm(Modality::forbid, enter), fourth = hand.norm(Modality::forbid, enter);
  hand.priority({first, third});
  CHECK(status(hand, enter, ann) == "contested");
  hand.priority({second, fourth});
  CHECK(status(hand, enter, ann) == "permitted");
}

TEST_CASE("reference: a norm by default gives way, also through the closure", "[reference]") {
  HandMade hand;
  const int guilty = hand.fact("guilty");
  const int leave = hand.action("leave");
  const int freedom = hand.norm(Modality::permit, leave);
  hand.world.norms[freedom].by_default = true;
  hand.norm(Modality::forbid, leave, holds(guilty));
  hand.given(guilty, ben);
  CHECK(status(hand, leave, ann) == "permitted");
  CHECK(status(hand, leave, ben) == "forbidden");
  // What the default is superior to is inferior to what the default gives way to.
  const int pardon = hand.norm(Modality::permit, leave);
  CHECK(status(hand, leave, ben) == "contested");
  hand.priority({freedom, pardon});
  CHECK(status(hand, leave, ben) == "forbidden");
}

TEST_CASE("reference: a contested act has no status and breaches nothing", "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  hand.norm(Modality::oblige, enter);
  hand.norm(Modality::forbid, enter);
  hand.deed(enter, ann);
  const Answer found = reference_answer(hand.world, hand.about(enter, ann));
  CHECK(found.answer == "contested");
  CHECK(found.must == "contested");
  for (Deontic deontic : {Deontic::permitted, Deontic::forbidden, Deontic::obliged,
                          Deontic::breached, Deontic::fulfilled, Deontic::silent}) {
    CHECK(answer(hand, act_of(deontic, enter, ann)) == "no");
    CHECK(answer(hand, act_of(deontic, enter, ben)) == "no");
  }
  CHECK(answer(hand, act_of(Deontic::contested, enter, ann)) == "yes");
}

TEST_CASE("reference: exempting ends a duty and permits nothing", "[reference]") {
  HandMade hand;
  const int old = hand.fact("old");
  const int serve = hand.action("serve");
  const int duty = hand.norm(Modality::oblige, serve);
  const int exemption = hand.norm(Modality::exempt, serve, holds(old));
  hand.given(old, ben);
  const Answer open = reference_answer(hand.world, hand.about(serve, ben));
  CHECK(open.status == "permitted");  // the duty stands and permits; whether it binds is contested
  CHECK(open.must == "contested");
  hand.priority({exemption, duty});
  const Answer settled = reference_answer(hand.world, hand.about(serve, ben));
  CHECK(settled.status == "silent");
  CHECK(settled.must == "exempt");
  CHECK(reference_answer(hand.world, hand.about(serve, ann)).status == "obliged");
  CHECK(answer(hand, act_of(Deontic::breached, serve, ann)) == "yes");
  CHECK(answer(hand, act_of(Deontic::breached, serve, ben)) == "no");
}

TEST_CASE("reference: can an act be done validly", "[reference]") {
  HandMade hand;
  const int minor = hand.fact("minor");
  const int sell = hand.action("sell");
  hand.norm(Modality::empower, sell);
  const int disability = hand.norm(Modality::disable, sell, holds(minor));
  hand.given(minor, ben);
  hand.deed(sell, ann);
  CHECK(reference_answer(hand.world, hand.about(sell, ann)).can == "empowered");
  CHECK(reference_answer(hand.world, hand.about(sell, ben)).can == "contested");
  CHECK(answer(hand, act_of(Deontic::valid, sell, ann)) == "yes");
  hand.priority({disability, 0});
  CHECK(reference_answer(hand.world, hand.about(sell, ben)).can == "disabled");
}

TEST_CASE("reference: a norm about an act is about its kinds, but a duty is not", "[reference]") {
  HandMade hand;
  const int armed = hand.fact("armed");
  const int force = hand.action("force"), intervene = hand.action("intervene");
  hand.is(intervene, force, holds(armed));
  hand.given(armed, ann);
  SECTION("to forbid force forbids every kind of it, where it is one") {
    hand.norm(Modality::forbid, force);
    CHECK(status(hand, intervene, ann) == "forbidden");
    CHECK(status(hand, intervene, ben) == "silent");
  }
  SECTION("nothing passes upward") {
    hand.norm(Modality::permit, intervene);
    CHECK(status(hand, force, ann) == "silent");
  }
  SECTION("to oblige to some kind obliges to no other") {
    hand.norm(Modality::oblige, force);
    CHECK(status(hand, force, ann) == "obliged");
    CHECK(status(hand, intervene, ann) == "silent");
    hand.deed(intervene, ann);
    hand.deed(intervene, ben);
    CHECK(answer(hand, act_of(Deontic::fulfilled, force, ann)) == "yes");
    CHECK(answer(hand, act_of(Deontic::breached, force, ben)) == "yes");
  }
}

TEST_CASE("reference: attributions are a least fixed point", "[reference]") {
  HandMade hand;
  const int ordered = hand.fact("ordered");
  const int rob = hand.action("rob"), help = hand.action("help");
  hand.attribute(rob, act(Deontic::done, help));
  hand.attribute(help, act(Deontic::done, rob) && holds(ordered));
  hand.given(ordered, ann);
  hand.given(ordered, ben);
  CHECK(answer(hand, act_of(Deontic::done, rob, ann)) == "no");
  hand.deed(help, ann);
  CHECK(answer(hand, act_of(Deontic::done, rob, ann)) == "yes");
  CHECK(answer(hand, act_of(Deontic::done, rob, ben)) == "no");
}

TEST_CASE("reference: `not done` keeps the completions in which it is not done", "[reference]") {
  HandMade hand;
  const int armed = hand.fact("armed");
  const int force = hand.action("force"), intervene = hand.action("intervene");
  hand.is(intervene, force, holds(armed));
  hand.unknown(armed, ann);
  hand.deed(intervene, ann);
  CHECK(answer(hand, holds_of(armed, ann)) == "depends");
  hand.deed(force, ann, true);
  CHECK(answer(hand, holds_of(armed, ann)) == "no");
  hand.world.situations[0].lines.erase(hand.world.situations[0].lines.begin());
  hand.given(armed, ann);
  CHECK(reference_answer(hand.world, hand.about(holds_of(armed, ann))).completions == 0);
}

TEST_CASE("reference: a dated line holds on the days of its half-open interval", "[reference]") {
  HandMade hand;
  const int member = hand.fact("member");
  hand.given(member, ann, {10, 20});
  hand.given(member, ben, {10, {}});
  const auto on = [&](int individual, std::optional<Value> day) {
    Question question = hand.about(holds_of(member, individual));
    question.on = day;
    return reference_answer(hand.world, question).answer;
  };
  CHECK(on(ann, 9) == "no");
  CHECK(on(ann, 10) == "yes");
  CHECK(on(ann, 19) == "yes");
  CHECK(on(ann, 20) == "no");
  CHECK(on(ann, std::nullopt) == "no");  // has begun and has ended
  CHECK(on(ben, std::nullopt) == "yes");
}

TEST_CASE("reference: norms and modules are in force on their days", "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  hand.world.norms[hand.norm(Modality::forbid, enter)].in_force = {10, 20};
  hand.world.modules[0].in_force = {15, {}};
  const auto on = [&](std::optional<Value> day) {
    Question question = hand.about(enter, ann);
    question.on = day;
    return reference_answer(hand.world, question).status;
  };
  CHECK(on(12) == "silent");
  CHECK(on(15) == "forbidden");
  CHECK(on(20) == "silent");
  CHECK(on(std::nullopt) == "silent");
}

TEST_CASE("reference: settling sets and possible answers of a partial situation", "[reference]") {
  HandMade hand;
  const int threat = hand.fact("threat"), consent = hand.fact("consent");
  const int noise = hand.fact("noise");
  const int enter = hand.action("enter");
  const int rule = hand.norm(Modality::forbid, enter, holds(threat));
  const int exception = hand.norm(Modality::permit, enter, holds(consent));
  hand.priority({exception, rule});
  hand.unknown(threat, ann);
  hand.unknown(consent, ann);
  hand.unknown(noise, ann);
  const Answer found = reference_answer(hand.world, hand.about(enter, ann));
  CHECK(found.completions == 8);
  CHECK(found.answer == "depends");
  CHECK(found.possible == std::map<std::string, std::string>{
                              {"permitted", "yes"}, {"forbidden", "no"}, {"silent", "silent"}});
  CHECK(found.settling == std::set<std::set<std::string>>{{"consent(ann)", "threat(ann)"}});
}

TEST_CASE("reference: sources that disagree leave exactly their values open", "[reference]") {
  HandMade hand;
  const int deaths = hand.fact("deaths", {Kind::integer});
  hand.value(deaths, ann, {900, 1'100});
  hand.value(deaths, ben, {0});
  Expression limit;
  limit.sort.kind = Kind::integer;
  limit.value = 1'000;
  Expression above;
  above.op = Op::greater;
  above.operands = {holds_of(deaths, ann), limit};
  const Answer found = reference_answer(hand.world, hand.about(above));
  CHECK(found.completions == 2);
  CHECK(found.answer == "depends");
  CHECK(found.settling == std::set<std::set<std::string>>{{"deaths(ann)"}});
}
