// What several analyses need.

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

using ground::NodeId;

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

std::optional<std::vector<std::size_t>> minimal_core(Symbolic& symbolic,
                                                     const std::vector<std::vector<NodeId>>& parts,
                                                     std::size_t constraints,
                                                     const Effort& effort) {
  const std::size_t count = parts.empty() ? 0 : parts.front().size();
  const ground::Knowledge knowledge = symbolic.knowledge();
  const auto solver = solve::make_solver(symbolic.program(), knowledge, {effort.left()});
  const auto& required = symbolic.required();
  for (std::size_t i = constraints; i < required.size(); ++i)
    solver->require(solve::node_is(required[i], true));
  std::vector<bool> kept(count, true);
  const auto impossible = [&] {
    for (const auto& at : parts) {
      std::vector<solve::Claim> claims;
      for (std::size_t i = 0; i < count; ++i)
        if (kept[i]) claims.push_back(solve::node_is(at[i], true));
      switch (solver->check(claims)) {
        case solve::Outcome::satisfiable:
          return false;
        case solve::Outcome::unknown:
          throw GaveUp{solver->reason()};
        case solve::Outcome::unsatisfiable:
          break;
      }
    }
    return true;
  };
  if (!impossible()) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    kept[i] = false;
    if (!impossible()) kept[i] = true;
  }
  std::vector<std::size_t> core;
  for (std::size_t i = 0; i < count; ++i)
    if (kept[i]) core.push_back(i);
  return core;
}

}  // namespace grotius::analyse
