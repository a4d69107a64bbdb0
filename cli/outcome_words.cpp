#include "cli/outcome_words.hpp"

#include "cli/english.hpp"

namespace grotius::cli {

using analyse::Verdict;
using nlohmann::ordered_json;

namespace {

std::string reported(const explore::Outcome& outcome) {
  return std::string(outcome.status ? name(*outcome.status) : name(outcome.answer));
}

std::string alone(const explore::Outcome& outcome) {
  if (outcome.answer == Verdict::contested) return "contested: standing norms allow it and standing norms forbid it";
  if (outcome.answer == Verdict::silent) return "silent: no norm speaks";
  if (!outcome.status) return outcome.answer == Verdict::yes ? "yes: it holds" : "no: it does not hold";
  return std::string(name(outcome.answer)) + ": " + reported(outcome);
}

}  // namespace

std::string outcome_words(std::span<const explore::Outcome> possible) {
  if (possible.empty()) return "unknown";
  if (possible.size() == 1) return alone(possible.front());
  std::vector<std::string> each;
  for (const explore::Outcome& one : possible) each.push_back(reported(one));
  return std::string(name(explore::verdict(possible))) + ": " + listed(each, "or");
}

void set_outcome(ordered_json& json, std::span<const explore::Outcome> possible) {
  const auto status = explore::status(possible);
  json["answer"] = name(explore::verdict(possible));
  json["status"] = status ? ordered_json(name(*status)) : ordered_json(nullptr);
  json["possible"] = ordered_json::array();
  for (const explore::Outcome& one : possible) {
    ordered_json possibility;
    if (one.status) possibility["status"] = name(*one.status);
    possibility["answer"] = name(one.answer);
    json["possible"].push_back(std::move(possibility));
  }
}

ordered_json sources_json(const model::Model& model, const std::vector<model::Citation>& sources) {
  ordered_json json = ordered_json::array();
  for (const model::Citation& citation : sources) json.push_back(model.cite(citation));
  return json;
}

}  // namespace grotius::cli
