#include "cli/render_sarif.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/render_witness.hpp"

namespace grotius::cli {

namespace {

using analyse::Finding;
using analyse::FindingKind;
using nlohmann::ordered_json;

ordered_json message(std::string_view text) {
  ordered_json json;
  json["text"] = text;
  return json;
}

ordered_json region(const Sources& sources, const Span& span) {
  const Source& source = sources[span.source];
  const Position begin = source.position(span.begin);
  const Position end = source.position(span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

ordered_json artifact(const Sources& sources, const Span& span) {
  ordered_json json;
  json["uri"] = artifact_uri(sources[span.source].name());
  return json;
}

ordered_json location(const Sources& sources, const Span& span, std::string_view text = "") {
  ordered_json json;
  json["physicalLocation"] = {{"artifactLocation", artifact(sources, span)},
                              {"region", region(sources, span)}};
  if (!text.empty()) json["message"] = message(text);
  return json;
}

/// An array of one object. (Of nested braces alone the library would make one object, or an array,
/// as it pleases.)
ordered_json only(ordered_json object) {
  ordered_json list = ordered_json::array();
  list.push_back(std::move(object));
  return list;
}

ordered_json fix(const Sources& sources, const analyse::Repair& repair) {
  const Span behind{repair.at.source, repair.at.end, repair.at.end};
  ordered_json replacement;
  replacement["deletedRegion"] = region(sources, behind);
  replacement["insertedContent"] = message(repair.insert);
  ordered_json change;
  change["artifactLocation"] = artifact(sources, behind);
  change["replacements"] = only(std::move(replacement));
  ordered_json json;
  json["description"] = message(repair.what);
  json["artifactChanges"] = only(std::move(change));
  return json;
}

/// Everything but the place, as one text: the message, the story, the help.
std::string told(const Finding& finding) {
  std::string text = finding.message + '.';
  if (finding.witness) text += '\n' + story(*finding.witness, "").substr(1);
  if (!finding.because.empty())
    text += fmt::format("\nBecause of: {}.", fmt::join(finding.because, ", "));
  if (!finding.help.empty()) text += "\nHelp: " + finding.help + '.';
  return text;
}

}  // namespace

std::string artifact_uri(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::string shown = fs::path(path).lexically_normal().generic_string();
  if (fs::path(path).is_absolute()) {
    const fs::path relative = fs::path(path).lexically_relative(fs::current_path(error));
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    shown = below ? relative.generic_string() : "file://" + shown;
  }
  const std::string plain = "-._~/:";
  std::string uri;
  for (const char sign : shown) {
    const auto byte = static_cast<unsigned char>(sign);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9');
    uri += letter || plain.find(sign) != std::string::npos ? std::string(1, sign)
                                                           : fmt::format("%{:02X}", byte);
  }
  return uri;
}

Sarif::Sarif(std::string version) : version_(std::move(version)) {
  for (int i = 0; i <= static_cast<int>(FindingKind::open_pair); ++i) {
    const auto kind = static_cast<FindingKind>(i);
    ordered_json& rule = rules_[this->rule(analyse::code_of(kind))];
    rule["name"] = analyse::name(kind);
    rule["help"] = message(explanation(kind));
  }
}

std::size_t Sarif::rule(Code code) {
  const auto known = std::ranges::find(codes_, code.id);
  if (known != codes_.end()) return static_cast<std::size_t>(known - codes_.begin());
  codes_.emplace_back(code.id);
  rules_.push_back({{"id", code.id}, {"shortDescription", message(code.title)}});
  return codes_.size() - 1;
}

ordered_json Sarif::result(const model::Model& model, const Finding& finding) {
  const Sources& sources = *model.sources;
  const Code code = analyse::code_of(finding.kind);
  ordered_json json{{"ruleId", code.id},
                    {"ruleIndex", rule(code)},
                    {"level", "warning"},
                    {"message", message(told(finding))}};
  json["locations"] = ordered_json::array();
  if (!finding.at.empty()) json["locations"].push_back(location(sources, finding.at.front()));
  ordered_json related = ordered_json::array();
  for (std::size_t i = 1; i < finding.at.size(); ++i)
    related.push_back(location(sources, finding.at[i]));
  for (const analyse::CorePart& part : finding.core)
    related.push_back(location(sources, part.span, part.text));
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  ordered_json fixes = ordered_json::array();
  for (const analyse::Repair& repair : finding.repairs) fixes.push_back(fix(sources, repair));
  if (!fixes.empty()) json["fixes"] = std::move(fixes);
  // A code host tells by this that a finding is the one of yesterday, though its line has moved.
  json["partialFingerprints"]["finding/v1"] =
      fmt::format("{} {}", code.id, fmt::join(finding.names, ", "));
  json["properties"] = {{"kind", analyse::name(finding.kind)},
                        {"names", finding.names},
                        {"complete", finding.complete},
                        {"witness", to_json(finding.witness)}};
  return json;
}

void Sarif::add(const model::Model& model, const analyse::Report& report) {
  for (const Finding& finding : report.findings) results_.push_back(result(model, finding));
  for (const analyse::Tolerated& one : report.tolerated) {
    ordered_json json = result(model, one.finding);
    json["suppressions"] = only({{"kind", "inSource"}, {"justification", one.reason}});
    results_.push_back(std::move(json));
  }
}

void Sarif::add(const Sources& sources, const Diagnostic& diagnostic) {
  const bool error = diagnostic.severity == Severity::error;
  std::string text = diagnostic.message + '.';
  if (!diagnostic.help.empty()) text += "\nHelp: " + diagnostic.help + '.';
  ordered_json json{{"ruleId", diagnostic.code.id},
                    {"ruleIndex", rule(diagnostic.code)},
                    {"level", error                                      ? "error"
                              : diagnostic.severity == Severity::warning ? "warning"
                                                                         : "note"},
                    {"message", message(text)}};
  json["locations"] = ordered_json::array();
  if (diagnostic.span) json["locations"].push_back(location(sources, *diagnostic.span));
  ordered_json related = ordered_json::array();
  for (const Related& one : diagnostic.related)
    related.push_back(location(sources, one.span, one.message));
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  results_.push_back(std::move(json));
}

ordered_json Sarif::document(bool successful) const {
  ordered_json run;
  run["tool"]["driver"] = {{"name", "grotius"}, {"version", version_}, {"rules", rules_}};
  run["invocations"] = only({{"executionSuccessful", successful}});
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = results_;
  ordered_json json;
  json["$schema"] =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
      "sarif-schema-2.1.0.json";
  json["version"] = "2.1.0";
  json["runs"] = only(std::move(run));
  return json;
}

}  // namespace grotius::cli
