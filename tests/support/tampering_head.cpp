// Cases and heads made wrong.

#include "tests/support/ways_to_tamper.hpp"

namespace grotius::test {

using nlohmann::json;

namespace {

bool flipped_supposition(json& one) {
  for (json& supposed : one["supposed"]) {
    if (!supposed.at("value").is_boolean()) continue;
    supposed["value"] = !supposed.at("value").get<bool>();
    return true;
  }
  return false;
}

bool narrower_range(json& one) {
  for (json& supposed : one["supposed"]) {
    json& value = supposed["value"];
    if (!value.is_object() || !value.at("from").is_number_integer()) continue;
    value["from"] = value.at("from").get<std::int64_t>() + 1;
    if (value.at("to").is_number_integer() && value.at("to") < value.at("from"))
      value["to"] = value.at("from");
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
bool other_answer(json& head) {
  return set(head["answer"], head.at("answer") == "yes" ? "no" : "yes");
}
bool answer_contested(json& head) { return set(head["answer"], "contested"); }
bool other_head_status(json& head) {
  return set(head["status"], head.at("status") == "silent" ? "permitted" : "silent");
}
bool other_head_must(json& head) {
  return !head.at("must").is_null() &&
         set(head["must"], head.at("must") == "obliged" ? "no" : "obliged");
}
bool other_head_can(json& head) {
  return !head.at("can").is_null() &&
         set(head["can"], head.at("can") == "empowered" ? "no" : "empowered");
}
bool other_date(json& head) {
  json& on = head["question"]["on"];
  return set(on, on == "1900-01-01" ? "1900-01-02" : "1900-01-01");
}
bool other_situation(json& head) { return set(head["question"]["in"], "some_other_situation"); }
bool other_norms(json& head) {
  return set(head["question"]["under"], json::array({"some_other_module"}));
}
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
bool other_expectation(json& head) {
  return set(head["as_expected"], head.at("as_expected").is_null()
                                      ? json(true)
                                      : json(!head.at("as_expected").get<bool>()));
}
bool not_exhaustive(json& head) {
  if (head.at("answer") == "depends") return false;
  return set(head["exhaustive"], false);
}

}  // namespace

const std::vector<CaseWay>& case_ways() {
  static const std::vector<CaseWay> ways = {{"a supposition turned round", flipped_supposition},
                                            {"a range made narrower", narrower_range},
                                            {"excluded or not", excluded_or_not},
                                            {"another root", other_root}};
  return ways;
}

const std::vector<HeadWay>& head_ways() {
  static const std::vector<HeadWay> ways = {{"a case left out", no_case},
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
  return ways;
}

}  // namespace grotius::test
