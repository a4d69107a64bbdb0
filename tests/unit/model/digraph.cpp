#include "engine/model/digraph.hpp"

#include "tests/support/catch.hpp"

using namespace grotius::model;

TEST_CASE("components are numbered bottom-up", "[digraph]") {
  // 0 -> 1 -> 2 -> 1, 2 -> 3
  const Digraph graph(5, {{0, 1}, {1, 2}, {2, 1}, {2, 3}});
  const Components components = strongly_connected(graph);
  CHECK(components.count == 4);
  CHECK(components.of[1] == components.of[2]);
  CHECK(components.of[0] > components.of[1]);
  CHECK(components.of[1] > components.of[3]);
  CHECK(components.together({1, 2}));
  CHECK_FALSE(components.together({0, 1}));
}

TEST_CASE("a shortest cycle begins with the arc asked for", "[digraph]") {
  // the long way 1 -> 2 -> 3 -> 0, the short way 1 -> 0
  const Digraph graph(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 0}, {2, 2}});
  const Components components = strongly_connected(graph);
  CHECK(shortest_cycle(graph, components, 0) == std::vector<std::uint32_t>{0, 4});
  CHECK(shortest_cycle(graph, components, 1) == std::vector<std::uint32_t>{1, 2, 3, 0});
  CHECK(shortest_cycle(graph, components, 5) == std::vector<std::uint32_t>{5});
}

TEST_CASE("a chain of a hundred thousand nodes is no danger to the stack", "[digraph]") {
  const std::uint32_t nodes = 100'000;
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i + 1 < nodes; ++i) arcs.push_back({i, i + 1});
  CHECK(strongly_connected(Digraph(nodes, arcs)).count == nodes);
  arcs.push_back({nodes - 1, 0});
  const Digraph round(nodes, arcs);
  const Components components = strongly_connected(round);
  CHECK(components.count == 1);
  CHECK(shortest_cycle(round, components, 0).size() == nodes);
}
