// grotius ask: the questions of the files, or one from the command line.

#include <iostream>
#include <memory>

#include <unistd.h>

#include "cli/invocation.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "engine/codes.hpp"

namespace grotius::cli {

namespace {

struct Ask {
  Inputs inputs;
  Asking asking;
  Request request;
  CLI::App* command = nullptr;

  int run() {
    LoadOptions options = load_options(inputs);
    options.modules = request.under;
    Session session(std::move(options));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json) || !compiled) return input_error;

    const std::size_t before = session.diagnostics().items().size();
    const std::vector<model::Question> questions = chosen(session);
    if (questions.empty()) {
      report_from(session, before, inputs.json);
      return input_error;
    }
    bool in_error = false;
    int status = ok;
    for (const model::Question& question : questions) {
      const std::size_t first = session.diagnostics().items().size();
      const auto answer = session.ask(question, ask_options(asking));
      report_from(session, first, inputs.json);
      in_error = in_error || !answer;
      if (!answer) continue;
      if (inputs.json) {
        std::cout << render_json(session.model(), *answer) << '\n';
      } else {
        std::cout << render_text(session.model(), *answer, wants_colour(STDOUT_FILENO))
                  << (questions.size() > 1 ? "\n" : "");
      }
      status = exit_status(answer->answer);
    }
    std::cout.flush();
    if (in_error) return input_error;
    return questions.size() == 1 ? status : static_cast<int>(ok);
  }

 private:
  std::vector<model::Question> chosen(Session& session) const {
    if (command->count("--query") > 0) {
      if (request.query.find_first_not_of(" \t\n") == std::string::npos) {
        session.diagnostics()
            .error(codes::bad_request, std::nullopt, "no question stands after `--query`")
            .help = "write an act, --query 'action(x, y)', or an expression";
        return {};
      }
      const auto question = session.question(request);
      return question ? std::vector{*question} : std::vector<model::Question>{};
    }
    for (const char* option : {"--in", "--under", "--as-held-by", "--on", "--with"}) {
      if (command->count(option) == 0) continue;
      session.diagnostics()
          .error(codes::bad_request, std::nullopt,
                 std::string("`") + option + "` belongs to a question of the command line")
          .help =
          "add --query 'action(…)'; without it the questions of the files are answered as they "
          "stand";
      return {};
    }
    if (session.model().questions.empty())
      session.diagnostics().error(codes::no_question, std::nullopt, "the files ask nothing").help =
          "add a line `ask ACTION(…) in SITUATION` to a file, or ask here: --query 'ACTION(…)'";
    return session.model().questions;
  }
};

}  // namespace

void add_ask(CLI::App& app, Invocation& invocation) {
  auto ask = std::make_shared<Ask>();
  CLI::App& command =
      *app.add_subcommand("ask", "answer the questions of files, or one from the command line");
  ask->command = &command;
  add_inputs(command, ask->inputs, "files of norms, situations and questions");
  add_asking(command, ask->asking);
  command
      .add_option("--query", ask->request.query,
                  "an act `a(x, y)` or an expression; in place of the questions of the files")
      ->type_name("QUESTION");
  command
      .add_option("--in", ask->request.situation,
                  "the situation; may be left out where there is one")
      ->type_name("SITUATION");
  command
      .add_option(
          "--under", ask->request.under,
          "the modules whose norms count; may be left out where one module is used by no other")
      ->delimiter(',')
      ->type_name("MODULE,…");
  command
      .add_option("--as-held-by", ask->request.as_held_by,
                  "under every module that this individual accepts on the date")
      ->type_name("INDIVIDUAL");
  command.add_option("--on", ask->request.on, "the date of the question")->type_name("YYYY-MM-DD");
  command.add_option("--with", ask->request.with, "another value of a parameter, or `unknown`")
      ->type_name("PARAMETER=VALUE");
  command.footer(
      R"(One question: exit status 0 yes, 1 no, 2 error, 3 depends, 4 contested, 5 silent, 6 unknown. Several: 0, or 2 if one had an error.

  grotius ask intervention.norm kosovo_1999.case
  grotius ask intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)' --on 1999-01-01 --with large_scale=5000
  grotius ask intervention.norm kosovo_1999.case --query 'some h: Harm where suffers(kosovo_albanians, h)')");
  command.callback([ask, &invocation] { invocation.run = [ask] { return ask->run(); }; });
}

}  // namespace grotius::cli
