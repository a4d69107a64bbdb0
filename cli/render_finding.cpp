// One finding for people.

#include <algorithm>

#include <fmt/color.h>
#include <fmt/format.h>

#include "cli/patch.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_report.hpp"
#include "cli/render_witness.hpp"

namespace grotius::cli {

namespace {

using analyse::Finding;
using analyse::FindingKind;
using analyse::Repair;

constexpr std::size_t kChanges = 8;  // of a repair that are shown; the JSON has them all

std::string bold(std::string_view text, bool colour) {
  return colour ? fmt::format(fmt::emphasis::bold, "{}", text) : std::string(text);
}

std::string_view verb(model::Modality modality) {
  switch (modality) {
    case model::Modality::permit:
      return "permits";
    case model::Modality::forbid:
      return "forbids";
    case model::Modality::oblige:
      return "obliges";
    case model::Modality::exempt:
      return "exempts from";
    case model::Modality::empower:
      return "gives power to";
    case model::Modality::disable:
      return "denies power to";
  }
  return "";
}

/// What the norms make of the witness: "`welcome` permits and `quarantine` forbids that s1 enters
/// the port".
std::string outcome(const model::Model& model, const Finding& finding) {
  const analyse::Witness& witness = *finding.witness;
  if (finding.kind == FindingKind::thesis_failed) return "the thesis does not come out as expected";
  if (!witness.act) return "";
  const std::string act = fmt::format("“{}”", witness.told.empty() ? *witness.act : witness.told);
  switch (finding.kind) {
    case FindingKind::conflict: {
      std::vector<std::string> sides;
      for (const model::NormId norm : finding.norms)
        sides.push_back(fmt::format("`{}` {}", model[norm].name, verb(model[norm].modality)));
      return fmt::format("{}: {}", fmt::join(sides, " and "), act);
    }
    case FindingKind::impossible_duties:
      return fmt::format("this is obliged and cannot be done as obliged: {}", act);
    case FindingKind::gap:
      return fmt::format("no norm speaks of this: {}", act);
    default:
      return fmt::format("this shows it: {}", act);
  }
}

std::string shown_line(const Sources& sources, const Span& span, const std::string& what,
                       bool colour) {
  return fmt::format(" {}{}\n{}", sources.at(span), what.empty() ? "" : ": " + what,
                     render_line(sources, span, Severity::note, colour));
}

std::string indented(std::string_view text, std::size_t by) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    result += std::string(by, ' ') + std::string(text.substr(at, end - at)) + '\n';
    at = end + 1;
  }
  return result;
}

std::string render_repair(const Sources& sources, const Repair& repair, std::size_t number) {
  std::string text = fmt::format(" repair {}: {}", number, repair.what);
  if (!repair.removes) text += " (it was not proved that the conflict is gone then)";
  text += '\n';
  if (repair.changes.empty()) {
    text += !repair.decided   ? "   what else it changes was not decided in the time given\n"
            : repair.complete ? "   it changes nothing else\n"
                              : "   nothing else that it changes was seen up to scope\n";
  } else {
    text += fmt::format("   it also changes{}:\n",
                        repair.complete && repair.decided ? "" : ", as far as was seen");
    const std::size_t shown = std::min(repair.changes.size(), kChanges);
    for (std::size_t i = 0; i < shown; ++i) {
      const Repair::Change& change = repair.changes[i];
      text += fmt::format("     {}: {} -> {}", change.action, change.from, change.to);
      if (!change.witness.given.empty())
        text += fmt::format(", where {}", fmt::join(change.witness.given, ", "));
      text += '\n';
    }
    if (shown < repair.changes.size())
      text += fmt::format("     … and {} more\n", grouped(repair.changes.size() - shown));
  }
  return text + indented(patch(sources, repair.at, repair.insert), 3);
}

}  // namespace

std::string render_text(const model::Model& model, const analyse::Report& report,
                        const Finding& finding, const std::string& name, bool colour) {
  const Sources& sources = *model.sources;
  const std::string head =
      fmt::format("{}[{}]", in_words(finding.kind), analyse::code_of(finding.kind).id);
  std::string text =
      (colour ? fmt::format(fmt::emphasis::bold | fg(fmt::terminal_color::yellow), "{}", head)
              : head) +
      ": " + finding.message + '\n';
  for (std::size_t i = 0; i < finding.at.size(); ++i) {
    if (i == 0)
      text += fmt::format(" --> {}\n{}", sources.at(finding.at[i]),
                          render_line(sources, finding.at[i], Severity::warning, colour));
    else
      text += shown_line(sources, finding.at[i], "", colour);
  }
  if (!finding.core.empty()) {
    text += " these exclude each other:\n";
    for (const analyse::CorePart& part : finding.core)
      text += shown_line(sources, part.span, part.text, colour);
  }
  if (!finding.because.empty())
    text += fmt::format(" because of: {}\n", fmt::join(finding.because, ", "));
  if (finding.witness) {
    text += story(*finding.witness, outcome(model, finding));
    text += " As a case:\n";
    text += case_text(*finding.witness, name, model[report.module].name, 3);
    if (!finding.witness->minimal) text += " (a smaller case may show it too)\n";
  }
  if (!finding.help.empty())
    text += wrapped(fmt::format(" {}: {}", bold("help", colour), finding.help), 7) + '\n';
  for (std::size_t i = 0; i < finding.repairs.size(); ++i)
    text += render_repair(sources, finding.repairs[i], i + 1);
  return text;
}

}  // namespace grotius::cli
