// From norm model to decision program: only what the roots rest on, each thing once, recursion as
// fixed points, statuses that are exhaustive and exclusive.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/analyse/world.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/ground/knowledge.hpp"
#include "engine/ground/print.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::ground;

namespace {

/// A module with one question, in the world of the question.
struct Grounded {
  test::Modelled of;
  World world;
  const model::Question& question() const { return of.model.questions.front(); }
};

Grounded grounded(const std::string& text) {
  Grounded result{test::modelled({text}), {}};
  CHECK(result.of.told() == std::vector<std::string>{});
  REQUIRE(result.of.model.questions.size() == 1);
  Diagnostics diagnostics;
  analyse::Worlds worlds(result.of.model);
  auto world = worlds.world(result.question(), diagnostics);
  REQUIRE(world);
  result.world = std::move(*world);
  return result;
}

std::vector<std::string> inputs_of(const World& world, const Program& program) {
  std::vector<std::string> names;
  for (const Input& input : program.inputs) names.push_back(print(world, input));
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

const std::string ships =
    "module m\n"
    "type Ship\n"
    "type Warship: Ship\n"
    "type Port\n"
    "individual gull, tern: Ship, orca: Warship, dover, calais: Port\n"
    "fact damaged(s: Ship)\n"
    "fact armed(s: Ship)\n"
    "fact at(s: Ship, p: Port)\n"
    "fact road(a: Port, b: Port)\n"
    "fact hours(s: Ship): int in 0..\n"
    "action stay(s: Ship)\n"
    "action leave(s: Ship)\n"
    "situation day on 1905-06-01\n";

}  // namespace

TEST_CASE("only what a condition rests on becomes an input", "[ground]") {
  Grounded of = grounded(ships +
                         "define unfit(s: Ship) when damaged(s) or hours(s) > 100\n"
                         "define unused(s: Ship) when armed(s)\n"
                         "ask unfit(gull) in day\n");
  Grounder grounder(of.world);
  const NodeId root = grounder.condition(std::get<model::Expr>(of.question().asked));
  CHECK(inputs_of(of.world, grounder.program()) == Names{"damaged(gull)", "hours(gull)"});
  // Asked once more it is the same node, and nothing is built.
  const std::size_t nodes = grounder.program().nodes.size();
  CHECK(grounder.condition(std::get<model::Expr>(of.question().asked)) == root);
  CHECK(grounder.program().nodes.size() == nodes);
}

TEST_CASE("quantifiers range over the individuals of their type", "[ground]") {
  Grounded of = grounded(ships + "ask (some s: Ship where s is Warship and damaged(s)) in day\n");
  Grounder grounder(of.world);
  grounder.condition(std::get<model::Expr>(of.question().asked));
  CHECK(inputs_of(of.world, grounder.program()) == Names{"damaged(orca)"});

  Grounded all =
      grounded(ships + "ask (every s: Ship where s != gull satisfies damaged(s)) in day\n");
  Grounder other(all.world);
  other.condition(std::get<model::Expr>(all.question().asked));
  CHECK(inputs_of(all.world, other.program()) == Names{"damaged(orca)", "damaged(tern)"});
}

TEST_CASE("the status of an act rests on the norms about it alone", "[ground]") {
  Grounded of = grounded(ships +
                         "norm open permit stay(s) when hours(s) < 10\n"
                         "norm warships forbid stay(s: Warship) when armed(s)\n"
                         "norm elsewhere forbid leave(s) when at(s, dover)\n"
                         "ask stay(gull) in day\n");
  Grounder grounder(of.world);
  const ActStatus& gull = grounder.statuses(0, std::get<model::Act>(of.question().asked));
  CHECK(gull.instances.size() == 1);
  CHECK(inputs_of(of.world, grounder.program()) == Names{"hours(gull)"});
  const model::Act orca{of.of.action("stay"), {of.of.individual("orca")}};
  CHECK(grounder.statuses(0, orca).instances.size() == 2);
  CHECK(inputs_of(of.world, grounder.program()) ==
        Names{"armed(orca)", "hours(gull)", "hours(orca)"});
}

TEST_CASE("recursion becomes least fixed points, one within the other where one rests on the other",
          "[ground]") {
  Grounded of = grounded(ships +
                         "define linked(a: Port, b: Port) when road(a, b) or some c: Port where "
                         "road(a, c) and linked(c, b)\n"
                         "define reaches(s: Ship, p: Port)\n"
                         "  when at(s, p) or some q: Port where reaches(s, q) and linked(q, p)\n"
                         "ask reaches(gull, calais) in day\n");
  Grounder grounder(of.world);
  const NodeId root = grounder.condition(std::get<model::Expr>(of.question().asked));
  const Program& program = grounder.program();
  REQUIRE(program.fixpoints.size() >= 2);
  const Fixpoint& outer = program.fixpoints.front();
  CHECK(outer.members.size() == 2);
  CHECK(std::any_of(
      program.fixpoints.begin() + 1, program.fixpoints.end(),
      [&](const Fixpoint& inner) { return inner.begin >= outer.begin && inner.end <= outer.end; }));

  evaluate::Evaluator evaluator(program, std::span(&root, 1));
  std::vector<std::int64_t> values(program.inputs.size(), 0);
  auto set = [&](const std::string& name) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (print(of.world, program.inputs[i]) == name) values[i] = 1;
  };
  set("road(dover, calais)");
  set("road(calais, calais)");
  REQUIRE(evaluator.evaluate(values));
  CHECK_FALSE(evaluator.truth(root));
  set("at(gull, dover)");
  REQUIRE(evaluator.evaluate(values));
  CHECK(evaluator.truth(root));
}

TEST_CASE("the statuses of each question exclude each other, and one of them holds", "[ground]") {
  Grounded of = grounded(ships +
                         "norm a permit stay(s) when damaged(s)\n"
                         "norm b forbid stay(s) when armed(s) overrides a\n"
                         "norm c oblige stay(s) when at(s, dover)\n"
                         "norm d exempt stay(s) when at(s, calais) overrides c\n"
                         "norm e by default permit stay(s) when hours(s) > 3\n"
                         "norm f empower stay(s) when damaged(s)\n"
                         "norm g disable stay(s) when armed(s)\n"
                         "ask stay(gull) in day\n");
  Grounder grounder(of.world);
  const ActStatus status = grounder.statuses(0, std::get<model::Act>(of.question().asked));
  const Program& program = grounder.program();
  const std::vector<std::vector<NodeId>> groups{
      {status.permitted, status.forbidden, status.contested, status.silent},
      {status.obliged, status.must_contested, status.exempt, status.must_no},
      {status.empowered, status.disabled, status.can_contested, status.can_no}};
  std::vector<NodeId> roots{status.merely_permitted};
  for (const auto& group : groups) roots.insert(roots.end(), group.begin(), group.end());
  for (const Instance& instance : status.instances) {
    roots.push_back(instance.applies);
    roots.push_back(instance.stands);
  }
  evaluate::Evaluator evaluator(program, roots);
  REQUIRE(program.inputs.size() == 5);
  std::vector<std::size_t> seen(12, 0);
  for (std::size_t completion = 0; completion < 32; ++completion) {
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < 5; ++i)
      values.push_back((completion >> i & 1) *
                       (print(of.world, program.inputs[i]) == "hours(gull)" ? 9 : 1));
    REQUIRE(evaluator.evaluate(values));
    for (std::size_t group = 0; group < 3; ++group) {
      std::size_t hold = 0;
      for (std::size_t i = 0; i < 4; ++i) {
        hold += evaluator.truth(groups[group][i]);
        seen[group * 4 + i] += evaluator.truth(groups[group][i]);
      }
      CHECK(hold == 1);
    }
    CHECK(evaluator.truth(status.merely_permitted) ==
          (evaluator.truth(status.permitted) && !evaluator.truth(status.obliged)));
    for (const Instance& instance : status.instances)
      CHECK((!evaluator.truth(instance.stands) || evaluator.truth(instance.applies)));
  }
  // Each status occurs in some completion.
  for (std::size_t i = 0; i < seen.size(); ++i) {
    INFO(i);
    CHECK(seen[i] > 0);
  }
}

TEST_CASE("`today` without a date is told with its place", "[ground]") {
  Grounded of = grounded(
      "module m\n"
      "type A\n"
      "individual a: A\n"
      "define late(x: A) when today > 1905-01-01\n"
      "situation s\n"
      "ask late(a) in s\n");
  Grounder grounder(of.world);
  grounder.condition(std::get<model::Expr>(of.question().asked));
  REQUIRE(grounder.today_without_date());
  CHECK(of.of.sources->at(*grounder.today_without_date()) == "file1.norm:4:24");
}
