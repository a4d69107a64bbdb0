#include "cli/interview_reply.hpp"

#include <algorithm>
#include <charconv>
#include <cctype>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "grammar/diagnostic.hpp"

namespace grotius::cli {

using model::Sort;

namespace {

std::string trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return "";
  return std::string(line.substr(first, line.find_last_not_of(kBlanks) - first + 1));
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool one_of(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

Reply mistake(std::string message) { return {Reply::Kind::mistake, 0, std::move(message)}; }

std::optional<std::int64_t> integer(std::string text) {
  std::erase(text, '_');
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || read != end) return std::nullopt;
  return value;
}

/// A member of a closed type by its name, its label, or its place in the list.
Reply member(const explore::Interview& interview, const std::string& text) {
  const model::Model& model = *interview.world().model;
  const auto& values = interview.next()->domain.values;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const model::Individual& one = model[model::id_of<model::IndividualId>(static_cast<std::size_t>(values[i]))];
    if (text == one.name || (!one.label.empty() && lower(text) == lower(one.label)) || text == std::to_string(i + 1))
      return {Reply::Kind::value, values[i], {}};
    names.push_back(one.name);
  }
  const std::string near = did_you_mean(text, names);
  return mistake(fmt::format("“{}” is none of the choices{}", text, near.empty() ? "." : ": " + near));
}

Reply value_of(const explore::Interview& interview, const std::string& text) {
  const Sort::Kind kind = interview.input(interview.next()->input).value.sort.kind;
  if (kind == Sort::Kind::individual) return member(interview, text);
  if (kind == Sort::Kind::boolean) {
    if (one_of(lower(text), {"y", "yes", "true"})) return {Reply::Kind::value, 1, {}};
    if (one_of(lower(text), {"n", "no", "false"})) return {Reply::Kind::value, 0, {}};
    return mistake(fmt::format("“{}” does not reply to this.", text));
  }
  if (kind == Sort::Kind::date) {
    if (const auto date = parse_date(text)) return {Reply::Kind::value, date->day, {}};
    return mistake(fmt::format("“{}” is no date.", text));
  }
  if (const auto number = integer(text)) return {Reply::Kind::value, *number, {}};
  return mistake(fmt::format("“{}” is no whole number.", text));
}

}  // namespace

std::string fitting(const explore::Interview& interview) {
  const ground::Input& input = interview.input(interview.next()->input);
  const ground::Domain& domain = interview.next()->domain;
  switch (input.value.sort.kind) {
    case Sort::Kind::boolean:
      return "Reply y (yes), n (no) or ? (nobody knows).";
    case Sort::Kind::individual:
      return "Reply one of the choices, by its name or its number, or ? (nobody knows).";
    case Sort::Kind::date:
      return "Reply a date, YYYY-MM-DD, or ? (nobody knows).";
    case Sort::Kind::integer:
      break;
  }
  if (!domain.values.empty()) return fmt::format("Reply {}, or ? (nobody knows).", fmt::join(domain.values, " or "));
  std::string range;
  if (domain.low && domain.high) range = fmt::format(" from {} to {}", *domain.low, *domain.high);
  if (domain.low && !domain.high) range = fmt::format(", {} or more", *domain.low);
  if (!domain.low && domain.high) range = fmt::format(", {} or less", *domain.high);
  return fmt::format("Reply a whole number{}, or ? (nobody knows).", range);
}

Reply read_reply(const explore::Interview& interview, std::string_view line) {
  const std::string text = trimmed(line);
  const std::string word = lower(text);
  if (one_of(word, {"?", "unknown", "not known", "don't know", "dont know", "don’t know", "i don't know", "i dont know", "nobody knows"}))
    return {Reply::Kind::unknown, 0, {}};
  if (one_of(word, {"back", "b"})) return {Reply::Kind::back, 0, {}};
  if (one_of(word, {"why", "why?", "w"})) return {Reply::Kind::why, 0, {}};
  if (one_of(word, {"said", "s"})) return {Reply::Kind::said, 0, {}};
  if (one_of(word, {"help", "h"})) return {Reply::Kind::help, 0, {}};
  if (one_of(word, {"quit", "q", "exit"})) return {Reply::Kind::quit, 0, {}};
  if (text.empty()) return {Reply::Kind::help, 0, {}};
  Reply reply = value_of(interview, text);
  // What else fits is said once more with the question, unless that is plain.
  const bool truth = interview.input(interview.next()->input).value.sort.kind == Sort::Kind::boolean;
  if (reply.kind == Reply::Kind::mistake && truth) reply.message += ' ' + fitting(interview);
  return reply;
}

Reply read_json_reply(const explore::Interview& interview, std::string_view line) {
  constexpr const char* kForms =
      R"(Send one object a line: {"value": …}, {"unknown": true}, {"back": true}, {"why": true} or {"quit": true}.)";
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object() || json.size() != 1) return mistake(std::string("The line is no reply. ") + kForms);
  const auto& [key, value] = *json.items().begin();
  if (value == true) {
    if (key == "unknown") return {Reply::Kind::unknown, 0, {}};
    if (key == "back") return {Reply::Kind::back, 0, {}};
    if (key == "why") return {Reply::Kind::why, 0, {}};
    if (key == "quit") return {Reply::Kind::quit, 0, {}};
  }
  if (key != "value") return mistake(std::string("The line is no reply. ") + kForms);
  const Sort::Kind kind = interview.input(interview.next()->input).value.sort.kind;
  if (kind == Sort::Kind::boolean && value.is_boolean()) return {Reply::Kind::value, value.get<bool>() ? 1 : 0, {}};
  if (kind == Sort::Kind::integer && value.is_number_integer()) {
    const bool fits = !value.is_number_unsigned() || value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX);
    if (fits) return {Reply::Kind::value, value.get<std::int64_t>(), {}};
  }
  if (kind == Sort::Kind::date && value.is_string()) return value_of(interview, value.get<std::string>());
  if (kind == Sort::Kind::individual && value.is_string()) return member(interview, value.get<std::string>());
  constexpr std::string_view kWanted[] = {"true or false", "an integer", "a date, \"YYYY-MM-DD\"", "the name of a member"};
  return mistake(fmt::format("The value should be {}.", kWanted[kind == Sort::Kind::boolean    ? 0
                                                                : kind == Sort::Kind::integer ? 1
                                                                : kind == Sort::Kind::date    ? 2
                                                                                              : 3]));
}

std::string refusal(const explore::Interview& interview, explore::Taken taken, std::int64_t value) {
  if (taken == explore::Taken::out_of_range) {
    const Sort::Kind kind = interview.input(interview.next()->input).value.sort.kind;
    const std::string shown = kind == Sort::Kind::date ? to_string(Date{value}) : std::to_string(value);
    return fmt::format("{} is not possible here.", shown);
  }
  return "That cannot be: the constraints exclude it, after what was said. Reply otherwise, or take an earlier reply back with “back”.";
}

}  // namespace grotius::cli
