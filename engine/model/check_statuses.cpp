// Where no status may stand: in constraints, in attributions, and in the conditions of `is`. What
// is done and which situations there can be must not rest on what is permitted (semantics.md,
// Definitions). A definition that asks about a status carries it to wherever it is used.

#include <optional>
#include <string>
#include <vector>

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

class StatusCheck {
 public:
  StatusCheck(const Model& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), status_of_(model.definitions.size()) {
    std::vector<std::vector<std::size_t>> users(model.definitions.size());
    std::vector<std::size_t> reached;
    for (std::size_t i = 0; i < model.definitions.size(); ++i) {
      const auto note = [&](const Expr& node) {
        if (node.kind == ExprKind::definition) users[node.ref].push_back(i);
        if (!is_status(node) || status_of_[i]) return;
        status_of_[i] = node.span;
        reached.push_back(i);
      };
      const Definition& definition = model.definitions[i];
      if (definition.value) each(*definition.value, note);
      for (const Alternative& alternative : definition.alternatives) {
        each(alternative.when, note);
        if (alternative.unless) each(*alternative.unless, note);
      }
    }
    for (std::size_t next = 0; next < reached.size(); ++next) {
      for (const std::size_t user : users[reached[next]]) {
        if (status_of_[user]) continue;
        status_of_[user] = status_of_[reached[next]];
        reached.push_back(user);
      }
    }
  }

  void check(const Expr& body, std::string_view where) {
    each(body, [&](const Expr& node) {
      if (is_status(node)) {
        report(node.span, where);
      } else if (node.kind == ExprKind::definition && status_of_[node.ref]) {
        report(node.span, where)
            .related.push_back({*status_of_[node.ref], "the status is asked here"});
      }
    });
  }

 private:
  template <class Visit>
  static void each(const Expr& expr, const Visit& visit) {
    visit(expr);
    for (const Expr& operand : expr.operands) each(operand, visit);
  }

  static bool is_status(const Expr& node) {
    return node.kind == ExprKind::status && node.status != Status::done;
  }

  Diagnostic& report(Span span, std::string_view where) {
    Diagnostic& diagnostic = diagnostics_.error(
        codes::status_not_allowed, span,
        std::string(where) + " must not rest on what is permitted, forbidden or obliged");
    diagnostic.help = "speak of facts and deeds only: `done …` is one";
    return diagnostic;
  }

  const Model& model_;
  Diagnostics& diagnostics_;
  std::vector<std::optional<Span>>
      status_of_;  ///< by definition: where it, or one that it uses, asks about a status
};

}  // namespace

void check_free_of_statuses(const Model& model, Diagnostics& diagnostics) {
  StatusCheck statuses(model, diagnostics);
  for (const Constraint& constraint : model.constraints)
    statuses.check(constraint.condition, "a constraint");
  for (const Attribution& attribution : model.attributions)
    statuses.check(attribution.when, "an attribution");
  for (const Action& action : model.actions) {
    for (const Kind& kind : action.kinds) statuses.check(kind.when, "the condition of an `is`");
  }
}

}  // namespace grotius::model
