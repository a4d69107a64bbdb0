#include "engine/ground/ground.hpp"

#include <algorithm>

#include "engine/ground/grounder.hpp"

namespace grotius::ground {

Grounder::Impl::Impl(const World& the_world) : world(the_world), model(*the_world.model) {
  for (const RankedSet& ranked : world.sets) {
    auto& about = norms_about_.emplace_back(model.actions.size());
    auto& place = place_.emplace_back(model.norms.size(), 0);
    for (std::uint32_t i = 0; i < ranked.set.norms.size(); ++i) {
      const model::NormId norm = ranked.set.norms[i];
      about[index(model[norm].act.action)].push_back(norm);
      place[index(norm)] = i;
    }
  }
  attributions_ = binding(&model::NormSet::attributions);
  kinds_.resize(model.actions.size());
  for (std::size_t special = 0; special < model.actions.size(); ++special)
    for (std::size_t kind = 0; kind < model.actions[special].kinds.size(); ++kind)
      kinds_[index(model.actions[special].kinds[kind].general)].emplace_back(
          model::id_of<model::ActionId>(special), kind);

  // The longest chain of kinds below an action; `is` is acyclic, so this settles after as many
  // rounds as the chain is long.
  generality_.assign(model.actions.size(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t special = 0; special < model.actions.size(); ++special)
      for (const model::Kind& kind : model.actions[special].kinds) {
        std::uint32_t& general = generality_[index(kind.general)];
        if (general <= generality_[special]) {
          general = generality_[special] + 1;
          changed = true;
        }
      }
  }
}

Grounder::Grounder(const World& world) : impl_(std::make_unique<Impl>(world)) {}
Grounder::~Grounder() = default;

NodeId Grounder::condition(const model::Expr& expr) { return impl_->body(expr, {}); }
NodeId Grounder::condition(const model::Expr& expr, std::span<const model::IndividualId> bindings) {
  return impl_->body(expr, bindings);
}
NodeId Grounder::condition_in(std::size_t set, const model::Expr& expr) {
  return impl_->body_in(set, expr);
}
const ActStatus& Grounder::statuses(std::size_t set, const model::Act& act) {
  return impl_->statuses(set, act);
}
ActStatus Grounder::decided_again(const ActStatus& status,
                                  const std::vector<std::vector<model::Prevails>>& superiors,
                                  std::span<const model::NormId> without) {
  return impl_->decided_again(status, superiors, without);
}
NodeId Grounder::definition(model::DefinitionId definition,
                            std::span<const model::IndividualId> arguments) {
  return impl_->definition(definition, {arguments.begin(), arguments.end()});
}
NodeId Grounder::in_force(model::NormId norm) { return impl_->in_force(norm); }
NodeId Grounder::in_force(const Interval& interval) { return impl_->in_force(interval); }
std::vector<Grounder::Counted> Grounder::counted_as(const model::Act& act) {
  return impl_->counted_as(act);
}
NodeId Grounder::applies(model::NormId norm, std::span<const model::IndividualId> bindings) {
  return impl_->applies(norm, bindings);
}
NodeId Grounder::done(const model::Act& act) { return impl_->done(act); }

NodeId Grounder::in_scope(model::NormId norm, const model::Act& act) {
  return impl_->in_scope(norm, act);
}
NodeId Grounder::exist(std::span<const model::IndividualId> individuals) {
  return impl_->exist(individuals);
}
NodeId Grounder::conjunction(std::vector<NodeId> nodes) {
  return impl_->builder.conjunction(std::move(nodes));
}
NodeId Grounder::disjunction(std::vector<NodeId> nodes) {
  return impl_->builder.disjunction(std::move(nodes));
}
NodeId Grounder::negation(NodeId node) { return impl_->builder.negation(node); }

NodeId Grounder::atom(const model::Atom& atom, std::optional<std::int64_t> value) {
  if (atom.deed)
    return impl_->builder.input(
        impl_->deed_input({model::id_of<model::ActionId>(atom.ref), atom.arguments}));
  Input input = impl_->fact_input(model::id_of<model::FactId>(atom.ref), atom.arguments);
  if (input.value.sort.kind == model::Sort::Kind::individual && value)
    return impl_->builder.input_is(std::move(input), *value);
  return impl_->builder.input(std::move(input));
}

NodeId Grounder::constraint(model::ConstraintId id) {
  const model::Constraint& constraint = impl_->model[id];
  std::vector<NodeId> all;
  Tuple tuple(constraint.binders.size());
  auto bind = [&](auto& self, std::size_t place) -> void {
    if (place == tuple.size()) {
      all.push_back(impl_->builder.implication(impl_->exist(tuple),
                                               impl_->body(constraint.condition, tuple)));
      return;
    }
    for (model::IndividualId individual :
         impl_->world.universe.of(constraint.binders[place].type)) {
      tuple[place] = individual;
      self(self, place + 1);
    }
  };
  bind(bind, 0);
  return impl_->builder.conjunction(std::move(all));
}

std::vector<NodeId> Grounder::constraints() {
  std::vector<NodeId> all;
  for (model::ConstraintId id : impl_->binding(&model::NormSet::constraints))
    all.push_back(constraint(id));
  return all;
}

const std::vector<Grounder::GroundAlternative>& Grounder::alternatives() const {
  return impl_->alternatives;
}
std::vector<ActStatus> Grounder::all_statuses() const { return impl_->all_statuses(); }
std::optional<Span> Grounder::today_without_date() const { return impl_->today_without_date; }
const Program& Grounder::program() const { return impl_->builder.program(); }
Program Grounder::take() { return impl_->builder.take(); }

}  // namespace grotius::ground
