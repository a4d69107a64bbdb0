// grotius interview: asks for the facts that matter, in the order that settles the question soonest.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/interview_dialogue.hpp"
#include "cli/questions.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "engine/codes.hpp"
#include "grammar/file_codes.hpp"

namespace grotius::cli {

namespace fs = std::filesystem;

namespace {

/// Atomic: the text goes to a file beside it, which then takes its place.
bool write(const std::string& name, const std::string& text) {
  std::error_code error;
  const fs::path path(name);
  if (fs::is_directory(path, error)) return false;
  fs::path beside = path;
  beside += ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush()) return false;
  }
  fs::rename(beside, path, error);
  if (error) fs::remove(beside, error);
  return !error;
}

class InterviewCommand {
 public:
  Questions questions;
  std::vector<std::string> individuals;
  std::string save;

  int run() {
    const bool json = questions.inputs.json;
    LoadOptions options = load_options(questions.inputs);
    options.modules = questions.request.under;
    const analyse::AskOptions asking = ask_options(questions.asking);
    const auto read = [this](Session& session) { session.load(questions.inputs.files); };
    const std::string heading = fmt::format("-- Collected by an interview; ask it together with {}.\n", fmt::join(questions.inputs.files, ", "));
    Hearing hearing(std::move(options), {read, questions.request, individuals, heading, {asking.open, asking.seconds}});
    const bool begun = hearing.begin();
    report(hearing.session(), json);
    if (!begun) return input_error;
    const std::size_t first = hearing.session().diagnostics().items().size();
    const auto dialogue = json ? json_dialogue(hearing) : spoken_dialogue(hearing, isatty(STDIN_FILENO) == 0, wants_colour(STDOUT_FILENO));
    dialogue->open();
    talk(hearing.interview(), *dialogue);

    analyse::AskOptions closed = asking;
    closed.open = false;  // the case says itself what is unknown
    Hearing::Outcome outcome = hearing.end(closed);
    report_from(outcome.answer ? hearing.session() : outcome.session, outcome.answer ? first : 0, json);
    if (!outcome.answer) return input_error;
    const bool written = save.empty() || write(save, outcome.text);
    if (!written) {
      Diagnostics failure;
      failure.error(file_codes::unwritable, std::nullopt, "`" + save + "` cannot be written").help =
          "see that its folder exists and may be changed; the case is printed instead";
      std::cout.flush();
      print_diagnostics(std::cerr, hearing.session().sources(), failure.items(), json);
    }
    dialogue->close(outcome, written ? save : "");
    return written ? exit_status(outcome.answer->answer) : static_cast<int>(input_error);
  }

 private:
  /// Until there is nothing to ask for, nobody replies any more, or the other side has enough.
  static void talk(explore::Interview& interview, Dialogue& dialogue) {
    while (interview.next()) {
      dialogue.ask();
      std::string line;
      if (!std::getline(std::cin, line)) return;
      const Reply reply = dialogue.reply(line);
      switch (reply.kind) {
        case Reply::Kind::quit:
          return;
        case Reply::Kind::mistake:
          dialogue.mistake(reply.message);
          break;
        case Reply::Kind::help:
          dialogue.help();
          break;
        case Reply::Kind::said:
          dialogue.said();
          break;
        case Reply::Kind::why:
          dialogue.why(interview.outlook());
          break;
        case Reply::Kind::back:
          if (!interview.back()) dialogue.mistake("There is no reply to take back yet.");
          break;
        case Reply::Kind::unknown:
          interview.reply(std::nullopt);
          break;
        case Reply::Kind::value:
          if (const explore::Taken taken = interview.reply(reply.value); taken != explore::Taken::taken)
            dialogue.mistake(refusal(interview, taken, reply.value));
          break;
      }
    }
  }
};

}  // namespace

void add_interview(CLI::App& app, Invocation& invocation) {
  auto interview = std::make_shared<InterviewCommand>();
  CLI::App& command = *app.add_subcommand(
      "interview", "ask for the facts that matter, in the order that settles a question soonest, and leave a case file");
  interview->questions.add_to(command);
  command.get_option("--query")->required();
  command
      .add_option("--individual", interview->individuals,
                  "declares an individual, where the files have no situation; those that the question names are declared by their roles")
      ->allow_extra_args(false)
      ->type_name("'NAME \"label\": TYPE'");
  command.add_option("--save", interview->save, "the file that the case goes to; without it the case is printed")->type_name("FILE");
  command.footer(
      R"(Exit status as `ask`, of the case that was collected. Where the files have a situation, its unknown facts are asked for, with --open
also those that are only presumed; where they have none, everything is. With --json one object a line goes out and one reply a line
comes in: {"value": …}, {"unknown": true}, {"back": true}, {"why": true}, {"quit": true} (docs/command-line.md).

  grotius interview intervention.norm kosovo_1999.case --query 'military_intervention(nato, serbia)' --save my.case
  grotius interview intervention.norm --query 'use_of_force(utopia, erewhon)')");
  command.callback([interview, &invocation] { invocation.run = [interview] { return interview->run(); }; });
}

}  // namespace grotius::cli
