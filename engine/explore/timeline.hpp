#pragma once
// Timelines: what a question comes to on every day, under several norm sets, and why it changes when it does. A case is a situation
// whose lines begin and end; norms and modules come into force and go out of it; holders accept norm sets from some day on; and
// conditions compare `today` with dates. Between two neighbouring days on which one of these happens nothing that the question can see
// changes, so asking on each of those days is asking on every day (semantics.md, Situations).
//
// What made a change is found by undoing it: of all that is otherwise on a day than on the day before, the smallest sets without which the
// earlier answer would have stayed.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"

namespace grotius::explore {

/// Something that is otherwise from a day on than on the day before.
struct Change {
  enum class Kind {
    lines,       ///< lines of the situation begin or end; several where they speak of the same atom
    norm,        ///< a norm comes into force or goes out of it
    module,      ///< a module does, with all its norms
    acceptance,  ///< the holder accepts a module from then on, or no longer
    day,         ///< the day itself: conditions compare it with dates
  } kind{};
  struct Line {
    bool begins = false;
    Span span;                              ///< the entry as written
    std::vector<model::Atom> atoms;         ///< of which it speaks in this situation
    std::vector<std::int64_t> values;       ///< as in model::Entry
    std::vector<model::Citation> sources;
    friend bool operator==(const Line& a, const Line& b) { return a.begins == b.begins && a.span == b.span; }
  };
  /// A date with which a condition compares the day: the value of a fact, or one that stands in the condition itself.
  struct Compared {
    std::optional<model::Atom> atom;
    std::int64_t value = 0;
    std::vector<model::Citation> sources;
    std::optional<Span> span;  ///< of the line that gives the fact
    friend bool operator==(const Compared& a, const Compared& b) { return a.atom == b.atom && a.value == b.value; }
  };
  Date on;
  std::vector<Line> lines;
  std::optional<model::NormId> norm;
  std::optional<model::ModuleId> module;  ///< of `module` and `acceptance`
  std::optional<model::IndividualId> holder;
  bool begins = false;                    ///< of all but lines and the day
  std::vector<model::Citation> sources;   ///< of an acceptance
  std::vector<Compared> compared;         ///< of the day; empty where conditions name the date themselves

  friend bool operator==(const Change&, const Change&);
};

/// What a question comes to, as `ask` gives it.
struct Standing {
  std::optional<analyse::Verdict> answer;          ///< nothing: the question is in error
  std::optional<analyse::ReportedStatus> status;   ///< none: an expression, or it differs between completions
  struct Possible {
    std::optional<analyse::ReportedStatus> status;
    analyse::Verdict answer{};
    friend bool operator==(const Possible&, const Possible&) = default;
  };
  std::vector<Possible> possible;  ///< over the completions, in the order of the names
  std::string reason;              ///< of `unknown`, or of the error, in words
  friend bool operator==(const Standing&, const Standing&) = default;
};

/// Days on which the answer is the same, from the one on which it became so.
struct Segment {
  std::optional<Date> from;   ///< nothing: since ever
  std::optional<Date> until;  ///< exclusive; nothing: for ever
  Standing standing;
  /// What made the answer of the segment before into this one: sets of places in `Timeline::changes`, all of the same size. Undoing any one
  /// of the sets restores the earlier answer, and no smaller set does. Empty at the beginning of the timeline.
  std::vector<std::vector<std::size_t>> causes;
  bool smallest = true;  ///< false: a budget ended the search; the one set restores the earlier answer and no part of it does
};

/// One norm set, or what one holder accepts.
struct TimelineRow {
  std::string name;
  std::vector<model::ModuleId> under;
  std::optional<model::IndividualId> holder;
  std::vector<Segment> segments;  ///< one after the other, without gaps; neighbours differ
  std::string reason;             ///< why some days of change may be missing; empty: none are
};

struct Timeline {
  model::Question question;
  std::optional<Date> from;   ///< of the days that were asked for; nothing: all
  std::optional<Date> until;  ///< exclusive
  std::vector<TimelineRow> rows;
  std::vector<Change> changes;  ///< that made some answer, by day; each once for all rows
};

/// The days from `from` until `until`.
struct Days {
  std::optional<Date> from;
  std::optional<Date> until;
};

/// Named limits of a timeline.
struct TimelineLimits {
  static constexpr std::size_t undone = 600;  ///< sets that are undone to find what made one change
};

/// The answers to one question on all days under several norm sets. `questions` ask the same, each under one norm set or as held by one
/// individual, with the name of its row; their own dates do not count. Errors of a question on some days belong to the segments; nothing, with
/// diagnostics, where a norm set is in error on every day. O(rows × days of change) questions, and for each change of an answer as many as
/// things happen on that day, or, where no single one made it, as the limit allows.
std::optional<Timeline> timeline(analyse::Worlds& worlds, const std::vector<std::pair<std::string, model::Question>>& questions,
                                 const Days& days, const analyse::AskOptions& options, Diagnostics& diagnostics);

}  // namespace grotius::explore
