#include "engine/analyse/check/symmetry.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace grotius::analyse {

using model::Expr;
using model::ExprKind;
using model::IndividualId;

namespace {

/// Where each individual is named: a set that it is listed in, or a place of its own.
class Occurrences {
 public:
  explicit Occurrences(const model::Model& model) : of_(model.individuals.size()) {
    for (const auto& norm : model.norms) {
      add(norm.act);
      add(norm.when);
      if (norm.unless) add(*norm.unless);
    }
    for (const auto& definition : model.definitions) {
      for (const auto& alternative : definition.alternatives) {
        add(alternative.when);
        if (alternative.unless) add(*alternative.unless);
      }
      if (definition.value) add(*definition.value);
    }
    for (const auto& action : model.actions)
      for (const auto& kind : action.kinds) add(kind.when);
    for (const auto& attribution : model.attributions) {
      add(attribution.act);
      add(attribution.when);
    }
    for (const auto& incompatibility : model.incompatibilities)
      for (const auto& act : incompatibility.acts) add(act);
    for (const auto& constraint : model.constraints) add(constraint.condition);
    for (const auto& thesis : model.theses) add(thesis.condition);
    // What a fact is presumed to be, and what a parameter is, names an individual too.
    for (const auto& fact : model.facts)
      if (fact.kind.sort.kind == model::Sort::Kind::individual && fact.presumed) add(*fact.presumed);
    for (const auto& parameter : model.parameters)
      if (parameter.kind.sort.kind == model::Sort::Kind::individual) add(parameter.value);
  }

  const std::set<std::uint32_t>& of(IndividualId id) const { return of_[index(id)]; }

 private:
  void add(std::int64_t individual) { of_[static_cast<std::size_t>(individual)].insert(++last_); }
  void add(const model::ActPattern& act) {
    for (const auto& argument : act.arguments)
      if (argument.individual) of_[index(*argument.individual)].insert(++last_);
  }
  void add(const Expr& expr) {
    if (expr.kind == ExprKind::individual) of_[expr.ref].insert(++last_);
    if (expr.kind == ExprKind::member) {
      const std::uint32_t together = ++last_;
      for (std::size_t i = 1; i < expr.operands.size(); ++i)
        if (expr.operands[i].kind == ExprKind::individual)
          of_[expr.operands[i].ref].insert(together);
      add(expr.operands[0]);
      for (std::size_t i = 1; i < expr.operands.size(); ++i)
        if (expr.operands[i].kind != ExprKind::individual) add(expr.operands[i]);
      return;
    }
    for (const Expr& operand : expr.operands) add(operand);
  }

  std::vector<std::set<std::uint32_t>> of_;
  std::uint32_t last_ = 0;
};

}  // namespace

Symmetry::Symmetry(const model::Model& model, const model::Universe& universe)
    : model_(model), universe_(universe) {
  const std::size_t count = model.individuals.size() + universe.unnamed.size();
  group_.assign(count, 0);
  place_.assign(count, 0);
  const Occurrences occurrences(model);
  std::map<std::tuple<bool, model::TypeId, std::set<std::uint32_t>>, std::vector<IndividualId>>
      groups;
  std::set<IndividualId> members;
  for (const auto& of_type : universe.by_type) members.insert(of_type.begin(), of_type.end());
  for (IndividualId id : members) {
    const bool unnamed = universe.is_unnamed(model, id);
    groups[{unnamed, type_of(model, universe, id),
            unnamed ? std::set<std::uint32_t>{} : occurrences.of(id)}]
        .push_back(id);
  }
  std::uint32_t number = 0;
  for (auto& [key, group] : groups) {
    // Unnamed individuals keep the order in which they were made: s2 comes before s10.
    if (!std::get<0>(key))
      std::ranges::sort(group, {}, [&](IndividualId id) { return name_of(model, universe, id); });
    for (std::uint32_t place = 0; place < group.size(); ++place) {
      group_[index(group[place])] = number;
      place_[index(group[place])] = place;
    }
    ++number;
  }
}

std::size_t Symmetry::unnamed_in(const std::vector<IndividualId>& tuple) const {
  std::set<IndividualId> unnamed;
  for (IndividualId id : tuple)
    if (universe_.is_unnamed(model_, id)) unnamed.insert(id);
  return unnamed.size();
}

std::vector<std::vector<IndividualId>> Symmetry::tuples(
    const std::vector<model::TypeId>& types) const {
  std::vector<std::vector<IndividualId>> result;
  std::vector<IndividualId> tuple(types.size());
  std::map<std::uint32_t, std::uint32_t> used;  // by group: how many of its members stand in the tuple
  auto bind = [&](auto& self, std::size_t role) -> void {
    if (role == types.size()) {
      result.push_back(tuple);
      return;
    }
    for (IndividualId id : universe_.of(types[role])) {
      std::uint32_t& count = used[group_[index(id)]];
      if (place_[index(id)] > count) continue;
      const bool next = place_[index(id)] == count;
      if (next) ++count;
      tuple[role] = id;
      self(self, role + 1);
      if (next) --used[group_[index(id)]];
    }
  };
  bind(bind, 0);
  std::ranges::stable_sort(result, {}, [&](const auto& one) { return unnamed_in(one); });
  return result;
}

}  // namespace grotius::analyse
