#pragma once
// Which definitions ask about the status of an act, so that what they say may differ between norm sets. Private to the folder.

#include <optional>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model {

/// A deontic operator other than `done`.
inline bool is_status(const Expr& node) {
  return node.kind == ExprKind::status && node.status != Status::done;
}

/// Calls `visit` for the expression and all that is in it.
template <class Visit>
void each_node(const Expr& expr, const Visit& visit) {
  visit(expr);
  for (const Expr& operand : expr.operands) each_node(operand, visit);
}

/// By DefinitionId: where it, or one that it uses, asks about a status. O(size of the definitions).
std::vector<std::optional<Span>> asked_statuses(const Model& model);

}  // namespace grotius::model
