// grotius timeline: the answers to one question on all days, under many norm sets.

#include <iostream>
#include <memory>

#include "cli/invocation.hpp"
#include "cli/render_timeline.hpp"
#include "engine/codes.hpp"

namespace grotius::cli {

namespace {

struct TimelineCommand {
  Inputs inputs;
  Asking asking;
  TimelineRequest request;
  bool svg = false;

  int run() {
    LoadOptions options = load_options(inputs);
    options.modules = request.under;
    Session session(std::move(options));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json) || !compiled) return input_error;
    const std::size_t before = session.diagnostics().items().size();
    if (request.query.find_first_not_of(" \t\n") == std::string::npos) {
      session.diagnostics().error(codes::bad_request, std::nullopt, "which question should be followed over time?").help =
          "write an act, --query 'action(x, y)', or an expression";
      report_from(session, before, inputs.json);
      return input_error;
    }
    const auto timeline = session.timeline(request, ask_options(asking));
    const bool in_error = report_from(session, before, inputs.json);
    if (!timeline) return input_error;
    std::cout << (inputs.json ? timeline_json(session.model(), *timeline)
                  : svg       ? timeline_svg(session.model(), *timeline)
                              : timeline_text(session.model(), *timeline));
    std::cout.flush();
    return in_error ? input_error : ok;
  }
};

}  // namespace

void add_timeline(CLI::App& app, Invocation& invocation) {
  auto timeline = std::make_shared<TimelineCommand>();
  CLI::App& command = *app.add_subcommand("timeline", "follow one question through the days of a case: when its answer changes, and what changes it");
  add_inputs(command, timeline->inputs, "files of norms and situations");
  add_asking(command, timeline->asking);
  command.add_option("--query", timeline->request.query, "an act `a(x, y)` or an expression")->type_name("QUESTION");
  command.add_option("--in", timeline->request.situation, "the situation; may be left out where there is one")->type_name("SITUATION");
  command.add_option("--under", timeline->request.under, "the norm sets, one row each")->delimiter(',')->type_name("MODULE,…");
  command.add_option("--as-held-by", timeline->request.as_held_by, "what these individuals accept on each day, one row each")
      ->delimiter(',')
      ->type_name("INDIVIDUAL,…");
  command.add_option("--from", timeline->request.from, "the first day that is shown; without it all days are")->type_name("YYYY-MM-DD");
  command.add_option("--until", timeline->request.until, "the day on which the picture ends (it is not shown itself)")->type_name("YYYY-MM-DD");
  command.add_option("--with", timeline->request.with, "another value of a parameter, or `unknown`")->type_name("PARAMETER=VALUE");
  command.add_flag("--svg", timeline->svg, "a picture that needs nothing else");
  command.footer(
      R"(Every day counts, not only those that a file names. Exit status: 0, or 2 if something was in error.

  grotius timeline examples/cases/libya_2011.case --in libya_protected --query 'military_intervention(nato, libya)' \
      --under un_charter,iciss_2001 --from 2011-02-01 --until 2011-12-01
  grotius timeline examples/cases/kosovo_1999.case --in kosovo --query 'military_intervention(nato, serbia)' \
      --as-held-by uk,russia --svg > kosovo.svg)");
  command.callback([timeline, &invocation] { invocation.run = [timeline] { return timeline->run(); }; });
}

}  // namespace grotius::cli
