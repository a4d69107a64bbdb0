#include "cli/questions.hpp"

#include <iostream>
#include <optional>

#include "engine/codes.hpp"

namespace grotius::cli {

void Questions::add_to(CLI::App& the_command) {
  command = &the_command;
  add_inputs(the_command, inputs, "files of norms, situations and questions");
  add_asking(the_command, asking);
  the_command
      .add_option("--query", request.query,
                  "an act `a(x, y)` or an expression; in place of the questions of the files")
      ->type_name("QUESTION");
  the_command
      .add_option("--in", request.situation,
                  "the situation; may be left out where there is one")
      ->type_name("SITUATION");
  the_command
      .add_option(
          "--under", request.under,
          "the modules whose norms count; may be left out where one module is used by no other")
      ->delimiter(',')
      ->type_name("MODULE,…");
  the_command
      .add_option("--as-held-by", request.as_held_by,
                  "under every module that this individual accepts on the date")
      ->type_name("INDIVIDUAL");
  the_command.add_option("--on", request.on, "the date of the question")->type_name("YYYY-MM-DD");
  the_command.add_option("--with", request.with, "another value of a parameter, or `unknown`")
      ->type_name("PARAMETER=VALUE");
}

void Questions::add_vary(CLI::App& the_command) {
  the_command
      .add_option("--vary", vary,
                  "the answer for every value of a parameter: intervals of numbers and dates, each member of a closed type")
      ->delimiter(',')
      ->type_name("PARAMETER,…");
}

std::optional<explore::Varied> Questions::varied(Session& session, const model::Question& question) const {
  const auto parameters = session.parameters(vary);
  if (!parameters) return std::nullopt;
  return session.vary(question, *parameters, ask_options(asking));
}

int Questions::each(const std::function<std::optional<int>(Session&, const model::Question&, bool)>& answer) const {
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
    const auto one = answer(session, question, questions.size() == 1);
    in_error = in_error || !one;
    if (one) status = *one;
  }
  std::cout.flush();
  if (in_error) return input_error;
  return questions.size() == 1 ? status : static_cast<int>(ok);
}

std::vector<model::Question> Questions::chosen(Session& session) const {
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

}  // namespace grotius::cli
