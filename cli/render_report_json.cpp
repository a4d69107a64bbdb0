// A report for programs.

#include "cli/render_report.hpp"
#include "cli/render_witness.hpp"

namespace grotius::cli {

namespace {

using analyse::Report;
using nlohmann::ordered_json;

ordered_json or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json names_of(const model::Model& model, const std::vector<model::NormId>& norms) {
  ordered_json names = ordered_json::array();
  for (const model::NormId norm : norms) names.push_back(model.qualified(norm));
  return names;
}

ordered_json counts(const std::map<std::string, std::uint32_t>& universe) {
  ordered_json json = ordered_json::object();
  for (const auto& [type, count] : universe) json[type] = count;
  return json;
}

ordered_json repair_object(const Sources& sources, const analyse::Repair& repair) {
  ordered_json changes = ordered_json::array();
  for (const analyse::Repair::Change& change : repair.changes)
    changes.push_back({{"action", change.action},
                       {"from", change.from},
                       {"to", change.to},
                       {"witness", to_json(std::optional(change.witness))}});
  return {{"what", repair.what},         {"at", sources.end(repair.at)},
          {"insert", repair.insert},     {"changes", std::move(changes)},
          {"complete", repair.complete}, {"decided", repair.decided},
          {"removes", repair.removes}};
}

template <class Item, class Shown>
ordered_json list(const std::vector<Item>& items, Shown shown) {
  ordered_json json = ordered_json::array();
  for (const Item& item : items) json.push_back(shown(item));
  return json;
}

}  // namespace

ordered_json to_json(const model::Model& model, const analyse::Finding& finding) {
  const Sources& sources = *model.sources;
  ordered_json json;
  json["kind"] = analyse::name(finding.kind);
  json["code"] = analyse::code_of(finding.kind).id;
  json["names"] = finding.names;
  json["norms"] = names_of(model, finding.norms);
  json["definition"] = nullptr;
  if (finding.definition) {
    const model::Definition& definition = model[*finding.definition];
    json["definition"] = model.qualified(definition.module, definition.name);
  }
  json["action"] = nullptr;
  if (finding.action) {
    const model::Action& action = model[*finding.action];
    json["action"] = model.qualified(action.module, action.name);
  }
  json["condition"] = or_null(finding.condition);
  json["complete"] = finding.complete;
  json["minimal"] = !finding.witness || finding.witness->minimal;
  json["witness"] = to_json(finding.witness);
  json["core"] = list(finding.core, [&](const analyse::CorePart& part) {
    return ordered_json{{"at", sources.at(part.span)}, {"text", part.text}};
  });
  json["because"] = finding.because;
  json["at"] = list(finding.at, [&](const Span& span) { return sources.at(span); });
  json["message"] = finding.message;
  json["help"] = finding.help;
  json["repairs"] = list(finding.repairs, [&](const analyse::Repair& repair) {
    return repair_object(sources, repair);
  });
  return json;
}

ordered_json to_json(const model::Model& model, const analyse::ThesisResult& result) {
  const model::Thesis& thesis = model[result.thesis];
  return {{"thesis", model.qualified(thesis.module, thesis.name)},
          {"result", analyse::name(result.result)},
          {"complete", result.complete},
          {"witness", to_json(result.witness)},
          {"as_expected", result.as_expected},
          {"reason", or_null(result.reason)},
          {"at", model.sources->at(thesis.span)}};
}

ordered_json to_json(const model::Model& model, const Report& report) {
  const model::Module& module = model[report.module];
  ordered_json json;
  json["norm_set"] = module.anonymous ? ordered_json(nullptr) : ordered_json(module.name);
  json["file"] = (*model.sources)[module.source].name();
  json["universe"] = counts(report.universe);
  json["findings"] = list(report.findings,
                          [&](const analyse::Finding& finding) { return to_json(model, finding); });
  json["beyond"] = list(report.beyond, [](const analyse::Beyond& one) {
    return ordered_json{{"kind", analyse::name(one.kind)},
                        {"action", one.action},
                        {"what", or_null(one.what)},
                        {"count", one.count}};
  });
  json["not_seen"] = list(report.not_seen, [&](const analyse::NotSeen& one) {
    return ordered_json{{"kind", analyse::name(one.kind)},
                        {"names", one.names},
                        {"norms", names_of(model, one.norms)},
                        {"scope", counts(one.scope)},
                        {"reason", one.reason}};
  });
  json["tolerated"] = list(report.tolerated, [&](const analyse::Tolerated& one) {
    ordered_json finding = to_json(model, one.finding);
    finding["reason"] = one.reason;
    return finding;
  });
  json["theses"] =
      list(report.theses, [&](const analyse::ThesisResult& one) { return to_json(model, one); });
  json["undecided"] = list(report.undecided, [&](const analyse::Undecided& one) {
    return ordered_json{{"kind", analyse::name(one.kind)},
                        {"names", one.names},
                        {"norms", names_of(model, one.norms)},
                        {"reason", one.reason}};
  });
  json["seconds"] = report.seconds;
  return json;
}

}  // namespace grotius::cli
