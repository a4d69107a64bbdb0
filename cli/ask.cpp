// grotius ask: the questions of the files, or one from the command line.

#include <iostream>
#include <memory>

#include <unistd.h>

#include "cli/questions.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_vary.hpp"

namespace grotius::cli {

namespace {

/// The answers for all values of parameters, in place of the one.
std::optional<int> thresholds(const Questions& questions, Session& session, const model::Question& question, bool only) {
  const std::size_t first = session.diagnostics().items().size();
  const auto varied = questions.varied(session, question);
  report_from(session, first, questions.inputs.json);
  if (!varied) return std::nullopt;
  if (questions.inputs.json) {
    std::cout << vary_json(session.model(), *varied).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  } else {
    std::cout << vary_text(session.model(), *varied) << (only ? "" : "\n");
  }
  return exit_status(varied->answer.answer);
}

std::optional<int> answer(const Questions& questions, Session& session, const model::Question& question, bool only) {
  if (!questions.vary.empty()) return thresholds(questions, session, question, only);
  const std::size_t first = session.diagnostics().items().size();
  const auto answer = session.ask(question, ask_options(questions.asking));
  report_from(session, first, questions.inputs.json);
  if (!answer) return std::nullopt;
  if (questions.inputs.json) {
    std::cout << render_json(session.model(), *answer) << '\n';
  } else {
    std::cout << render_text(session.model(), *answer, wants_colour(STDOUT_FILENO)) << (only ? "" : "\n");
  }
  return exit_status(answer->answer);
}

}  // namespace

void add_ask(CLI::App& app, Invocation& invocation) {
  auto questions = std::make_shared<Questions>();
  CLI::App& command =
      *app.add_subcommand("ask", "answer the questions of files, or one from the command line");
  questions->add_to(command);
  questions->add_vary(command);
  command.footer(
      R"(One question: exit status 0 yes, 1 no, 2 error, 3 depends, 4 contested, 5 silent, 6 unknown. Several: 0, or 2 if one had an error.

  grotius ask intervention.norm kosovo_1999.case
  grotius ask intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)' --on 1999-01-01 --with large_scale=5000
  grotius ask intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)' --vary large_scale
  grotius ask intervention.norm kosovo_1999.case --query 'some h: Harm where suffers(kosovo_albanians, h)')");
  command.callback([questions, &invocation] {
    invocation.run = [questions] {
      return questions->each([questions](Session& session, const model::Question& question, bool only) {
        return answer(*questions, session, question, only);
      });
    };
  });
}

}  // namespace grotius::cli
