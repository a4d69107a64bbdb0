#include "engine/analyse/check/idle_makers.hpp"

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

namespace {

using ground::ActStatus;
using ground::NodeId;
using model::Modality;
using model::NormId;

/// The search for the makers of one norm. As long as it matters somewhere with the makers alone, one that applies there joins them; then each is
/// left out that the others can do without.
struct Steps {
  IdleNorm* idle = nullptr;
  std::set<NormId> makers;
  std::vector<NormId> to_leave_out;  ///< the next is the last
  bool growing = true;
  bool done = false;
  struct Goal {
    ActsLookedAt* acts = nullptr;
    const ActStatus* status = nullptr;
    NodeId node{};
  };
  std::vector<Goal> goals;  ///< that the norm matters with the makers of this step alone

  std::set<NormId> tried() const {
    std::set<NormId> tried = makers;
    if (!growing) tried.erase(to_leave_out.back());
    return tried;
  }
};

/// Norms that can answer a question about an act alike.
bool alike(Modality a, Modality b) {
  const auto both = [&](Modality x, Modality y) { return (a == x || a == y) && (b == x || b == y); };
  return a == b || both(Modality::permit, Modality::oblige) || both(Modality::forbid, Modality::exempt);
}

class Makers {
 public:
  explicit Makers(Study& study) : study_(study), norms_(study.set().norms) { std::ranges::sort(norms_); }

  void find(std::vector<IdleNorm>& idle) {
    for (IdleNorm& one : idle) {
      steps_.emplace_back().idle = &one;
    }
    while (std::ranges::any_of(steps_, [](const Steps& one) { return !one.done; })) {
      for (Steps& one : steps_)
        if (!one.done) attempt(one, [&] { ground(one); });
      const Deciders deciders = this->deciders();
      for (Steps& one : steps_)
        if (!one.done) attempt(one, [&] { step(one, deciders); });
    }
  }

 private:
  using Deciders = std::map<const ActsLookedAt*, std::unique_ptr<Decider>>;

  /// Where a limit is reached, the norm is idle all the same, and what makes it so remains unsaid.
  template <class Action>
  void attempt(Steps& one, Action action) {
    try {
      study_.effort.left();
      action();
    } catch (const GaveUp&) {
      one.done = true;
    } catch (const ground::ResourceLimit&) {
      one.done = true;
    }
  }

  void ground(Steps& one) {
    one.goals.clear();
    const std::set<NormId> makers = one.tried();
    std::vector<NormId> left_out;
    for (NormId other : norms_)
      if (other != one.idle->norm && !makers.contains(other)) left_out.push_back(other);
    for (const ActsLookedAt* acts : one.idle->acts) {
      ActsLookedAt& alone = ground_alone(*acts);
      for (const ActStatus* status : alone.statuses)
        one.goals.push_back({&alone, status, matters(alone, *status, one.idle->norm, left_out)});
    }
  }

  /// The same acts in a program of their own, which stays small: it is compiled again for every step.
  ActsLookedAt& ground_alone(const ActsLookedAt& acts) {
    const auto [known, is_new] = alone_.try_emplace(acts.action);
    Alone& alone = known->second;
    if (!is_new) return alone.acts;
    alone.symbolic = std::make_unique<Symbolic>(study_.world, acts.scope);
    alone.acts = {acts.action, acts.scope, alone.symbolic.get(), {}};
    for (const model::Act& act : alone.symbolic->acts(acts.action))
      alone.acts.statuses.push_back(&alone.symbolic->grounder().statuses(0, act));
    return alone.acts;
  }

  /// Whether the norm makes a difference to the act where the norms `left_out`, ascending, are left out already.
  NodeId matters(ActsLookedAt& acts, const ActStatus& status, NormId norm, std::vector<NormId> left_out) {
    auto& grounder = acts.symbolic->grounder();
    const auto& superiors = study_.superiority().superiors;
    const ActStatus with = grounder.decided_again(status, superiors, left_out);
    left_out.insert(std::ranges::lower_bound(left_out, norm), norm);
    const ActStatus without = grounder.decided_again(status, superiors, left_out);
    return acts.symbolic->about(status.act.arguments, differ(grounder, with, without));
  }

  Deciders deciders() {
    std::map<ActsLookedAt*, std::vector<NodeId>> roots;
    for (const Steps& one : steps_)
      if (!one.done)
        for (const Steps::Goal& goal : one.goals) roots[goal.acts].push_back(goal.node);
    Deciders result;
    for (auto& [acts, nodes] : roots) {
      for (const ActStatus* status : acts->statuses)
        for (const auto& instance : status->instances) {
          nodes.push_back(instance.applies);
          nodes.push_back(instance.stands);
        }
      result[acts] = std::make_unique<Decider>(*acts->symbolic, std::move(nodes), study_.effort);
    }
    return result;
  }

  void step(Steps& one, const Deciders& deciders) {
    for (const Steps::Goal& goal : one.goals) {
      Decider& decider = *deciders.at(goal.acts);
      const Possible possible = decider.possible(goal.node);
      if (possible == Possible::undecided) throw GaveUp{decider.reason()};
      if (possible == Possible::yes) return one.growing ? grow(one, *goal.status, decider) : leave_out(one, true);
    }
    if (!one.growing) return leave_out(one, false);
    one.growing = false;
    one.to_leave_out.assign(one.makers.rbegin(), one.makers.rend());
    one.done = one.to_leave_out.empty();
  }

  // In the situation that was found the norm matters beside the makers, and does not beside all norms: something defeats it there, or stands
  // and answers alike. That joins the makers; where it is among them already and defeated, whatever else applies does.
  void grow(Steps& one, const ActStatus& status, const Decider& decider) {
    const NormId idle = one.idle->norm;
    const Modality modality = study_.model[idle].modality;
    const auto& superiors = study_.superiority().superiors[index(idle)];
    std::optional<NormId> next;
    int best = 0;
    for (const auto& instance : status.instances) {
      const NormId norm = instance.norm;
      if (norm == idle || one.makers.contains(norm) || !decider.holds(instance.applies)) continue;
      int worth = 1;
      if (decider.holds(instance.stands)) {
        if (alike(study_.model[norm].modality, modality)) worth = 2;
        if (std::ranges::find(superiors, norm, &model::Prevails::superior) != superiors.end()) worth = 3;
      }
      if (worth > best) next = norm;
      best = std::max(best, worth);
    }
    if (next)
      one.makers.insert(*next);
    else
      one.done = true;
  }

  void leave_out(Steps& one, bool matters) {
    if (!matters) one.makers.erase(one.to_leave_out.back());
    one.to_leave_out.pop_back();
    if (!one.to_leave_out.empty()) return;
    one.done = true;
    auto& because = one.idle->because;
    because.assign(one.makers.begin(), one.makers.end());
    std::ranges::sort(because, {}, [&](NormId id) { return study_.model.qualified(id); });
  }

  Study& study_;
  std::vector<NormId> norms_;
  std::vector<Steps> steps_;
  struct Alone {
    std::unique_ptr<Symbolic> symbolic;
    ActsLookedAt acts;
  };
  std::map<model::ActionId, Alone> alone_;
};

}  // namespace

void find_makers(Study& study, std::vector<IdleNorm>& idle) { Makers(study).find(idle); }

}  // namespace grotius::analyse
