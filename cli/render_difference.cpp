#include "cli/render_difference.hpp"

#include <algorithm>

#include <fmt/color.h>
#include <fmt/format.h>

#include "cli/render_diagnostics.hpp"
#include "cli/render_report.hpp"
#include "cli/render_witness.hpp"

namespace grotius::cli {

namespace {

using analyse::Change;
using analyse::Difference;
using analyse::NormChange;
using nlohmann::ordered_json;

std::string_view name(Change::Question question) {
  switch (question) {
    case Change::Question::may:
      return "may";
    case Change::Question::must:
      return "must";
    case Change::Question::can:
      break;
  }
  return "can";
}

std::string_view name(NormChange::Kind kind) {
  switch (kind) {
    case NormChange::Kind::added:
      return "added";
    case NormChange::Kind::removed:
      return "removed";
    case NormChange::Kind::reworded:
      break;
  }
  return "reworded";
}

/// "forbidden" of *may*; "obliged (must)" of the other questions.
std::string status(const Change& change, const std::string& which) {
  return change.question == Change::Question::may
             ? which
             : fmt::format("{} ({})", which, name(change.question));
}

std::string render_change(const Sources& sources, const Sides& sides, const Change& change,
                          const std::string& witness, bool colour) {
  const std::string head = fmt::format("{}: {} -> {}", change.action, status(change, change.from),
                                       status(change, change.to));
  std::string text =
      (colour ? fmt::format(fmt::emphasis::bold | fg(fmt::terminal_color::yellow), "{}", head)
              : head) +
      '\n';
  const std::string act = change.witness.told.empty() ? change.witness.act.value_or(change.action)
                                                      : change.witness.told;
  text += story(change.witness, fmt::format("“{}” is {} under {}, and {} under {}", act,
                                            status(change, change.from), sides.first,
                                            status(change, change.to), sides.second));
  text += " As a case:\n" + case_text(change.witness, witness, "", 3);
  if (!change.witness.minimal) text += " (a smaller case may show it too)\n";
  if (!change.norms.empty())
    text += fmt::format(" because of: {}\n", fmt::join(change.norms, ", "));
  for (const Span& span : change.at)
    text += fmt::format(" {}\n{}", sources.at(span),
                        render_line(sources, span, Severity::note, colour));
  return text;
}

std::string scope(const Difference& difference) {
  std::vector<std::string> parts;
  for (const auto& [type, count] : difference.universe)
    parts.push_back(fmt::format("{} of {}", count, type));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string sums_up(const Difference& difference) {
  if (difference.equivalent()) {
    std::vector<std::string> types;
    for (const auto& [type, count] : difference.universe) types.push_back(type);
    return types.empty() ? "equivalent"
                         : fmt::format("equivalent, for every number of individuals of {}",
                                       fmt::join(types, ", "));
  }
  std::string text =
      difference.changes.empty()
          ? "no difference was seen"
          : fmt::format("{} {}", grouped(difference.changes.size()),
                        difference.changes.size() == 1 ? "difference" : "kinds of difference");
  if (!difference.complete)
    text += fmt::format("; {}up to scope ({}): {}", difference.changes.empty() ? "" : "seen ",
                        scope(difference), difference.reason);
  if (!difference.undecided.empty())
    text += fmt::format("; {} not decided", grouped(difference.undecided.size()));
  return text;
}

}  // namespace

std::string render_text(const Sources& sources, const Sides& sides, const Difference& difference,
                        bool colour) {
  std::string text;
  std::size_t witnesses = 0;
  for (const Change& change : difference.changes)
    text += render_change(sources, sides, change, fmt::format("witness_{}", ++witnesses), colour) +
            '\n';
  for (const NormChange& change : difference.norms)
    text += fmt::format("{:<8} {} at {}{}\n", name(change.kind), change.norm, sources.at(change.at),
                        change.changes_something ? "" : "; it changes nothing");
  for (const std::string& one : difference.undecided) text += "not decided: " + one + '\n';
  if (!difference.norms.empty() || !difference.undecided.empty()) text += '\n';
  return text + fmt::format("{} and {}: {}\n", sides.first, sides.second, sums_up(difference));
}

ordered_json to_json(const Sources& sources, const Sides& sides, const Difference& difference) {
  ordered_json json;
  json["first"] = sides.first;
  json["second"] = sides.second;
  json["equivalent"] = difference.equivalent();
  json["complete"] = difference.complete;
  json["reason"] =
      difference.reason.empty() ? ordered_json(nullptr) : ordered_json(difference.reason);
  json["universe"] = ordered_json::object();
  for (const auto& [type, count] : difference.universe) json["universe"][type] = count;
  json["changes"] = ordered_json::array();
  for (const Change& change : difference.changes) {
    ordered_json one;
    one["question"] = name(change.question);
    one["action"] = change.action;
    one["from"] = change.from;
    one["to"] = change.to;
    one["minimal"] = change.witness.minimal;
    one["witness"] = to_json(std::optional(change.witness));
    one["norms"] = change.norms;
    one["at"] = ordered_json::array();
    for (const Span& span : change.at) one["at"].push_back(sources.at(span));
    json["changes"].push_back(std::move(one));
  }
  json["norms"] = ordered_json::array();
  for (const NormChange& change : difference.norms) {
    ordered_json one;
    one["change"] = name(change.kind);
    one["norm"] = change.norm;
    one["changes_something"] = change.changes_something;
    one["at"] = sources.at(change.at);
    json["norms"].push_back(std::move(one));
  }
  json["undecided"] = difference.undecided;
  json["seconds"] = difference.seconds;
  return json;
}

}  // namespace grotius::cli
