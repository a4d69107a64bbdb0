#include "engine/model/cycles.hpp"

#include <algorithm>
#include <limits>

namespace grotius::model {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// The shortest way from the node back to itself that stays within its component; empty if there is none.
std::vector<std::uint32_t> way_back(const Edges& edges, const std::vector<std::uint32_t>& component_of,
                                    std::uint32_t start, std::vector<std::uint32_t>& reached_from) {
  std::vector<std::uint32_t> queue{start};
  std::vector<std::uint32_t> way;
  for (std::size_t next = 0; next < queue.size() && way.empty(); ++next) {
    const std::uint32_t node = queue[next];
    for (const std::uint32_t target : edges[node]) {
      if (component_of[target] != component_of[start]) continue;
      if (target == start) {
        for (std::uint32_t at = node; at != start; at = reached_from[at]) way.push_back(at);
        way.push_back(start);
        break;
      }
      if (reached_from[target] != none) continue;
      reached_from[target] = node;
      queue.push_back(target);
    }
  }
  for (const std::uint32_t node : queue) reached_from[node] = none;
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace

// Tarjan's algorithm with a stack of its own.
std::vector<std::vector<std::uint32_t>> components(const Edges& edges) {
  const auto count = static_cast<std::uint32_t>(edges.size());
  std::vector<std::uint32_t> number(count, none);
  std::vector<std::uint32_t> low(count, 0);
  std::vector<bool> open(count, false);
  std::vector<std::uint32_t> path;
  struct Frame {
    std::uint32_t node;
    std::size_t edge;
  };
  std::vector<Frame> frames;
  std::vector<std::vector<std::uint32_t>> result;
  std::uint32_t visited = 0;

  const auto enter = [&](std::uint32_t node) {
    number[node] = low[node] = visited++;
    open[node] = true;
    path.push_back(node);
    frames.push_back({node, 0});
  };
  for (std::uint32_t root = 0; root < count; ++root) {
    if (number[root] != none) continue;
    enter(root);
    while (!frames.empty()) {
      const std::uint32_t node = frames.back().node;
      if (frames.back().edge < edges[node].size()) {
        const std::uint32_t target = edges[node][frames.back().edge++];
        if (number[target] == none) {
          enter(target);
        } else if (open[target]) {
          low[node] = std::min(low[node], number[target]);
        }
        continue;
      }
      frames.pop_back();
      if (!frames.empty()) low[frames.back().node] = std::min(low[frames.back().node], low[node]);
      if (low[node] != number[node]) continue;
      std::vector<std::uint32_t>& component = result.emplace_back();
      while (component.empty() || component.back() != node) {
        component.push_back(path.back());
        open[path.back()] = false;
        path.pop_back();
      }
      std::sort(component.begin(), component.end());
    }
  }
  return result;
}

std::vector<std::vector<std::uint32_t>> cycles(const Edges& edges) {
  const std::vector<std::vector<std::uint32_t>> all = components(edges);
  std::vector<std::uint32_t> component_of(edges.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (const std::uint32_t node : all[i]) component_of[node] = i;
  }
  std::vector<std::uint32_t> reached_from(edges.size(), none);
  std::vector<std::vector<std::uint32_t>> result;
  for (const std::vector<std::uint32_t>& component : all) {
    std::vector<std::uint32_t> way = way_back(edges, component_of, component.front(), reached_from);
    if (!way.empty()) result.push_back(std::move(way));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace grotius::model
