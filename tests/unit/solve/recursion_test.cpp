// Least fixed points: reachability, with edges known and unknown.

#include "engine/ground/builder.hpp"
#include "engine/solve/solver.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using namespace grotius::solve;
using grotius::test::Values;

namespace {

/// Which of `size` places can be reached from place 0 along unknown edges between any two.
struct Reachability {
  std::uint32_t size;
  Program program;
  std::vector<NodeId> reached;  ///< by place; [0] is unused

  explicit Reachability(std::uint32_t places) : size(places) {
    Builder builder;
    std::vector<NodeId> edges;
    for (std::uint32_t i = 0; i < size * size; ++i)
      edges.push_back(builder.input(test::truth_input(i)));
    const std::uint32_t begin = builder.size();
    for (std::uint32_t to = 0; to < size; ++to) reached.push_back(builder.recursive());
    std::vector<NodeId> bodies;
    for (std::uint32_t to = 0; to < size; ++to) {
      std::vector<NodeId> ways{edges[to]};
      for (std::uint32_t via = 1; via < size; ++via)
        if (via != to) ways.push_back(builder.conjunction({reached[via], edges[via * size + to]}));
      bodies.push_back(builder.disjunction(ways));
    }
    builder.close(begin, reached, bodies);
    program = builder.take();
  }

  InputId edge(std::uint32_t from, std::uint32_t to) const { return InputId{from * size + to}; }
  Claim reaches(std::uint32_t place, bool holds) const { return node_is(reached[place], holds); }
};

void check_reachability(std::uint32_t size) {
  const Reachability graph(size);
  const std::uint32_t last = size - 1;
  Knowledge knowledge(size * size, Domain{{0, 1}, {}, {}});
  const auto solver = make_solver(graph.program, knowledge, {});

  // Without an edge out of the start nothing is reached, however the others support each other in
  // circles.
  std::vector<Claim> cut;
  for (std::uint32_t to = 1; to < size; ++to) cut.push_back(input_is(graph.edge(0, to), 0));
  cut.push_back(graph.reaches(last, true));
  CHECK(solver->check(cut) == Outcome::unsatisfiable);

  // With one edge out of the start something can be.
  cut.erase(cut.begin());
  REQUIRE(solver->check(cut) == Outcome::satisfiable);
  const Values model = solver->model();
  CHECK(test::interpret(graph.program, model)[index(graph.reached[last])] == 1);
  CHECK(model[1] == 1);

  // A whole chain reaches its end: the least fixed point is closed.
  std::vector<Claim> chain;
  for (std::uint32_t place = 0; place < last; ++place)
    chain.push_back(input_is(graph.edge(place, place + 1), 1));
  chain.push_back(graph.reaches(last, false));
  CHECK(solver->check(chain) == Outcome::unsatisfiable);
  chain.erase(chain.begin() + size / 2);
  REQUIRE(solver->check(chain) == Outcome::satisfiable);
  CHECK(test::interpret(graph.program, solver->model())[index(graph.reached[last])] == 0);
}

}  // namespace

TEST_CASE("a member of a fixed point needs a reason outside of it", "[solve]") {
  Builder builder;
  const NodeId outside = builder.input(test::truth_input(0));
  const std::uint32_t begin = builder.size();
  const NodeId a = builder.recursive();
  const NodeId b = builder.recursive();
  const NodeId alone = builder.recursive();
  builder.close(begin, {a, b, alone}, {b, builder.disjunction({a, outside}), alone});
  const Program program = builder.take();
  const Knowledge knowledge{{{0, 1}, {}, {}}};
  const auto solver = make_solver(program, knowledge, {});
  const Claim circle[] = {node_is(a, true), node_is(outside, false)};
  CHECK(solver->check(circle) == Outcome::unsatisfiable);
  const Claim itself[] = {node_is(alone, true)};
  CHECK(solver->check(itself) == Outcome::unsatisfiable);
  const Claim founded[] = {node_is(a, true), node_is(b, true)};
  REQUIRE(solver->check(founded) == Outcome::satisfiable);
  CHECK(solver->model() == Values{1});
  const Claim open[] = {node_is(a, false), node_is(outside, true)};
  CHECK(solver->check(open) == Outcome::unsatisfiable);
}

TEST_CASE("reachability, unfolded", "[solve]") { check_reachability(7); }

TEST_CASE("reachability, by excluding circles", "[solve]") { check_reachability(50); }

TEST_CASE("what is known of the edges decides most of a recursion", "[solve]") {
  // A chain of 60 places, all edges known but one in the middle.
  constexpr std::uint32_t size = 60;
  const Reachability graph(size);
  Knowledge knowledge(size * size, Domain{{0}, {}, {}});
  for (std::uint32_t place = 0; place + 1 < size; ++place)
    knowledge[place * size + place + 1] = Domain{{1}, {}, {}};
  knowledge[30 * size + 31] = Domain{{0, 1}, {}, {}};
  const auto solver = make_solver(graph.program, knowledge, {});
  const Claim claims[] = {graph.reaches(30, true), graph.reaches(59, false)};
  REQUIRE(solver->check(claims) == Outcome::satisfiable);
  CHECK(solver->model()[30 * size + 31] == 0);
  const Claim reached[] = {graph.reaches(59, true), input_is(graph.edge(30, 31), 0)};
  CHECK(solver->check(reached) == Outcome::unsatisfiable);
}
