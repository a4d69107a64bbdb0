// grotius why: the answers that `ask` gives, with their grounds down to facts, presumptions and
// dates.

#include <iostream>
#include <limits>
#include <memory>

#include <unistd.h>

#include "cli/command_line.hpp"
#include "cli/questions.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_implicants.hpp"
#include "cli/render_why.hpp"

namespace grotius::cli {

namespace {

struct Why {
  Questions questions;
  WhyOptions options;
  bool depth_given = false;
  bool markdown = false, dot = false, svg = false, html = false;
  std::vector<Outline> outlines;  ///< of the formats that show all questions in one document

  bool one_document() const { return markdown || dot || svg || html; }

  int run() {
    // What can be folded need not be left out.
    if (html && !depth_given) options.depth = std::numeric_limits<std::size_t>::max();
    const int status =
        questions.each([this](Session& session, const model::Question& question, bool only) {
          return answer(session, question, only);
        });
    if (!outlines.empty())
      std::cout << (markdown ? why_markdown(outlines)
                    : dot    ? why_dot(outlines)
                    : svg    ? why_svg(outlines)
                             : why_page(outlines));
    std::cout.flush();
    return status;
  }

  std::optional<int> answer(Session& session, const model::Question& question, bool only) {
    const std::size_t first = session.diagnostics().items().size();
    const auto explanation = session.explain(question, ask_options(questions.asking));
    report_from(session, first, questions.inputs.json);
    if (!explanation) return std::nullopt;
    if (questions.inputs.json) {
      nlohmann::ordered_json json = why_json(session.model(), *explanation);
      json["implicants"] =
          implicants_json(session.model(), implicants(session, question, *explanation));
      std::cout << json.dump() << '\n';
    } else {
      Outline outline = why_outline(session.model(), *explanation, options);
      outline.settling = settling(session.model(), implicants(session, question, *explanation));
      if (one_document()) {
        outlines.push_back(std::move(outline));
      } else {
        std::cout << why_text(outline, wants_colour(STDOUT_FILENO)) << (only ? "" : "\n");
      }
    }
    return exit_status(explanation->answer.answer);
  }

  explore::Implicants implicants(Session& session, const model::Question& question,
                                 const explain::Explanation& explanation) const {
    if (explanation.answer.answer == analyse::Verdict::unknown) return {};
    return session.implicants(question, explanation.answer, ask_options(questions.asking));
  }
};

}  // namespace

void add_why(CLI::App& app, Invocation& invocation) {
  auto why = std::make_shared<Why>();
  CLI::App& command =
      *app.add_subcommand("why",
                          "answer as `ask` does, with the grounds: norms that stand, are defeated, "
                          "or do not apply, down to the facts");
  why->questions.add_to(command);
  auto* depth =
      command
          .add_option("--depth", why->options.depth,
                      "levels of grounds below a norm; a page has them all unless this is given")
          ->type_name("N")
          ->check(number_up_to(1000))
          ->capture_default_str();
  command.add_flag(
      "--full", why->options.full,
      "all grounds, every individual by name, and why nothing prevails over what stands");
  std::vector<CLI::Option*> formats = {
      command.add_flag("--markdown", why->markdown, "a Markdown document, with nested lists"),
      command.add_flag("--dot", why->dot, "a graph for Graphviz"),
      command.add_flag("--svg", why->svg, "a picture that needs nothing else"),
      command.add_flag("--html", why->html, "one page that needs nothing else, with trees to fold"),
      command.get_option("--json")};
  for (std::size_t i = 0; i < formats.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) formats[i]->excludes(formats[k]);
  command.footer(
      R"(Exit status as `ask`. With --json every step is there, with what it rests on (docs/command-line.md).

  grotius why intervention.norm kosovo_1999.case
  grotius why intervention.norm kosovo_1999.case --depth 6
  grotius why intervention.norm kosovo_1999.case --html > kosovo.html)");
  command.callback([why, depth, &invocation] {
    why->depth_given = depth->count() > 0;
    invocation.run = [why] { return why->run(); };
  });
}

}  // namespace grotius::cli
