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

/// What an act is for those who ask in the situation at hand, as one word, if some more superiors prevailed. It is found from what
/// applies there, by the rule of defeat.
class Prevailing {
 public:
  Prevailing(const model::Model& model, const Decider& decider, const ground::ActStatus& status, NormId superior,
             NormId inferior)
      : model_(model), decider_(decider), status_(status), superior_(superior), inferior_(inferior),
        stands_(status.instances.size()) {}

  std::string status() {
    const auto any = [&](std::initializer_list<Modality> modalities) {
      for (std::uint32_t i = 0; i < stands_.size(); ++i)
        if (std::ranges::find(modalities, model_[status_.instances[i].norm].modality) != modalities.end() && stands(i))
          return true;
      return false;
    };
    const bool may = any({Modality::permit, Modality::oblige}), may_not = any({Modality::forbid});
    const bool can = any({Modality::empower}), cannot = any({Modality::disable});
    if (may && may_not) return "contested";
    if (any({Modality::oblige}) && !any({Modality::exempt})) return "obliged";
    if (may_not) return "forbidden";
    if (may) return "permitted";
    if (can && !cannot) return "within the power";
    if (cannot && !can) return "without the power";
    return "silent";
  }

 private:
  bool stands(std::uint32_t number) {
    if (stands_[number]) return *stands_[number];
    const auto& instance = status_.instances[number];
    bool result = decider_.holds(instance.applies);
    for (const auto& defeater : instance.superiors) result = result && !stands(defeater.instance);
    if (instance.norm == inferior_)
      for (std::uint32_t i = 0; i < stands_.size(); ++i)
        if (status_.instances[i].norm == superior_) result = result && !stands(i);
    stands_[number] = result;
    return result;
  }

  const model::Model& model_;
  const Decider& decider_;
  const ground::ActStatus& status_;
  NormId superior_{}, inferior_{};
  std::vector<std::optional<bool>> stands_;  ///< by instance
};

std::vector<NormId> sorted(const model::Model& model, NormId a, NormId b) {
  return model.qualified(a) < model.qualified(b) ? std::vector<NormId>{a, b} : std::vector<NormId>{b, a};
}
std::vector<std::string> names_of(const Study& study, const std::vector<NormId>& norms) {
  std::vector<std::string> names;
  for (NormId norm : norms) names.push_back(study.name_of(norm));
  return names;
}

/// A pair that is written out.
struct Written {
  ConflictsAbout* about = nullptr;
  NormId one{}, other{};
  Ways ways;
};

class ConflictFindings {
 public:
  explicit ConflictFindings(Study& study) : study_(study), model_(study.model) {}

  void write(std::vector<ConflictsAbout>& all) {
    for (ConflictsAbout& about : all) choose(about);
    std::map<ConflictsAbout*, std::vector<Written*>> by_acts;
    for (Written& pair : written_)
      study_.attempt(FindingKind::conflict, {study_.name_of(pair.about->action)}, {}, [&] {
        ground(pair);
        by_acts[pair.about].push_back(&pair);
      });
    for (ConflictsAbout& about : all)
      if (const auto pairs = by_acts.find(&about); pairs != by_acts.end()) add(about, pairs->second);
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
        written_.push_back({&about, one, other, {}});
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
      }
  }

  void add(ConflictsAbout& about, const std::vector<Written*>& pairs) {
    std::vector<NodeId> roots;
    for (const Written* pair : pairs) roots.insert(roots.end(), pair->ways.goals.begin(), pair->ways.goals.end());
    for (const model::Act& act : about.acts)
      for (const auto& instance : about.symbolic->grounder().statuses(0, act).instances) roots.push_back(instance.applies);
    Decider decider(*about.symbolic, std::move(roots), study_.effort);
    for (const Written* pair : pairs) {
      const std::vector<NormId> norms = sorted(model_, pair->one, pair->other);
      study_.attempt(FindingKind::conflict, names_of(study_, norms), norms, [&] { add(*pair, decider); });
    }
  }

  std::string effect(const Decider& decider, NormId superior, NormId inferior, const ground::ActStatus& status) const {
    const std::string priority = "`priority " + study_.name_of(superior) + " > " + study_.name_of(inferior) + "`";
    if (outranks(study_.superiority().superiors, inferior, superior))
      return priority + " would run in a circle with what is stated";
    return "with " + priority + " the act is " + Prevailing(model_, decider, status, superior, inferior).status() + " there";
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
    const auto& status = pair.about->symbolic->grounder().statuses(0, pair.ways.acts[shows.way]);
    finding.help = "say which prevails: " + effect(decider, pair.one, pair.other, status) + "; " +
                   effect(decider, pair.other, pair.one, status);
    study_.report.findings.push_back(std::move(finding));
  }

  Study& study_;
  const model::Model& model_;
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
