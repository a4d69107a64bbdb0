#pragma once

// The static dependency graph of a world (semantics.md, "Definitions"): by name, one node for every
// definition and, for every action, one for its `done` and one for its status.

#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

class Dependencies {
 public:
  explicit Dependencies(const World& world);

  int definition(int index) const { return index; }
  int done(int action) const { return definitions_ + action; }
  int status(int action) const { return definitions_ + actions_ + action; }
  int size() const { return definitions_ + 2 * actions_; }

  bool is_definition(int node) const { return node < definitions_; }
  bool is_status(int node) const { return node >= definitions_ + actions_; }
  // The definition or action that the node is about.
  int subject(int node) const;

  // `from` depends on `to`, through any number of steps.
  bool reaches(int from, int to) const { return reach_[from][to]; }

  // The node and those that depend on it and it on them, in the order of their numbers.
  std::vector<int> component(int node) const;

  // The node lies on a cycle of dependencies.
  bool is_recursive(int node) const { return reach_[node][node]; }

  // Some cycle goes through a strict use, so that the world is not stratified.
  bool has_strict_cycle() const;

 private:
  struct Edge {
    int from, to;
    bool strict;
  };

  void add(int from, const Expression& expression, bool strict);
  void close();

  int definitions_, actions_;
  std::vector<Edge> edges_;
  std::vector<std::vector<char>> reach_;
};

}  // namespace grotius::properties
