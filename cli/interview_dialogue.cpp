// The interview with people.

#include <iostream>

#include <fmt/format.h>

#include "cli/interview_dialogue.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_interview.hpp"
#include "cli/wrap.hpp"

namespace grotius::cli {

namespace {

std::string paragraph(const std::string& text, std::size_t indent, std::size_t hanging) {
  constexpr std::size_t kColumns = 80;
  return wrapped(text, indent, hanging, kColumns) + '\n';
}

class Spoken : public Dialogue {
 public:
  Spoken(Hearing& hearing, bool echo, bool colour) : words_(hearing), echo_(echo), colour_(colour) {}

  void open() override { std::cout << words_.opening(); }

  void ask() override {
    const explore::Inquired& inquired = *words_.interview().next();
    const std::string number = fmt::format("{}. ", words_.interview().said().size() + 1);
    std::cout << '\n' << paragraph(number + words_.question(inquired.input), 0, number.size()) << words_.hint(inquired);
    if (shown_ != words_.interview().possible()) std::cout << InterviewWords::possible(words_.interview().possible());
    shown_ = words_.interview().possible();
    std::cout << "> " << std::flush;
  }

  Reply reply(const std::string& line) override {
    if (echo_) std::cout << line << '\n';
    return read_reply(words_.interview(), line);
  }

  void mistake(const std::string& message) override { std::cout << paragraph(message, 3, 3); }
  void help() override {
    std::cout << paragraph(fitting(words_.interview()), 3, 3)
              << "   back   takes the last reply back\n"
                 "   why    says what hangs on this reply\n"
                 "   said   shows what was said so far\n"
                 "   quit   ends with the case so far\n";
  }
  void said() override { std::cout << words_.said(); }
  void why(const std::vector<explore::Outlook>& outlook) override {
    std::cout << words_.outlook(*words_.interview().next(), outlook);
  }

  void close(const Hearing::Outcome& outcome, const std::string& saved) override {
    std::cout << '\n' << words_.ending() << '\n' << render_text(outcome.session.model(), *outcome.answer, colour_) << '\n';
    if (!saved.empty()) {
      std::cout << "The case that was collected is in " << saved << ".\n";
    } else {
      std::cout << "The case that was collected:\n\n" << outcome.text;
    }
    if (!outcome.apart) std::cout << "\nIt belongs into the file whose words or norms it uses, which has no module header.\n";
  }

 private:
  InterviewWords words_;
  bool echo_;
  bool colour_;
  std::vector<analyse::Verdict> shown_;
};

/// One object a line, each sent at once.
class Exchanged : public Dialogue {
 public:
  explicit Exchanged(Hearing& hearing) : words_(hearing) {}

  void open() override {}
  void ask() override { send(question_object(words_, *words_.interview().next())); }
  Reply reply(const std::string& line) override { return read_json_reply(words_.interview(), line); }
  void mistake(const std::string& message) override { send({{"type", "mistake"}, {"message", message}}); }
  void why(const std::vector<explore::Outlook>& outlook) override { send(why_object(words_, *words_.interview().next(), outlook)); }
  void close(const Hearing::Outcome& outcome, const std::string&) override {
    send(answer_object(words_, outcome));
  }

 private:
  static void send(const nlohmann::ordered_json& object) {
    std::cout << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << std::endl;
  }
  InterviewWords words_;
};

}  // namespace

std::unique_ptr<Dialogue> spoken_dialogue(Hearing& hearing, bool echo, bool colour) {
  return std::make_unique<Spoken>(hearing, echo, colour);
}
std::unique_ptr<Dialogue> json_dialogue(Hearing& hearing) { return std::make_unique<Exchanged>(hearing); }

}  // namespace grotius::cli
