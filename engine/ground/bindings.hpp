#pragma once
// How the grounder runs through individuals: the tuples of values that arguments can have, and the
// bindings of a quantifier's variables. Private to the folder.

#include <algorithm>

#include "engine/ground/grounder.hpp"

namespace grotius::ground {

/// The highest place among `binders` of a variable that occurs in the expression; -1 if none does.
inline int last_binder(const model::Expr& expr, const std::vector<model::Variable>& binders) {
  int last = -1;
  if (expr.kind == model::ExprKind::variable)
    for (std::size_t i = 0; i < binders.size(); ++i)
      if (binders[i].slot == expr.ref) last = static_cast<int>(i);
  for (const model::Expr& operand : expr.operands)
    last = std::max(last, last_binder(operand, binders));
  return last;
}

template <class Use>
void Grounder::Impl::each_tuple(const std::vector<model::Expr>& arguments, Tuple& environment,
                                Use use) {
  std::vector<Term> terms;
  terms.reserve(arguments.size());
  for (const model::Expr& argument : arguments) terms.push_back(term(argument, environment));
  std::vector<std::size_t> choice(terms.size(), 0);
  while (true) {
    Tuple tuple;
    std::vector<NodeId> conditions;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      tuple.push_back(terms[i][choice[i]].value);
      conditions.push_back(terms[i][choice[i]].condition);
    }
    use(std::move(tuple), builder.conjunction(std::move(conditions)));
    std::size_t place = 0;
    while (place < terms.size() && ++choice[place] == terms[place].size()) choice[place++] = 0;
    if (place == terms.size()) return;
  }
}

// The conjuncts of `where` are grounded as soon as their variables are bound; one that is false
// cuts the search.
template <class Use>
void Grounder::Impl::each_binding(const model::Expr& quantifier, Tuple& environment, Use use) {
  const auto& binders = quantifier.binders;
  const model::Expr& where = quantifier.operands[0];
  std::vector<std::vector<const model::Expr*>> conjuncts(binders.size() + 1);
  auto sort_in = [&](const model::Expr& conjunct) {
    conjuncts[static_cast<std::size_t>(last_binder(conjunct, binders) + 1)].push_back(&conjunct);
  };
  if (where.kind == model::ExprKind::conjunction) {
    for (const model::Expr& conjunct : where.operands) sort_in(conjunct);
  } else {
    sort_in(where);
  }
  std::vector<NodeId> conditions;
  auto add_conjuncts = [&](std::size_t place) {
    for (const model::Expr* conjunct : conjuncts[place]) {
      conditions.push_back(truth(*conjunct, environment));
      if (builder.program().is_constant(conditions.back(), false)) return false;
    }
    return true;
  };
  auto bind = [&](auto& self, std::size_t place) -> void {
    if (place == binders.size()) {
      use(builder.conjunction(conditions));
      return;
    }
    for (model::IndividualId individual : world.universe.of(binders[place].type)) {
      count_binding();
      environment[binders[place].slot] = individual;
      const std::size_t before = conditions.size();
      conditions.push_back(exists(individual));
      if (add_conjuncts(place + 1)) self(self, place + 1);
      conditions.resize(before);
    }
  };
  for (const auto& binder : binders)
    if (environment.size() <= binder.slot) environment.resize(binder.slot + 1);
  if (add_conjuncts(0)) bind(bind, 0);
}

}  // namespace grotius::ground
