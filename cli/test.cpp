// grotius test: every `expect` of the questions in files and folders, and every thesis.

#include <iostream>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/invocation.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_report.hpp"
#include "cli/render_witness.hpp"
#include "engine/analyse/coverage.hpp"

namespace grotius::cli {

namespace {

struct Test {
  Inputs inputs;
  Asking asking;
  bool coverage = false;

  int run() {
    LoadOptions options = load_options(inputs);
    options.folders = true;
    Session session(std::move(options));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json) || !compiled) return input_error;

    std::size_t held = 0, failed_ones = 0, errors = 0;
    analyse::Coverage covered;
    for (const model::Question& question : session.model().questions) {
      const std::size_t first = session.diagnostics().items().size();
      const auto answer = session.ask(question, ask_options(asking));
      report_from(session, first, inputs.json);
      errors += !answer;
      if (!answer) continue;
      covered.add(*answer);
      if (!answer->as_expected) continue;
      ++(*answer->as_expected ? held : failed_ones);
      if (!*answer->as_expected) show_failure(session, *answer);
    }
    for (const model::ModuleId module : session.norm_sets()) {
      const std::size_t first = session.diagnostics().items().size();
      const auto theses = session.decide_theses(module, check_options());
      errors += report_from(session, first, inputs.json);
      for (const analyse::ThesisResult& thesis : theses) {
        ++(thesis.as_expected ? held : failed_ones);
        if (!thesis.as_expected) show_failure(session, thesis);
      }
    }
    if (coverage) show_coverage(session, covered);
    if (!inputs.json) {
      std::cout << fmt::format("{} held, {} failed", held, failed_ones)
                << (errors > 0 ? fmt::format(", {} in error", errors) : "") << '\n';
    }
    std::cout.flush();
    if (errors > 0) return input_error;
    return failed_ones > 0 ? static_cast<int>(failed) : static_cast<int>(ok);
  }

 private:
  analyse::CheckOptions check_options() const {
    const analyse::AskOptions asked = ask_options(asking);
    analyse::CheckOptions options;
    options.engine = asked.engine;
    options.seconds = asked.seconds;
    return options;
  }

  void show_failure(const Session& session, const analyse::ThesisResult& thesis) const {
    const model::Model& model = session.model();
    if (inputs.json) {
      std::cout << to_json(model, thesis).dump() << '\n';
      return;
    }
    const model::Thesis& item = model[thesis.thesis];
    std::cout << session.sources().at(item.span) << ": " << render_thesis(model, thesis) << '\n';
    if (thesis.witness)
      std::cout << story(*thesis.witness, "")
                << case_text(*thesis.witness, "witness", model[item.module].name, 3);
    std::cout << '\n';
  }

  void show_failure(const Session& session, const analyse::Answer& answer) const {
    if (inputs.json) {
      std::cout << render_json(session.model(), answer) << '\n';
    } else {
      std::cout << session.sources().at(answer.question.span) << ": "
                << render_text(session.model(), answer, wants_colour(STDOUT_FILENO)) << '\n';
    }
  }

  void show_coverage(const Session& session, const analyse::Coverage& covered) const {
    const auto uncovered = covered.uncovered(session.model());
    for (const analyse::Uncovered& one : uncovered) {
      if (inputs.json) {
        std::cout << nlohmann::ordered_json{{"uncovered", one.what},
                                            {"name", one.name},
                                            {"at", session.sources().at(one.span)}}
                         .dump()
                  << '\n';
      } else {
        std::cout << fmt::format("{}: no question exercises the {} {}\n",
                                 session.sources().at(one.span), one.what, one.name);
      }
    }
    if (uncovered.empty() && !inputs.json)
      std::cout << "every norm, alternative and priority is exercised\n";
  }
};

}  // namespace

void add_test(CLI::App& app, Invocation& invocation) {
  auto test = std::make_shared<Test>();
  CLI::App& command = *app.add_subcommand(
      "test", "run every `expect` of the questions, and every thesis, in files and folders");
  add_inputs(command, test->inputs, "files, or folders with files of norms under them");
  add_asking(command, test->asking);
  command.add_flag("--coverage", test->coverage,
                   "name the norms, alternatives and priorities that no question exercises");
  command.footer(
      "Exit status: 0 all hold, 1 some fail, 2 an error. With --json the answers and theses that "
      "fail "
      "are printed, one a line.");
  command.callback([test, &invocation] { invocation.run = [test] { return test->run(); }; });
}

}  // namespace grotius::cli
