#include "tests/properties/engine_findings.hpp"

#include <algorithm>

#include "tests/properties/print_expression.hpp"

namespace grotius::properties {
namespace {

using analyse::FindingKind;

std::string plain(const std::string& name) { return name.substr(name.rfind('.') + 1); }

std::vector<std::string> plain(std::vector<std::string> names) {
  for (std::string& name : names) name = plain(name);
  return names;
}

model::ModuleId named_module(const model::Model& model) {
  const auto found = std::find_if(model.modules.begin(), model.modules.end(),
                                  [](const model::Module& it) { return !it.anonymous; });
  return static_cast<model::ModuleId>(found - model.modules.begin());
}

bool within(const Span& inner, const Span& outer) {
  return inner.source == outer.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

// Which alternative of the definition the finding points at, from 1.
std::string alternative_of(const model::Model& model, const analyse::Finding& finding) {
  const auto& alternatives = model[*finding.definition].alternatives;
  for (std::size_t place = 0; place < alternatives.size(); ++place) {
    if (within(finding.at.at(0), alternatives[place].span)) return std::to_string(place + 1);
  }
  return "?";
}

Finding text_of(const model::Model& model, const analyse::Finding& finding) {
  const std::string kind(analyse::name(finding.kind));
  switch (finding.kind) {
    case FindingKind::dead_alternative:
      return kind + " " + plain(finding.names.at(0)) + " " + alternative_of(model, finding);
    case FindingKind::redundant_condition:
      return kind + " " + plain(finding.names.at(0)) +
             (finding.definition ? " " + alternative_of(model, finding) : "") + ": " +
             bare_text(finding.condition);
    case FindingKind::idle_priority:
    case FindingKind::void_priority:
      return kind + " " + std::string(model[finding.norms.at(0)].name) + " > " +
             std::string(model[finding.norms.at(1)].name);
    default:
      return kind + " " + unordered(plain(finding.names));
  }
}

// What the reference does not speak of.
bool is_left_aside(FindingKind kind) {
  return kind == FindingKind::unused || kind == FindingKind::open_pair ||
         kind == FindingKind::thesis_failed || kind == FindingKind::stale_toleration;
}

void read_theses(const model::Model& model, const analyse::Report& found, EngineReport& result) {
  using Outcome = analyse::ThesisResult::Outcome;
  for (const analyse::ThesisResult& thesis : found.theses) {
    const std::string name(model[thesis.thesis].name);
    if (thesis.result != Outcome::unknown) {
      result.report.theses[name] = thesis.result == Outcome::proved;
      if (thesis.complete || thesis.witness) {
        result.proofs[name] = thesis.result == Outcome::proved;
      }
    } else {
      result.open.emplace_back("thesis_failed", std::vector<std::string>{name});
    }
    if (thesis.witness) result.witnesses.push_back({"thesis " + name, *thesis.witness, {}});
  }
}

}  // namespace

std::optional<EngineReport> engine_check(LoadedWorld& loaded,
                                         const analyse::CheckOptions& options) {
  Session& session = loaded.session();
  if (!loaded.errors().empty()) return std::nullopt;
  analyse::Worlds worlds(session.model());
  const auto found =
      analyse::check(worlds, named_module(session.model()), options, session.diagnostics());
  if (!found) return std::nullopt;
  EngineReport result;
  for (const analyse::Finding& finding : found->findings) {
    if (is_left_aside(finding.kind)) continue;
    if (finding.kind == FindingKind::contradictory_constraints) {
      result.report.contradictory = true;
      continue;
    }
    const Finding text = text_of(session.model(), finding);
    // A condition may be written twice, and each can go.
    if (!result.report.findings.insert(text).second &&
        finding.kind != FindingKind::redundant_condition) {
      result.mistakes += "twice: " + text + "\n";
    }
    if (finding.complete) result.complete.insert(text);
    std::vector<std::string> norms;
    for (model::NormId norm : finding.norms) norms.emplace_back(session.model()[norm].name);
    if (finding.witness) result.witnesses.push_back({text, *finding.witness, norms});
  }
  for (const analyse::NotSeen& one : found->not_seen) {
    result.open.emplace_back(analyse::name(one.kind), plain(one.names));
  }
  for (const analyse::Undecided& one : found->undecided) {
    result.open.emplace_back(analyse::name(one.kind), plain(one.names));
  }
  for (const analyse::Beyond& one : found->beyond) {
    result.mistakes += "only counted: " + std::string(analyse::name(one.kind)) + "\n";
  }
  for (const auto& [type, count] : found->universe) {
    result.largest = std::max(result.largest, count);
  }
  read_theses(session.model(), *found, result);
  return result;
}

TwoSides::TwoSides(const Printed& left, const Printed& right) {
  const Printed* sides[] = {&left, &right};
  for (std::size_t side = 0; side < 2; ++side) {
    for (const TextFile& file : sides[side]->files) {
      const SourceId source = sources_->add(file.name, file.text);
      files_[side].push_back(parse(*sources_, source, diagnostics_));
    }
    models_[side] = model::from_syntax(*sources_, files_[side], files_[side].size(), diagnostics_);
  }
}

TwoSides::Changes TwoSides::changes(const analyse::CheckOptions& options) {
  static const char* const questions[] = {"may", "must", "can"};
  Changes result;
  const auto found = analyse::difference(models_[0], {named_module(models_[0])}, models_[1],
                                         {named_module(models_[1])}, options, diagnostics_);
  for (const Diagnostic& one : diagnostics_.items()) {
    if (one.severity == Severity::error) result.mistakes += one.message + "\n";
  }
  if (!found) {
    result.mistakes += "no difference\n";
    return result;
  }
  if (!found->complete) result.mistakes += "not complete: " + found->reason + "\n";
  for (const std::string& what : found->undecided) result.mistakes += "undecided: " + what + "\n";
  result.changes = found->changes;
  for (const analyse::Change& change : found->changes) {
    const std::string text = std::string(questions[static_cast<int>(change.question)]) + " " +
                             plain(change.action) + ": " + change.from + " -> " + change.to;
    if (!result.texts.insert(text).second) result.mistakes += "twice: " + text + "\n";
  }
  return result;
}

bool is_left_open(const EngineReport& report, const Finding& finding) {
  const std::size_t blank = finding.find(' ');
  const std::string kind = finding.substr(0, blank);
  std::string names = finding.substr(std::min(finding.size(), blank + 1));
  names = names.substr(0, names.find(':'));
  return std::any_of(report.open.begin(), report.open.end(), [&](const auto& open) {
    // Conflicts are left open by action; what has no names concerns the whole kind.
    return open.first == kind &&
           (open.second.empty() || kind == "conflict" ||
            std::any_of(open.second.begin(), open.second.end(), [&](const std::string& name) {
              return names.find(name) != std::string::npos;
            }));
  });
}

std::string difference(const CheckReport& engine, const CheckReport& reference) {
  if (engine.contradictory != reference.contradictory) {
    return std::string("the engine finds ") + (engine.contradictory ? "no" : "a") + " situation\n";
  }
  if (reference.contradictory) return "";
  std::string result;
  for (const Finding& finding : engine.findings) {
    if (!reference.findings.contains(finding)) result += "only the engine: " + finding + "\n";
  }
  for (const Finding& finding : reference.findings) {
    if (!engine.findings.contains(finding)) result += "only the reference: " + finding + "\n";
  }
  for (const auto& [thesis, proved] : reference.theses) {
    const auto found = engine.theses.find(thesis);
    if (found == engine.theses.end()) {
      result += "the engine leaves open: " + thesis + "\n";
    } else if (found->second != proved) {
      result += "the engine has " + thesis + (proved ? " refuted\n" : " proved\n");
    }
  }
  return result;
}

}  // namespace grotius::properties
