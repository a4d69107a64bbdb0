// What several analyses need.

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

using ground::NodeId;
using model::NormId;

ground::NodeId differ(ground::Grounder& grounder, const ground::ActStatus& a,
                      const ground::ActStatus& b) {
  using Group = NodeId ground::ActStatus::*;
  static constexpr Group kAnswers[] = {
      &ground::ActStatus::permitted,     &ground::ActStatus::forbidden,
      &ground::ActStatus::contested,     &ground::ActStatus::obliged,
      &ground::ActStatus::must_contested, &ground::ActStatus::exempt,
      &ground::ActStatus::empowered,     &ground::ActStatus::disabled,
      &ground::ActStatus::can_contested};
  // Each question has one more answer, which differs only where another does.
  std::vector<NodeId> any;
  for (Group answer : kAnswers) {
    if (a.*answer == b.*answer) continue;
    any.push_back(grounder.conjunction({a.*answer, grounder.negation(b.*answer)}));
    any.push_back(grounder.conjunction({b.*answer, grounder.negation(a.*answer)}));
  }
  return grounder.disjunction(std::move(any));
}

bool fits(const Symbolic& symbolic, const model::ActPattern& pattern,
          const std::vector<model::IndividualId>& arguments) {
  const model::Model& model = symbolic.model();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const model::Argument& argument = pattern.arguments[i];
    if (argument.individual
            ? *argument.individual != arguments[i]
            : !model.is_or_is_below(type_of(model, symbolic.world().universe, arguments[i]),
                                    argument.type))
      return false;
  }
  return true;
}

std::vector<const model::Expr*> conjuncts(const model::Expr& condition) {
  std::vector<const model::Expr*> result;
  if (is_literal(condition, true)) return result;
  if (condition.kind != model::ExprKind::conjunction) return {&condition};
  for (const model::Expr& conjunct : condition.operands) result.push_back(&conjunct);
  return result;
}

bool outranks(const std::vector<std::vector<model::Prevails>>& superiors, NormId superior,
              NormId inferior) {
  std::vector<NormId> reached = {inferior};
  std::set<NormId> seen(reached.begin(), reached.end());
  while (!reached.empty()) {
    const NormId norm = reached.back();
    reached.pop_back();
    for (const auto& above : superiors[index(norm)]) {
      if (above.superior == superior) return true;
      if (seen.insert(above.superior).second) reached.push_back(above.superior);
    }
  }
  return false;
}

std::string excerpt(const model::Model& model, Span span) {
  const std::string_view text = model.sources->text(span);
  std::string line;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::vector<model::ActionId> general_first(const model::Model& model) {
  std::vector<model::ActionId> actions;
  for (std::size_t i = 0; i < model.actions.size(); ++i)
    actions.push_back(model::id_of<model::ActionId>(i));
  std::vector<std::size_t> height(actions.size());  // the longest chain of generals above it
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < actions.size(); ++i)
      for (const auto& kind : model.actions[i].kinds)
        if (height[i] <= height[index(kind.general)]) {
          height[i] = height[index(kind.general)] + 1;
          changed = true;
        }
  }
  std::ranges::stable_sort(actions, {}, [&](model::ActionId id) {
    return std::make_pair(height[index(id)], model.qualified(model[id].module, model[id].name));
  });
  return actions;
}

}  // namespace grotius::analyse
