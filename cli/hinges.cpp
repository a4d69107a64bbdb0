// grotius hinges: the norms, stated priorities and presumptions that carry an answer alone.

#include <iostream>
#include <memory>

#include "cli/questions.hpp"
#include "cli/render_hinges.hpp"

namespace grotius::cli {

namespace {

std::optional<int> answer(const Questions& questions, Session& session, const model::Question& question, bool only) {
  const std::size_t first = session.diagnostics().items().size();
  const analyse::AskOptions options = ask_options(questions.asking);
  const auto hinges = session.hinges(question, options);
  const auto varied = questions.vary.empty() || !hinges ? std::nullopt : questions.varied(session, question);
  report_from(session, first, questions.inputs.json);
  if (!hinges || (!questions.vary.empty() && !varied)) return std::nullopt;
  const auto variations = varied ? varied->variations : std::vector<explore::Variation>{};
  if (questions.inputs.json) {
    std::cout << hinges_json(session.model(), *hinges, variations).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
  } else {
    std::cout << hinges_text(session.model(), *hinges, variations) << (only ? "" : "\n");
  }
  return static_cast<int>(ok);
}

}  // namespace

void add_hinges(CLI::App& app, Invocation& invocation) {
  auto questions = std::make_shared<Questions>();
  CLI::App& command =
      *app.add_subcommand("hinges", "what an answer turns on: the norms, stated priorities and presumptions without which it would be another");
  questions->add_to(command);
  questions->add_vary(command);
  command.footer(
      R"(Each is left out alone, with everything else as it is. Exit status: 0, or 2 if something was in error.

  grotius hinges intervention.norm kosovo_1999.case
  grotius hinges intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)' --vary large_scale)");
  command.callback([questions, &invocation] {
    invocation.run = [questions] {
      return questions->each([questions](Session& session, const model::Question& question, bool only) {
        return answer(*questions, session, question, only);
      });
    };
  });
}

}  // namespace grotius::cli
