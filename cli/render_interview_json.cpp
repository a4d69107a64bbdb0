// What an interview says to programs: one object a line (docs/schemas/interview.json).

#include "cli/render_answer.hpp"
#include "cli/render_interview.hpp"

namespace grotius::cli {

using model::Sort;
using nlohmann::ordered_json;

namespace {

ordered_json names(const std::vector<analyse::Verdict>& answers) {
  ordered_json list = ordered_json::array();
  for (analyse::Verdict answer : answers) list.push_back(name(answer));
  return list;
}

ordered_json value_json(const InterviewWords& words, ground::InputId input, std::int64_t value) {
  switch (words.interview().input(input).value.sort.kind) {
    case Sort::Kind::boolean:
      return value != 0;
    case Sort::Kind::integer:
      return value;
    default:
      return words.value(input, value);
  }
}

ordered_json or_null(const InterviewWords& words, ground::InputId input, const std::optional<std::int64_t>& value) {
  return value ? value_json(words, input, *value) : ordered_json(nullptr);
}

std::string_view kind_of(const ground::Input& input) {
  constexpr std::string_view kKinds[] = {"truth", "number", "date", "choice"};
  switch (input.value.sort.kind) {
    case Sort::Kind::boolean:
      return kKinds[0];
    case Sort::Kind::integer:
      return kKinds[1];
    case Sort::Kind::date:
      return kKinds[2];
    case Sort::Kind::individual:
      break;
  }
  return kKinds[3];
}

ordered_json said_json(const InterviewWords& words) {
  ordered_json said = ordered_json::array();
  for (const explore::Said& one : words.interview().said())
    said.push_back({{"atom", words.atom(one.input)}, {"value", or_null(words, one.input, one.value)}, {"known", one.value.has_value()}});
  return said;
}

}  // namespace

ordered_json question_object(const InterviewWords& words, const explore::Inquired& inquired) {
  const ground::Input& input = words.interview().input(inquired.input);
  ordered_json json;
  json["type"] = "question";
  json["number"] = words.interview().said().size() + 1;
  json["atom"] = words.atom(inquired.input);
  json["text"] = words.question(inquired.input);
  json["kind"] = kind_of(input);
  json["range"] = nullptr;
  json["choices"] = nullptr;
  if (!inquired.domain.values.empty() && input.value.sort.kind != Sort::Kind::boolean) {
    json["choices"] = ordered_json::array();
    for (std::int64_t value : inquired.domain.values) json["choices"].push_back(value_json(words, inquired.input, value));
  } else if (inquired.domain.values.empty()) {
    json["range"] = {{"low", or_null(words, inquired.input, inquired.domain.low)}, {"high", or_null(words, inquired.input, inquired.domain.high)}};
  }
  json["possible"] = names(words.interview().possible());
  json["said"] = said_json(words);
  return json;
}

ordered_json why_object(const InterviewWords& words, const explore::Inquired& inquired, const std::vector<explore::Outlook>& outlook) {
  ordered_json json;
  json["type"] = "why";
  json["atom"] = words.atom(inquired.input);
  json["outlook"] = ordered_json::array();
  for (const explore::Outlook& one : outlook)
    json["outlook"].push_back({{"low", or_null(words, inquired.input, one.values.low)},
                               {"high", or_null(words, inquired.input, one.values.high)},
                               {"possible", names(one.possible)}});
  return json;
}

ordered_json answer_object(const InterviewWords& words, const Hearing::Outcome& outcome) {
  const explore::Interview& interview = words.interview();
  ordered_json json;
  json["type"] = "answer";
  json["settled"] = interview.possible().size() == 1;
  json["complete"] = !interview.next() && interview.reason().empty();
  json["said"] = said_json(words);
  json["answer"] = to_json(outcome.session.model(), *outcome.answer);
  json["case"] = outcome.text;
  json["apart"] = outcome.apart;
  json["reason"] = interview.reason().empty() ? ordered_json(nullptr) : ordered_json(interview.reason());
  return json;
}

}  // namespace grotius::cli
