// Stated pairs of superiority: those against rank, those without effect; and pairs that a criterion left open.

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

namespace {

using model::NormId;

Finding about_pair(const Study& study, FindingKind kind, NormId superior, NormId inferior) {
  Finding finding;
  finding.kind = kind;
  finding.norms = {superior, inferior};
  finding.names = {study.name_of(superior), study.name_of(inferior)};
  return finding;
}

void find_void(Study& study) {
  for (std::size_t i : study.superiority().void_priorities) {
    const auto& pair = study.model.priorities[i];
    Finding finding = about_pair(study, FindingKind::void_priority, pair.superior, pair.inferior);
    finding.at = {pair.span, study.model[pair.superior].name_span, study.model[pair.inferior].name_span};
    finding.message = "`" + finding.names[0] + "` cannot prevail over `" + finding.names[1] +
                      "`, whose document has the higher rank";
    finding.help = "under `resolve by lex_superior` a stated priority against rank is void; leave it out, or ask "
                   "under the module of the lower rank alone";
    study.report.findings.push_back(std::move(finding));
  }
}

void find_open(Study& study) {
  for (const model::OpenPair& pair : study.superiority().open) {
    Finding finding = about_pair(study, FindingKind::open_pair, pair.first, pair.second);
    finding.at = {study.model[pair.first].name_span, study.model[pair.second].name_span};
    const std::string criterion = pair.criterion == model::Criterion::lex_superior     ? "lex_superior"
                                  : pair.criterion == model::Criterion::lex_specialis ? "lex_specialis"
                                                                                      : "lex_posterior";
    finding.message = "`" + criterion + "` leaves open which of `" + finding.names[0] + "` and `" +
                      finding.names[1] + "` prevails: " +
                      (pair.on_a_cycle ? "it would run in a circle" : "which is more special could not be decided");
    finding.help = "say which prevails: `priority " + finding.names[0] + " > " + finding.names[1] + "`, or the reverse";
    study.report.findings.push_back(std::move(finding));
  }
}

}  // namespace

void find_about_priorities(Study& study) {
  if (study.wants(FindingKind::void_priority)) find_void(study);
  if (study.wants(FindingKind::open_pair)) find_open(study);
  if (study.wants(FindingKind::idle_priority)) find_idle_priorities(study);
}

}  // namespace grotius::analyse
