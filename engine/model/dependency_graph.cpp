#include "engine/model/dependency_graph.hpp"

#include <algorithm>

namespace grotius::model {
namespace {

/// The use of the operands of a node that is itself used so. The innermost strict use is kept,
/// since it is what the reader sees next to the name.
Use use_within(const Expr& expr, std::size_t operand, Use outer) {
  switch (expr.kind) {
    case ExprKind::negation:
      return Use::negated;
    case ExprKind::implication:
      return operand == 0 ? Use::antecedent : outer;
    case ExprKind::every:
      return Use::every;
    case ExprKind::no:
      return Use::no;
    case ExprKind::count:
      return Use::count;
    case ExprKind::sum:
      return Use::sum;
    case ExprKind::conjunction:
    case ExprKind::disjunction:
    case ExprKind::some:
      return outer;
    default:
      return outer == Use::positive ? Use::compared : outer;
  }
}

/// Calls `visit(node, use)` for every node that uses a definition or a deed or a status.
template <class Visit>
void for_each_use(const Expr& expr, Use use, const Visit& visit) {
  if (expr.kind == ExprKind::definition || expr.kind == ExprKind::status) visit(expr, use);
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    for_each_use(expr.operands[i], use_within(expr, i, use), visit);
  }
}

bool speaks_of_deeds(Status status) {
  return status == Status::done || status == Status::fulfilled || status == Status::breached ||
         status == Status::valid;
}

/// Adds the dependencies of one body on what it uses.
class Collector {
 public:
  Collector(const DependencyGraph& graph, std::vector<Dependency>& out)
      : graph_(graph), out_(out) {}

  void add(std::uint32_t from, const Expr& body, Use root,
           std::optional<NormId> norm = std::nullopt) {
    for_each_use(body, root, [&](const Expr& node, Use use) {
      if (node.kind == ExprKind::definition) {
        out_.push_back({from, graph_.definition(node.ref), use, node.span, norm});
        return;
      }
      if (speaks_of_deeds(node.status)) {
        const Use of_deed = node.status == Status::done ? use : Use::status;
        out_.push_back({from, graph_.done(node.ref), of_deed, node.span, norm});
      }
      if (node.status != Status::done && !node.under) {
        out_.push_back({from, graph_.status(node.ref), Use::status, node.span, norm});
      }
    });
  }

 private:
  const DependencyGraph& graph_;
  std::vector<Dependency>& out_;
};

/// Calls `visit` for every body of a definition.
template <class Visit>
void for_each_body(const Definition& definition, const Visit& visit) {
  for (const Alternative& alternative : definition.alternatives) {
    visit(alternative.when, Use::positive);
    if (alternative.unless) visit(*alternative.unless, Use::exception);
  }
  if (definition.value) visit(*definition.value, Use::value);
}

}  // namespace

DependencyGraph::DependencyGraph(const Model& model, const NormSet& set)
    : definitions_(model.definitions.size()), actions_(model.actions.size()) {
  add_definitions(model);
  add_actions(model);
  Collector collector(*this, dependencies_);
  for (const AttributionId id : set.attributions) {
    const Attribution& attribution = model[id];
    collector.add(done(index(attribution.act.action)), attribution.when, Use::positive);
  }
  for (const NormId id : set.norms) {
    const Norm& norm = model[id];
    const std::uint32_t from = status(index(norm.act.action));
    collector.add(from, norm.when, Use::positive, id);
    if (norm.unless) collector.add(from, *norm.unless, Use::exception, id);
  }
}

void DependencyGraph::add_definitions(const Model& model) {
  Collector collector(*this, dependencies_);
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    for_each_body(model.definitions[i],
                  [&](const Expr& body, Use use) { collector.add(definition(i), body, use); });
  }
}

void DependencyGraph::add_actions(const Model& model) {
  Collector collector(*this, dependencies_);
  for (std::size_t i = 0; i < model.actions.size(); ++i) {
    for (const Kind& kind : model.actions[i].kinds) {
      const std::size_t general = index(kind.general);
      dependencies_.push_back({done(general), done(i), Use::positive, kind.span, std::nullopt});
      collector.add(done(general), kind.when, Use::positive);
      dependencies_.push_back({status(i), status(general), Use::positive, kind.span, std::nullopt});
      collector.add(status(i), kind.when, Use::positive);
    }
  }
}

Digraph DependencyGraph::digraph() const {
  std::vector<Arc> arcs;
  arcs.reserve(dependencies_.size());
  for (const Dependency& dependency : dependencies_)
    arcs.push_back({dependency.from, dependency.to});
  return Digraph(nodes(), std::move(arcs));
}

bool DependencyGraph::is_value(const Model& model, std::uint32_t node) const {
  return node < definitions_ && model.definitions[node].value.has_value();
}

std::string DependencyGraph::name(const Model& model, std::uint32_t node) const {
  const auto quoted = [](std::string_view words, std::string_view name) {
    return "`" + std::string(words) + std::string(name) + "`";
  };
  if (node < definitions_) return quoted("", model.definitions[node].name);
  if (node < definitions_ + actions_)
    return quoted("done ", model.actions[node - definitions_].name);
  return "the status of " + quoted("", model.actions[node - definitions_ - actions_].name);
}

std::vector<Asks> asks_elsewhere(const Model& model, const NormSet& set, const Expr* question) {
  std::vector<Asks> result;
  std::vector<bool> module_met(model.modules.size(), false);
  std::vector<bool> definition_met(model.definitions.size(), false);
  std::vector<std::size_t> waiting;
  const auto look = [&](const Expr& body) {
    for_each_use(body, Use::positive, [&](const Expr& node, Use) {
      if (node.kind == ExprKind::definition && !definition_met[node.ref]) {
        definition_met[node.ref] = true;
        waiting.push_back(node.ref);
      }
      if (node.kind == ExprKind::status && node.status != Status::done && node.under &&
          !module_met[index(*node.under)]) {
        module_met[index(*node.under)] = true;
        result.push_back({*node.under, node.span});
      }
    });
  };
  if (question) look(*question);
  for (const NormId id : set.norms) {
    look(model[id].when);
    if (model[id].unless) look(*model[id].unless);
  }
  while (!waiting.empty()) {
    const Definition& definition = model.definitions[waiting.back()];
    waiting.pop_back();
    for_each_body(definition, [&](const Expr& body, Use) { look(body); });
  }
  return result;
}

}  // namespace grotius::model
