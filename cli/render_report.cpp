#include "cli/render_report.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/render_witness.hpp"

namespace grotius::cli {

namespace {

using analyse::FindingKind;
using analyse::Report;
using analyse::ThesisResult;

/// "2 individuals of State, 1 of Population"
std::string universe(const std::map<std::string, std::uint32_t>& scope) {
  std::vector<std::string> parts;
  for (const auto& [type, count] : scope) parts.push_back(fmt::format("{} of {}", count, type));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// "… and 1 203 456 further conflicts: 1 200 000 about use_of_force (permit against forbid), …"
std::string further(const Report& report) {
  std::map<FindingKind, std::vector<const analyse::Beyond*>> by_kind;
  for (const analyse::Beyond& one : report.beyond) by_kind[one.kind].push_back(&one);
  std::string text;
  for (auto& [kind, groups] : by_kind) {
    std::ranges::stable_sort(groups, std::greater{}, &analyse::Beyond::count);
    std::uint64_t total = 0;
    std::string details;
    for (const analyse::Beyond* group : groups) {
      total += group->count;
      details += fmt::format("  {} about {}{}\n", grouped(group->count), group->action,
                             group->what.empty() ? "" : fmt::format(": {}", group->what));
    }
    text += fmt::format("… and {}:\n{}\n", counted(kind, total, "further "), details);
  }
  return text;
}

bool is_open(const ThesisResult& thesis) {
  // What a witness shows is definite, whatever larger universes hold.
  return thesis.result == ThesisResult::Outcome::unknown || (!thesis.complete && !thesis.witness);
}

std::string theses(const model::Model& model, const Report& report) {
  std::string text;
  for (const ThesisResult& thesis : report.theses) text += render_thesis(model, thesis) + '\n';
  return text.empty() ? text : text + '\n';
}

std::string what_is_open(const Report& report) {
  std::string text;
  for (const analyse::NotSeen& one : report.not_seen)
    text += wrapped(fmt::format("up to scope ({}): {}; a larger world might show it: {}",
                                universe(one.scope), unseen(one.kind, one.names), one.reason),
                    2) +
            '\n';
  for (const analyse::Undecided& one : report.undecided)
    text += fmt::format("not decided: {}{}; {}\n", in_words(one.kind),
                        one.names.empty() ? "" : fmt::format(" {}", fmt::join(one.names, ", ")),
                        one.reason);
  return text.empty() ? text : text + '\n';
}

std::string completeness(const Report& report) {
  std::vector<std::string> parts;
  if (!report.undecided.empty())
    parts.push_back(fmt::format("{} not decided", grouped(report.undecided.size())));
  if (is_inconclusive(report)) {
    if (!report.not_seen.empty())
      parts.push_back(fmt::format("{} not seen up to scope", grouped(report.not_seen.size())));
    if (parts.empty()) parts.emplace_back("not all theses are decided");
    return fmt::format("{}", fmt::join(parts, ", "));
  }
  if (report.universe.empty()) return "complete";
  std::vector<std::string> types;
  for (const auto& [type, count] : report.universe) types.push_back(type);
  return fmt::format("complete for every number of individuals of {}", fmt::join(types, ", "));
}

}  // namespace

std::string render_thesis(const model::Model& model, const ThesisResult& result) {
  const model::Thesis& thesis = model[result.thesis];
  std::string text = fmt::format("thesis {}: {}", model.qualified(thesis.module, thesis.name),
                                 analyse::name(result.result));
  if (result.result == ThesisResult::Outcome::unknown) {
    if (!result.reason.empty()) text += fmt::format(" ({})", result.reason);
    return text;
  }
  if (result.as_expected && thesis.expect == syntax::ThesisExpectation::refuted)
    text += ", as expected";
  if (!result.as_expected) text += ", not as expected";
  if (is_open(result)) text += ", up to scope";
  return text;
}

bool has_findings(const Report& report) {
  return !report.findings.empty() || !report.beyond.empty();
}

bool is_inconclusive(const Report& report) {
  return !report.not_seen.empty() || !report.undecided.empty() ||
         std::ranges::any_of(report.theses, is_open);
}

std::string summary(const Report& report) {
  std::map<FindingKind, std::uint64_t> counts;
  for (const analyse::Finding& one : report.findings) ++counts[one.kind];
  for (const analyse::Beyond& one : report.beyond) counts[one.kind] += one.count;
  std::vector<std::string> kinds;
  for (const auto& [kind, count] : counts) kinds.push_back(counted(kind, count));
  std::string text = kinds.empty() ? "nothing found" : fmt::format("{}", fmt::join(kinds, ", "));
  if (!report.tolerated.empty())
    text += fmt::format("; {} tolerated", grouped(report.tolerated.size()));
  return text + "; " + completeness(report);
}

std::string render_text(const model::Model& model, const Report& report, bool colour) {
  std::string text;
  std::size_t witnesses = 0;
  for (const analyse::Finding& finding : report.findings) {
    const std::string name = finding.witness ? fmt::format("witness_{}", ++witnesses) : "";
    text += render_text(model, report, finding, name, colour) + '\n';
  }
  text += further(report) + theses(model, report) + what_is_open(report);
  const model::Module& module = model[report.module];
  const std::string_view set =
      module.anonymous ? std::string_view((*model.sources)[module.source].name()) : module.name;
  return text + fmt::format("{}: {}\n", set, summary(report));
}

}  // namespace grotius::cli
