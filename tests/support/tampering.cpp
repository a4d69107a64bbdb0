#include "tests/support/tampering.hpp"

#include <algorithm>
#include <optional>

namespace grotius::test {

using nlohmann::json;

namespace {

// ---------------------------------------------------------------------------------------------------------------------
// At a step; `all` are the steps of its case. False: there is nothing to change so.

bool is(const json& step, const char* rule) { return step.at("rule") == rule; }

// Another value than the one claimed; nothing where the sort does not show one.
std::optional<json> contrary(const json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>() + (value.get<std::int64_t>() < 1'000'000'000 ? 1 : -1);
  if (value.is_object() && value.at("to").is_number_integer()) {
    const auto beyond = value.at("to").get<std::int64_t>() + 1;
    return json{{"from", beyond}, {"to", nullptr}};
  }
  if (value.is_object() && value.at("from").is_number_integer()) {
    const auto before = value.at("from").get<std::int64_t>() - 1;
    return json{{"from", nullptr}, {"to", before}};
  }
  if (value.is_string() && value.get<std::string>().size() == 10 && value.get<std::string>()[4] == '-') {
    auto date = value.get<std::string>();
    date[9] = date[9] == '1' ? '2' : '1';
    return json(date);
  }
  return std::nullopt;
}

bool other_value(json& step, const json&) {
  if (!step.contains("value")) return false;
  const auto other = contrary(step.at("value"));
  if (other) step["value"] = *other;
  return other.has_value();
}

bool speaks_for_itself(const json& step) { return is(step, "expression") && step.at("uses").empty(); }

bool dropped_use(json& step, const json& all) {
  json& uses = step["uses"];
  // `x in {…}` rests on members that do not matter too; a literal is known without a step; `breached` may rest on one act twice.
  if (is(step, "expression") && (step.at("text").get<std::string>().find(" in {") != std::string::npos ||
                                 step.at("text").get<std::string>().starts_with("breached")))
    return false;
  for (std::size_t i = uses.size(); i-- > 0;) {
    const json use = uses[i];
    if (speaks_for_itself(all.at(use.get<std::size_t>()))) continue;
    uses.erase(std::remove(uses.begin(), uses.end(), use), uses.end());
    return true;
  }
  return false;
}

// A citation, or the place of an expression, some lines further.
bool other_place(json& step, const json&) {
  if (!step.contains("at") || (step.contains("text") && step.at("text") == "")) return false;
  auto at = step.at("at").get<std::string>();
  const std::size_t column = at.rfind(':'), line = at.rfind(':', column - 1);
  step["at"] = at.substr(0, line + 1) + std::to_string(std::stoi(at.substr(line + 1)) + 1) + at.substr(column);
  return true;
}

bool other_rule(json& step, const json&) {
  if (!is(step, "given") && !is(step, "presumed") && !is(step, "supposed")) return false;
  step["rule"] = is(step, "presumed") ? "supposed" : "presumed";
  return true;
}

bool other_alternative(json& step, const json&) {
  if (!is(step, "definition") || step.at("alternative").is_null()) return false;
  step["alternative"] = step.at("alternative").get<std::size_t>() + 1;
  return true;
}

bool other_right(json& step, const json&) {
  if (!is(step, "stands") || !step.contains("defeated")) return false;
  step["defeated"] = step.at("defeated") == "lex_posterior" ? "lex_superior" : "lex_posterior";
  return true;
}

bool right_left_out(json& step, const json&) { return is(step, "stands") && step.erase("defeated") > 0; }

bool other_status(json& step, const json&) {
  if (!is(step, "status") || step.at("may").is_null()) return false;
  step["may"] = step.at("may") == "permitted" ? "forbidden" : "permitted";
  return true;
}
bool other_duty(json& step, const json&) {
  if (!is(step, "status") || step.at("must").is_null()) return false;
  step["must"] = step.at("must") == "obliged" ? "no" : "obliged";
  return true;
}
bool other_power(json& step, const json&) {
  if (!is(step, "status") || step.at("can").is_null()) return false;
  step["can"] = step.at("can") == "empowered" ? "no" : "empowered";
  return true;
}

bool not_undecided(json& step, const json&) {
  if (!is(step, "status") || !step.contains("undecided")) return false;
  step["undecided"].erase(0);
  return true;
}

bool fewer_together(json& step, const json&) {
  if (!is(step, "unfounded") || step.at("together").size() != 1) return false;
  step["together"].erase(0);
  return true;
}

bool shown_for_fewer(json& step, const json&) {
  if (!is(step, "unfounded") || step.at("uses").empty()) return false;
  step["uses"].erase(0);
  return true;
}

bool other_text(json& step, const json&) {
  if (!is(step, "expression") || step.at("text") == "") return false;
  step["text"] = step.at("text").get<std::string>() + "x";
  return true;
}

bool nobody(json& step, const json&) {
  if (!is(step, "expression") || step.at("with").empty()) return false;
  step["with"].erase(step["with"].begin());
  return true;
}

bool circular(json& step, const json& all) {
  if (is(step, "unfounded") || step.at("uses").empty()) return false;
  step["uses"][0] = all.size() - 1;
  return true;
}

struct StepWay {
  const char* name;
  bool (*change)(json& step, const json& all);
};
constexpr StepWay step_ways[] = {{"another value", other_value},
                                 {"a use left out", dropped_use},
                                 {"another place", other_place},
                                 {"another origin", other_rule},
                                 {"another alternative", other_alternative},
                                 {"another right of defeat", other_right},
                                 {"no right of defeat", right_left_out},
                                 {"another status", other_status},
                                 {"another duty", other_duty},
                                 {"another power", other_power},
                                 {"an undecided norm left out", not_undecided},
                                 {"nothing fails together", fewer_together},
                                 {"a member is not shown to fail", shown_for_fewer},
                                 {"another text", other_text},
                                 {"a variable for nobody", nobody},
                                 {"a step before itself", circular}};

// ---------------------------------------------------------------------------------------------------------------------
// At a case

bool flipped_supposition(json& one) {
  for (json& supposed : one["supposed"]) {
    const auto other = contrary(supposed.at("value"));
    if (!other || !supposed.at("value").is_boolean()) continue;
    supposed["value"] = *other;
    return true;
  }
  return false;
}

bool narrower_range(json& one) {
  for (json& supposed : one["supposed"]) {
    json& value = supposed["value"];
    if (!value.is_object() || !value.at("from").is_number_integer()) continue;
    value["from"] = value.at("from").get<std::int64_t>() + 1;
    if (value.at("to").is_number_integer() && value.at("to") < value.at("from")) value["to"] = value.at("from");
    return true;
  }
  return false;
}

bool excluded_or_not(json& one) {
  one["excluded"] = !one.at("excluded").get<bool>();
  return true;
}

bool other_root(json& one) {
  if (one.at("root").get<std::size_t>() == 0) return false;
  one["root"] = 0;
  return true;
}

struct CaseWay {
  const char* name;
  bool (*change)(json& one);
};
constexpr CaseWay case_ways[] = {{"a supposition turned round", flipped_supposition},
                                 {"a range made narrower", narrower_range},
                                 {"excluded or not", excluded_or_not},
                                 {"another root", other_root}};

// ---------------------------------------------------------------------------------------------------------------------
// At the head

bool set(json& place, const json& value) {
  if (place == value) return false;
  place = value;
  return true;
}

bool no_case(json& head) {
  if (head.at("cases").size() < 2 || !head.at("exhaustive").get<bool>()) return false;
  head["cases"].erase(0);
  return true;
}
bool other_answer(json& head) { return set(head["answer"], head.at("answer") == "yes" ? "no" : "yes"); }
bool answer_contested(json& head) { return set(head["answer"], "contested"); }
bool other_head_status(json& head) { return set(head["status"], head.at("status") == "silent" ? "permitted" : "silent"); }
bool other_head_must(json& head) { return !head.at("must").is_null() && set(head["must"], head.at("must") == "obliged" ? "no" : "obliged"); }
bool other_head_can(json& head) { return !head.at("can").is_null() && set(head["can"], head.at("can") == "empowered" ? "no" : "empowered"); }
bool other_date(json& head) {
  json& on = head["question"]["on"];
  return set(on, on == "1900-01-01" ? "1900-01-02" : "1900-01-01");
}
bool other_situation(json& head) { return set(head["question"]["in"], "some_other_situation"); }
bool other_norms(json& head) { return set(head["question"]["under"], json::array({"some_other_module"})); }
bool other_act(json& head) {
  json& arguments = head["question"]["arguments"];
  if (arguments.empty()) return false;
  arguments.erase(0);
  return true;
}
bool less_possible(json& head) {
  if (!head.at("exhaustive").get<bool>()) return false;
  head["possible"].erase(0);
  return true;
}
bool more_possible(json& head) {
  if (head.at("possible").empty() || !head.at("possible").at(0).contains("status")) return false;
  for (const char* status : {"contested", "silent", "forbidden"}) {
    bool there = false;
    for (const json& one : head.at("possible")) there = there || one.at("status") == status;
    if (there) continue;
    json one = head.at("possible").at(0);
    one["status"] = status;
    one["answer"] = status == std::string("forbidden") ? "no" : status;
    head["possible"].push_back(one);
    return true;
  }
  return false;
}
// Whether the cases show of every norm whether it stands.
bool shows_all_norms(const json& head) {
  if (!head.at("exhaustive").get<bool>()) return false;
  for (const json& one : head.at("cases"))
    for (const json& step : one.at("steps"))
      if (step.contains("undecided")) return false;
  return true;
}
bool other_standing(json& head) {
  if (!shows_all_norms(head)) return false;
  for (json& one : head["norms"])
    if (one.at("stands").is_boolean()) {
      one["stands"] = !one.at("stands").get<bool>();
      return true;
    }
  return false;
}
bool standing_left_out(json& head) {
  if (!shows_all_norms(head)) return false;
  json& norms = head["norms"];
  for (std::size_t i = 0; i < norms.size(); ++i)
    if (norms[i].at("stands") == true) {
      norms.erase(i);
      return true;
    }
  return false;
}
bool other_expectation(json& head) { return set(head["as_expected"], head.at("as_expected").is_null() ? json(true) : json(!head.at("as_expected").get<bool>())); }
bool not_exhaustive(json& head) {
  if (head.at("answer") == "depends") return false;
  return set(head["exhaustive"], false);
}

struct HeadWay {
  const char* name;
  bool (*change)(json& head);
};
constexpr HeadWay head_ways[] = {{"a case left out", no_case},
                                 {"another answer", other_answer},
                                 {"a contested answer", answer_contested},
                                 {"another status of the answer", other_head_status},
                                 {"another duty of the answer", other_head_must},
                                 {"another power of the answer", other_head_can},
                                 {"another date", other_date},
                                 {"another situation", other_situation},
                                 {"other norms", other_norms},
                                 {"another act", other_act},
                                 {"a possible answer left out", less_possible},
                                 {"one more possible answer", more_possible},
                                 {"a norm that stands otherwise", other_standing},
                                 {"a norm that stands left out", standing_left_out},
                                 {"another expectation", other_expectation},
                                 {"not every completion covered", not_exhaustive}};

}  // namespace

std::vector<std::string> ways_to_tamper() {
  std::vector<std::string> names;
  for (const StepWay& way : step_ways) names.emplace_back(way.name);
  for (const CaseWay& way : case_ways) names.emplace_back(way.name);
  for (const HeadWay& way : head_ways) names.emplace_back(way.name);
  return names;
}

std::vector<Tampered> tamper(const json& certificate, std::size_t places) {
  std::vector<Tampered> result;
  std::vector<std::pair<std::size_t, std::size_t>> steps;
  for (std::size_t i = 0; i < certificate.at("cases").size(); ++i)
    for (std::size_t j = 0; j < certificate.at("cases")[i].at("steps").size(); ++j) steps.emplace_back(i, j);
  const auto where = [](std::size_t i, std::size_t j) { return "case " + std::to_string(i) + ", step " + std::to_string(j); };
  for (const StepWay& way : step_ways) {
    // First which steps can be changed so, then those of them that are.
    std::vector<std::pair<std::size_t, std::size_t>> fit;
    for (const auto& [i, j] : steps) {
      json step = certificate.at("cases")[i].at("steps")[j];
      if (way.change(step, certificate.at("cases")[i].at("steps"))) fit.emplace_back(i, j);
    }
    const std::size_t stride = std::max<std::size_t>(1, (fit.size() + places - 1) / std::max<std::size_t>(places, 1));
    for (std::size_t k = 0; k < fit.size(); k += stride) {
      const auto& [i, j] = fit[k];
      json changed = certificate;
      json& all = changed["cases"][i]["steps"];
      way.change(all[j], all);
      result.push_back({way.name, where(i, j), std::move(changed)});
    }
  }
  for (const CaseWay& way : case_ways)
    for (std::size_t i = 0, done = 0; i < certificate.at("cases").size() && done < places; ++i) {
      json changed = certificate;
      if (!way.change(changed["cases"][i])) continue;
      ++done;
      result.push_back({way.name, "case " + std::to_string(i), std::move(changed)});
    }
  for (const HeadWay& way : head_ways) {
    json changed = certificate;
    if (way.change(changed)) result.push_back({way.name, "head", std::move(changed)});
  }
  return result;
}

}  // namespace grotius::test
