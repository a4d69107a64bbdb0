#include "cli/render_timeline.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/survey_words.hpp"
#include "cli/timeline_words.hpp"

namespace grotius::cli {

using explore::Segment;
using explore::Timeline;
using explore::TimelineRow;

namespace {

constexpr std::size_t kColumns = 80;

/// The length of UTF-8 text on a terminal, one column a character.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = length_of(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

/// Words after `begun`, which ends at column `margin`; further lines are set in by as much.
std::string set_in(std::string begun, std::size_t margin, std::string_view words) {
  std::size_t used = length_of(begun);
  bool first = true;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    if (!first && used + 1 + length_of(word) > kColumns) {
      begun += '\n' + std::string(margin, ' ');
      used = margin;
    } else if (!first) {
      begun += ' ';
      ++used;
    }
    begun += word;
    used += length_of(word);
    first = false;
  }
  while (begun.ends_with(' ')) begun.pop_back();
  return begun + '\n';
}

class Writer {
 public:
  Writer(const model::Model& model, const Timeline& timeline) : words_(model), timeline_(timeline) {
    for (const TimelineRow& row : timeline.rows)
      for (const Segment& segment : row.segments) status_ = std::max(status_, status_word(segment.standing).size());
  }

  std::string text() {
    head();
    for (const TimelineRow& row : timeline_.rows) block(row);
    return std::move(text_);
  }

 private:
  void head() {
    const model::Question& question = timeline_.question;
    const model::Situation& situation = words_.model()[question.situation];
    text_ = set_in("", 4, question.text);
    if (std::holds_alternative<model::Act>(question.asked)) text_ += set_in("  ", 2, asked_words(words_, question));
    std::string where = fmt::format("in {}", situation.name);
    if (!situation.title.empty()) where += fmt::format(" \"{}\"", situation.title);
    if (timeline_.from) where += ", from " + to_string(*timeline_.from);
    if (timeline_.until) where += (timeline_.from ? " until " : ", until ") + to_string(*timeline_.until);
    if (const std::string with = settings_of(words_.model(), question.with); !with.empty()) where += ", with " + with;
    text_ += set_in("  ", 4, where);
  }

  void block(const TimelineRow& row) {
    text_ += '\n' + heading(row) + '\n';
    for (const Segment& segment : row.segments) line(row, segment);
    if (!row.reason.empty()) text_ += set_in("  ", 2, "(there may be further changes: " + row.reason + ")");
  }

  void line(const TimelineRow& row, const Segment& segment) {
    const bool only = row.segments.size() == 1;
    const std::string from = segment.from ? to_string(*segment.from) : only ? "always" : "before";
    const std::size_t margin = 2 + 10 + 2 + status_ + 2;
    std::string begun = "  " + padded(from, 10) + "  " + padded(status_word(segment.standing), status_) + "  ";
    std::vector<std::string> parts = causes(segment);
    if (const std::string more = remark(segment.standing); !more.empty()) parts.insert(parts.begin(), "(" + more + ")");
    if (parts.empty()) text_ += set_in(begun, margin, "");
    for (const std::string& part : parts) {
      text_ += set_in(begun, margin, part);
      begun = std::string(margin, ' ');
    }
  }

  /// What made the segment: single causes are all needed; of sets any one is.
  std::vector<std::string> causes(const Segment& segment) const {
    std::vector<std::string> parts;
    for (const auto& set : segment.causes) {
      std::string part;
      for (std::size_t place : set) {
        if (!part.empty()) part += ", together with ";
        part += words(words_, timeline_.changes[place]);
        if (const std::string cited = citation(words_, timeline_.changes[place]); !cited.empty()) part += " [" + cited + "]";
      }
      if (!parts.empty()) part = (set.size() == 1 ? "and " : "or ") + part;
      parts.push_back(std::move(part));
    }
    if (!segment.smallest) parts.emplace_back("(perhaps fewer changes suffice)");
    return parts;
  }

  ModelWords words_;
  const Timeline& timeline_;
  std::size_t status_ = 0;
  std::string text_;
};

}  // namespace

std::string timeline_text(const model::Model& model, const Timeline& timeline) { return Writer(model, timeline).text(); }

}  // namespace grotius::cli
