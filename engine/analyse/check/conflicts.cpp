// Conflicts: some situation and act make two opposed norms stand. Every pair of opposed norms is a question, and there may be
// millions; so a pair is asked only if no situation that was found for another one shows it, and if the covers of the two norms
// have a point in common.

#include <algorithm>

#include "engine/analyse/check/bit_matrix.hpp"
#include "engine/analyse/check/conflict_pairs.hpp"

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::ActionId;
using model::Modality;
using model::NormId;

/// The norms of one question that speak for, and those that speak against; places in ConflictsAbout::standing.
struct Sides {
  std::vector<std::uint32_t> one, other;
};

std::vector<Sides> sides_of(const model::Model& model, const std::vector<Standing>& standing) {
  std::vector<Sides> sides(3);
  for (std::uint32_t i = 0; i < standing.size(); ++i) {
    const Modality modality = model[standing[i].norm].modality;
    if (modality == Modality::permit || modality == Modality::oblige) sides[0].one.push_back(i);
    if (modality == Modality::forbid) sides[0].other.push_back(i);
    if (modality == Modality::oblige) sides[1].one.push_back(i);
    if (modality == Modality::exempt) sides[1].other.push_back(i);
    if (modality == Modality::empower) sides[2].one.push_back(i);
    if (modality == Modality::disable) sides[2].other.push_back(i);
  }
  std::erase_if(sides, [](const Sides& side) { return side.one.empty() || side.other.empty(); });
  return sides;
}

class Conflicts {
 public:
  explicit Conflicts(Study& study)
      : study_(study), model_(study.model), place_(study.model.norms.size()), found_(study.set().norms.size()) {
    for (std::uint32_t i = 0; i < study.set().norms.size(); ++i) place_[index(study.set().norms[i])] = i;
  }

  void find() {
    for (ActionId action : study_.actions()) {
      if (!study_.asks(action)) continue;
      const std::vector<NormId>& about = study_.demands.about(0, action);
      if (!about.empty() && !adds_nothing(action)) attempt(action, [&] { ground_about(action, about); });
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (study_.options.progress)
        study_.options.progress("conflicts about " + study_.name_of(all_[i].action),
                                0.5 * static_cast<double>(i) / static_cast<double>(all_.size()));
      attempt(all_[i].action, [&] { find_pairs(all_[i]); });
    }
    write_conflicts(study_, all_);
  }

 private:
  template <class Step>
  void attempt(ActionId action, Step step) {
    study_.attempt(FindingKind::conflict, {study_.name_of(action)}, {}, step);
  }

  // A kind of one action without norms of its own, always counted as it: the same norms stand about it, but for duties, which reach no
  // kinds and may defeat there what stands again here.
  bool adds_nothing(ActionId action) const {
    const auto& kinds = model_[action].kinds;
    if (kinds.size() != 1 || !is_literal(kinds[0].when, true)) return false;
    return std::ranges::none_of(study_.set().norms, [&](NormId norm) {
      return model_[norm].act.action == action ||
             (model_[norm].act.action == kinds[0].general && model_[norm].modality == Modality::oblige);
    });
  }

  void ground_about(ActionId action, const std::vector<NormId>& about) {
    // Norms that no universe suffices for are asked apart, so that the others keep their proofs.
    std::vector<NormId> bounded, unbounded;
    Demands of_bounded, of_all;
    const Demands of_act = study_.demands.of_act(action);
    for (NormId norm : about) {
      const Demands one = study_.demands.stands(0, action, norm, true);
      Demands pair = of_act;
      pair.add(one);
      pair.add(one);
      const bool complete = study_.scope(pair).complete;
      (complete ? bounded : unbounded).push_back(norm);
      if (complete) of_bounded.either(one);
      of_all.either(one);
    }
    const auto scope_of_pairs = [&](const Demands& most) {
      Demands demands = of_act;
      demands.add(most);
      demands.add(most);
      return study_.scope(demands);
    };
    const Scope scope = scope_of_pairs(of_bounded);
    if (unbounded.empty() || !scope.complete) {
      ground_among(action, about, {}, scope_of_pairs(of_all));
      return;
    }
    ground_among(action, bounded, {}, scope);
    ground_among(action, about, unbounded, scope_of_pairs(of_all));
  }

  /// Pairs of these norms, with at least one of `with` where there are any.
  void ground_among(ActionId action, const std::vector<NormId>& norms, std::vector<NormId> with, const Scope& scope) {
    std::vector<Standing> standing;
    for (NormId norm : norms) standing.push_back({norm, place_[index(norm)], {}});
    if (sides_of(model_, standing).empty()) return;
    ConflictsAbout about{action, scope, &study_.symbolic(scope), {}, {}, std::move(with), {}};
    about.acts = about.symbolic->acts(action);
    for (std::uint32_t i = 0; i < about.acts.size(); ++i)
      for (const auto& instance : about.symbolic->grounder().statuses(0, about.acts[i]).instances) {
        const auto one = std::ranges::lower_bound(standing, place_[index(instance.norm)], {}, &Standing::place);
        if (one == standing.end() || one->norm != instance.norm) continue;
        if (about.symbolic->program().is_constant(instance.stands, false)) continue;
        one->at.push_back({i, about.symbolic->about(about.acts[i].arguments, instance.stands)});
      }
    std::erase_if(standing, [](const Standing& one) { return one.at.empty(); });
    about.standing = std::move(standing);
    all_.push_back(std::move(about));
  }

  void find_pairs(ConflictsAbout& about) {
    std::vector<NodeId> roots;
    for (const Standing& one : about.standing)
      for (const Standing::At& at : one.at) roots.push_back(at.node);
    if (roots.empty()) return;
    Decider decider(*about.symbolic, std::move(roots), study_.effort);
    if (search::Covers* covers = decider.covers())
      for (Standing& one : about.standing)
        for (Standing::At& at : one.at) at.cover = &covers->of(at.node);
    std::vector<bool> is_among(about.standing.size(), about.with.empty());
    for (std::size_t i = 0; i < about.standing.size(); ++i)
      if (std::ranges::find(about.with, about.standing[i].norm) != about.with.end()) is_among[i] = true;
    for (const Sides& sides : sides_of(model_, about.standing))
      for (std::uint32_t one : sides.one)
        for (std::uint32_t other : sides.other)
          if ((is_among[one] || is_among[other]) && !known(about, one, other)) ask(about, sides, one, other, decider);
    study_.not_seen(FindingKind::conflict, {study_.name_of(about.action)}, about.with, about.scope);
  }

  bool known(const ConflictsAbout& about, std::uint32_t one, std::uint32_t other) const {
    return found_.get(about.standing[one].place, about.standing[other].place);
  }

  void ask(ConflictsAbout& about, const Sides& sides, std::uint32_t one, std::uint32_t other, Decider& decider) {
    const Standing& left = about.standing[one];
    const Standing& right = about.standing[other];
    search::Covers* covers = decider.covers();
    bool open = false;
    for (const Standing::At& at : left.at) {
      const auto first = std::ranges::lower_bound(right.at, at.act, {}, &Standing::At::act);
      for (auto it = first; it != right.at.end() && it->act == at.act; ++it) {
        if (covers != nullptr && !covers->may_meet(*at.cover, *it->cover)) continue;
        const NodeId goals[] = {at.node, it->node};
        const Possible possible = decider.possible(goals);
        if (possible == Possible::yes) return mark(about, sides, decider);
        open = open || possible == Possible::undecided;
      }
    }
    if (open)
      conflict_undecided(study_, left.norm, right.norm, decider.reason() + ", about " + study_.name_of(about.action));
  }

  /// Every pair that stands together in the situation that was found.
  void mark(ConflictsAbout& about, const Sides& sides, const Decider& decider) {
    std::vector<std::vector<std::uint32_t>> against(about.acts.size());
    for (std::uint32_t other : sides.other)
      for (const Standing::At& at : about.standing[other].at)
        if (decider.holds(at.node)) against[at.act].push_back(other);
    for (std::uint32_t one : sides.one)
      for (const Standing::At& at : about.standing[one].at) {
        if (against[at.act].empty() || !decider.holds(at.node)) continue;
        for (std::uint32_t other : against[at.act])
          if (found_.set(about.standing[one].place, about.standing[other].place)) about.found.push_back({one, other});
      }
  }

  Study& study_;
  const model::Model& model_;
  std::vector<std::uint32_t> place_;  ///< by NormId: in the set
  BitMatrix found_;
  std::vector<ConflictsAbout> all_;
};

}  // namespace

void find_conflicts(Study& study) { Conflicts(study).find(); }

}  // namespace grotius::analyse
