#include "engine/explore/timeline.hpp"

#include <algorithm>

#include "engine/explore/timeline_causes.hpp"
#include "engine/explore/timeline_standing.hpp"

namespace grotius::explore {

namespace {

Date first_day() { return *date_of(1, 1, 1); }
Date last_day() { return *date_of(9999, 12, 31); }

/// One row, segment by segment.
class RowMaker {
 public:
  RowMaker(RowWorlds& worlds, Outright& outright, const Days& days, const analyse::AskOptions& options, std::vector<Change>& changes)
      : worlds_(worlds),
        outright_(outright),
        days_(days),
        options_(options),
        changes_(changes),
        causes_(worlds, outright, [this](Date day) -> const Reach& { return reach_on(day); }, options) {}

  void fill(TimelineRow& row) {
    const Date first = std::max(days_.from.value_or(first_day()), first_day());
    const Date last = days_.until ? std::min(Date{days_.until->day - 1}, last_day()) : last_day();
    const std::set<Date> days = turning_days(first, last, row.reason);
    // Nothing turns before the first of them, so the day before it speaks for all that are earlier.
    const Date beginning = days_.from || days.empty() ? first : Date{days.begin()->day - 1};
    row.segments.push_back({days_.from, days_.until, standing_on(beginning), {}, true});
    for (Date day : days) {
      Standing now = standing_on(day);
      Segment& before = row.segments.back();
      if (now == before.standing) continue;
      Segment segment{day, days_.until, std::move(now), {}, true};
      before.until = day;
      Causes causes = causes_.find(day, before.standing);
      segment.smallest = causes.smallest;
      for (auto& set : causes.sets) {
        auto& places = segment.causes.emplace_back();
        for (Change& change : set) places.push_back(place_of(std::move(change)));
      }
      row.segments.push_back(std::move(segment));
    }
  }

 private:
  /// Stretch by stretch of those days on which the same norm sets are asked and the same norms are in force.
  std::set<Date> turning_days(Date first, Date last, std::string& reason) {
    std::set<Date> begins = {first};
    for (Date day : worlds_.days_of_acceptance())
      if (first < day && day <= last) begins.insert(day);
    for (Date day : std::set<Date>(begins))
      if (const ground::World* world = worlds_.world(worlds_.asked(day))) begins.merge(days_of_norms(*world, first, last));
    std::set<Date> days;
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
      const auto next = std::next(begin);
      const Date end = next != begins.end() ? Date{next->day - 1} : last;
      if (const ground::World* world = worlds_.world(worlds_.asked(*begin)))
        days.merge(explore::turning_days(*world, reach_on(*begin), worlds_.question(), options_.open, *begin, end, reason));
    }
    begins.erase(first);
    days.merge(begins);
    return days;
  }

  Standing standing_on(Date day) {
    const ground::World* known = worlds_.world(worlds_.asked(day));
    if (known == nullptr) return norm_set_in_error();
    ground::World world = *known;
    world.moment = {ground::Moment::Kind::on, day};
    return standing(world, worlds_.question(), options_);
  }

  /// What is asked on a day and what of it is in force, and so what can be read then.
  const Reach& reach_on(Date day) {
    const auto asked = worlds_.asked(day);
    const ground::World* world = worlds_.world(asked);
    std::vector<bool> in_force;
    if (world != nullptr)
      for (const ground::RankedSet& set : world->sets)
        for (model::NormId id : set.set.norms) {
          const model::Norm& norm = worlds_.model()[id];
          in_force.push_back(norm.in_force.holds_on(day) && worlds_.model()[norm.module].in_force.holds_on(day));
        }
    const auto [place, is_new] = reaches_.try_emplace({asked, in_force});
    if (is_new && world != nullptr) {
      outright_.set_day(day);
      place->second = reach(*world, outright_.model(), worlds_.question());
    }
    return place->second;
  }

  std::size_t place_of(Change change) {
    const auto known = std::ranges::find(changes_, change);
    if (known != changes_.end()) return static_cast<std::size_t>(known - changes_.begin());
    changes_.push_back(std::move(change));
    return changes_.size() - 1;
  }

  RowWorlds& worlds_;
  Outright& outright_;
  const Days& days_;
  const analyse::AskOptions& options_;
  std::vector<Change>& changes_;
  std::map<std::pair<std::vector<model::ModuleId>, std::vector<bool>>, Reach> reaches_;
  CauseFinder causes_;
};

/// Puts the changes in the order of their days.
void sort_changes(Timeline& timeline) {
  std::vector<std::size_t> order(timeline.changes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return timeline.changes[i].on; });
  std::vector<std::size_t> place(order.size());
  std::vector<Change> sorted;
  for (std::size_t i : order) {
    place[i] = sorted.size();
    sorted.push_back(std::move(timeline.changes[i]));
  }
  timeline.changes = std::move(sorted);
  for (TimelineRow& row : timeline.rows)
    for (Segment& segment : row.segments) {
      for (auto& set : segment.causes) {
        for (std::size_t& i : set) i = place[i];
        std::ranges::sort(set);
      }
      std::ranges::sort(segment.causes);
    }
}

/// What concerns several rows is said once.
bool was_said(const Diagnostics& diagnostics, const Diagnostic& diagnostic) {
  return std::ranges::any_of(diagnostics.items(), [&](const Diagnostic& other) {
    return other.code.id == diagnostic.code.id && other.message == diagnostic.message;
  });
}

}  // namespace

bool operator==(const Change& a, const Change& b) {
  return a.kind == b.kind && a.on == b.on && a.lines == b.lines && a.norm == b.norm && a.module == b.module && a.holder == b.holder &&
         a.begins == b.begins && a.compared == b.compared;
}

std::optional<Timeline> timeline(analyse::Worlds& worlds, const std::vector<std::pair<std::string, model::Question>>& questions,
                                 const Days& days, const analyse::AskOptions& options, Diagnostics& diagnostics) {
  Timeline result{questions.front().second, days.from, days.until, {}, {}};
  Outright outright(worlds.model(), result.question.situation);
  for (const auto& [name, question] : questions) {
    TimelineRow& row = result.rows.emplace_back();
    row.name = name;
    row.under = question.under;
    row.holder = question.holder;
    Diagnostics heard;
    RowWorlds row_worlds(worlds, question, heard);
    RowMaker(row_worlds, outright, days, options, result.changes).fill(row);
    const bool in_error = row.segments.size() == 1 && !row.segments.front().standing.answer && heard.has_errors();
    for (const Diagnostic& diagnostic : heard.items())
      if (!was_said(diagnostics, diagnostic)) diagnostics.add(diagnostic);
    if (in_error) return std::nullopt;
  }
  sort_changes(result);
  return result;
}

}  // namespace grotius::explore
