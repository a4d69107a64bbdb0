// grotius flip: the smallest changes of facts and deeds that turn an answer.

#include <iostream>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/questions.hpp"
#include "cli/render_flip.hpp"

namespace grotius::cli {

namespace {

struct Flip {
  Questions questions;
  std::string to;
  std::vector<std::string> only, keep;

  std::optional<int> answer(Session& session, const model::Question& question, bool only_one) const {
    const std::size_t first = session.diagnostics().items().size();
    FlipRequest request{ask_options(questions.asking), std::nullopt, only, keep};
    if (!to.empty()) request.to = to == "yes" ? analyse::Verdict::yes : analyse::Verdict::no;
    const auto flips = session.flip(question, request);
    report_from(session, first, questions.inputs.json);
    if (!flips) return std::nullopt;
    if (questions.inputs.json) {
      std::cout << flip_json(session.model(), *flips).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
    } else {
      std::cout << flip_text(session.model(), *flips) << (only_one ? "" : "\n");
    }
    return flips->already || !flips->flips.empty() ? ok : failed;
  }
};

}  // namespace

void add_flip(CLI::App& app, Invocation& invocation) {
  auto flip = std::make_shared<Flip>();
  CLI::App& command = *app.add_subcommand(
      "flip", "what would have to be otherwise: the smallest changes of facts and deeds that turn an answer");
  flip->questions.add_to(command);
  command.add_option("--to", flip->to, "the answer to reach; may be left out where it is yes or no")->check(one_of({"yes", "no"}));
  command.add_option("--only", flip->only, "what alone may change: names of facts, of actions for what is done, or single ones, with commas")
      ->type_name("FACT,…");
  command.add_option("--keep", flip->keep, "what must not change")->type_name("FACT,…");
  command.footer(
      R"(Individuals, date and constraints stay as they are. At most 32 ways are listed, the cheapest first. Exit status: 0 some, 1 none, 2 error.

  grotius flip intervention.norm kosovo_1999.case --to yes
  grotius flip intervention.norm kosovo_1999.case --to no --only 'unwilling,consents(serbia, nato)')");
  command.callback([flip, &invocation] {
    invocation.run = [flip] {
      return flip->questions.each([flip](Session& session, const model::Question& question, bool only_one) {
        return flip->answer(session, question, only_one);
      });
    };
  });
}

}  // namespace grotius::cli
