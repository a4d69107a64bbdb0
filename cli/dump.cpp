// grotius dump: a stage of the pipeline, printed.

#include "engine/analyse/dump.hpp"

#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/invocation.hpp"
#include "engine/model/print.hpp"
#include "grammar/print.hpp"

namespace grotius::cli {

namespace {

struct Dump {
  Inputs inputs;
  std::string stage;
  bool open = false;

  int run() {
    Session session(load_options(inputs));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json)) return input_error;
    if (stage == "syntax") {
      for (const syntax::File& file : session.files()) std::cout << print(file);
      return ok;
    }
    if (!compiled) return input_error;
    if (stage == "model") {
      std::cout << print(session.model());
      return ok;
    }
    return questions(session);
  }

 private:
  int questions(Session& session) const {
    analyse::Worlds worlds(session.model());
    const std::size_t first = session.diagnostics().items().size();
    for (const model::Question& question : session.model().questions) {
      const auto text = stage == "ground"
                            ? analyse::dump_ground(worlds, question, open, session.diagnostics())
                            : analyse::dump_smt2(worlds, question, open, session.diagnostics());
      if (text)
        std::cout << fmt::format("{} {} in {}\n", stage == "smt2" ? ";" : "--", question.text,
                                 session.model()[question.situation].name)
                  << *text << '\n';
    }
    return report_from(session, first, inputs.json) ? input_error : ok;
  }
};

}  // namespace

void add_dump(CLI::App& app, Invocation& invocation) {
  auto dump = std::make_shared<Dump>();
  CLI::App& command = *app.add_subcommand("dump",
                                          "print a stage: the syntax tree, the norm model, the "
                                          "decision program or the solver's text of each question");
  add_inputs(command, dump->inputs, "files of norms, situations and questions");
  command.add_option("--stage", dump->stage, "what to print")
      ->required()
      ->check(one_of({"syntax", "model", "ground", "smt2"}));
  command.add_flag("--open", dump->open, "withdraw every presumption of a relation or deed");
  command.footer(
      "Exit status: 0, or 2 an error. For instance: grotius dump --stage ground intervention.norm "
      "kosovo_1999.case");
  command.callback([dump, &invocation] { invocation.run = [dump] { return dump->run(); }; });
}

}  // namespace grotius::cli
