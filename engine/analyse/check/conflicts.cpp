// Conflicts: some situation and act make two opposed norms stand. Every pair of opposed norms is a question, and there may be
// millions; so a pair is asked only if no situation that was found for another one shows it, and if the covers of the two norms
// have a point in common.

#include <algorithm>
#include <map>
#include <set>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/bit_matrix.hpp"
#include "engine/search/cubes.hpp"

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::ActionId;
using model::Modality;
using model::NormId;

/// The instances of one norm about the acts that are looked at.
struct Standing {
  NormId norm{};
  std::vector<std::pair<std::uint32_t, NodeId>> at;  ///< act and truth, by act
};

/// The norms of one side against those of the other.
struct Sides {
  std::vector<Standing> one, other;
};

class Conflicts {
 public:
  explicit Conflicts(Study& study)
      : study_(study), model_(study.model), found_(study.set().norms.size()) {
    for (std::size_t i = 0; i < study.set().norms.size(); ++i) place_[study.set().norms[i]] = i;
  }

  void find() {
    for (ActionId action : general_first(model_)) {
      const std::vector<NormId> about = study_.demands.about(0, action);
      if (about.empty() || !study_.asks(action) || adds_nothing(action)) continue;
      study_.attempt(FindingKind::conflict, {study_.name_of(action)}, {},
                     [&] { find_about(action, about); });
      if (study_.options.progress)
        study_.options.progress("conflicts about " + study_.name_of(action), 0.5);
    }
  }

 private:
  // A kind of one action without norms of its own, always counted as it: the same norms stand about it, but for duties, which reach no
  // kinds and may defeat there what stands again here.
  bool adds_nothing(ActionId action) const {
    const auto& kinds = model_[action].kinds;
    if (kinds.size() != 1 || !is_literal(kinds[0].when, true)) return false;
    const bool own = std::ranges::any_of(study_.set().norms, [&](NormId norm) {
      return model_[norm].act.action == action ||
             (model_[norm].act.action == kinds[0].general && model_[norm].modality == Modality::oblige);
    });
    return !own;
  }

  void find_about(ActionId action, const std::vector<NormId>& about) {
    // Norms that no universe suffices for are asked apart, so that the others keep their proofs.
    std::vector<NormId> bounded, unbounded;
    Demands of_bounded, of_all;
    for (NormId norm : about) {
      const Demands one = study_.demands.stands(0, action, norm, true);
      Demands pair = study_.demands.of_act(action);
      pair.add(one, 2);
      (study_.scope(pair).complete ? bounded : unbounded).push_back(norm);
      if (study_.scope(pair).complete) of_bounded.either(one);
      of_all.either(one);
    }
    const auto scope_of_pairs = [&](const Demands& most) {
      Demands demands = study_.demands.of_act(action);
      demands.add(most, 2);
      return study_.scope(demands);
    };
    const Scope scope = scope_of_pairs(of_bounded);
    if (unbounded.empty() || !scope.complete) {
      find_among(action, about, {}, scope_of_pairs(of_all));
      return;
    }
    find_among(action, bounded, {}, scope);
    find_among(action, about, unbounded, scope_of_pairs(of_all));
  }

  /// Pairs with at least one norm of `with`, where there are any.
  void find_among(ActionId action, const std::vector<NormId>& norms,
                  const std::vector<NormId>& with, const Scope& scope) {
    const auto has = [&](std::initializer_list<Modality> modalities) {
      return std::ranges::any_of(norms, [&](NormId norm) {
        return std::ranges::find(modalities, model_[norm].modality) != modalities.end();
      });
    };
    const bool may = has({Modality::permit, Modality::oblige}) && has({Modality::forbid});
    const bool must = has({Modality::oblige}) && has({Modality::exempt});
    const bool can = has({Modality::empower}) && has({Modality::disable});
    if (!may && !must && !can) return;
    Symbolic& symbolic = study_.symbolic(scope);
    const std::vector<model::Act> acts = symbolic.acts(action);
    std::map<NormId, Standing> standing;
    for (std::uint32_t i = 0; i < acts.size(); ++i) {
      const ground::ActStatus& status = symbolic.grounder().statuses(0, acts[i]);
      for (const auto& instance : status.instances) {
        const auto by_place = [&](NormId norm) { return place_.at(norm); };
        if (!std::ranges::binary_search(norms, by_place(instance.norm), {}, by_place)) continue;
        if (symbolic.program().is_constant(instance.stands, false)) continue;
        Standing& one = standing[instance.norm];
        one.norm = instance.norm;
        one.at.emplace_back(i, symbolic.about(acts[i].arguments, instance.stands));
      }
    }
    std::vector<NodeId> roots;
    for (const auto& [norm, one] : standing)
      for (const auto& [act, node] : one.at) roots.push_back(node);
    if (roots.empty()) return;
    Decider decider(symbolic, roots, study_.effort);
    Sides sides[3];
    for (NormId norm : norms) {
      const auto found = standing.find(norm);
      if (found == standing.end()) continue;
      const Modality modality = model_[norm].modality;
      if (modality == Modality::permit || modality == Modality::oblige)
        sides[0].one.push_back(found->second);
      if (modality == Modality::forbid) sides[0].other.push_back(found->second);
      if (modality == Modality::oblige) sides[1].one.push_back(found->second);
      if (modality == Modality::exempt) sides[1].other.push_back(found->second);
      if (modality == Modality::empower) sides[2].one.push_back(found->second);
      if (modality == Modality::disable) sides[2].other.push_back(found->second);
    }
    found_here_.clear();
    for (const Sides& side : sides) find_between(action, side, with, scope, decider);
    write_out(action, symbolic, acts, standing, scope);
    study_.not_seen(FindingKind::conflict, {study_.name_of(action)}, with, scope);
  }

  void find_between(ActionId action, const Sides& sides, const std::vector<NormId>& with,
                    const Scope& scope, Decider& decider) {
    search::Covers* covers = decider.covers();
    const auto is_among = [&](NormId norm) {
      return with.empty() || std::ranges::find(with, norm) != with.end();
    };
    for (const Standing& one : sides.one)
      for (const Standing& other : sides.other) {
        if (!is_among(one.norm) && !is_among(other.norm)) continue;
        if (found_.get(place_[one.norm], place_[other.norm])) continue;
        ask(action, one, other, sides, covers, scope, decider);
      }
  }

  void ask(ActionId action, const Standing& one, const Standing& other, const Sides& sides,
           search::Covers* covers, const Scope&, Decider& decider) {
    bool open = false;
    for (const auto& [act, left] : one.at) {
      const auto right = std::ranges::lower_bound(other.at, act, {}, &std::pair<std::uint32_t, NodeId>::first);
      for (auto it = right; it != other.at.end() && it->first == act; ++it) {
        if (covers != nullptr && !covers->may_meet(covers->of(left), covers->of(it->second))) continue;
        const NodeId goals[] = {left, it->second};
        switch (decider.possible(goals)) {
          case Possible::yes:
            mark(sides, decider);
            return;
          case Possible::undecided:
            open = true;
            break;
          case Possible::no:
            break;
        }
      }
    }
    if (open)
      study_.undecided(FindingKind::conflict, names(one.norm, other.norm), sorted(one.norm, other.norm),
                       decider.reason() + ", about " + study_.name_of(action));
  }

  /// Every pair that stands together in the situation that was found.
  void mark(const Sides& sides, const Decider& decider) {
    std::map<std::uint32_t, std::vector<NormId>> others;
    for (const Standing& other : sides.other)
      for (const auto& [act, node] : other.at)
        if (decider.holds(node)) others[act].push_back(other.norm);
    for (const Standing& one : sides.one)
      for (const auto& [act, node] : one.at) {
        const auto against = others.find(act);
        if (against == others.end() || !decider.holds(node)) continue;
        for (NormId other : against->second)
          if (found_.set(place_[one.norm], place_[other])) found_here_.emplace_back(one.norm, other);
      }
  }

  std::vector<NormId> sorted(NormId a, NormId b) const {
    return place_.at(a) < place_.at(b) ? std::vector<NormId>{a, b} : std::vector<NormId>{b, a};
  }
  std::vector<std::string> names(NormId a, NormId b) const {
    std::vector<std::string> names;
    for (NormId norm : sorted(a, b)) names.push_back(study_.name_of(norm));
    return names;
  }

  /// The statuses of an act if one norm prevailed over the other; nothing where that would run in a circle.
  using Prevailing = std::optional<ground::ActStatus>;
  Prevailing prevailing(Symbolic& symbolic, const ground::ActStatus& status, NormId superior,
                        NormId inferior) {
    if (superiors_.empty()) superiors_ = study_.superiority().superiors;
    if (outranks(superiors_, inferior, superior)) return std::nullopt;
    auto& above = superiors_[index(inferior)];
    above.push_back({superior, model::Ground::stated});
    Prevailing result = symbolic.grounder().decided_again(status, superiors_, {});
    above.pop_back();
    return result;
  }
  std::string effect(const Decider& decider, NormId superior, NormId inferior,
                     const Prevailing& status) const;

  void write_out(ActionId action, Symbolic& symbolic, const std::vector<model::Act>& acts,
                 const std::map<NormId, Standing>& standing, const Scope& scope);
  void add(ActionId action, NormId a, NormId b, const Shows& shows, const std::string& help,
           const Scope& scope);

  Study& study_;
  const model::Model& model_;
  std::map<NormId, std::size_t> place_;
  std::vector<std::vector<model::Prevails>> superiors_;
  BitMatrix found_;
  std::vector<std::pair<NormId, NormId>> found_here_;
  std::size_t listed_ = 0;
};

std::string_view third_person(Modality modality) {
  switch (modality) {
    case Modality::permit:
      return "permits";
    case Modality::forbid:
      return "forbids";
    case Modality::oblige:
      return "obliges to";
    case Modality::exempt:
      return "exempts from";
    case Modality::empower:
      return "empowers to";
    case Modality::disable:
      return "disables";
  }
  return "";
}

/// What an act is for those who ask, as one word.
std::string status_in(const Decider& decider, const ground::ActStatus& status) {
  if (decider.holds(status.contested)) return "contested";
  if (decider.holds(status.obliged)) return "obliged";
  if (decider.holds(status.forbidden)) return "forbidden";
  if (decider.holds(status.permitted)) return "permitted";
  if (decider.holds(status.empowered)) return "within the power";
  if (decider.holds(status.disabled)) return "without the power";
  return "silent";
}

std::vector<NodeId> answers_of(const ground::ActStatus& status) {
  return {status.contested, status.obliged,  status.forbidden,
          status.permitted, status.empowered, status.disabled};
}

std::string Conflicts::effect(const Decider& decider, NormId superior, NormId inferior,
                              const Prevailing& status) const {
  const std::string priority =
      "`priority " + study_.name_of(superior) + " > " + study_.name_of(inferior) + "`";
  if (!status) return priority + " would run in a circle with what is stated";
  return "with " + priority + " the act is " + status_in(decider, *status) + " there";
}

// Only now are the pairs written out, with their witnesses and with what a priority either way would do there.
void Conflicts::write_out(ActionId action, Symbolic& symbolic, const std::vector<model::Act>& acts,
                          const std::map<NormId, Standing>& standing, const Scope& scope) {
  std::ranges::sort(found_here_, {}, [&](const auto& pair) {
    return std::make_pair(place_[sorted(pair.first, pair.second)[0]], place_[sorted(pair.first, pair.second)[1]]);
  });
  const std::size_t room = study_.options.listed - std::min(study_.options.listed, listed_);
  const std::size_t written = std::min(room, found_here_.size());
  listed_ += written;
  std::map<std::pair<Modality, Modality>, std::uint64_t> beyond;
  for (std::size_t i = written; i < found_here_.size(); ++i)
    ++beyond[{model_[found_here_[i].first].modality, model_[found_here_[i].second].modality}];
  for (const auto& [modalities, count] : beyond)
    study_.report.beyond.push_back({FindingKind::conflict, study_.name_of(action),
                                    std::string(third_person(modalities.first)) + " against " +
                                        std::string(third_person(modalities.second)),
                                    count});
  struct Pair {
    Ways ways;
    std::vector<Prevailing> first, second;  ///< parallel to the ways
  };
  std::vector<Pair> pairs(written);
  std::vector<NodeId> roots;
  for (std::size_t i = 0; i < written; ++i) {
    const auto& [one, other] = found_here_[i];
    for (const auto& [act, left] : standing.at(one).at)
      for (const auto& [at, right] : standing.at(other).at) {
        if (at != act) continue;
        Pair& pair = pairs[i];
        pair.ways.goals.push_back(symbolic.grounder().conjunction({left, right}));
        pair.ways.acts.push_back(acts[act]);
        const ground::ActStatus status = symbolic.grounder().statuses(0, acts[act]);
        pair.first.push_back(prevailing(symbolic, status, one, other));
        pair.second.push_back(prevailing(symbolic, status, other, one));
        roots.push_back(pair.ways.goals.back());
        for (const auto* way : {&pair.first.back(), &pair.second.back()})
          if (*way)
            for (NodeId node : answers_of(**way)) roots.push_back(node);
      }
  }
  if (written == 0) return;
  Decider decider(symbolic, std::move(roots), study_.effort);
  for (std::size_t i = 0; i < written; ++i) {
    const auto [one, other] = found_here_[i];
    const Shows shows = show(decider, symbolic, pairs[i].ways);
    std::string help;
    if (shows.possible == Possible::yes)
      help = "say which prevails: " + effect(decider, one, other, pairs[i].first[shows.way]) + "; " +
             effect(decider, other, one, pairs[i].second[shows.way]);
    add(action, one, other, shows, help, scope);
  }
}

void Conflicts::add(ActionId action, NormId a, NormId b, const Shows& shows, const std::string& help,
                    const Scope& scope) {
  if (shows.possible != Possible::yes) {
    study_.undecided(FindingKind::conflict, names(a, b), sorted(a, b), shows.reason);
    return;
  }
  Finding finding;
  finding.kind = FindingKind::conflict;
  finding.norms = sorted(a, b);
  finding.names = names(a, b);
  finding.action = action;
  finding.complete = scope.complete;
  finding.witness = shows.witness;
  for (NormId norm : finding.norms) finding.at.push_back(model_[norm].name_span);
  finding.message = "`" + study_.name_of(a) + "` " + std::string(third_person(model_[a].modality)) +
                    " what `" + study_.name_of(b) + "` " +
                    std::string(third_person(model_[b].modality)) + ": `" + study_.name_of(action) + "`";
  finding.help = help;
  study_.report.findings.push_back(std::move(finding));
}

}  // namespace

bool outranks(const std::vector<std::vector<model::Prevails>>& superiors, NormId superior,
              NormId inferior) {
  std::vector<NormId> reached = {inferior};
  std::set<NormId> seen(reached.begin(), reached.end());
  while (!reached.empty()) {
    const NormId norm = reached.back();
    reached.pop_back();
    for (const auto& above : superiors[index(norm)]) {
      if (above.superior == superior) return true;
      if (seen.insert(above.superior).second) reached.push_back(above.superior);
    }
  }
  return false;
}

void find_conflicts(Study& study) { Conflicts(study).find(); }

}  // namespace grotius::analyse
