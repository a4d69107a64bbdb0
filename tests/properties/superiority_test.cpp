// The criteria by which norms outrank one another, in the reference.

#include "tests/properties/superiority.hpp"

#include "tests/properties/hand_made.hpp"
#include "tests/properties/reference.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

int document(HandMade& hand, const std::string& rank, std::optional<Value> dated = {}) {
  const int index = static_cast<int>(hand.world.documents.size());
  hand.world.documents.push_back({"doc" + std::to_string(index), 0, rank, dated});
  return index;
}

std::string status(const HandMade& hand, const std::vector<int>& under) {
  Question question = hand.about(0, ann);
  question.under = under;
  return reference_answer(hand.world, question).status;
}

}  // namespace

TEST_CASE("superiority: a stated pair against rank is void", "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  const int rule = hand.norm(Modality::forbid, enter), claim = hand.norm(Modality::permit, enter);
  hand.world.norms[rule].sources = {document(hand, "treaty")};
  hand.world.norms[claim].sources = {document(hand, "doctrine")};
  hand.world.norms[claim].overrides = {rule};
  hand.world.modules[0].ranks = {"treaty", "doctrine"};
  CHECK(status(hand, {0}) == "permitted");  // ranks without the criterion decide nothing
  hand.world.modules[0].resolve_by = {Module::Criterion::lex_superior};
  CHECK(status(hand, {0}) == "forbidden");
}

TEST_CASE("superiority: criteria are tried in their order", "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  const int rule = hand.norm(Modality::forbid, enter), claim = hand.norm(Modality::permit, enter);
  hand.world.norms[rule].sources = {document(hand, "treaty", 10)};
  hand.world.norms[claim].sources = {document(hand, "doctrine", 20)};
  hand.world.modules[0].ranks = {"treaty", "doctrine"};
  hand.world.modules[0].resolve_by = {Module::Criterion::lex_posterior,
                                      Module::Criterion::lex_superior};
  CHECK(status(hand, {0}) == "permitted");
  std::swap(hand.world.modules[0].resolve_by[0], hand.world.modules[0].resolve_by[1]);
  CHECK(status(hand, {0}) == "forbidden");
}

TEST_CASE("superiority: a union has only the criteria of the module of both norms", "[reference]") {
  HandMade hand;
  const int other = hand.module("other"), third = hand.module("third");
  const int enter = hand.action("enter");
  const int rule = hand.norm(Modality::forbid, enter, {}, other);
  const int claim = hand.norm(Modality::permit, enter, {}, other);
  hand.world.norms[rule].in_force.from = 1;
  hand.world.norms[claim].in_force.from = 2;
  hand.world.modules[0].includes = {other};
  CHECK(status(hand, {0}) == "contested");
  hand.world.modules[0].resolve_by = {Module::Criterion::lex_posterior};
  CHECK(status(hand, {0}) == "permitted");
  CHECK(status(hand, {0, third}) == "contested");
  hand.world.modules[other].resolve_by = {Module::Criterion::lex_posterior};
  CHECK(status(hand, {0, third}) == "permitted");
}

TEST_CASE("superiority: edges of a criterion on a cycle with accepted ones are dropped",
          "[reference]") {
  HandMade hand;
  const int enter = hand.action("enter");
  const int oldest = hand.norm(Modality::forbid, enter),
            middle = hand.norm(Modality::permit, enter);
  const int newest = hand.norm(Modality::forbid, enter);
  hand.world.norms[oldest].in_force.from = 1;
  hand.world.norms[middle].in_force.from = 2;
  hand.world.norms[newest].in_force.from = 3;
  hand.world.modules[0].resolve_by = {Module::Criterion::lex_posterior};
  CHECK(norm_set(hand.world, {0}).superior == NormPairs{{middle, oldest}, {newest, middle}});
  // Two prohibitions are not opposed: the stated pair is accepted first, and closes a cycle.
  hand.priority({oldest, newest});
  CHECK(norm_set(hand.world, {0}).superior == NormPairs{{oldest, newest}});
}

TEST_CASE("superiority: another norm set speaks for itself in the same situation", "[reference]") {
  HandMade hand;
  const int other = hand.module("other");
  hand.world.modules[0].uses = {other};
  const int enter = hand.action("enter");
  hand.norm(Modality::forbid, enter);
  hand.norm(Modality::permit, enter, {}, other);
  const Expression illegal_but_legitimate =
      act_of(Deontic::forbidden, enter, ann) && act_of(Deontic::permitted, enter, ann, other);
  CHECK(reference_answer(hand.world, hand.about(illegal_but_legitimate)).answer == "yes");
  CHECK(status(hand, {0}) == "forbidden");
  CHECK(status(hand, {other}) == "permitted");
  CHECK(status(hand, {0, other}) == "contested");
}
