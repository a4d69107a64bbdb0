// `ask --json`, against docs/command-line.md: every member present, of its type, with no other; in
// the same order and with the same content as the text; and every witness, written into the case
// file, gives the answer that it witnesses.

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
using nlohmann::json;
using test::Outcome;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const Names verdicts{"yes", "no", "contested", "silent", "depends", "unknown"};
const Names statuses{"obliged", "permitted", "forbidden", "contested", "silent"};
const Names musts{"obliged", "contested", "exempt", "no", "depends"};
const Names cans{"empowered", "disabled", "contested", "no", "depends"};
const Names modalities{"permit", "forbid", "oblige", "exempt", "empower", "disable"};
const Names expectations{"yes",     "no",     "contested", "depends",   "permitted", "forbidden",
                         "obliged", "silent", "exempt",    "empowered", "disabled"};
const std::regex place(R"(.+:[0-9]+:[0-9]+)");
const std::regex date(R"([0-9]{4}-[0-9]{2}-[0-9]{2})");

/// The files of norms and cases whose questions are asked.
std::vector<fs::path> files() {
  std::vector<fs::path> found;
  for (const char* folder : {"examples", "tests/golden/accept", "tests/cli/texts"})
    for (const auto& entry : fs::directory_iterator(test::source_dir() / folder)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".norm") || name.ends_with(".case") || name.ends_with(".norm.md") ||
          name.ends_with(".case.md"))
        found.push_back(fs::relative(entry.path(), test::source_dir()));
    }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_one_of(const json& value, const Names& names) {
  return value.is_string() && names.contains(value.get<std::string>());
}
bool is_null_or_one_of(const json& value, const Names& names) {
  return value.is_null() || is_one_of(value, names);
}
bool is_string_like(const json& value, const std::regex& pattern) {
  return value.is_string() && std::regex_match(value.get<std::string>(), pattern);
}
bool are_strings(const json& list) {
  return list.is_array() && std::all_of(list.begin(), list.end(), [](const json& one) {
           return one.is_string() && !one.get<std::string>().empty();
         });
}
Names members_of(const json& object) {
  Names names;
  if (object.is_object())
    for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

void check_question(const json& question) {
  CHECK(members_of(question) == Names{"action", "arguments", "in", "under", "as_held_by", "with",
                                      "expression", "on", "at"});
  CHECK(question["action"].is_string() != question["expression"].is_string());
  CHECK((question["action"].is_null() || question["expression"].is_null()));
  CHECK(are_strings(question["arguments"]));
  if (question["action"].is_null()) CHECK(question["arguments"].empty());
  CHECK(question["in"].is_string());
  CHECK(are_strings(question["under"]));
  CHECK((question["as_held_by"].is_null() || question["as_held_by"].is_string()));
  CHECK(question["with"].is_object());
  for (const auto& [parameter, value] : question["with"].items())
    CHECK((value.is_number_integer() || value.is_string()));
  CHECK((question["on"].is_null() || is_string_like(question["on"], date)));
  CHECK(is_string_like(question["at"], place));
}

void check_possible(const json& answer, bool act) {
  CHECK(answer["possible"].is_array());
  std::vector<std::string> keys;
  for (const json& one : answer["possible"]) {
    CHECK(members_of(one) ==
          (act ? Names{"status", "answer", "witness"} : Names{"answer", "witness"}));
    if (act) CHECK(is_one_of(one["status"], statuses));
    CHECK(is_one_of(one["answer"], {"yes", "no", "contested", "silent"}));
    CHECK(are_strings(one["witness"]));
    keys.push_back(one[act ? "status" : "answer"]);
  }
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  CHECK(keys.empty() == (answer["answer"] == "unknown"));
  Names answers;
  for (const json& one : answer["possible"]) answers.insert(one["answer"].get<std::string>());
  CHECK((answer["answer"] == "depends") == (answers.size() > 1));
  if (answers.size() == 1) CHECK(answer["answer"] == *answers.begin());
  if (act) CHECK(answer["status"].is_null() == (keys.size() != 1));
}

void check_norms(const json& norms) {
  CHECK(norms.is_array());
  std::vector<std::pair<std::string, std::string>> order;
  for (const json& norm : norms) {
    CHECK(members_of(norm) == Names{"norm", "modality", "by_default", "stands", "bindings",
                                    "defeated_by", "source", "at"});
    CHECK(norm["norm"].is_string());
    CHECK(is_one_of(norm["modality"], modalities));
    CHECK(norm["by_default"].is_boolean());
    CHECK((norm["stands"].is_boolean() || norm["stands"] == "depends"));
    CHECK(norm["bindings"].is_object());
    for (const auto& [variable, individual] : norm["bindings"].items())
      CHECK(individual.is_string());
    CHECK(are_strings(norm["defeated_by"]));
    if (norm["stands"].is_boolean())
      CHECK(norm["defeated_by"].empty() == norm["stands"].get<bool>());
    CHECK(are_strings(norm["source"]));
    CHECK(is_string_like(norm["at"], place));
    order.emplace_back(norm["norm"], norm["bindings"].dump());
  }
  CHECK(std::is_sorted(order.begin(), order.end()));
}

void check_shape(const json& answer) {
  CHECK(members_of(answer) == Names{"question", "answer", "status", "must", "can", "possible",
                                    "norms", "decisive", "expected", "as_expected", "reason"});
  check_question(answer["question"]);
  const bool act = answer["question"]["action"].is_string();
  const bool unknown = answer["answer"] == "unknown";
  CHECK(is_one_of(answer["answer"], verdicts));
  CHECK(is_null_or_one_of(answer["status"], statuses));
  CHECK(is_null_or_one_of(answer["must"], musts));
  CHECK(is_null_or_one_of(answer["can"], cans));
  if (!act)
    CHECK((answer["status"].is_null() && answer["must"].is_null() && answer["can"].is_null() &&
           answer["norms"].empty()));
  if (act && !unknown) CHECK((answer["must"].is_string() && answer["can"].is_string()));
  check_possible(answer, act);
  check_norms(answer["norms"]);
  CHECK(answer["decisive"].is_array());
  CHECK(answer["decisive"].size() <= 16);
  CHECK((answer["answer"] == "depends" || answer["decisive"].empty()));
  for (const json& set : answer["decisive"]) CHECK((are_strings(set) && !set.empty()));
  CHECK(is_null_or_one_of(answer["expected"], expectations));
  CHECK(answer["as_expected"].is_boolean() == answer["expected"].is_string());
  CHECK((answer["as_expected"].is_null() || answer["as_expected"].is_boolean()));
  CHECK(answer["reason"].is_string() == unknown);
}

std::string joined(const json& strings) {
  std::string text;
  for (const json& one : strings) text += (text.empty() ? "" : ", ") + one.get<std::string>();
  return text;
}

/// The paragraph of one answer says what the object says.
void check_same(const json& answer, const std::string& text) {
  INFO(text);
  auto says = [&](const std::string& line) { return text.find(line) != std::string::npos; };
  CHECK(says("\n  in " + answer["question"]["in"].get<std::string>()));
  CHECK(says("\n  " + answer["answer"].get<std::string>() + ": "));
  CHECK(says("  must it be done? ") == (answer["must"].is_string() && answer["must"] != "no"));
  CHECK(says("  can it be done validly? ") == (answer["can"].is_string() && answer["can"] != "no"));
  if (says("  must it be done? "))
    CHECK(says("  must it be done? " + answer["must"].get<std::string>() + "\n"));
  if (says("  can it be done validly? "))
    CHECK(says("  can it be done validly? " + answer["can"].get<std::string>() + "\n"));

  std::vector<std::string> shown;
  std::vector<std::string> expected;
  static const std::regex norm_line(
      R"(\n  (permits|forbids|obliges|exempts|empowers|disables) +([^ ,\n]+))");
  for (std::sregex_iterator at(text.begin(), text.end(), norm_line), end; at != end; ++at)
    shown.push_back((*at)[2]);
  for (const json& norm : answer["norms"]) {
    expected.push_back(norm["norm"]);
    for (const json& defeater : norm["defeated_by"])
      CHECK(says("defeated by " + defeater.get<std::string>()));
    CHECK(says(joined(norm["source"]).substr(0, joined(norm["source"]).find(", "))));
  }
  CHECK(shown == expected);

  if (answer["possible"].size() > 1)
    for (const json& one : answer["possible"])
      CHECK(says("  " + one.value("status", one["answer"].get<std::string>()) +
                 " if: " + joined(one["witness"]) + "\n"));
  for (const json& set : answer["decisive"])
    CHECK(says("  settled by knowing: " + joined(set) + "\n"));
  if (answer["reason"].is_string())
    CHECK(says("  reason: " + answer["reason"].get<std::string>() + "\n"));
  if (answer["expected"].is_string())
    CHECK(says("  expected " + answer["expected"].get<std::string>() + ": " +
               (answer["as_expected"] == true ? "as expected" : "NOT as expected")));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The answers of a text, each of which ends in an empty line where there are several.
std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    paragraphs.push_back(text.substr(at, end - at) + "\n");
    at = end + 2;
  }
  return paragraphs;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// The case file with the witness in a situation of its own, and the question asked there.
std::string question_about_witness(const fs::path& file, const json& question, const json& witness,
                                   const test::TemporaryFolder& folder) {
  const std::string name = file.filename().string();
  std::string text = test::read_file(test::source_dir() / file);
  std::string with;
  std::string situation =
      "\nsituation witnessed extends " + question["in"].get<std::string>() + "\n";
  for (const json& line : witness) {
    const std::string given = line.get<std::string>();
    if (given.find('(') == std::string::npos) {
      with += " --with " + quoted(given);  // a parameter, which no situation sets
    } else {
      situation += "  given " + given + "\n";
    }
  }
  if (name.ends_with(".md")) situation = "\n```norm" + situation + "```\n";
  test::write_file(folder.path() / name, text + situation);
  std::string line = "grotius ask --json $T/" + name + " -I " + file.parent_path().string() +
                     " --in witnessed --query ";
  if (question["action"].is_string()) {
    line +=
        quoted(question["action"].get<std::string>() + "(" + joined(question["arguments"]) + ")");
  } else {
    line += quoted(question["expression"].get<std::string>());
  }
  for (const json& module : question["under"]) line += " --under " + module.get<std::string>();
  if (question["as_held_by"].is_string())
    line += " --as-held-by " + question["as_held_by"].get<std::string>();
  if (question["on"].is_string()) line += " --on " + question["on"].get<std::string>();
  for (const auto& [parameter, value] : question["with"].items()) {
    const std::string set = value.is_string() ? value.get<std::string>() : value.dump();
    if (set != "unknown") line += " --with " + quoted(parameter + "=" + set);
  }
  return line + with;
}

}  // namespace

TEST_CASE("answers as JSON have the members that are documented, and say what the text says",
          "[cli][json]") {
  std::size_t asked = 0;
  for (const fs::path& file : files()) {
    const test::TemporaryFolder folder;
    const std::string command = "grotius ask " + file.string() + " --timeout 0.2";
    const Outcome as_json = test::run(command + " --json", folder);
    const Outcome as_text = test::run(command, folder);
    INFO(file.string());
    CHECK(as_json.status == as_text.status);
    const std::vector<std::string> answers = lines_of(as_json.out);
    const std::vector<std::string> paragraphs = paragraphs_of(as_text.out);
    REQUIRE(answers.size() == paragraphs.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
      INFO(answers[i]);
      const json answer = json::parse(answers[i]);
      check_shape(answer);
      check_same(answer, paragraphs[i]);
      ++asked;
    }
  }
  CHECK(asked >= 350);
}

TEST_CASE("a witness, written into the case file, gives its answer", "[cli][json]") {
  std::size_t witnessed = 0;
  for (const fs::path& file : files()) {
    const test::TemporaryFolder folder;
    const Outcome outcome = test::run("grotius ask --json --timeout 0.2 " + file.string(), folder);
    for (const std::string& line : lines_of(outcome.out)) {
      const json answer = json::parse(line);
      if (answer["possible"].size() < 2) continue;
      for (const json& possible : answer["possible"]) {
        const std::string command =
            question_about_witness(file, answer["question"], possible["witness"], folder);
        INFO(line << '\n' << command);
        const Outcome again = test::run(command, folder);
        INFO(again.err);
        REQUIRE(!again.out.empty());
        const json confirmed = json::parse(again.out);
        CHECK(confirmed["answer"] == possible["answer"]);
        if (possible.contains("status")) CHECK(confirmed["status"] == possible["status"]);
        ++witnessed;
      }
    }
  }
  CHECK(witnessed >= 50);
}
