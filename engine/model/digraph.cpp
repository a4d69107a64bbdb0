#include "engine/model/digraph.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace grotius::model {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Digraph::Digraph(std::size_t nodes, std::vector<Arc> arcs)
    : arcs_(std::move(arcs)), first_(nodes + 1, 0), by_node_(arcs_.size()) {
  for (const Arc& arc : arcs_) ++first_[arc.from + 1];
  for (std::size_t node = 0; node < nodes; ++node) first_[node + 1] += first_[node];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t arc = 0; arc < arcs_.size(); ++arc) by_node_[next[arcs_[arc].from]++] = arc;
}

Components strongly_connected(const Digraph& graph) {
  const std::size_t nodes = graph.nodes();
  struct Frame {
    std::uint32_t node;
    std::uint32_t place;
  };
  Components result;
  result.of.assign(nodes, none);
  std::vector<std::uint32_t> number(nodes, none);
  std::vector<std::uint32_t> low(nodes, none);
  std::vector<std::uint32_t> open;
  std::vector<Frame> path;
  std::uint32_t visited = 0;

  const auto enter = [&](std::uint32_t node) {
    number[node] = low[node] = visited++;
    open.push_back(node);
    path.push_back({node, graph.begin(node)});
  };
  for (std::uint32_t root = 0; root < nodes; ++root) {
    if (number[root] != none) continue;
    enter(root);
    while (!path.empty()) {
      Frame& frame = path.back();
      const std::uint32_t node = frame.node;
      if (frame.place < graph.begin(node + 1)) {
        const std::uint32_t to = graph.arcs()[graph.leaving(frame.place++)].to;
        if (number[to] == none) {
          enter(to);
        } else if (result.of[to] == none) {
          low[node] = std::min(low[node], number[to]);
        }
        continue;
      }
      if (low[node] == number[node]) {
        std::uint32_t member = none;
        do {
          member = open.back();
          open.pop_back();
          result.of[member] = result.count;
        } while (member != node);
        ++result.count;
      }
      path.pop_back();
      if (!path.empty()) {
        const std::uint32_t above = path.back().node;
        low[above] = std::min(low[above], low[node]);
      }
    }
  }
  return result;
}

std::vector<std::uint32_t> shortest_cycle(const Digraph& graph, const Components& components,
                                          std::uint32_t arc) {
  const Arc& start = graph.arcs()[arc];
  std::vector<std::uint32_t> reached_by(graph.nodes(), none);
  std::vector<std::uint32_t> queue{start.to};
  for (std::size_t i = 0; i < queue.size() && reached_by[start.from] == none; ++i) {
    for (std::uint32_t place = graph.begin(queue[i]); place < graph.begin(queue[i] + 1); ++place) {
      const std::uint32_t next = graph.leaving(place);
      const Arc& step = graph.arcs()[next];
      if (!components.together(step) || step.to == start.to || reached_by[step.to] != none)
        continue;
      reached_by[step.to] = next;
      queue.push_back(step.to);
    }
  }
  std::vector<std::uint32_t> cycle;
  for (std::uint32_t node = start.from; node != start.to; node = graph.arcs()[cycle.back()].from) {
    cycle.push_back(reached_by[node]);
  }
  cycle.push_back(arc);
  std::reverse(cycle.begin(), cycle.end());
  return cycle;
}

}  // namespace grotius::model
