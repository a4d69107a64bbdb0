// Steps made wrong.

#include <algorithm>
#include <optional>

#include "tests/support/ways_to_tamper.hpp"

namespace grotius::test {

using nlohmann::json;

namespace {

bool is(const json& step, const char* rule) { return step.at("rule") == rule; }

// Another value than the one claimed; nothing where the sort does not show one.
std::optional<json> contrary(const json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number_integer())
    return value.get<std::int64_t>() + (value.get<std::int64_t>() < 1'000'000'000 ? 1 : -1);
  if (value.is_object() && value.at("to").is_number_integer()) {
    const auto beyond = value.at("to").get<std::int64_t>() + 1;
    return json{{"from", beyond}, {"to", nullptr}};
  }
  if (value.is_object() && value.at("from").is_number_integer()) {
    const auto before = value.at("from").get<std::int64_t>() - 1;
    return json{{"from", nullptr}, {"to", before}};
  }
  if (value.is_string() && value.get<std::string>().size() == 10 &&
      value.get<std::string>()[4] == '-') {
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

bool speaks_for_itself(const json& step) {
  return is(step, "expression") && step.at("uses").empty();
}

bool dropped_use(json& step, const json& all) {
  json& uses = step["uses"];
  // What may rest on more than it needs: members of `x in {…}` after the one that is met,
  // `breached` on one act twice, `every` on conditions of what is satisfied anyhow, sums of
  // nothing. And literals decide without a step.
  if (is(step, "expression"))
    for (const char* word : {" in {", "breached", "true", "false", "every", "sum 0", "sum (0"})
      if (step.at("text").get<std::string>().find(word) != std::string::npos) return false;
  for (std::size_t i = uses.size(); i-- > 0;) {
    const json use = uses[i];
    if (speaks_for_itself(all.at(use.get<std::size_t>()))) continue;
    // The same may be claimed by several steps.
    const auto claim = [&](const json& one) {
      json without = all.at(one.get<std::size_t>());
      without.erase("uses");
      return without;
    };
    const json left_out = claim(use);
    uses.erase(std::remove_if(uses.begin(), uses.end(),
                              [&](const json& one) { return claim(one) == left_out; }),
               uses.end());
    return true;
  }
  return false;
}

// A citation, or the place of an expression, some lines further.
bool other_place(json& step, const json&) {
  if (!step.contains("at") || (step.contains("text") && step.at("text") == "")) return false;
  auto at = step.at("at").get<std::string>();
  const std::size_t column = at.rfind(':'), line = at.rfind(':', column - 1);
  step["at"] = at.substr(0, line + 1) + std::to_string(std::stoi(at.substr(line + 1)) + 1) +
               at.substr(column);
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

bool right_left_out(json& step, const json&) {
  return is(step, "stands") && step.erase("defeated") > 0;
}

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

}  // namespace

const std::vector<StepWay>& step_ways() {
  static const std::vector<StepWay> ways = {{"another value", other_value},
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
  return ways;
}

}  // namespace grotius::test
