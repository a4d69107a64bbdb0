// A timeline says of every day what `ask` says on that day: around every date that stands anywhere in the text, and on days picked by
// chance. Its segments follow each other without gaps and differ from their neighbours; and where lines, norms or modules made a change, the
// text in which they begin or end a day later gives the earlier answer.

#include <random>
#include <regex>
#include <set>

#include "engine/explore/timeline.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
namespace analyse = grotius::analyse;
namespace explore = grotius::explore;
namespace model = grotius::model;
using explore::Change;
using explore::Segment;
using explore::Standing;
using grotius::Date;

namespace {

constexpr std::size_t kQuestions = 3;  // of one world, at most

std::set<std::int64_t> days_to_ask(const Printed& printed, const explore::TimelineRow& row) {
  std::set<std::int64_t> days;
  const std::regex date("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  for (const TextFile& file : printed.files)
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), date), end; at != end; ++at)
      for (std::int64_t near = -1; near <= 1; ++near) days.insert(grotius::parse_date(at->str())->day + near);
  for (const Segment& segment : row.segments)
    if (segment.from) days.insert({segment.from->day - 1, segment.from->day});
  std::mt19937 chance(static_cast<unsigned>(printed.files.front().text.size()));
  for (int i = 0; i < 8; ++i) days.insert(10'000 + static_cast<std::int64_t>(chance() % 3'000));
  return days;
}

// Empty where the answer on a day is what the segment says.
std::string parts(const Standing& standing, const std::optional<analyse::Answer>& answer) {
  if (!answer) return standing.answer ? "the question is in error" : "";
  if (!standing.answer) return "the question is not in error";
  if (answer->answer == analyse::Verdict::unknown || standing.answer == analyse::Verdict::unknown) return "";
  std::vector<Standing::Possible> possible;
  for (const auto& one : answer->possible) possible.push_back({one.status, one.answer});
  const bool alike = answer->answer == *standing.answer && answer->status == standing.status && possible == standing.possible;
  return alike ? "" : "`ask` says " + std::string(analyse::name(answer->answer));
}

const Segment* segment_on(const explore::TimelineRow& row, Date day) {
  const Segment* found = nullptr;
  for (const Segment& segment : row.segments)
    if (grotius::Interval{segment.from, segment.until}.holds_on(day)) {
      if (found != nullptr) return nullptr;
      found = &segment;
    }
  return found;
}

// Puts off a date within some bytes of a text by a day. Texts keep their length, so that other places stay.
bool put_off(const grotius::Session& session, Printed& printed, const grotius::Span& span, bool begins, Date on) {
  const auto file = std::ranges::find(printed.files, session.sources()[span.source].name(), &TextFile::name);
  if (file == printed.files.end()) return false;
  const std::string word = begins ? "from " : "until ";
  const std::size_t at = file->text.find(word + grotius::to_string(on), span.begin);
  if (at == std::string::npos || at >= span.end) return false;
  file->text.replace(at + word.size(), 10, grotius::to_string(Date{on.day + 1}));
  return true;
}

// To the end of the text line in which a span ends: there stands the period of a line of a situation.
grotius::Span to_end_of_line(const grotius::Session& session, grotius::Span span) {
  span.end = static_cast<std::uint32_t>(session.sources()[span.source].text().find('\n', span.end));
  return span;
}

// The files with what made a change a day later; none where that says something else besides.
std::optional<Printed> a_day_later(const grotius::Session& session, Printed printed, const std::vector<Change>& set) {
  const bool dates_rank = std::ranges::any_of(
      printed.files, [](const TextFile& file) { return file.text.find("lex_posterior") != std::string::npos; });
  const model::Model& model = session.model();
  for (const Change& change : set) {
    if (change.kind == Change::Kind::lines) {
      for (const Change::Line& line : change.lines)
        if (!put_off(session, printed, to_end_of_line(session, line.span), line.begins, change.on)) return std::nullopt;
    } else if (change.kind == Change::Kind::norm && !dates_rank) {
      if (!put_off(session, printed, model[*change.norm].span, change.begins, change.on)) return std::nullopt;
    } else if (change.kind == Change::Kind::module && !dates_rank) {
      if (!put_off(session, printed, model[*change.module].span, change.begins, change.on)) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return printed;
}

class Follower {
 public:
  explicit Follower(const World& world) : printed_(print(world)), loaded_(printed_) {}

  std::string wrong() {
    auto& session = loaded_.session();
    loaded_.answers();
    std::string result;
    for (std::size_t i = 0; i < session.model().questions.size() && i < kQuestions; ++i) result += wrong(i);
    return result;
  }

  static inline std::size_t undone = 0;  // sets of changes that were put off

 private:
  std::string wrong(std::size_t place) {
    auto& session = loaded_.session();
    const model::Question& question = session.model().questions[place];
    analyse::Worlds worlds(session.model());
    grotius::Diagnostics diagnostics;
    const auto timeline = explore::timeline(worlds, {{"", question}}, {}, {}, diagnostics);
    if (!timeline) return "";  // a norm set in error
    const explore::TimelineRow& row = timeline->rows.front();
    if (!row.reason.empty()) return "";
    std::string result = shape(row);
    for (std::int64_t day : days_to_ask(printed_, row)) {
      const Segment* segment = segment_on(row, Date{day});
      if (segment == nullptr) {
        result += "not one segment holds " + date_text(day) + "\n";
        continue;
      }
      const std::string other = parts(segment->standing, asked(session, question, Date{day}));
      if (!other.empty()) result += other + " on " + date_text(day) + "\n";
    }
    for (std::size_t i = 1; i < row.segments.size(); ++i) result += causes(place, *timeline, row.segments[i - 1], row.segments[i]);
    return result.empty() ? "" : question.text + "\n" + result;
  }

  static std::optional<analyse::Answer> asked(grotius::Session& session, model::Question question, Date day) {
    question.on = day;
    question.expect.reset();
    return session.ask(question);
  }

  static std::string shape(const explore::TimelineRow& row) {
    std::string result;
    if (row.segments.front().from || row.segments.back().until) result += "a timeline with an end\n";
    for (std::size_t i = 1; i < row.segments.size(); ++i) {
      const Segment& segment = row.segments[i];
      if (!segment.from || row.segments[i - 1].until != segment.from) result += "a gap\n";
      if (row.segments[i - 1].standing == segment.standing) result += "neighbours with the same answer\n";
      if (segment.causes.empty()) result += "a change that nothing made\n";
    }
    return result;
  }

  std::string causes(std::size_t place, const explore::Timeline& timeline, const Segment& before, const Segment& now) {
    std::string result;
    for (const auto& set : now.causes) {
      std::vector<Change> changes;
      for (std::size_t i : set) changes.push_back(timeline.changes[i]);
      const auto edited = a_day_later(loaded_.session(), printed_, changes);
      if (!edited) continue;
      LoadedWorld other(*edited);
      if (!other.errors().empty()) continue;  // an end before the beginning
      ++undone;
      const std::string differs = parts(before.standing, asked(other.session(), other.session().model().questions[place], *now.from));
      if (!differs.empty()) result += "without what made it, " + differs + " on " + grotius::to_string(*now.from) + "\n";
    }
    return result;
  }

  Printed printed_;
  LoadedWorld loaded_;
};

}  // namespace

TEST_CASE("properties: a timeline is asking on every day", "[properties][timeline]") {
  Follower::undone = 0;
  check_worlds("a timeline is asking on every day", 0.15, {}, [](const World& world) { return Follower(world).wrong(); });
  CHECK(Follower::undone > 20);
}
