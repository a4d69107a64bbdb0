// The conflicts that were found, written out: only so many as are listed, each with its witness and with what a priority either way
// would do there. The others are counted by action and modalities.

#include <algorithm>
#include <map>

#include "engine/analyse/check/conflict_pairs.hpp"

namespace grotius::analyse {

namespace {

using ground::NodeId;
using model::Modality;
using model::NormId;

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

std::vector<NormId> sorted(const model::Model& model, NormId a, NormId b) {
  return model.qualified(a) < model.qualified(b) ? std::vector<NormId>{a, b} : std::vector<NormId>{b, a};
}
std::vector<std::string> names_of(const Study& study, const std::vector<NormId>& norms) {
  std::vector<std::string> names;
  for (NormId norm : norms) names.push_back(study.name_of(norm));
  return names;
}

/// The statuses of an act if one norm prevailed over the other; nothing where that would run in a circle.
using Prevailing = std::optional<ground::ActStatus>;

/// A pair that is written out.
struct Written {
  ConflictsAbout* about = nullptr;
  NormId one{}, other{};
  Ways ways;
  std::vector<Prevailing> if_one, if_other;  ///< parallel to the ways
};

class ConflictFindings {
 public:
  explicit ConflictFindings(Study& study) : study_(study), model_(study.model), superiors_(study.superiority().superiors) {}

  void write(std::vector<ConflictsAbout>& all) {
    for (ConflictsAbout& about : all) choose(about);
    std::map<Symbolic*, std::vector<Written*>> by_universe;
    for (Written& pair : written_) {
      study_.attempt(FindingKind::conflict, {study_.name_of(pair.about->action)}, {}, [&] {
        ground(pair);
        by_universe[pair.about->symbolic].push_back(&pair);
      });
    }
    std::map<Symbolic*, std::unique_ptr<Decider>> deciders;
    for (auto& [symbolic, pairs] : by_universe) {
      std::vector<NodeId> roots;
      for (const Written* pair : pairs) add_roots(*pair, roots);
      deciders[symbolic] = std::make_unique<Decider>(*symbolic, std::move(roots), study_.effort);
    }
    for (const Written& pair : written_)
      if (const auto decider = deciders.find(pair.about->symbolic); decider != deciders.end())
        study_.attempt(FindingKind::conflict, names_of(study_, sorted(model_, pair.one, pair.other)),
                       sorted(model_, pair.one, pair.other), [&] { add(pair, *decider->second); });
  }

 private:
  /// The first pairs are listed, the others counted.
  void choose(ConflictsAbout& about) {
    const auto place = [&](const ConflictingPair& pair) {
      return std::minmax(about.standing[pair.one].place, about.standing[pair.other].place);
    };
    std::size_t& listed_before = listed_[about.action];
    const std::size_t room = study_.options.listed - std::min(study_.options.listed, listed_before);
    const std::size_t listed = std::min(room, about.found.size());
    listed_before += listed;
    const auto end = about.found.begin() + static_cast<std::ptrdiff_t>(listed);
    std::ranges::partial_sort(about.found, end, {}, [&](const ConflictingPair& pair) {
      const auto [first, second] = place(pair);
      return std::make_pair(first, second);
    });
    std::map<std::pair<Modality, Modality>, std::uint64_t> beyond;
    for (auto pair = about.found.begin(); pair != about.found.end(); ++pair) {
      const NormId one = about.standing[pair->one].norm, other = about.standing[pair->other].norm;
      if (pair < end)
        written_.push_back({&about, one, other, {}, {}, {}});
      else
        ++beyond[{model_[one].modality, model_[other].modality}];
    }
    for (const auto& [modalities, count] : beyond)
      study_.report.beyond.push_back(
          {FindingKind::conflict, study_.name_of(about.action),
           std::string(third_person(modalities.first)) + " against " + std::string(third_person(modalities.second)), count});
  }

  void ground(Written& pair) {
    const ConflictsAbout& about = *pair.about;
    const auto standing = [&](NormId norm) -> const Standing& {
      return *std::ranges::find(about.standing, norm, &Standing::norm);
    };
    auto& grounder = about.symbolic->grounder();
    for (const Standing::At& left : standing(pair.one).at)
      for (const Standing::At& right : standing(pair.other).at) {
        if (left.act != right.act) continue;
        pair.ways.goals.push_back(grounder.conjunction({left.node, right.node}));
        pair.ways.acts.push_back(about.acts[left.act]);
        const ground::ActStatus& status = grounder.statuses(0, about.acts[left.act]);
        pair.if_one.push_back(prevailing(grounder, status, pair.one, pair.other));
        pair.if_other.push_back(prevailing(grounder, status, pair.other, pair.one));
      }
  }

  Prevailing prevailing(ground::Grounder& grounder, const ground::ActStatus& status, NormId superior, NormId inferior) {
    if (outranks(superiors_, inferior, superior)) return std::nullopt;
    auto& above = superiors_[index(inferior)];
    above.push_back({superior, model::Ground::stated});
    Prevailing result = grounder.decided_again(status, superiors_, {});
    above.pop_back();
    return result;
  }

  static void add_roots(const Written& pair, std::vector<NodeId>& roots) {
    roots.insert(roots.end(), pair.ways.goals.begin(), pair.ways.goals.end());
    for (const auto* prevailing : {&pair.if_one, &pair.if_other})
      for (const Prevailing& status : *prevailing)
        if (status)
          for (NodeId node : answers_of(*status)) roots.push_back(node);
  }

  std::string effect(const Decider& decider, NormId superior, NormId inferior, const Prevailing& status) const {
    const std::string priority = "`priority " + study_.name_of(superior) + " > " + study_.name_of(inferior) + "`";
    if (!status) return priority + " would run in a circle with what is stated";
    return "with " + priority + " the act is " + status_in(decider, *status) + " there";
  }

  void add(const Written& pair, Decider& decider) {
    const Shows shows = show(decider, *pair.about->symbolic, pair.ways);
    if (shows.possible != Possible::yes) return conflict_undecided(study_, pair.one, pair.other, shows.reason);
    const auto name = [&](NormId norm) { return "`" + study_.name_of(norm) + "`"; };
    const auto does = [&](NormId norm) { return " " + std::string(third_person(model_[norm].modality)); };
    Finding finding;
    finding.kind = FindingKind::conflict;
    finding.norms = sorted(model_, pair.one, pair.other);
    finding.names = names_of(study_, finding.norms);
    finding.action = pair.about->action;
    finding.complete = pair.about->scope.complete;
    finding.witness = shows.witness;
    for (NormId norm : finding.norms) finding.at.push_back(model_[norm].name_span);
    finding.message = name(pair.one) + does(pair.one) + " what " + name(pair.other) + does(pair.other) + ": `" +
                      study_.name_of(pair.about->action) + "`";
    finding.help = "say which prevails: " + effect(decider, pair.one, pair.other, pair.if_one[shows.way]) + "; " +
                   effect(decider, pair.other, pair.one, pair.if_other[shows.way]);
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
  std::vector<std::vector<model::Prevails>> superiors_;
  std::map<model::ActionId, std::size_t> listed_;
  std::vector<Written> written_;
};

}  // namespace

void conflict_undecided(Study& study, NormId one, NormId other, std::string reason) {
  const std::vector<NormId> norms = sorted(study.model, one, other);
  study.undecided(FindingKind::conflict, names_of(study, norms), norms, std::move(reason));
}

void write_conflicts(Study& study, std::vector<ConflictsAbout>& all) { ConflictFindings(study).write(all); }

}  // namespace grotius::analyse
