#include "engine/analyse/check/cache.hpp"

#include <algorithm>
#include <optional>

#include "engine/analyse/check/units.hpp"

namespace grotius::analyse {

namespace {

/// A place within an item, which keeps its meaning while the item's text stays the same.
struct Place {
  std::string item;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// The items of a model by name and by place.
class Anchors {
 public:
  explicit Anchors(const model::Model& model) : model_(model) {
    const auto qualified = [&](model::ModuleId module, std::string_view name) { return model.qualified(module, name); };
    for (const auto& item : model.norms) add("norm " + qualified(item.module, item.name), item.span);
    for (const auto& item : model.constraints) add("constraint " + qualified(item.module, item.name), item.span);
    for (const auto& item : model.theses) add("thesis " + qualified(item.module, item.name), item.span);
    for (const auto& item : model.actions) add("action " + qualified(item.module, item.name), item.span);
    for (const auto& item : model.definitions) {
      add("definition " + qualified(item.module, item.name), item.span);
      for (std::size_t i = 0; i < item.alternatives.size(); ++i)
        add("definition " + qualified(item.module, item.name) + " " + std::to_string(i), item.alternatives[i].span);
    }
    for (const auto& item : model.incompatibilities) add("incompatible " + std::string(model[item.acts[0].action].name), item.span);
    for (const auto& item : model.priorities)
      add("priority " + model.qualified(item.superior) + " > " + model.qualified(item.inferior), item.span);
    std::ranges::stable_sort(sorted_, {}, [](const auto& item) {
      return std::make_tuple(item.second.source, item.second.begin, item.second.end);
    });
  }

  /// The place in the last item that begins before it and holds it.
  std::optional<Place> place(Span span) const {
    auto after = std::ranges::upper_bound(sorted_, std::make_pair(span.source, span.begin), {}, [](const auto& item) {
      return std::make_pair(item.second.source, item.second.begin);
    });
    for (int steps = 0; after != sorted_.begin() && steps < 8; ++steps) {
      const auto& [name, item] = *--after;
      if (item.source == span.source && item.begin <= span.begin && span.end <= item.end)
        return Place{name, span.begin - item.begin, span.end - span.begin};
    }
    return std::nullopt;
  }

  std::optional<Span> find(const Place& place) const {
    const auto item = by_name_.find(place.item);
    if (item == by_name_.end()) return std::nullopt;
    Span span = item->second;
    span.begin += place.offset;
    span.end = span.begin + place.length;
    return span;
  }

 private:
  void add(std::string name, Span span) {
    by_name_.emplace(name, span);
    sorted_.emplace_back(std::move(name), span);
  }

  const model::Model& model_;
  std::map<std::string, Span> by_name_;
  std::vector<std::pair<std::string, Span>> sorted_;
};

/// Names instead of numbers: what outlives a model.
struct KeptFinding {
  Finding finding;
  std::vector<std::string> norms;
  std::string definition, action;
  std::vector<Place> at, core, repairs;
};
struct KeptOpen {
  NotSeen not_seen;
  std::vector<std::string> norms;
};
struct Kept {
  std::string fingerprint;
  std::vector<KeptFinding> findings;
  std::vector<KeptOpen> open;
  std::vector<Beyond> beyond;
  std::optional<ThesisResult> thesis;
  std::string thesis_name;
  std::map<std::string, std::uint32_t> universe;
  bool usable = true;  ///< everything in it has a place and is decided
};

template <class Id, class Items>
std::optional<Id> named(const model::Model& model, const Items& items, const std::string& qualified) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (model.qualified(items[i].module, items[i].name) == qualified) return model::id_of<Id>(i);
  return std::nullopt;
}

}  // namespace

class CheckCache::Impl {
 public:
  void recall(Study& study) {
    const model::Model& model = study.model;
    units_.emplace(study);
    fingerprints_ = units_->fingerprints();
    const Anchors anchors(model);
    std::map<std::string, model::NormId> norms;
    for (std::size_t i = 0; i < model.norms.size(); ++i) {
      const auto id = model::id_of<model::NormId>(i);
      norms[model.qualified(id)] = id;
    }
    const auto& known = known_[key(study)];
    asked_ = 0;
    for (const auto& [unit, fingerprint] : fingerprints_) {
      const auto entry = known.find(unit);
      const bool same = entry != known.end() && entry->second.usable && entry->second.fingerprint == fingerprint;
      if (same && add(study, anchors, norms, entry->second)) {
        study.settled.insert(unit);
      } else {
        ++asked_;
      }
    }
    study.units = &*units_;
  }

  void keep(const Study& study) {
    const model::Model& model = study.model;
    const Anchors anchors(model);
    auto& known = known_[key(study)];
    std::map<std::string, Kept> fresh;
    for (const auto& [unit, fingerprint] : fingerprints_)
      if (!study.settled.contains(unit)) {
        fresh[unit].fingerprint = fingerprint;
        fresh[unit].universe = study.report.universe;
      }
    const auto unit_of = [&](const std::string& unit) {
      const auto found = fresh.find(unit);
      return found == fresh.end() ? nullptr : &found->second;
    };
    for (const Finding& finding : study.report.findings)
      if (Kept* kept = unit_of(unit(study, finding.kind, finding.names, finding.norms, finding.action, finding.definition)))
        keep(*kept, study, anchors, finding);
    for (const NotSeen& open : study.report.not_seen)
      if (Kept* kept = unit_of(unit(study, open.kind, open.names, open.norms, {}, {}))) {
        kept->open.push_back({open, names(model, open.norms)});
      }
    for (const Undecided& open : study.report.undecided) {
      // What was not decided is asked again; without a subject of its own it may be anything.
      Kept* kept = unit_of(unit(study, open.kind, open.names, open.norms, {}, {}));
      if (kept != nullptr) {
        kept->usable = false;
      } else {
        for (auto& [name, any] : fresh) any.usable = false;
      }
    }
    for (const Beyond& beyond : study.report.beyond)
      if (Kept* kept = unit_of(unit_of_action(study, beyond.action))) kept->beyond.push_back(beyond);
    for (const ThesisResult& result : study.report.theses)
      if (Kept* kept = unit_of(units_->of_thesis(model[result.thesis].name))) {
        kept->thesis = result;
        kept->thesis_name = std::string(model[result.thesis].name);
        if (result.result == ThesisResult::Outcome::unknown) kept->usable = false;
      }
    for (auto& [unit, kept] : fresh) known[unit] = std::move(kept);
    std::erase_if(known, [&](const auto& entry) { return !fingerprints_.contains(entry.first); });
  }

  std::size_t units() const { return fingerprints_.size(); }
  std::size_t asked() const { return asked_; }

 private:
  static std::string key(const Study& study) {
    const auto& module = study.model[study.report.module];
    return std::string(module.name) + "\n" + std::string(study.model.sources->operator[](module.source).name());
  }

  static std::vector<std::string> names(const model::Model& model, const std::vector<model::NormId>& norms) {
    std::vector<std::string> names;
    for (model::NormId norm : norms) names.push_back(model.qualified(norm));
    return names;
  }

  std::string unit_of_action(const Study& study, std::string_view name) const {
    for (std::size_t i = 0; i < study.model.actions.size(); ++i)
      if (study.model.actions[i].name == name) return units_->of(model::id_of<model::ActionId>(i));
    return {};
  }

  /// The unit that a finding belongs to; empty for those that are found anew each time.
  std::string unit(const Study& study, FindingKind kind, const std::vector<std::string>& names,
                   const std::vector<model::NormId>& norms, std::optional<model::ActionId> action,
                   std::optional<model::DefinitionId> definition) const {
    if (kind == FindingKind::thesis_failed) return names.empty() ? "" : units_->of_thesis(names[0]);
    if (kind == FindingKind::contradictory_constraints || kind == FindingKind::unused || kind == FindingKind::open_pair ||
        kind == FindingKind::void_priority || kind == FindingKind::stale_toleration)
      return {};
    if (!norms.empty()) return units_->of(norms[0]);
    if (action) return units_->of(*action);
    if (definition) return units_->of(*definition);
    if (names.empty()) return {};
    const auto of_action = unit_of_action(study, names[0]);
    if (!of_action.empty()) return of_action;
    for (std::size_t i = 0; i < study.model.definitions.size(); ++i)
      if (study.model.definitions[i].name == names[0]) return units_->of(model::id_of<model::DefinitionId>(i));
    return {};
  }

  static void keep(Kept& kept, const Study& study, const Anchors& anchors, const Finding& finding) {
    KeptFinding one;
    one.finding = finding;
    one.norms = names(study.model, finding.norms);
    if (finding.definition)
      one.definition = study.model.qualified(study.model[*finding.definition].module, study.model[*finding.definition].name);
    if (finding.action)
      one.action = study.model.qualified(study.model[*finding.action].module, study.model[*finding.action].name);
    const auto add = [&](std::vector<Place>& places, Span span) {
      const auto place = anchors.place(span);
      if (place)
        places.push_back(*place);
      else
        kept.usable = false;
    };
    for (Span span : finding.at) add(one.at, span);
    for (const CorePart& part : finding.core) add(one.core, part.span);
    for (const Repair& repair : finding.repairs) add(one.repairs, repair.at);
    kept.findings.push_back(std::move(one));
  }

  /// Adds what was kept to the report; false, with nothing added, where an item it speaks of is gone.
  static bool add(Study& study, const Anchors& anchors, const std::map<std::string, model::NormId>& norms, const Kept& kept) {
    const model::Model& model = study.model;
    std::vector<Finding> findings;
    const auto ids = [&](const std::vector<std::string>& names, std::vector<model::NormId>& to) {
      to.clear();
      for (const std::string& name : names) {
        const auto found = norms.find(name);
        if (found == norms.end()) return false;
        to.push_back(found->second);
      }
      return true;
    };
    for (const KeptFinding& one : kept.findings) {
      Finding finding = one.finding;
      if (!ids(one.norms, finding.norms)) return false;
      if (finding.definition) finding.definition = named<model::DefinitionId>(model, model.definitions, one.definition);
      if (finding.action) finding.action = named<model::ActionId>(model, model.actions, one.action);
      bool found = true;
      const auto place = [&](Span& span, const Place& at) {
        if (const auto now = anchors.find(at))
          span = *now;
        else
          found = false;
      };
      for (std::size_t i = 0; i < finding.at.size(); ++i) place(finding.at[i], one.at[i]);
      for (std::size_t i = 0; i < finding.core.size(); ++i) place(finding.core[i].span, one.core[i]);
      for (std::size_t i = 0; i < finding.repairs.size(); ++i) place(finding.repairs[i].at, one.repairs[i]);
      if (!found) return false;
      findings.push_back(std::move(finding));
    }
    std::vector<NotSeen> not_seen;
    for (const KeptOpen& one : kept.open) {
      not_seen.push_back(one.not_seen);
      if (!ids(one.norms, not_seen.back().norms)) return false;
    }
    if (kept.thesis) {
      ThesisResult result = *kept.thesis;
      const auto id = named<model::ThesisId>(model, model.theses,
                                             model.qualified(study.report.module, kept.thesis_name));
      if (!id) return false;
      result.thesis = *id;
      study.report.theses.push_back(std::move(result));
    }
    for (Finding& finding : findings) study.report.findings.push_back(std::move(finding));
    for (NotSeen& open : not_seen) study.report.not_seen.push_back(std::move(open));
    study.report.beyond.insert(study.report.beyond.end(), kept.beyond.begin(), kept.beyond.end());
    for (const auto& [type, count] : kept.universe)
      study.report.universe[type] = std::max(study.report.universe[type], count);
    return true;
  }

  std::map<std::string, std::map<std::string, Kept>> known_;
  std::map<std::string, std::string> fingerprints_;
  std::optional<Units> units_;
  std::size_t asked_ = 0;
};

CheckCache::CheckCache() : impl_(std::make_unique<Impl>()) {}
CheckCache::~CheckCache() = default;
void CheckCache::recall(Study& study) { impl_->recall(study); }
void CheckCache::keep(const Study& study) { impl_->keep(study); }
std::size_t CheckCache::units() const { return impl_->units(); }
std::size_t CheckCache::asked() const { return impl_->asked(); }

}  // namespace grotius::analyse
