#include "engine/model/cycles.hpp"

#include "tests/support/catch.hpp"

using namespace grotius::model;

namespace {

std::vector<std::vector<std::uint32_t>> cycles_of(std::size_t nodes, std::vector<Arc> arcs) {
  const Digraph graph(nodes, std::move(arcs));
  return cycles(graph, strongly_connected(graph));
}

using Cycles = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("a graph without a cycle has none", "[model][cycles]") {
  CHECK(cycles_of(0, {}).empty());
  CHECK(cycles_of(3, {{0, 1}, {0, 2}, {1, 2}}).empty());
}

TEST_CASE("each component shows one cycle, from its smallest node", "[model][cycles]") {
  CHECK(cycles_of(2, {{1, 1}}) == Cycles{{1}});
  CHECK(cycles_of(5, {{4, 3}, {3, 4}, {2, 0}, {0, 1}, {1, 2}, {1, 3}}) ==
        Cycles{{0, 1, 2}, {3, 4}});
}

TEST_CASE("the cycle that is shown is no longer than needed", "[model][cycles]") {
  CHECK(cycles_of(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 0}}) == Cycles{{0, 1}});
}
