// One world of two norm sets: the acts of both sides speak of the same facts and the same deeds.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/evaluate/evaluator.hpp"
#include "engine/ground/knowledge.hpp"
#include "engine/ground/print.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/sides.hpp"

using namespace grotius;
using namespace grotius::ground;

namespace {

/// Two versions of a module in one world, with the acts of `stay` by the individual `gull` on both
/// sides.
struct TwoSides {
  test::Sides of;
  model::Merged merged;
  World world;
  model::Act first;
  model::Act second;
};

RankedSet ranked(const model::Model& model, model::ModuleId module) {
  RankedSet result;
  Diagnostics diagnostics;
  result.set = norm_set(model, {module}, std::nullopt);
  const auto undecided = [](model::NormId, model::NormId) { return model::Specificity::undecided; };
  result.superiority = superiority(model, result.set, undecided, diagnostics);
  CHECK(diagnostics.empty());
  return result;
}

TwoSides two_sides(const std::string& first, const std::string& second) {
  const std::string head =
      "module harbour\n"
      "type Ship\n"
      "individual gull: Ship\n"
      "fact armed(s: Ship)\n"
      "fact late(s: Ship)\n"
      "action stay(s: Ship)\n"
      "action moor(s: Ship) is stay(s)\n";
  TwoSides result{test::sides({head + first}, {head + second}), {}, {}, {}, {}};
  auto merged = result.of.merged();
  CHECK(result.of.told() == std::vector<std::string>{});
  REQUIRE(merged);
  result.merged = std::move(*merged);
  return result;
}

/// Fills in the world of the sides at their final address.
void enter(TwoSides& sides) {
  const model::Model& model = sides.merged.model;
  World& world = sides.world;
  world.model = &model;
  world.universe = symbolic_universe(model, {});
  world.sets = {
      ranked(model, sides.of.first.named_modules.front()),
      ranked(model, sides.merged.modules_of_second[index(sides.of.second.named_modules.front())])};
  world.binding = {0, 1};
  world.deed_of = sides.merged.shared_deeds();
  Diagnostics diagnostics;
  world.strata = strata(model, joined(world.sets[0].set, world.sets[1].set), diagnostics);
  CHECK(diagnostics.empty());
  sides.first = {model::id_of<model::ActionId>(0), {model::id_of<model::IndividualId>(0)}};
  sides.second = {sides.merged.actions_of_second[0], sides.first.arguments};
}

/// The assignments of the inputs, as their names, under which the node is true.
std::vector<std::string> where(const World& world, const Program& program, NodeId root) {
  evaluate::Evaluator evaluator(program, std::span(&root, 1));
  std::vector<std::string> result;
  for (std::size_t bits = 0; bits < (std::size_t{1} << program.inputs.size()); ++bits) {
    std::vector<std::int64_t> values;
    std::string text;
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      values.push_back(static_cast<std::int64_t>(bits >> i & 1));
      if (values.back() != 0) text += print(world, program.inputs[i]) + ' ';
    }
    REQUIRE(evaluator.evaluate(values));
    if (evaluator.truth(root)) result.push_back(text);
  }
  std::ranges::sort(result);
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the statuses of twin acts rest on the same inputs", "[ground][merge]") {
  TwoSides sides = two_sides(
      "norm open permit stay(s)\nnorm shut forbid stay(s) when armed(s) overrides open\n",
      "norm open permit stay(s)\nnorm shut forbid stay(s) when armed(s) and late(s) overrides "
      "open\n");
  enter(sides);
  Grounder grounder(sides.world);
  const NodeId forbidden_first = grounder.statuses(0, sides.first).forbidden;
  const NodeId forbidden_second = grounder.statuses(1, sides.second).forbidden;
  CHECK(grounder.program().inputs.size() == 2);
  const NodeId part = grounder.disjunction(
      {grounder.conjunction({forbidden_first, grounder.negation(forbidden_second)}),
       grounder.conjunction({forbidden_second, grounder.negation(forbidden_first)})});
  CHECK(where(sides.world, grounder.program(), part) == Names{"armed(gull) "});
}

TEST_CASE("what both sides say alike is one node", "[ground][merge]") {
  const std::string norms =
      "define feared(s: Ship) when armed(s) or late(s)\n"
      "norm open permit stay(s)\nnorm shut forbid stay(s) when feared(s) overrides open\n";
  TwoSides sides = two_sides(norms, norms);
  enter(sides);
  Grounder grounder(sides.world);
  CHECK(grounder.statuses(0, sides.first).forbidden ==
        grounder.statuses(1, sides.second).forbidden);
  CHECK(grounder.statuses(0, sides.first).permitted ==
        grounder.statuses(1, sides.second).permitted);
}

TEST_CASE("a circle of definitions that both sides share is one fixed point", "[ground][merge]") {
  const std::string reach =
      "fact pulls(a: Ship, b: Ship)\n"
      "define moved(s: Ship) when late(s) or some t: Ship where pulls(t, s) and moved(t)\n";
  const std::string norm = "norm shut forbid stay(s) when moved(s)\n";
  TwoSides sides = two_sides(reach + norm, norm + reach + "norm more permit moor(s)\n");
  enter(sides);
  Grounder grounder(sides.world);
  CHECK(grounder.statuses(0, sides.first).forbidden ==
        grounder.statuses(1, sides.second).forbidden);
  CHECK(grounder.program().fixpoints.size() == 1);
}

TEST_CASE("a definition that asks about statuses is each side's own", "[ground][merge]") {
  const std::string text =
      "action leave(s: Ship)\n"
      "define closed(s: Ship) when forbidden leave(s)\n"
      "norm shut forbid stay(s) when closed(s)\n";
  TwoSides sides = two_sides(text + "norm stuck forbid leave(s) when armed(s)\n",
                             text + "norm stuck forbid leave(s) when late(s)\n");
  enter(sides);
  Grounder grounder(sides.world);
  const NodeId first = grounder.statuses(0, sides.first).forbidden;
  const NodeId second = grounder.statuses(1, sides.second).forbidden;
  const NodeId only_first = grounder.conjunction({first, grounder.negation(second)});
  CHECK(where(sides.world, grounder.program(), only_first) == Names{"armed(gull) "});
}

TEST_CASE("a deed is one for both sides; what counts as done is each side's own",
          "[ground][merge]") {
  TwoSides sides = two_sides("constraint one done stay(gull) implies armed(gull)\n",
                             "attribution stay(s) when late(s)\n"
                             "constraint two not armed(gull) or late(gull)\n");
  enter(sides);
  Grounder grounder(sides.world);
  const NodeId done_first = grounder.done(sides.first);
  const NodeId done_second = grounder.done(sides.second);
  // done stay, done moor, late
  CHECK(grounder.program().inputs.size() == 3);
  const NodeId only_second = grounder.conjunction({done_second, grounder.negation(done_first)});
  CHECK(where(sides.world, grounder.program(), only_second) == Names{"late(gull) "});

  // An atom of either side is the same leaf.
  const auto atom = [&](const model::Act& act) {
    return grounder.atom({true, static_cast<std::uint32_t>(act.action), act.arguments});
  };
  CHECK(atom(sides.first) == atom(sides.second));

  // The constraints of both sides bind.
  CHECK(grounder.constraints().size() == 2);
}
