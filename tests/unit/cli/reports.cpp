#include "tests/unit/cli/reports.hpp"

#include <stdexcept>

namespace grotius::test {

using analyse::FindingKind;

Modelled harbour() {
  return modelled(
      {"module harbour\n"
       "type Ship\n"
       "fact flagged(s: Ship) \"{s} flies the flag\"\n"
       "fact infected(s: Ship) \"{s} carries a disease\"\n"
       "fact tonnage(s: Ship): int \"the tonnage of {s}\"\n"
       "action enter(s: Ship) \"{s} enters the port\"\n"
       "norm welcome permit enter(s) when flagged(s)\n"
       "norm quarantine forbid enter(s) when infected(s)\n"
       "norm middle forbid enter(s) when tonnage(s) > 5 and tonnage(s) < 3\n"
       "thesis clean always for s: Ship permitted enter(s) implies not infected(s)\n"
       "thesis open sometimes for s: Ship permitted enter(s)\n"
       "thesis shut always for s: Ship forbidden enter(s) expect refuted\n"});
}

Span place_of(const Modelled& of, std::string_view word) {
  const auto source = SourceId{};
  const std::size_t at = (*of.sources)[source].text().find(word);
  if (at == std::string_view::npos) throw std::out_of_range("no such word");
  return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
}

analyse::Finding conflict(const Modelled& of) {
  analyse::Finding finding;
  finding.kind = FindingKind::conflict;
  finding.names = {"quarantine", "welcome"};
  finding.norms = {of.norm("quarantine"), of.norm("welcome")};
  finding.action = of.action("enter");
  finding.witness = analyse::Witness{{{"s1", "Ship"}},
                                     {"flagged(s1)", "infected(s1)"},
                                     std::nullopt,
                                     "enter(s1)",
                                     "s1 enters the port",
                                     {"s1 is a Ship", "s1 flies the flag", "s1 carries a disease"},
                                     true};
  finding.at = {place_of(of, "quarantine"), place_of(of, "welcome")};
  finding.message = "`quarantine` forbids and `welcome` permits `enter`";
  finding.help = "say which prevails";
  return finding;
}

analyse::Finding dead_norm(const Modelled& of) {
  analyse::Finding finding;
  finding.kind = FindingKind::dead_norm;
  finding.names = {"middle"};
  finding.norms = {of.norm("middle")};
  finding.at = {place_of(of, "middle")};
  finding.core = {{place_of(of, "tonnage(s) > 5"), "tonnage(s) > 5"},
                  {place_of(of, "tonnage(s) < 3"), "tonnage(s) < 3"}};
  finding.message = "`middle` never applies";
  return finding;
}

analyse::Repair repair(const Modelled& of) {
  analyse::Repair repair;
  repair.what = "priority quarantine > welcome";
  repair.at = place_of(of, "when infected(s)");
  repair.insert = "\n  overrides welcome";
  repair.changes = {
      {"leave", "permitted", "forbidden", {{}, {"flagged(s1)"}, {}, {}, {}, {}, true}}};
  return repair;
}

analyse::Report everything(const Modelled& of) {
  analyse::Report report;
  report.module = of.module("harbour");
  report.universe = {{"Crew", 1}, {"Ship", 2}};
  report.findings = {conflict(of), dead_norm(of)};
  report.findings[0].repairs = {repair(of)};
  report.beyond = {{FindingKind::conflict, "leave", "", 3},
                   {FindingKind::conflict, "enter", "permit against forbid", 1'203'453}};
  report.not_seen = {{FindingKind::idle_norm,
                      {"welcome"},
                      {of.norm("welcome")},
                      {{"Ship", 2}},
                      "sums over the open type Ship"}};
  report.tolerated = {{dead_norm(of), "kept for the record"}};
  using Outcome = analyse::ThesisResult::Outcome;
  const auto witness = conflict(of).witness;
  report.theses = {{model::ThesisId{0}, Outcome::refuted, true, witness, false, ""},
                   {model::ThesisId{1}, Outcome::unknown, false, std::nullopt, false, "timeout"},
                   {model::ThesisId{2}, Outcome::refuted, true, witness, true, ""}};
  report.undecided = {{FindingKind::gap, {}, {}, "timeout"}};
  report.seconds = 0.25;
  return report;
}

}  // namespace grotius::test
