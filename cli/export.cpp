// grotius export: a question in the language of another engine.

#include <iostream>
#include <memory>

#include "cli/invocation.hpp"
#include "engine/codes.hpp"
#include "engine/export/asp.hpp"

namespace grotius::cli {

namespace {

struct Export {
  Inputs inputs;
  Request request;
  bool open = false;

  int run() {
    LoadOptions options = load_options(inputs);
    options.modules = request.under;
    Session session(std::move(options));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json) || !compiled) return input_error;
    const std::size_t first = session.diagnostics().items().size();
    const auto text = exported(session);
    if (report_from(session, first, inputs.json) || text.empty()) return input_error;
    std::cout << text;
    return ok;
  }

 private:
  std::string exported(Session& session) const {
    std::optional<model::Question> question;
    if (!request.query.empty()) {
      question = session.question(request);
    } else if (session.model().questions.size() == 1) {
      question = session.model().questions.front();
    } else {
      session.diagnostics()
          .error(
              codes::which_question, std::nullopt,
              "an answer set program is made for one question, and the files ask several or none")
          .help = "say which: --query 'ACTION(…)' --in SITUATION";
    }
    if (!question) return "";
    analyse::Worlds worlds(session.model());
    const auto world = worlds.world(*question, session.diagnostics());
    if (!world) return "";
    return exporting::to_asp(*world, *question, open, session.diagnostics());
  }
};

}  // namespace

void add_export(CLI::App& app, Invocation& invocation) {
  CLI::App& command = *app.add_subcommand("export", "a question in the language of another engine");
  command.require_subcommand(1);
  command.footer("`grotius export asp --help` tells more. Exit status: 0, or 2 an error.");
  auto exported = std::make_shared<Export>();
  CLI::App& asp = *command.add_subcommand(
      "asp", "an answer set program for clingo; the situation must be complete");
  add_inputs(asp, exported->inputs, "files of norms, situations and questions");
  asp.add_option("--query", exported->request.query,
                 "the question; may be left out where the files ask one")
      ->type_name("QUESTION");
  asp.add_option("--in", exported->request.situation, "the situation")->type_name("SITUATION");
  asp.add_option("--under", exported->request.under, "the modules whose norms count")
      ->delimiter(',')
      ->type_name("MODULE,…");
  asp.add_option("--as-held-by", exported->request.as_held_by,
                 "under every module that this individual accepts")
      ->type_name("INDIVIDUAL");
  asp.add_option("--on", exported->request.on, "the date of the question")->type_name("YYYY-MM-DD");
  asp.add_option("--with", exported->request.with, "another value of a parameter")
      ->type_name("PARAMETER=VALUE");
  asp.add_flag("--open", exported->open, "withdraw every presumption of a relation or deed");
  asp.footer(
      "Exit status: 0, or 2 an error.\n\n  grotius export asp intervention.norm kosovo_1999.case "
      "--query 'use_of_force(nato, serbia)' | clingo");
  asp.callback(
      [exported, &invocation] { invocation.run = [exported] { return exported->run(); }; });
}

}  // namespace grotius::cli
