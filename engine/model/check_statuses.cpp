// Where no status may stand: in constraints, in attributions, and in the conditions of `is`. What
// is done and which situations there can be must not rest on what is permitted (semantics.md,
// Definitions). A definition that asks about a status carries it to wherever it is used.

#include <optional>
#include <string>
#include <vector>

#include "engine/model/asked_statuses.hpp"
#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

class StatusCheck {
 public:
  StatusCheck(const Model& model, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), status_of_(asked_statuses(model)) {}

  void check(const Expr& body, std::string_view where) {
    each_node(body, [&](const Expr& node) {
      if (is_status(node)) {
        report(node.span, where);
      } else if (node.kind == ExprKind::definition && status_of_[node.ref]) {
        report(node.span, where)
            .related.push_back({*status_of_[node.ref], "the status is asked here"});
      }
    });
  }

 private:
  Diagnostic& report(Span span, std::string_view where) {
    Diagnostic& diagnostic = diagnostics_.error(
        codes::status_not_allowed, span,
        std::string(where) + " must not rest on what is permitted, forbidden or obliged");
    diagnostic.help = "speak of facts and deeds only: `done …` is one";
    return diagnostic;
  }

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
