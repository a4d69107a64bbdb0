#include "tests/properties/dependencies.hpp"

#include "tests/properties/world_queries.hpp"

namespace grotius::properties {

Dependencies::Dependencies(const World& world)
    : definitions_(static_cast<int>(world.definitions.size())),
      actions_(static_cast<int>(world.actions.size())) {
  for (int index = 0; index < definitions_; ++index) {
    const Definition& definition = world.definitions[index];
    for (const Definition::Alternative& alternative : definition.alternatives) {
      add(index, alternative.when, false);
      if (alternative.unless) add(index, *alternative.unless, true);
    }
    // "A cycle ... through a value definition, is an error": all its uses count as strict.
    if (definition.value) add(index, *definition.value, true);
  }
  for (const Attribution& attribution : world.attributions) {
    add(done(attribution.action), attribution.when, false);
  }
  for (int kind = 0; kind < actions_; ++kind) {
    for (const IsLink& link : world.actions[kind].is) {
      edges_.push_back({done(link.general), done(kind), false});
      if (link.when) add(done(link.general), *link.when, false);
    }
    for (int general : generals(world, kind)) {
      // Which norms are about an act hangs on the conditions of every `is` on the way up.
      for (const IsLink& link : world.actions[general].is) {
        if (link.when) add(status(kind), *link.when, true);
      }
      for (const Norm& norm : world.norms) {
        if (norm.action != general) continue;
        if (norm.when) add(status(kind), *norm.when, true);
        if (norm.unless) add(status(kind), *norm.unless, true);
      }
    }
  }
  close();
}

int Dependencies::subject(int node) const {
  if (is_definition(node)) return node;
  return is_status(node) ? node - definitions_ - actions_ : node - definitions_;
}

void Dependencies::add(int from, const Expression& expression, bool strict) {
  const auto operands = [&](bool operands_strict) {
    for (const Expression& operand : expression.operands) add(from, operand, operands_strict);
  };
  switch (expression.op) {
    case Op::conjunction:
    case Op::disjunction:
    case Op::some:
      operands(strict);
      return;
    case Op::implication:
      add(from, expression.operands[0], true);
      add(from, expression.operands[1], strict);
      return;
    case Op::definition:
      edges_.push_back({from, definition(expression.index), strict});
      operands(true);
      return;
    case Op::deontic:
      operands(true);
      if (expression.deontic == Deontic::done) {
        edges_.push_back({from, done(expression.index), strict});
        return;
      }
      edges_.push_back({from, status(expression.index), true});
      if (expression.deontic == Deontic::fulfilled || expression.deontic == Deontic::breached ||
          expression.deontic == Deontic::valid) {
        edges_.push_back({from, done(expression.index), true});
      }
      return;
    default:
      operands(true);
  }
}

void Dependencies::close() {
  reach_.assign(size(), std::vector<char>(size(), false));
  for (const Edge& edge : edges_) reach_[edge.from][edge.to] = true;
  for (int middle = 0; middle < size(); ++middle) {
    for (int from = 0; from < size(); ++from) {
      if (!reach_[from][middle]) continue;
      for (int to = 0; to < size(); ++to) {
        if (reach_[middle][to]) reach_[from][to] = true;
      }
    }
  }
}

std::vector<int> Dependencies::component(int node) const {
  std::vector<int> result;
  for (int other = 0; other < size(); ++other) {
    if (other == node || (reach_[node][other] && reach_[other][node])) result.push_back(other);
  }
  return result;
}

bool Dependencies::has_strict_cycle() const {
  for (const Edge& edge : edges_) {
    if (edge.strict && (edge.from == edge.to || reach_[edge.to][edge.from])) return true;
  }
  return false;
}

}  // namespace grotius::properties
