#include "engine/analyse/check/idle_makers.hpp"

#include <algorithm>
#include <set>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

namespace {

using ground::ActStatus;
using ground::NodeId;
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
    const ActsLookedAt* acts = nullptr;
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
      std::map<const ActsLookedAt*, std::unique_ptr<Decider>> deciders = this->deciders();
      for (Steps& one : steps_)
        if (!one.done) attempt(one, [&] { step(one, deciders); });
    }
  }

 private:
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
    for (const ActsLookedAt* acts : one.idle->acts)
      for (const ActStatus* status : acts->statuses)
        one.goals.push_back({acts, status, matters(*acts, *status, one.idle->norm, left_out)});
  }

  /// Whether the norm makes a difference to the act where the norms `left_out`, ascending, are left out already.
  NodeId matters(const ActsLookedAt& acts, const ActStatus& status, NormId norm, std::vector<NormId> left_out) {
    auto& grounder = acts.symbolic->grounder();
    const auto& superiors = study_.superiority().superiors;
    const ActStatus with = grounder.decided_again(status, superiors, left_out);
    left_out.insert(std::ranges::lower_bound(left_out, norm), norm);
    const ActStatus without = grounder.decided_again(status, superiors, left_out);
    return acts.symbolic->about(status.act.arguments, differ(grounder, with, without));
  }

  std::map<const ActsLookedAt*, std::unique_ptr<Decider>> deciders() {
    std::map<const ActsLookedAt*, std::vector<NodeId>> roots;
    for (const Steps& one : steps_)
      if (!one.done)
        for (const Steps::Goal& goal : one.goals) roots[goal.acts].push_back(goal.node);
    std::map<const ActsLookedAt*, std::unique_ptr<Decider>> result;
    for (auto& [acts, nodes] : roots) {
      for (const ActStatus* status : acts->statuses)
        for (const auto& instance : status->instances) nodes.push_back(instance.applies);
      result[acts] = std::make_unique<Decider>(*acts->symbolic, std::move(nodes), study_.effort);
    }
    return result;
  }

  void step(Steps& one, const std::map<const ActsLookedAt*, std::unique_ptr<Decider>>& deciders) {
    std::optional<std::vector<NormId>> applying;
    for (const Steps::Goal& goal : one.goals) {
      Decider& decider = *deciders.at(goal.acts);
      const Possible possible = decider.possible(goal.node);
      if (possible == Possible::undecided) throw GaveUp{decider.reason()};
      if (possible == Possible::no) continue;
      applying.emplace();
      for (const auto& instance : goal.status->instances)
        if (instance.norm != one.idle->norm && decider.holds(instance.applies)) applying->push_back(instance.norm);
      break;
    }
    one.growing ? grow(one, applying) : leave_out(one, applying.has_value());
  }

  // One of those that apply there settles it, mostly; the superfluous are taken out again.
  static void grow(Steps& one, const std::optional<std::vector<NormId>>& applying) {
    if (applying) {
      const auto next = std::ranges::find_if(*applying, [&](NormId norm) { return !one.makers.contains(norm); });
      if (next == applying->end())
        one.done = true;
      else
        one.makers.insert(*next);
      return;
    }
    one.growing = false;
    one.to_leave_out.assign(one.makers.rbegin(), one.makers.rend());
    if (one.to_leave_out.empty()) one.done = true;
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
};

}  // namespace

void find_makers(Study& study, std::vector<IdleNorm>& idle) { Makers(study).find(idle); }

}  // namespace grotius::analyse
