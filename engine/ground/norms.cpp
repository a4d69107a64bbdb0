// Norm instances, defeat and the statuses of acts (semantics.md, Norms; Statuses of an act).

#include <algorithm>
#include <utility>

#include "engine/ground/grounder.hpp"

namespace grotius::ground {

using model::Modality;
using model::Status;

NodeId Grounder::Impl::in_force(const Interval& interval) {
  switch (world.moment.kind) {
    case Moment::Kind::on:
      return builder.truth(interval.holds_on(world.moment.date));
    case Moment::Kind::after_all:
      return builder.truth(interval.holds_after_all());
    case Moment::Kind::any:
      break;
  }
  std::vector<NodeId> all;
  if (interval.from)
    all.push_back(builder.less_equal(builder.number(interval.from->day), today({})));
  if (interval.until)
    all.push_back(
        builder.negation(builder.less_equal(builder.number(interval.until->day), today({}))));
  return builder.conjunction(std::move(all));
}

NodeId Grounder::Impl::in_force(model::NormId id) {
  const model::Norm& norm = model[id];
  return builder.conjunction({in_force(norm.in_force), in_force(model[norm.module].in_force)});
}

NodeId Grounder::Impl::applies(model::NormId id, Bindings bindings) {
  GroundKey key{GroundKey::Kind::norm,
                static_cast<std::uint32_t>(id),
                set_,
                {bindings.begin(), bindings.end()}};
  if (const auto known = memo_.find(key); known != memo_.end()) return known->second;
  const Depth depth(depth_);
  const model::Norm& norm = model[id];
  NodeId holds = in_force(id);
  if (!builder.program().is_constant(holds, false))
    holds = builder.conjunction({holds, body(norm.when, bindings)});
  if (norm.unless && !builder.program().is_constant(holds, false))
    holds = builder.conjunction({holds, builder.negation(body(*norm.unless, bindings))});
  memo_.emplace(std::move(key), holds);
  return holds;
}

// The act itself and every act that it is, each with the condition under which it counts as that.
// Acts are taken up from the special to the general, so a condition is complete before it is handed
// on.
std::vector<Grounder::Counted> Grounder::Impl::counted_as(const model::Act& act) {
  std::map<std::pair<std::uint32_t, model::Act>, std::vector<NodeId>> pending;
  pending[{generality_[index(act.action)], act}] = {builder.truth(true)};
  std::vector<Counted> result;
  while (!pending.empty()) {
    auto next = pending.extract(pending.begin());
    const model::Act& special = next.key().second;
    const NodeId condition = builder.disjunction(std::move(next.mapped()));
    for (const model::Kind& kind : model[special.action].kinds) {
      const NodeId counts = builder.conjunction({condition, body(kind.when, special.arguments)});
      if (builder.program().is_constant(counts, false)) continue;
      model::Act general{kind.general, {}};
      for (std::uint32_t role : kind.roles) general.arguments.push_back(special.arguments[role]);
      pending[{generality_[index(kind.general)], std::move(general)}].push_back(counts);
    }
    result.push_back({special, condition});
  }
  return result;
}

NodeId Grounder::Impl::in_scope(model::NormId id, const model::Act& act) {
  const model::Norm& norm = model[id];
  std::vector<NodeId> any;
  for (const Counted& counted : counted_as(act)) {
    if (counted.act.action != norm.act.action || !matches(norm.act, counted.act.arguments))
      continue;
    if (norm.modality == Modality::oblige && counted.act.action != act.action) continue;
    any.push_back(builder.conjunction({counted.condition, body(norm.when, counted.act.arguments)}));
  }
  return builder.disjunction(std::move(any));
}

void Grounder::Impl::collect_instances(ActStatus& status) {
  for (const Counted& counted : counted_as(status.act)) {
    for (model::NormId id : norms_about_[status.set][index(counted.act.action)]) {
      const model::Norm& norm = model[id];
      if (norm.modality == Modality::oblige && counted.act.action != status.act.action) continue;
      if (!matches(norm.act, counted.act.arguments)) continue;
      const NodeId applies_here =
          builder.conjunction({counted.condition, applies(id, counted.act.arguments)});
      if (builder.program().is_constant(applies_here, false)) continue;
      status.instances.push_back({id, counted.act.arguments, applies_here, {}, {}});
    }
  }
  const auto& place = place_[status.set];
  std::ranges::sort(status.instances, [&](const Instance& a, const Instance& b) {
    if (a.norm != b.norm) return place[index(a.norm)] < place[index(b.norm)];
    return std::ranges::lexicographical_compare(
        a.bindings, b.bindings, [&](model::IndividualId x, model::IndividualId y) {
          return name_of(model, world.universe, x) < name_of(model, world.universe, y);
        });
  });
}

// An instance stands if it applies and no superior instance stands. Superiority is acyclic, so this
// is well founded.
void Grounder::Impl::decide_standing(ActStatus& status, const Superiors& superiors) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> of_norm;
  for (std::uint32_t i = 0; i < status.instances.size(); ++i)
    of_norm[static_cast<std::uint32_t>(status.instances[i].norm)].push_back(i);
  std::vector<bool> decided(status.instances.size(), false);
  auto decide = [&](auto& self, std::uint32_t i) -> void {
    if (decided[i]) return;
    const Depth depth(depth_);
    Instance& instance = status.instances[i];
    std::vector<NodeId> defeating;
    for (const model::Prevails& prevails : superiors[index(instance.norm)]) {
      const auto found = of_norm.find(static_cast<std::uint32_t>(prevails.superior));
      if (found == of_norm.end()) continue;
      for (std::uint32_t superior : found->second) {
        self(self, superior);
        instance.superiors.push_back({superior, prevails.ground});
        defeating.push_back(status.instances[superior].stands);
      }
    }
    instance.stands = builder.conjunction(
        {instance.applies, builder.negation(builder.disjunction(std::move(defeating)))});
    std::ranges::sort(instance.superiors, {}, &Instance::Defeater::instance);
    decided[i] = true;
  };
  for (std::uint32_t i = 0; i < status.instances.size(); ++i) decide(decide, i);
}

void Grounder::Impl::decide_questions(ActStatus& status) {
  auto standing = [&](std::initializer_list<Modality> modalities) {
    std::vector<NodeId> any;
    for (const Instance& instance : status.instances)
      if (std::ranges::find(modalities, model[instance.norm].modality) != modalities.end())
        any.push_back(instance.stands);
    return builder.disjunction(std::move(any));
  };
  auto both = [&](NodeId a, NodeId b) { return builder.conjunction({a, b}); };
  auto only = [&](NodeId a, NodeId b) { return builder.conjunction({a, builder.negation(b)}); };
  auto neither = [&](NodeId a, NodeId b) { return builder.negation(builder.disjunction({a, b})); };

  const NodeId may = standing({Modality::permit, Modality::oblige});
  const NodeId may_not = standing({Modality::forbid});
  status.permitted = only(may, may_not);
  status.forbidden = only(may_not, may);
  status.contested = both(may, may_not);
  status.silent = neither(may, may_not);

  const NodeId must = standing({Modality::oblige});
  const NodeId need_not = standing({Modality::exempt, Modality::forbid});
  const NodeId exempted = standing({Modality::exempt});
  status.obliged = only(must, need_not);
  status.merely_permitted = only(status.permitted, status.obliged);
  status.must_contested = both(must, need_not);
  status.exempt = only(exempted, must);
  status.must_no = neither(must, exempted);

  const NodeId can = standing({Modality::empower});
  const NodeId cannot = standing({Modality::disable});
  status.empowered = only(can, cannot);
  status.disabled = only(cannot, can);
  status.can_contested = both(can, cannot);
  status.can_no = neither(can, cannot);
}

const ActStatus& Grounder::Impl::statuses(std::size_t set, const model::Act& act) {
  if (const auto known = statuses_.find({set, act}); known != statuses_.end()) return known->second;
  const Depth depth(depth_);
  ActStatus status;
  status.set = set;
  status.act = act;
  const std::size_t asking_set = std::exchange(set_, set);
  collect_instances(status);
  set_ = asking_set;
  decide_standing(status, world.sets[set].superiority.superiors);
  decide_questions(status);
  return statuses_.emplace(std::make_pair(set, act), std::move(status)).first->second;
}

ActStatus Grounder::Impl::decided_again(const ActStatus& status, const Superiors& superiors,
                                        std::span<const model::NormId> without) {
  ActStatus again;
  again.set = status.set;
  again.act = status.act;
  for (const Instance& instance : status.instances)
    if (!std::ranges::binary_search(without, instance.norm))
      again.instances.push_back({instance.norm, instance.bindings, instance.applies, {}, {}});
  decide_standing(again, superiors);
  decide_questions(again);
  return again;
}

std::vector<ActStatus> Grounder::Impl::all_statuses() const {
  std::vector<ActStatus> all;
  for (const auto& [key, status] : statuses_) all.push_back(status);
  return all;
}

NodeId Grounder::Impl::status_of(const model::Expr& expr, const model::Act& act) {
  if (expr.status == Status::done) return done(act);
  if (world.free_statuses) {
    Input input{Input::Kind::status, static_cast<std::uint32_t>(act.action),
                act.arguments,       {},
                expr.status,         expr.under};
    return builder.input(std::move(input));
  }
  const std::size_t first = world.version == 0 ? 0 : set_ - set_ % world.version;
  const std::size_t set = expr.under ? first + world.set_of_module.at(*expr.under) : set_;
  const ActStatus& status = statuses(set, act);
  switch (expr.status) {
    case Status::permitted:
      return status.permitted;
    case Status::forbidden:
      return status.forbidden;
    case Status::obliged:
      return status.obliged;
    case Status::exempted:
      return status.exempt;
    case Status::empowered:
      return status.empowered;
    case Status::disabled:
      return status.disabled;
    case Status::contested:
      return status.contested;
    case Status::silent:
      return status.silent;
    case Status::fulfilled:
      return builder.conjunction({status.obliged, done(act)});
    case Status::breached:
      return builder.disjunction(
          {builder.conjunction({status.obliged, builder.negation(done(act))}),
           builder.conjunction({status.forbidden, done(act)})});
    case Status::valid:
      return builder.conjunction({status.empowered, done(act)});
    case Status::done:
      break;
  }
  return done(act);
}

}  // namespace grotius::ground
