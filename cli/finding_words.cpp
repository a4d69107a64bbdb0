// Kinds of findings in words.

#include <fmt/format.h>

#include "cli/render_report.hpp"

namespace grotius::cli {

using analyse::FindingKind;

namespace {

struct Words {
  std::string_view one;
  std::string_view many;
  std::string_view explanation;
};

const Words& words(FindingKind kind) {
  static const Words conflict{
      "conflict", "conflicts",
      "In some situation two opposed norms stand about one act, and nothing says which prevails. "
      "State a priority, write an exception into one of them, or let the module resolve by a "
      "criterion."};
  static const Words impossible{
      "case of impossible duties", "cases of impossible duties",
      "Acts are obliged that nobody can do together, or an act of which every kind is forbidden. "
      "Rank the duties, or give one of them an exception."};
  static const Words gap{
      "gap", "gaps",
      "No norm speaks of the act in some situation. If the law has a rule for the rest, write it "
      "as a norm `by default`, with its source."};
  static const Words dead_norm{"dead norm", "dead norms",
                               "The norm applies in no situation: parts of its conditions exclude "
                               "each other."};
  static const Words dead_alternative{
      "dead alternative", "dead alternatives",
      "One of the ways in which the definition could hold is none: its conditions exclude each "
      "other."};
  static const Words idle_norm{
      "idle norm", "idle norms",
      "The norm applies somewhere, but what one may, must or can do would be the same without it. "
      "Other norms say the same, or always defeat it."};
  static const Words redundant{
      "redundant condition", "redundant conditions",
      "Without this part of its `when`, the norm would apply, or the definition hold, in the same "
      "situations."};
  static const Words idle_priority{"idle priority", "idle priorities",
                                   "Without the stated priority no status would change."};
  static const Words constant{"constant definition", "constant definitions",
                              "The relation has one value for everybody in every situation."};
  static const Words unused{"unused declaration", "unused declarations",
                            "Nothing in the loaded files refers to the declaration."};
  static const Words constraints{
      "case of contradictory constraints", "cases of contradictory constraints",
      "No situation satisfies all constraints, so every other question is idle."};
  static const Words thesis{"failed thesis", "failed theses",
                            "A thesis came out otherwise than the file expects."};
  static const Words void_priority{
      "void priority", "void priorities",
      "A stated priority runs against rank where the module resolves by lex_superior, and counts "
      "for nothing."};
  static const Words stale{"stale toleration", "stale tolerations",
                           "There is no finding of this kind about these names to tolerate."};
  static const Words open_pair{
      "open pair", "open pairs",
      "The criteria of `resolve by` leave open which of the two norms prevails. State a priority."};
  switch (kind) {
    case FindingKind::conflict:
      return conflict;
    case FindingKind::impossible_duties:
      return impossible;
    case FindingKind::gap:
      return gap;
    case FindingKind::dead_norm:
      return dead_norm;
    case FindingKind::dead_alternative:
      return dead_alternative;
    case FindingKind::idle_norm:
      return idle_norm;
    case FindingKind::redundant_condition:
      return redundant;
    case FindingKind::idle_priority:
      return idle_priority;
    case FindingKind::constant_definition:
      return constant;
    case FindingKind::unused:
      return unused;
    case FindingKind::contradictory_constraints:
      return constraints;
    case FindingKind::thesis_failed:
      return thesis;
    case FindingKind::void_priority:
      return void_priority;
    case FindingKind::stale_toleration:
      return stale;
    case FindingKind::open_pair:
      break;
  }
  return open_pair;
}

}  // namespace

std::string in_words(FindingKind kind) {
  const std::string_view text = words(kind).one;
  const std::string_view count = "case of ";
  return std::string(text.starts_with(count) ? text.substr(count.size()) : text);
}

std::string counted(FindingKind kind, std::uint64_t count, std::string_view which) {
  return fmt::format("{} {}{}", grouped(count), which,
                     count == 1 ? words(kind).one : words(kind).many);
}

std::string unseen(FindingKind kind, const std::vector<std::string>& names) {
  const std::string what = fmt::format("`{}`", fmt::join(names, "`, `"));
  switch (kind) {
    case FindingKind::dead_norm:
      return what + " was not seen to apply";
    case FindingKind::dead_alternative:
      return "an alternative of " + what + " was not seen to hold";
    case FindingKind::idle_norm:
      return what + " was not seen to change a status";
    case FindingKind::redundant_condition:
      return "a condition of " + what + " was not seen to matter";
    case FindingKind::idle_priority:
      return "a priority was not seen to matter, that of " + what;
    case FindingKind::constant_definition:
      return what + " was seen with one value only";
    case FindingKind::contradictory_constraints:
      return "no situation was seen that satisfies the constraints";
    case FindingKind::thesis_failed:
      return "the thesis " + what + " was not seen to fail";
    default:
      return fmt::format("no {} was seen{}", in_words(kind), names.empty() ? "" : " about " + what);
  }
}

std::string_view explanation(FindingKind kind) { return words(kind).explanation; }

std::string grouped(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ' ');
  }
  return digits;
}

}  // namespace grotius::cli
