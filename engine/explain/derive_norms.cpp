// Norms: whether they apply, what an act counts as, which instances stand about it, and its statuses.

#include <algorithm>

#include "engine/explain/deriver.hpp"

namespace grotius::explain {

using model::ActionId;
using model::Modality;
using model::NormId;

bool Deriver::fits(const model::ActPattern& pattern, const Tuple& arguments) const {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const model::Argument& argument = pattern.arguments[i];
    if (argument.individual ? *argument.individual != arguments[i]
                            : !model_.is_or_is_below(type_of(model_, world_.universe, arguments[i]), argument.type))
      return false;
  }
  return true;
}

StepId Deriver::constraint(model::ConstraintId id, const Tuple& tuple) {
  Tuple environment = tuple;
  return expression(model_[id].condition, environment);
}

StepId Deriver::in_force(NormId id) {
  if (const auto known = in_force_.find(id); known != in_force_.end()) return known->second;
  const model::Norm& norm = model_[id];
  const auto holds_now = [&](const Interval& interval) {
    return world_.moment.kind == ground::Moment::Kind::on ? interval.holds_on(world_.moment.date) : interval.holds_after_all();
  };
  Step step;
  step.rule = Rule::in_force;
  step.ref = static_cast<std::uint32_t>(id);
  step.value = holds_now(norm.in_force) && holds_now(model_[norm.module].in_force);
  const StepId result = add(std::move(step));
  in_force_[id] = result;
  return result;
}

StepId Deriver::applies(NormId id, const Tuple& bindings) {
  const auto key = std::make_tuple(set_, id, bindings);
  if (const auto known = applying_.find(key); known != applying_.end()) return known->second;
  const model::Norm& norm = model_[id];
  Step step;
  step.rule = Rule::applies;
  step.set = set_;
  step.ref = static_cast<std::uint32_t>(id);
  step.arguments = bindings;
  const StepId force = in_force(id);
  step.uses = {force};
  if (holds(force)) {
    std::optional<Unknown> unknown;
    bool fails = false;
    std::vector<StepId> conditions = {force};
    const auto condition = [&](const model::Expr& expr, bool wanted) {
      if (fails) return;
      try {
        Tuple environment = bindings;
        const StepId claim = expression(expr, environment);
        if (holds(claim) == wanted) {
          conditions.push_back(claim);
        } else {
          fails = true;
          step.uses = {claim};
        }
      } catch (const Unknown& met) {
        if (!unknown) unknown = met;
      }
    };
    condition(norm.when, true);
    if (norm.unless) condition(*norm.unless, false);
    if (!fails && unknown) throw *unknown;
    if (!fails) {
      step.uses = conditions;
      step.value = 1;
    }
  }
  const StepId result = add(std::move(step));
  applying_[key] = result;
  return result;
}

// Upwards, each act once all ways to it are known; an act that is reached by no way that holds is listed too, since its norms are
// about the act only if it counts as it.
std::vector<Deriver::General> Deriver::generals(const model::Act& act) {
  std::vector<General> result = {{act, {}, {}}};
  std::vector<model::Act> order = {act};
  // The acts that can be reached, the special before the general.
  std::map<model::Act, std::vector<std::pair<model::Act, const model::Kind*>>> ways;
  std::map<model::Act, std::size_t> height = {{act, 0}};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const model::Act special = order[i];
    for (const model::Kind& kind : model_[special.action].kinds) {
      model::Act general{kind.general, {}};
      for (std::uint32_t role : kind.roles) general.arguments.push_back(special.arguments[role]);
      auto& of_general = ways[general];
      if (std::ranges::find(of_general, std::make_pair(special, &kind)) != of_general.end()) continue;
      of_general.emplace_back(special, &kind);
      order.push_back(general);
    }
  }
  // The longest way up to each; `is` is acyclic, so this settles.
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [general, of_general] : ways)
      for (const auto& [special, kind] : of_general)
        if (height[general] <= height[special]) {
          height[general] = height[special] + 1;
          changed = true;
        }
  }
  std::vector<model::Act> reached;
  for (const auto& [general, of_general] : ways) reached.push_back(general);
  std::ranges::stable_sort(reached, {}, [&](const model::Act& one) { return height[one]; });
  std::map<model::Act, General> claims;
  for (const model::Act& general : reached) {
    Step step;
    step.rule = Rule::counts_as;
    step.act = act;
    step.as = general;
    std::optional<Unknown> unknown;
    for (const auto& [special, kind] : ways[general]) {
      std::vector<StepId> uses;
      bool way_holds = true;
      if (special != act) {
        const General& below = claims.at(special);
        if (below.open) {
          if (!unknown) unknown = below.open;
          continue;
        }
        uses.push_back(*below.counts_as);
        way_holds = holds(uses.back());
      }
      if (way_holds && !is_literal(kind->when, true)) {
        try {
          Tuple environment = special.arguments;
          uses.push_back(expression(kind->when, environment));
          way_holds = holds(uses.back());
        } catch (const Unknown& met) {
          if (!unknown) unknown = met;
          continue;
        }
      }
      if (way_holds) {
        step.uses = uses;
        step.value = 1;
        break;
      }
      step.uses.push_back(uses.back());
    }
    General& claim = claims[general];
    claim.act = general;
    if (step.value == 0 && unknown) {
      claim.open = unknown;
    } else {
      claim.counts_as = add(std::move(step));
    }
    result.push_back(claim);
  }
  return result;
}

StepId Deriver::decide(const model::Act& act, std::vector<Instance>& instances, std::size_t i) {
  Instance& instance = instances[i];
  if (instance.stands) return *instance.stands;
  const During deeper(depth_, depth_ + 1);
  if (depth_ > 2000) throw ground::ResourceLimit{"the chain of norms that defeat each other is longer than 2000"};
  Step step;
  step.rule = Rule::stands;
  step.set = set_;
  step.ref = static_cast<std::uint32_t>(instance.norm);
  step.arguments = instance.bindings;
  step.act = act;
  std::optional<Unknown> unknown;
  const auto finish = [&](bool value, std::vector<StepId> uses) {
    step.value = value;
    step.uses = std::move(uses);
    instances[i].stands = add(std::move(step));
    return *instances[i].stands;
  };
  if (instance.open) throw Unknown(*instance.open);
  if (instance.counts_as && !holds(*instance.counts_as)) return finish(false, {*instance.counts_as});
  std::vector<StepId> uses;
  if (instance.counts_as) uses.push_back(*instance.counts_as);
  try {
    const StepId applying = applies(instance.norm, instance.bindings);
    if (!holds(applying)) return finish(false, {applying});
    uses.push_back(applying);
  } catch (const Unknown& met) {
    unknown = met;
  }
  for (const model::Prevails& prevails : world_.sets[set_].superiority.superiors[index(instance.norm)])
    for (std::size_t other = 0; other < instances.size(); ++other) {
      if (instances[other].norm != prevails.superior) continue;
      try {
        const StepId superior = decide(act, instances, other);
        if (holds(superior)) {
          step.ground = prevails.ground;
          return finish(false, {superior});
        }
        uses.push_back(superior);
      } catch (const Unknown& met) {
        if (!unknown) unknown = met;
      }
    }
  if (unknown) throw *unknown;
  return finish(true, std::move(uses));
}

namespace {

/// Whether some norm of a group stands: yes, no, or open.
class Group {
 public:
  void add(std::optional<bool> stands) {
    if (stands == true) holds_ = true;
    if (!stands) open_ = true;
  }
  /// Open only where no norm stands that is known to.
  std::optional<bool> stands() const { return holds_ ? std::optional(true) : open_ ? std::nullopt : std::optional(false); }

 private:
  bool holds_ = false;
  bool open_ = false;
};

/// The answer to a question that two groups decide; empty where it is open.
std::string_view answer(std::optional<bool> for_it, std::optional<bool> against, std::string_view only_for, std::string_view only_against,
                        std::string_view neither) {
  if (!for_it || !against) return {};
  if (*for_it) return *against ? "contested" : only_for;
  return *against ? only_against : neither;
}

}  // namespace

StepId Deriver::status(std::size_t set, const model::Act& act, Asked asked) {
  const auto key = std::make_tuple(set, act, asked);
  if (const auto known = statuses_.find(key); known != statuses_.end()) return known->second;
  const During speaking(set_, set);
  std::vector<Instance> instances;
  std::optional<Unknown> unknown;
  for (const General& general : generals(act))
    for (NormId id : world_.sets[set].set.norms) {
      const model::Norm& norm = model_[id];
      const bool own = general.act == act;
      if (norm.act.action != general.act.action || (!own && norm.modality == Modality::oblige)) continue;
      if (fits(norm.act, general.act.arguments))
        instances.push_back({id, general.act.arguments, general.counts_as, std::nullopt, general.open});
    }
  Step step;
  step.rule = Rule::status;
  step.set = set;
  step.act = act;
  Group permits, forbids, obliges, exempts, against_duty, empowers, disables;
  for (std::size_t i = 0; i < instances.size(); ++i) {
    std::optional<bool> stands;
    try {
      const StepId decided = decide(act, instances, i);
      step.uses.push_back(decided);
      stands = holds(decided);
    } catch (const Unknown& met) {
      if (!unknown) unknown = met;
      step.undecided.push_back({instances[i].norm, instances[i].bindings, met.atom});
    }
    const Modality modality = model_[instances[i].norm].modality;
    if (modality == Modality::permit || modality == Modality::oblige) permits.add(stands);
    if (modality == Modality::forbid) forbids.add(stands);
    if (modality == Modality::oblige) obliges.add(stands);
    if (modality == Modality::exempt) exempts.add(stands);
    if (modality == Modality::exempt || modality == Modality::forbid) against_duty.add(stands);
    if (modality == Modality::empower) empowers.add(stands);
    if (modality == Modality::disable) disables.add(stands);
  }
  Step::Answers answers;
  answers.may = answer(permits.stands(), forbids.stands(), "permitted", "forbidden", "silent");
  answers.must = obliges.stands() == true ? answer(true, against_duty.stands(), "obliged", "", "")
                                          : answer(obliges.stands(), exempts.stands(), "", "exempt", "no");
  answers.can = answer(empowers.stands(), disables.stands(), "empowered", "disabled", "no");
  const bool all = !answers.may.empty() && !answers.must.empty() && !answers.can.empty();
  const std::string_view wanted = asked == Asked::may ? answers.may : asked == Asked::must ? answers.must : answers.can;
  if (asked == Asked::all ? !all : wanted.empty()) throw *unknown;
  step.answers = answers;
  const StepId result = add(std::move(step));
  statuses_[key] = result;
  if (all)
    for (Asked question : {Asked::may, Asked::must, Asked::can, Asked::all}) statuses_[{set, act, question}] = result;
  return result;
}

}  // namespace grotius::explain
