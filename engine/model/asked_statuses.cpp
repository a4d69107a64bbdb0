#include "engine/model/asked_statuses.hpp"

namespace grotius::model {

std::vector<std::optional<Span>> asked_statuses(const Model& model) {
  std::vector<std::optional<Span>> status_of(model.definitions.size());
  std::vector<std::vector<std::size_t>> users(model.definitions.size());
  std::vector<std::size_t> reached;
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    const auto note = [&](const Expr& node) {
      if (node.kind == ExprKind::definition) users[node.ref].push_back(i);
      if (!is_status(node) || status_of[i]) return;
      status_of[i] = node.span;
      reached.push_back(i);
    };
    const Definition& definition = model.definitions[i];
    if (definition.value) each_node(*definition.value, note);
    for (const Alternative& alternative : definition.alternatives) {
      each_node(alternative.when, note);
      if (alternative.unless) each_node(*alternative.unless, note);
    }
  }
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const std::size_t user : users[reached[next]]) {
      if (status_of[user]) continue;
      status_of[user] = status_of[reached[next]];
      reached.push_back(user);
    }
  }
  return status_of;
}

}  // namespace grotius::model
