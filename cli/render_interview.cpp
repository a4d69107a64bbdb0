#include "cli/render_interview.hpp"

#include <fmt/format.h>

#include "cli/interview_reply.hpp"
#include "cli/render_answer.hpp"
#include "cli/wrap.hpp"
#include "engine/ground/print.hpp"

namespace grotius::cli {

using ground::Input;
using ground::InputId;
using model::Sort;

namespace {

constexpr std::size_t kColumns = 80;

std::string line(const std::string& text, std::size_t indent = 0, std::size_t hanging = 0) {
  return wrapped(text, indent, hanging, kColumns) + '\n';
}

std::string alternatives(const std::vector<analyse::Verdict>& answers) {
  std::string text;
  for (std::size_t i = 0; i < answers.size(); ++i)
    text += (i == 0 ? "" : i + 1 == answers.size() ? " or " : ", ") + std::string(name(answers[i]));
  return text;
}

}  // namespace

InterviewWords::InterviewWords(const Hearing& hearing)
    : hearing_(hearing), interview_(hearing.interview()), words_(*hearing.interview().world().model) {}

std::string InterviewWords::opening() const {
  const model::Question& question = interview_.question();
  const auto* act = std::get_if<model::Act>(&question.asked);
  std::string text = line(act != nullptr ? words_.act(*act) : question.text);
  const model::Situation& situation = model()[question.situation];
  std::string where = hearing_.fresh() ? "in a situation of which nothing is known yet" : fmt::format("in {}", situation.name);
  if (!situation.title.empty()) where += fmt::format(" “{}”", situation.title);
  if (const auto on = date_of(question, situation)) where += ", on " + to_string(*on);
  for (std::size_t i = 0; i < question.under.size(); ++i)
    where += fmt::format("{} {}", i == 0 ? ", under" : ",", model()[question.under[i]].name);
  if (question.holder) where += ", as held by " + words_.individual(*question.holder);
  text += line(where, 2, 2);
  for (const std::string& newcomer : hearing_.newcomers())
    text += line(fmt::format("`{}` is declared by the question", newcomer), 2, 2);
  text += '\n' + line("Reply y (yes), n (no) or ? (nobody knows); or back, why, said, quit.");
  return text;
}

std::string InterviewWords::atom(InputId id) const { return print(interview_.world(), interview_.input(id)); }

std::string InterviewWords::value(InputId id, std::int64_t value) const {
  return print_value(interview_.world(), interview_.input(id).value, value);
}

std::string InterviewWords::question(InputId id) const {
  const Input& input = interview_.input(id);
  const Sort::Kind kind = input.value.sort.kind;
  std::string what;
  if (input.kind == Input::Kind::parameter) {
    what = words_.parameter(input.ref);
  } else if (input.kind == Input::Kind::deed) {
    what = words_.act({model::id_of<model::ActionId>(input.ref), input.arguments});
  } else {
    what = words_.atom({false, input.ref, input.arguments});
  }
  switch (kind) {
    case Sort::Kind::boolean:
      return (input.kind == Input::Kind::deed ? "Has this been done: " : "Is it so that ") + what + '?';
    case Sort::Kind::integer:
      return "How many: " + what + '?';
    case Sort::Kind::date:
      return "On which day: " + what + '?';
    case Sort::Kind::individual:
      return "Which is it: " + what + '?';
  }
  return what;
}

std::string InterviewWords::hint(const explore::Inquired& inquired) const {
  const Sort::Kind kind = interview_.input(inquired.input).value.sort.kind;
  if (kind == Sort::Kind::boolean) return "";
  std::string text;
  if (kind == Sort::Kind::individual)
    for (std::size_t i = 0; i < inquired.domain.values.size(); ++i) {
      const auto id = model::id_of<model::IndividualId>(static_cast<std::size_t>(inquired.domain.values[i]));
      const std::string name(model()[id].name);
      const std::string label = words_.individual(id);
      text += line(fmt::format("{}) {}{}", i + 1, name, label == name ? "" : " -- " + label), 3, 6);
    }
  return text + line(fitting(interview_), 3, 3);
}

std::string InterviewWords::possible(const std::vector<analyse::Verdict>& answers) {
  return line(fmt::format("The answer may be {}.", alternatives(answers)), 3, 3);
}

std::string InterviewWords::said() const {
  std::string text;
  for (const explore::Said& one : interview_.said()) {
    const Input& input = interview_.input(one.input);
    text += line(one.value ? ground::line(interview_.world(), input, *one.value) : atom(one.input) + " is not known", 3, 5);
  }
  return text.empty() ? line("Nothing was said yet.", 3) : text;
}

std::string InterviewWords::range(InputId id, const explore::Range& values) const {
  if (interview_.input(id).value.sort.kind == Sort::Kind::boolean) return *values.low != 0 ? "yes" : "no";
  if (values.low == values.high && values.low) return value(id, *values.low);
  if (values.low && values.high) return fmt::format("{} to {}", value(id, *values.low), value(id, *values.high));
  if (values.low) return value(id, *values.low) + " or more";
  if (values.high) return value(id, *values.high) + " or less";
  return "whatever it is";
}

std::string InterviewWords::outlook(const explore::Inquired& inquired, const std::vector<explore::Outlook>& outlook) const {
  std::string text;
  for (const explore::Outlook& one : outlook)
    text += line(fmt::format("{}: the answer {} {}", range(inquired.input, one.values), one.possible.size() == 1 ? "is" : "may be",
                             alternatives(one.possible)),
                 3, 5);
  return text.empty() ? line("It would take too long to say what hangs on each reply.", 3, 3) : text;
}

std::string InterviewWords::ending() const {
  if (!interview_.reason().empty()) return line("The interview cannot go on: " + interview_.reason() + '.');
  const std::size_t replies = interview_.said().size();
  const std::string after = replies == 0 ? "without a reply" : replies == 1 ? "after one reply" : fmt::format("after {} replies", replies);
  if (interview_.possible().size() == 1) return line("The question is settled, " + after + '.');
  if (interview_.next()) return line("The interview ends here, and the question is not settled.");
  return line("The question stays open: nothing that could still be asked for changes what is possible.");
}

}  // namespace grotius::cli
