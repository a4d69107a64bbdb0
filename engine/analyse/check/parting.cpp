#include "engine/analyse/check/parting.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

namespace {

using ground::ActStatus;
using ground::NodeId;
using model::ActionId;

struct Answer {
  const char* name;
  NodeId ActStatus::*node;
};
using Answers = std::array<Answer, 4>;

// The last answer of each question is what an action unknown to a side has there.
constexpr std::array<Answers, 3> kQuestions = {{
    {{{"permitted", &ActStatus::permitted},
      {"forbidden", &ActStatus::forbidden},
      {"contested", &ActStatus::contested},
      {"silent", &ActStatus::silent}}},
    {{{"obliged", &ActStatus::obliged},
      {"contested", &ActStatus::must_contested},
      {"exempt", &ActStatus::exempt},
      {"no", &ActStatus::must_no}}},
    {{{"empowered", &ActStatus::empowered},
      {"disabled", &ActStatus::disabled},
      {"contested", &ActStatus::can_contested},
      {"no", &ActStatus::can_no}}},
}};

class Parting {
 public:
  Parting(Study& study, const Sides& sides)
      : study_(study), sides_(sides), world_(*sides.world), demands_(world_) {}

  Partings find() {
    for (const auto& [first, second] : sides_.actions) {
      const std::size_t before = result_.changes.size();
      const std::string name(world_.model->operator[](first ? *first : *second).name);
      const bool spoken_of = (first && !demands_.about(sides_.first, *first).empty()) ||
                             (second && !demands_.about(sides_.second, *second).empty());
      if (!spoken_of) continue;
      try {
        find_about(first, second, name);
      } catch (const GaveUp& gave_up) {
        result_.undecided.push_back(name + ": " + gave_up.reason);
      } catch (const ground::ResourceLimit& limit) {
        result_.undecided.push_back(name + ": " + limit.message);
      }
      std::sort(result_.changes.begin() + static_cast<std::ptrdiff_t>(before), result_.changes.end(), less);
    }
    std::ranges::stable_sort(result_.changes, less);
    return std::move(result_);
  }

 private:
  static bool less(const Change& a, const Change& b) {
    return std::tie(a.action, a.question, a.from, a.to) < std::tie(b.action, b.question, b.from, b.to);
  }

  Scope scope(std::optional<ActionId> first, std::optional<ActionId> second) {
    Demands demands = demands_.of_constraints();
    demands.add(demands_.of_act(first ? *first : *second));
    if (first && second) {
      demands.add(demands_.answers(sides_.first, *first, sides_.second, *second));
    } else {
      const std::size_t set = first ? sides_.first : sides_.second;
      const ActionId action = first ? *first : *second;
      demands.add(demands_.answers(set, action, set, action));
    }
    return study_.scope_alone(demands);
  }

  void find_about(std::optional<ActionId> first, std::optional<ActionId> second, const std::string& name) {
    const Scope scope = this->scope(first, second);
    if (!scope.complete && result_.complete) {
      result_.complete = false;
      result_.reason = scope.reason;
    }
    for (const auto& [type, count] : study_.universe(scope))
      study_.report.universe[type] = std::max(study_.report.universe[type], count);
    Symbolic symbolic(world_, scope);
    auto& grounder = symbolic.grounder();
    std::vector<model::Act> acts = symbolic.acts(first ? *first : *second);
    std::vector<std::pair<std::optional<ActStatus>, std::optional<ActStatus>>> statuses;
    std::vector<NodeId> roots;
    for (const model::Act& act : acts) {
      auto& [one, other] = statuses.emplace_back();
      if (first) one = grounder.statuses(sides_.first, {*first, act.arguments});
      if (second) other = grounder.statuses(sides_.second, {*second, act.arguments});
      for (const auto* side : {&one, &other})
        if (*side)
          for (const auto& instance : (*side)->instances) roots.push_back(instance.stands);
    }
    struct Kind {
      Change change;
      Ways ways;
    };
    std::vector<Kind> kinds;
    for (std::size_t question = 0; question < kQuestions.size(); ++question)
      for (const Answer& from : kQuestions[question])
        for (const Answer& to : kQuestions[question]) {
          if (from.name == to.name) continue;
          Kind kind;
          kind.change.question = static_cast<Change::Question>(question);
          kind.change.action = name;
          kind.change.from = from.name;
          kind.change.to = to.name;
          kind.ways.acts = acts;
          for (std::size_t i = 0; i < acts.size(); ++i) {
            const NodeId both = grounder.conjunction({holds(grounder, statuses[i].first, from, question),
                                                      holds(grounder, statuses[i].second, to, question)});
            kind.ways.goals.push_back(symbolic.about(acts[i].arguments, both));
            roots.push_back(kind.ways.goals.back());
          }
          kinds.push_back(std::move(kind));
        }
    Decider decider(symbolic, roots, study_.effort);
    for (Kind& kind : kinds) {
      const Shows shows = show(decider, symbolic, kind.ways);
      if (shows.possible == Possible::undecided)
        result_.undecided.push_back(name + ", " + kind.change.from + " to " + kind.change.to + ": " + shows.reason);
      if (shows.possible != Possible::yes) continue;
      kind.change.witness = *shows.witness;
      name_responsible(kind.change, decider, statuses[shows.way].first, statuses[shows.way].second);
      result_.changes.push_back(std::move(kind.change));
    }
  }

  static NodeId holds(ground::Grounder& grounder, const std::optional<ActStatus>& status, const Answer& answer,
                      std::size_t question) {
    if (status) return (*status).*(answer.node);
    const bool silent = answer.name == kQuestions[question].back().name;
    return silent ? grounder.conjunction({}) : grounder.disjunction({});
  }

  // The norms that stand on one side only; where the same norms stand on both, all of them.
  void name_responsible(Change& change, const Decider& decider, const std::optional<ActStatus>& first,
                        const std::optional<ActStatus>& second) const {
    const model::Model& model = *world_.model;
    const auto standing = [&](const std::optional<ActStatus>& status) {
      std::map<std::string, Span> norms;
      if (status)
        for (const auto& instance : status->instances)
          if (decider.holds(instance.stands)) norms[model.qualified(instance.norm)] = model[instance.norm].name_span;
      return norms;
    };
    const auto one = standing(first), other = standing(second);
    const auto add = [&](const auto& norms, const auto& against, bool all) {
      for (const auto& [norm, span] : norms) {
        if (!all && against.contains(norm)) continue;
        if (std::ranges::find(change.norms, norm) == change.norms.end()) change.norms.push_back(norm);
        change.at.push_back(span);
      }
    };
    add(one, other, false);
    add(other, one, false);
    if (!change.norms.empty()) return;
    add(one, other, true);
    add(other, one, true);
  }

  Study& study_;
  const Sides& sides_;
  const ground::World& world_;
  NormDemands demands_;
  Partings result_;
};

}  // namespace

Partings partings(Study& study, const Sides& sides) { return Parting(study, sides).find(); }

Sides versions_of(const ground::World& world) {
  Sides sides;
  sides.world = &world;
  sides.second = world.version;
  for (ActionId action : general_first(*world.model)) sides.actions.emplace_back(action, action);
  return sides;
}

}  // namespace grotius::analyse
