// A timeline as a picture: a bar a norm set, in which each status has a shade that stays apart in grey and to colour-blind eyes, and its
// name where there is room; numbers at the changes; the changes in words below.

#include <algorithm>

#include <fmt/format.h>

#include "cli/date_axis.hpp"
#include "cli/english.hpp"
#include "cli/render_timeline.hpp"
#include "cli/survey_words.hpp"
#include "cli/svg.hpp"
#include "cli/timeline_shades.hpp"
#include "cli/timeline_words.hpp"

namespace grotius::cli {

using explore::Segment;
using explore::Timeline;
using explore::TimelineRow;

namespace {

constexpr double kWidth = 960, kMargin = 24;
constexpr double kLeft = 262, kRight = kWidth - kMargin;  ///< of the bars
constexpr double kBar = 26, kMarks = 22, kGap = 8;        ///< heights: a bar, the numbers above it, what parts rows
constexpr double kMark = 8;                               ///< half the height of a number's field

std::string n(double value) { return Svg::number(value); }

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The days that are drawn, with some around the first and last change where the timeline has no beginning or end.
DateAxis axis_of(const Timeline& timeline) {
  std::optional<Date> first, last;
  for (const TimelineRow& row : timeline.rows)
    for (const Segment& segment : row.segments) {
      if (!segment.from) continue;
      if (!first || *segment.from < *first) first = segment.from;
      if (!last || *last < *segment.from) last = segment.from;
    }
  const Date some{0};
  const std::int64_t span = last.value_or(some).day - first.value_or(some).day;
  const std::int64_t around = std::max<std::int64_t>(30, span / 16);
  const Date begin = timeline.from.value_or(Date{first.value_or(timeline.until.value_or(some)).day - around});
  const Date end = timeline.until.value_or(Date{std::max(last.value_or(begin), begin).day + around});
  const Date latest = *date_of(9999, 12, 31);
  const Date left = std::clamp(begin, *date_of(1, 1, 1), Date{latest.day - 1});
  return {left, std::clamp(end, Date{left.day + 1}, latest), kLeft, kRight};
}

class Picture {
 public:
  Picture(const model::Model& model, const Timeline& timeline) : words_(model), timeline_(timeline), axis_(axis_of(timeline)) {}

  std::string svg() {
    Svg body;
    double y = header(body);
    const double rows_begin = y;
    Svg rows;
    for (const TimelineRow& one : timeline_.rows) y = row(rows, one, y);
    ticks(body, rows_begin, y);
    body.raw(rows.take());
    y = changes(body, y + 60);
    return framed(body.take(), y + 6);
  }

 private:
  std::string title() const { return capital(asked_words(words_, timeline_.question)); }

  std::string subtitle() const {
    const model::Situation& situation = words_.model()[timeline_.question.situation];
    std::string text = std::holds_alternative<model::Act>(timeline_.question.asked) ? "May it be done? " : "";
    text += situation.title.empty() ? std::string(situation.name) : situation.title;
    if (timeline_.from && timeline_.until)
      text += fmt::format(" · every day from {} to {}", in_words(*timeline_.from), in_words(Date{timeline_.until->day - 1}));
    const std::string with = settings_of(words_.model(), timeline_.question.with);
    return with.empty() ? text : text + " · with " + with;
  }

  std::string label(const TimelineRow& row) const {
    if (row.holder) return "As held by " + words_.individual(*row.holder);
    if (row.under.size() != 1 || words_.model()[row.under.front()].title.empty()) return row.name;
    return words_.model()[row.under.front()].title;
  }

  /// What is to be seen, for those who do not see it.
  std::string description() const {
    std::string text;
    for (const TimelineRow& row : timeline_.rows) {
      text += label(row) + ": ";
      for (std::size_t i = 0; i < row.segments.size(); ++i) {
        const Segment& segment = row.segments[i];
        if (i > 0) text += ", ";
        text += status_word(segment.standing);
        if (i > 0) text += " from " + in_words(*segment.from);
      }
      text += ". ";
    }
    return text;
  }

  std::string framed(const std::string& body, double height) const {
    Svg svg;
    svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"viewBox", fmt::format("0 0 {} {}", n(kWidth), n(height))},
                     {"width", n(kWidth)},
                     {"height", n(height)},
                     {"role", "img"},
                     {"aria-labelledby", "title desc"},
                     {"font-family", "Helvetica, Arial, 'Liberation Sans', sans-serif"},
                     {"fill", kInk}});
    svg.element("title", {{"id", "title"}}, title() + ". " + subtitle());
    svg.element("desc", {{"id", "desc"}}, description());
    svg.raw(patterns());
    svg.element("rect", {{"width", n(kWidth)}, {"height", n(height)}, {"rx", "6"}, {"fill", "#ffffff"}, {"stroke", kFaint}});
    svg.raw(body);
    svg.close();
    return svg.take();
  }

  double header(Svg& svg) const {
    double y = 40;
    for (const std::string& line : lines_of(title(), 21, kRight - kMargin)) {
      svg.element("text", {{"x", n(kMargin)}, {"y", n(y)}, {"font-size", "21"}, {"font-weight", "bold"}}, line);
      y += 25;
    }
    y -= 2;
    for (const std::string& line : lines_of(subtitle(), 13.5, kRight - kMargin)) {
      svg.element("text", {{"x", n(kMargin)}, {"y", n(y)}, {"font-size", "13.5"}, {"fill", kSoft}}, line);
      y += 18;
    }
    y += 10;
    double x = kMargin;
    for (const Shade& shade : shades()) {
      if (!occurs(shade)) continue;
      svg.element("rect", {{"x", n(x)}, {"y", n(y - 11)}, {"width", "22"}, {"height", "14"}, {"fill", shade.fill}, {"stroke", kEdge}});
      if (!shade.pattern.empty())
        svg.element("rect", {{"x", n(x)}, {"y", n(y - 11)}, {"width", "22"}, {"height", "14"}, {"fill", shade.pattern}});
      svg.element("text", {{"x", n(x + 28)}, {"y", n(y)}, {"font-size", "12.5"}}, shade.words);
      x += 28 + width_of(shade.words) * 12.5 + 22;
    }
    return y + 14;
  }

  bool occurs(const Shade& shade) const {
    return std::ranges::any_of(timeline_.rows, [&](const TimelineRow& row) {
      return std::ranges::any_of(row.segments, [&](const Segment& segment) { return status_word(segment.standing) == shade.status; });
    });
  }

  double row(Svg& svg, const TimelineRow& row, double y) const {
    const double bar = y + kMarks;
    const std::vector<std::string> name = lines_of(label(row), 12.5, kLeft - kMargin - 14);
    double line = bar + kBar / 2 + 4.5 - 7.5 * static_cast<double>(name.size() - 1);
    for (const std::string& words : name) {
      svg.element("text", {{"x", n(kMargin)}, {"y", n(line)}, {"font-size", "12.5"}}, words);
      line += 15;
    }
    for (const Segment& segment : row.segments) draw(svg, segment, bar);
    marks(svg, row, y, bar);
    return bar + kBar + kGap;
  }

  void draw(Svg& svg, const Segment& segment, double y) const {
    const double left = segment.from ? axis_.at(*segment.from) : kLeft;
    const double right = segment.until ? axis_.at(*segment.until) : kRight;
    const std::string word = status_word(segment.standing);
    const Shade& shade = shade_of(word);
    const Svg::Attributes place = {{"x", n(left)}, {"y", n(y)}, {"width", n(right - left)}, {"height", n(kBar)}};
    Svg::Attributes filled = place;
    filled.insert(filled.end(), {{"fill", shade.fill}, {"stroke", kEdge}});
    svg.open("g");
    svg.element("title", {}, word + (remark(segment.standing).empty() ? "" : " (" + remark(segment.standing) + ")") + span_of(segment));
    svg.element("rect", filled);
    if (!shade.pattern.empty()) {
      Svg::Attributes patterned = place;
      patterned.emplace_back("fill", shade.pattern);
      svg.element("rect", patterned);
    }
    const double width = width_of(word) * 12.5;
    if (width + 4 < right - left) {
      const double middle = (left + right) / 2;
      if (!shade.pattern.empty())
        svg.element("rect", {{"x", n(middle - width / 2 - 4)}, {"y", n(y + 4.5)}, {"width", n(width + 8)}, {"height", n(kBar - 9)}, {"fill", shade.fill}});
      svg.element("text", {{"x", n(middle)}, {"y", n(y + kBar / 2 + 4.3)}, {"font-size", "12.5"}, {"text-anchor", "middle"}, {"fill", shade.ink}}, word);
    }
    svg.close();
  }

  static std::string span_of(const Segment& segment) {
    std::string text;
    if (segment.from) text += " from " + in_words(*segment.from);
    if (segment.until) text += " to " + in_words(Date{segment.until->day - 1});
    return text;
  }

  /// The numbers of what made a segment: "3, 4" where each was needed, "3+4" where neither alone makes the difference.
  static std::string numbers(const Segment& segment) {
    std::string text;
    for (const auto& set : segment.causes) {
      if (!text.empty()) text += set.size() == 1 ? ", " : " / ";
      for (std::size_t i = 0; i < set.size(); ++i) text += (i > 0 ? "+" : "") + std::to_string(set[i] + 1);
    }
    return text;
  }

  /// From left to right, moved aside where two would meet.
  void marks(Svg& svg, const TimelineRow& row, double y, double bar) const {
    double taken = kLeft - 14;
    for (const Segment& segment : row.segments) {
      const std::string text = numbers(segment);
      if (text.empty()) continue;
      const double half = std::max(kMark, width_of(text) * 11 / 2 + 4);
      const double at = axis_.at(*segment.from);
      const double x = std::max(at, taken + half + 2);
      taken = x + half;
      const double middle = y + kMarks - kMark - 4;
      svg.element("path", {{"d", fmt::format("M{} {}L{} {}V{}", n(x), n(middle), n(at), n(bar - 2), n(bar + kBar))},
                           {"fill", "none"}, {"stroke", kInk}, {"stroke-width", "1.4"}});
      svg.element("rect", {{"x", n(x - half)}, {"y", n(middle - kMark)}, {"width", n(2 * half)}, {"height", n(2 * kMark)},
                           {"rx", n(kMark)}, {"fill", kInk}});
      svg.element("text", {{"x", n(x)}, {"y", n(middle + 3.9)}, {"font-size", "11"}, {"text-anchor", "middle"}, {"fill", "#ffffff"}}, text);
    }
  }

  void ticks(Svg& svg, double top, double bottom) const {
    svg.element("path", {{"d", fmt::format("M{} {}H{}", n(kLeft), n(bottom), n(kRight))}, {"stroke", kEdge}});
    for (const DateAxis::Tick& tick : axis_.ticks()) {
      const double x = axis_.at(tick.day);
      svg.element("path", {{"d", fmt::format("M{} {}V{}", n(x), n(top + 4), n(bottom + 5))}, {"stroke", kFaint}});
      const std::string anchor = x < kLeft + 14 ? "start" : x > kRight - 16 ? "end" : "middle";
      svg.element("text", {{"x", n(x)}, {"y", n(bottom + 18)}, {"font-size", "11.5"}, {"text-anchor", anchor}, {"fill", kSoft}}, tick.label);
      if (!tick.year.empty())
        svg.element("text", {{"x", n(x)}, {"y", n(bottom + 33)}, {"font-size", "11.5"}, {"font-weight", "bold"}, {"text-anchor", anchor}, {"fill", kSoft}},
                    tick.year);
    }
  }

  double changes(Svg& svg, double y) const {
    constexpr double kNumber = kMargin + 8, kDay = kMargin + 26, kWords = kMargin + 162;
    for (std::size_t i = 0; i < timeline_.changes.size(); ++i) {
      const explore::Change& change = timeline_.changes[i];
      std::string text = capital(words(words_, change, Naming::titles));
      if (const std::string cited = citation(words_, change); !cited.empty()) text += " [" + cited + "]";
      const std::string number = std::to_string(i + 1);
      const double half = std::max(kMark, width_of(number) * 11 / 2 + 4);
      svg.element("rect", {{"x", n(kNumber - half)}, {"y", n(y - 12)}, {"width", n(2 * half)}, {"height", n(2 * kMark)}, {"rx", n(kMark)}, {"fill", kInk}});
      svg.element("text", {{"x", n(kNumber)}, {"y", n(y - 0.1)}, {"font-size", "11"}, {"text-anchor", "middle"}, {"fill", "#ffffff"}}, number);
      svg.element("text", {{"x", n(kDay)}, {"y", n(y)}, {"font-size", "12.5"}, {"font-weight", "bold"}}, in_words(change.on));
      for (const std::string& line : lines_of(text, 12.5, kRight - kWords)) {
        svg.element("text", {{"x", n(kWords)}, {"y", n(y)}, {"font-size", "12.5"}}, line);
        y += 16;
      }
      y += 5;
    }
    return note(svg, y);
  }

  double note(Svg& svg, double y) const {
    bool needed = false, together = false, missing = false;
    for (const TimelineRow& row : timeline_.rows) {
      missing = missing || !row.reason.empty();
      for (const Segment& segment : row.segments) {
        needed = needed || (segment.causes.size() > 1 && segment.causes.front().size() == 1);
        together = together || (!segment.causes.empty() && segment.causes.front().size() > 1);
      }
    }
    std::string text;
    if (needed) text += "1, 2: without either of them the answer would not have changed. ";
    if (together) text += "1+2: only without both of them the answer would not have changed; a stroke parts alternatives. ";
    if (missing) text += "There may be further changes, which could not be found.";
    for (const std::string& line : lines_of(text, 11.5, kRight - kMargin)) {
      svg.element("text", {{"x", n(kMargin)}, {"y", n(y + 2)}, {"font-size", "11.5"}, {"fill", kSoft}}, line);
      y += 16;
    }
    return y;
  }

  ModelWords words_;
  const Timeline& timeline_;
  DateAxis axis_;
};

}  // namespace

std::string timeline_svg(const model::Model& model, const Timeline& timeline) { return Picture(model, timeline).svg(); }

}  // namespace grotius::cli
