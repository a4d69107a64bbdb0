#include "engine/analyse/check/norm_demands.hpp"

#include <algorithm>

namespace grotius::analyse {

using model::ActionId;
using model::Modality;
using model::NormId;
using model::Status;

std::vector<ActionId> generals_of(const model::Model& model, ActionId action) {
  std::vector<ActionId> reached = {action};
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (const model::Kind& kind : model[reached[i]].kinds)
      if (std::ranges::find(reached, kind.general) == reached.end())
        reached.push_back(kind.general);
  return reached;
}

std::vector<ActionId> kinds_of(const model::Model& model, ActionId action) {
  std::vector<ActionId> reached = {action};
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (std::size_t special = 0; special < model.actions.size(); ++special) {
      const ActionId id = model::id_of<ActionId>(special);
      const bool below = std::ranges::any_of(model[id].kinds, [&](const model::Kind& kind) {
        return kind.general == reached[i];
      });
      if (below && std::ranges::find(reached, id) == reached.end()) reached.push_back(id);
    }
  return reached;
}

NormDemands::NormDemands(const ground::World& world) : world_(world), model_(*world.model) {
  for (std::size_t set = 0; set < world.sets.size(); ++set)
    readers_.emplace_back(
        model_, world.sets[set].set, world.strata,
        [this, set](const model::Expr& expr, const Terms& arguments, bool positive) {
          return unfolded(set, expr, arguments, positive);
        },
        table_);
}

Demands NormDemands::of_constraints() {
  Demands all;
  for (std::size_t set : world_.binding) all.add(readers_[set].of_constraints());
  return all;
}

Terms NormDemands::roles(ActionId action, const Terms& act) {
  if (!act.empty()) return act;
  Terms terms;
  for (std::uint32_t slot = 0; slot < model_[action].roles.size(); ++slot) terms.push_back(table_->free(slot));
  return terms;
}

std::vector<Terms> NormDemands::ways(ActionId action, const Terms& act, ActionId general) {
  std::vector<Terms> result;
  if (action == general) return {roles(action, act)};
  const Terms own = roles(action, act);
  for (const model::Kind& kind : model_[action].kinds) {
    Terms terms;
    for (std::uint32_t role : kind.roles) terms.push_back(own[role]);
    for (Terms& way : ways(kind.general, terms, general))
      if (std::ranges::find(result, way) == result.end()) result.push_back(std::move(way));
  }
  return result;
}

/// The conditions under which acts of the action count as more general ones, either way.
Demands NormDemands::of_kinds(std::size_t set, ActionId action, const Terms& act) {
  Demands demands;
  for (ActionId general : generals_of(model_, action))
    for (const Terms& terms : ways(action, act, general))
      for (const model::Kind& kind : model_[general].kinds) {
        Demands condition = readers_[set].of(kind.when, true, terms);
        condition.either(readers_[set].of(kind.when, false, terms));
        demands.add(condition);
      }
  return demands;
}

Demands NormDemands::of_act(ActionId action, const Terms& act) {
  Demands demands = of_kinds(0, action, act);
  for (const auto& role : model_[action].roles) demands.add(readers_[0].witness(role.type));
  return demands;
}

const std::vector<NormId>& NormDemands::about(std::size_t set, ActionId action) const {
  const auto [known, is_new] = about_.try_emplace({set, action});
  if (!is_new) return known->second;
  const std::vector<ActionId> generals = generals_of(model_, action);
  auto& is_about = is_about_[{set, action}];
  is_about.resize(model_.norms.size(), false);
  for (NormId id : world_.sets[set].set.norms) {
    const model::Norm& norm = model_[id];
    const bool reaches =
        norm.act.action == action ||
        (norm.modality != Modality::oblige &&
         std::ranges::find(generals, norm.act.action) != generals.end());
    if (!reaches) continue;
    known->second.push_back(id);
    is_about[index(id)] = true;
  }
  return known->second;
}

bool NormDemands::is_about(std::size_t set, NormId norm, ActionId action) const {
  about(set, action);
  return is_about_.at({set, action})[index(norm)];
}

Demands NormDemands::applies(std::size_t set, NormId id, bool positive, const Terms& act) {
  const model::Norm& norm = model_[id];
  const Terms own = roles(norm.act.action, act);
  Demands demands = readers_[set].of(norm.when, positive, own);
  if (!norm.unless) return demands;
  const Demands unless = readers_[set].of(*norm.unless, !positive, own);
  positive ? demands.add(unless) : demands.either(unless);
  return demands;
}

Demands NormDemands::stands(std::size_t set, ActionId action, NormId id, bool positive, const Terms& act) {
  const auto key = std::make_tuple(set, action, id, positive, act);
  if (const auto known = standing_.find(key); known != standing_.end()) return known->second;
  Demands demands;
  for (const Terms& own : ways(action, act, model_[id].act.action)) {
    const Demands way = stands_one_way(set, action, id, positive, act, own);
    positive ? demands.either(way) : demands.add(way);
  }
  standing_[key] = demands;
  return demands;
}

Demands NormDemands::stands_one_way(std::size_t set, ActionId action, NormId id, bool positive, const Terms& act,
                                    const Terms& own) {
  Demands demands = applies(set, id, positive, own);
  for (const model::Prevails& prevails : world_.sets[set].superiority.superiors[index(id)]) {
    if (!is_about(set, prevails.superior, action)) continue;
    const Demands superior = stands(set, action, prevails.superior, !positive, act);
    positive ? demands.add(superior) : demands.either(superior);
  }
  return demands;
}

Demands NormDemands::standing(std::size_t set, ActionId action,
                              std::initializer_list<Modality> modalities, bool positive, const Terms& act) {
  Demands demands;
  for (NormId norm : about(set, action)) {
    if (std::ranges::find(modalities, model_[norm].modality) == modalities.end()) continue;
    const Demands one = stands(set, action, norm, positive, act);
    positive ? demands.either(one) : demands.add(one);
  }
  return demands;
}

Demands NormDemands::status(std::size_t set, ActionId action, Status status, bool positive, const Terms& act) {
  const auto key = std::make_tuple(set, action, status, positive, act);
  if (const auto known = statuses_.find(key); known != statuses_.end()) return known->second;
  using Modalities = std::initializer_list<Modality>;
  const Modalities may = {Modality::permit, Modality::oblige}, may_not = {Modality::forbid};
  const Modalities must = {Modality::oblige}, need_not = {Modality::exempt, Modality::forbid};
  const Modalities exempt = {Modality::exempt}, can = {Modality::empower};
  const Modalities cannot = {Modality::disable};
  // `for_` stands and `against` does not (or, denied, one of the reverse).
  const auto holds = [&](Modalities for_, bool for_stands, Modalities against, bool against_stands) {
    Demands demands = standing(set, action, for_, for_stands == positive, act);
    const Demands other = standing(set, action, against, against_stands == positive, act);
    positive ? demands.add(other) : demands.either(other);
    return demands;
  };
  const auto with_deed = [&](Demands demands, bool done) {
    const Demands deed = readers_[set].of_done(action, roles(action, act), done == positive);
    positive ? demands.add(deed) : demands.either(deed);
    return demands;
  };
  Demands demands;
  switch (status) {
    case Status::permitted:
      demands = holds(may, true, may_not, false);
      break;
    case Status::forbidden:
      demands = holds(may, false, may_not, true);
      break;
    case Status::contested:
      demands = holds(may, true, may_not, true);
      break;
    case Status::silent:
      demands = holds(may, false, may_not, false);
      break;
    case Status::obliged:
      demands = holds(must, true, need_not, false);
      break;
    case Status::exempted:
      demands = holds(exempt, true, must, false);
      break;
    case Status::empowered:
      demands = holds(can, true, cannot, false);
      break;
    case Status::disabled:
      demands = holds(can, false, cannot, true);
      break;
    case Status::fulfilled:
      demands = with_deed(holds(must, true, need_not, false), true);
      break;
    case Status::valid:
      demands = with_deed(holds(can, true, cannot, false), true);
      break;
    case Status::breached: {
      demands = with_deed(holds(must, true, need_not, false), false);
      const Demands other = with_deed(holds(may, false, may_not, true), true);
      positive ? demands.either(other) : demands.add(other);
      break;
    }
    case Status::done:
      demands = readers_[set].of_done(action, roles(action, act), positive);
      break;
  }
  if (status != Status::done) demands.add(of_kinds(set, action, act));
  statuses_[key] = demands;
  return demands;
}

// Where norms for something stand on one side and none on the other, the answers differ whatever else holds; but those who need not do
// something count only where they are obliged, and exemptions only where they are not.
Demands NormDemands::difference(std::size_t first, ActionId first_action, std::size_t second,
                                ActionId second_action) {
  using Modalities = std::initializer_list<Modality>;
  const auto parts = [&](Modalities modalities) {
    Demands one = standing(first, first_action, modalities, true);
    one.add(standing(second, second_action, modalities, false));
    Demands other = standing(second, second_action, modalities, true);
    other.add(standing(first, first_action, modalities, false));
    one.either(other);
    return one;
  };
  const Modalities must = {Modality::oblige};
  Demands need_not = parts({Modality::exempt, Modality::forbid});
  Demands obliged = standing(first, first_action, must, true);
  obliged.either(standing(second, second_action, must, true));
  need_not.add(obliged);
  Demands exempt = parts({Modality::exempt});
  exempt.add(standing(first, first_action, must, false));
  exempt.add(standing(second, second_action, must, false));
  Demands any = parts({Modality::permit, Modality::oblige});
  for (const Demands& part : {parts({Modality::forbid}), parts(must), need_not, exempt,
                              parts({Modality::empower}), parts({Modality::disable})})
    any.either(part);
  return any;
}

Demands NormDemands::answers(std::size_t first, ActionId first_action, std::size_t second,
                             ActionId second_action) {
  // A status of one side against that of the other: at most what both need, each question apart.
  const auto side = [&](std::size_t set, ActionId action) {
    Demands any;
    for (Status status : {Status::permitted, Status::forbidden, Status::contested, Status::silent,
                          Status::obliged, Status::exempted, Status::empowered, Status::disabled})
      for (bool positive : {true, false}) any.either(this->status(set, action, status, positive));
    return any;
  };
  Demands demands = side(first, first_action);
  demands.add(side(second, second_action));
  return demands;
}

Demands NormDemands::unfolded(std::size_t set, const model::Expr& expr, const Terms& arguments, bool positive) {
  const std::size_t asked = expr.under ? world_.set_of_module.at(*expr.under) : set;
  return status(asked, model::id_of<ActionId>(expr.ref), expr.status, positive, arguments);
}

}  // namespace grotius::analyse
