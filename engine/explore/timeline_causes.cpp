#include "engine/explore/timeline_causes.hpp"

#include <algorithm>
#include <numeric>

#include "engine/explore/timeline_compared.hpp"
#include "engine/explore/timeline_standing.hpp"

namespace grotius::explore {

namespace {

constexpr std::size_t kFew = 16;  ///< so many lines are all looked at; of more only those that the answer reads on one of the two days

Date day_before(Date day) { return {day.day - 1}; }

bool turns_on(const Interval& interval, Date day) { return interval.holds_on(day) != interval.holds_on(day_before(day)); }

/// The next subset of `count` of `size` things in lexicographic order; false after the last.
bool next_choice(std::vector<std::size_t>& choice, std::size_t size) {
  const std::size_t count = choice.size();
  for (std::size_t i = count; i-- > 0;)
    if (choice[i] < size - count + i) {
      std::iota(choice.begin() + static_cast<std::ptrdiff_t>(i), choice.end(), choice[i] + 1);
      return true;
    }
  return false;
}

bool speaks_of_same(const Change& a, const Change& b) {
  return std::ranges::any_of(a.lines, [&](const Change::Line& line) {
    return std::ranges::any_of(b.lines, [&](const Change::Line& other) {
      return std::ranges::any_of(line.atoms, [&](const model::Atom& atom) { return std::ranges::find(other.atoms, atom) != other.atoms.end(); });
    });
  });
}

}  // namespace

CauseFinder::CauseFinder(RowWorlds& worlds, Outright& outright,
                         std::function<const Reach&(Date)> reach_on, const analyse::AskOptions& options)
    : worlds_(worlds), outright_(outright), reach_on_(std::move(reach_on)), options_(options) {}

// One line may speak of many atoms, and two lines of one atom (where one ends and the other begins). What speaks of the same atoms is one
// change: half of it would contradict itself.
std::vector<Change> CauseFinder::changed_lines(Date day) const {
  std::map<Span, Change> by_line;
  for (const model::Entry& entry : worlds_.situation().entries) {
    if (!turns_on(entry.period, day)) continue;
    Change& change = by_line[entry.span];
    change.on = day;
    change.kind = Change::Kind::lines;
    if (change.lines.empty()) change.lines.push_back({entry.period.holds_on(day), entry.span, {}, entry.values, entry.sources});
    change.lines.front().atoms.push_back(entry.atom);
  }
  std::vector<Change> result;
  for (auto& [span, change] : by_line) {
    for (auto other = result.begin(); other != result.end();) {
      if (!speaks_of_same(*other, change)) {
        ++other;
        continue;
      }
      change.lines.insert(change.lines.begin(), other->lines.begin(), other->lines.end());
      other = result.erase(other);
    }
    result.push_back(std::move(change));
  }
  return result;
}

std::vector<Change> CauseFinder::changes_on(Date day) const {
  const model::Model& model = worlds_.model();
  const auto before = worlds_.asked(day_before(day));
  const auto now = worlds_.asked(day);
  std::vector<Change> changes = changed_lines(day);
  if (changes.size() > kFew) {
    const auto& read = reach_on_(day).atoms;
    const auto& read_before = reach_on_(day_before(day)).atoms;
    std::erase_if(changes, [&](const Change& change) {
      return std::ranges::none_of(change.lines, [&](const Change::Line& line) {
        return std::ranges::any_of(line.atoms, [&](const model::Atom& atom) { return read.contains(atom) || read_before.contains(atom); });
      });
    });
  }
  std::set<model::NormId> norms;
  std::set<model::ModuleId> modules;
  for (const auto& asked : {before, now}) {
    const ground::World* world = worlds_.world(asked);
    if (world == nullptr) continue;
    for (const ground::RankedSet& set : world->sets)
      for (model::NormId norm : set.set.norms) {
        norms.insert(norm);
        modules.insert(model[norm].module);
      }
  }
  auto add = [&](Change change) {
    change.on = day;
    changes.push_back(std::move(change));
  };
  for (model::ModuleId module : modules)
    if (turns_on(model[module].in_force, day))
      add({Change::Kind::module, {}, {}, {}, module, {}, model[module].in_force.holds_on(day), {}, {}});
  for (model::NormId norm : norms)
    if (turns_on(model[norm].in_force, day)) add({Change::Kind::norm, {}, {}, norm, {}, {}, model[norm].in_force.holds_on(day), {}, {}});
  for (const auto& [some, others, begins] : {std::tuple{now, before, true}, std::tuple{before, now, false}})
    for (model::ModuleId module : some) {
      if (std::ranges::find(others, module) != others.end()) continue;
      Change change{Change::Kind::acceptance, {}, {}, {}, module, worlds_.holder(), begins, {}, {}};
      for (const model::Acceptance& acceptance : model.acceptances)
        if (acceptance.accepted == module && turns_on(acceptance.period, day) && is_by(model, acceptance, *worlds_.holder()))
          change.sources.insert(change.sources.end(), acceptance.sources.begin(), acceptance.sources.end());
      add(std::move(change));
    }
  if (reach_on_(day).today || reach_on_(day_before(day)).today) add({Change::Kind::day, {}, {}, {}, {}, {}, true, {}, {}});
  return changes;
}

std::optional<ground::World> CauseFinder::world_with_undone(Date day, const std::vector<Change>& undone) {
  outright_.set_day(day);
  std::vector<model::ModuleId> asked = worlds_.asked(day);
  Date moment = day;
  for (const Change& change : undone) switch (change.kind) {
      case Change::Kind::lines:
        for (const Change::Line& line : change.lines) outright_.set_line(line.span, !line.begins);
        break;
      case Change::Kind::norm:
        outright_.set(*change.norm, !change.begins);
        break;
      case Change::Kind::module:
        outright_.set(*change.module, !change.begins);
        break;
      case Change::Kind::acceptance:
        if (change.begins) {
          std::erase(asked, *change.module);
        } else {
          asked.push_back(*change.module);
          std::ranges::sort(asked, {}, [&](model::ModuleId id) { return worlds_.model()[id].name; });
        }
        break;
      case Change::Kind::day:
        moment = day_before(day);
        break;
    }
  const ground::World* known = worlds_.world(asked);
  if (known == nullptr) return std::nullopt;
  ground::World world = *known;
  world.model = &outright_.model();
  world.moment = {ground::Moment::Kind::on, moment};
  return world;
}

bool CauseFinder::restores(Date day, const std::vector<Change>& undone, const Standing& before) {
  ++tried_;
  const auto world = world_with_undone(day, undone);
  return (world ? standing(*world, worlds_.question(), options_) : norm_set_in_error()) == before;
}

std::vector<Change> CauseFinder::reduced(Date day, std::vector<Change> changes, const Standing& before) {
  for (std::size_t i = 0; i < changes.size();) {
    std::vector<Change> fewer = changes;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (restores(day, fewer, before)) {
      changes = std::move(fewer);
    } else {
      ++i;
    }
  }
  return changes;
}

Causes CauseFinder::find(Date day, const Standing& before) {
  const std::vector<Change> changes = changes_on(day);
  Causes causes;
  tried_ = 0;
  for (std::size_t size = 1; size <= changes.size() && causes.sets.empty(); ++size) {
    std::vector<std::size_t> choice(size);
    std::iota(choice.begin(), choice.end(), std::size_t{0});
    do {
      if (size > 1 && tried_ >= TimelineLimits::undone) {
        causes.sets = {reduced(day, changes, before)};
        causes.smallest = false;
        break;
      }
      std::vector<Change> undone;
      for (std::size_t i : choice) undone.push_back(changes[i]);
      if (restores(day, undone, before)) causes.sets.push_back(std::move(undone));
    } while (next_choice(choice, changes.size()));
  }
  for (auto& set : causes.sets)
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (set[i].kind != Change::Kind::day) continue;
      std::vector<Change> others = set;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      if (const auto world = world_with_undone(day, others)) set[i].compared = compared_on(day, *world, worlds_.question());
    }
  return causes;
}

}  // namespace grotius::explore
