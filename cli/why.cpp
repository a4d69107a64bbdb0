// grotius why: the answers that `ask` gives, with their grounds down to facts, presumptions and dates.

#include <iostream>
#include <memory>

#include <unistd.h>

#include "cli/questions.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_why.hpp"

namespace grotius::cli {

namespace {

struct Why {
  Questions questions;
  WhyOptions options;

  std::optional<int> answer(Session& session, const model::Question& question, bool only) const {
    const std::size_t first = session.diagnostics().items().size();
    const auto explanation = session.explain(question, ask_options(questions.asking));
    report_from(session, first, questions.inputs.json);
    if (!explanation) return std::nullopt;
    if (questions.inputs.json) {
      std::cout << why_json(session.model(), *explanation).dump() << '\n';
    } else {
      const Outline outline = why_outline(session.model(), *explanation, options);
      std::cout << why_text(outline, wants_colour(STDOUT_FILENO)) << (only ? "" : "\n");
    }
    return exit_status(explanation->answer.answer);
  }
};

}  // namespace

void add_why(CLI::App& app, Invocation& invocation) {
  auto why = std::make_shared<Why>();
  CLI::App& command = *app.add_subcommand(
      "why", "answer as `ask` does, with the grounds: norms that stand, are defeated, or do not apply, down to the facts");
  why->questions.add_to(command);
  command.add_option("--depth", why->options.depth, "levels of grounds below a norm")->type_name("N")->capture_default_str();
  command.add_flag("--full", why->options.full, "all grounds, also why nothing defeats what stands");
  command.footer(
      R"(Exit status as `ask`. With --json every step is there, with what it rests on (docs/command-line.md).

  grotius why intervention.norm kosovo_1999.case
  grotius why intervention.norm kosovo_1999.case --full)");
  command.callback([why, &invocation] {
    invocation.run = [why] {
      return why->questions.each([why](Session& session, const model::Question& question, bool only) {
        return why->answer(session, question, only);
      });
    };
  });
}

}  // namespace grotius::cli
