// grotius survey: every question of files and folders under many norm sets.

#include <iostream>
#include <memory>

#include "cli/invocation.hpp"
#include "cli/render_survey.hpp"
#include "engine/codes.hpp"

namespace grotius::cli {

namespace {

struct SurveyCommand {
  Inputs inputs;
  Asking asking;
  SurveyRequest request;
  bool csv = false;
  bool html = false;

  int run() {
    LoadOptions options = load_options(inputs);
    options.folders = true;
    options.modules = request.under;
    Session session(std::move(options));
    session.load(inputs.files);
    const bool compiled = session.compile();
    if (report(session, inputs.json) || !compiled) return input_error;
    const std::size_t before = session.diagnostics().items().size();
    if (request.under.empty() && request.as_held_by.empty()) {
      session.diagnostics()
          .error(codes::bad_request, std::nullopt,
                 "under which norm sets should the questions be asked?")
          .help = "name modules, --under un_charter,iciss_2001, or holders, --as-held-by uk,brazil";
      report_from(session, before, inputs.json);
      return input_error;
    }
    const auto survey = session.survey(request, ask_options(asking));
    const bool in_error = report_from(session, before, inputs.json);
    if (!survey) return input_error;
    std::cout << (inputs.json ? survey_json(session.model(), *survey)
                  : csv       ? survey_csv(session.model(), *survey)
                  : html      ? survey_html(session.model(), *survey)
                              : survey_text(session.model(), *survey));
    std::cout.flush();
    return in_error ? input_error : ok;
  }
};

}  // namespace

void add_survey(CLI::App& app, Invocation& invocation) {
  auto survey = std::make_shared<SurveyCommand>();
  CLI::App& command = *app.add_subcommand(
      "survey", "ask every question of files and folders under many norm sets: cases by norm sets");
  add_inputs(command, survey->inputs, "files, or folders with files of norms under them");
  add_asking(command, survey->asking);
  command.add_option("--under", survey->request.under, "the norm sets, one column each")
      ->delimiter(',')
      ->type_name("MODULE,…");
  command
      .add_option("--as-held-by", survey->request.as_held_by,
                  "what these individuals accept on the day of the question, one column each")
      ->delimiter(',')
      ->type_name("INDIVIDUAL,…");
  command
      .add_option("--on", survey->request.on, "ask on these days in place of the questions' own")
      ->delimiter(',')
      ->type_name("YYYY-MM-DD,…");
  command.add_option("--in", survey->request.in, "only questions in these situations")
      ->delimiter(',')
      ->type_name("SITUATION,…");
  command.add_option("--about", survey->request.about, "only questions about these actions")
      ->delimiter(',')
      ->type_name("ACTION,…");
  command.add_flag("--first", survey->request.first, "only the first question of each case");
  auto* csv = command.add_flag("--csv", survey->csv, "one line a question, for spreadsheets");
  command.add_flag("--html", survey->html, "one page that needs nothing else")->excludes(csv);
  command.footer(
      R"(Questions that differ only in what they ask under are one row. Exit status: 0, or 2 if something was in error.

  grotius survey examples/cases --under un_charter,iciss_2001,world_summit_2005 --html > cases.html
  grotius survey examples/cases/kosovo_1999.case --first --as-held-by uk,russia --on 1999-03-24,2006-01-01)");
  command.callback([survey, &invocation] { invocation.run = [survey] { return survey->run(); }; });
}

}  // namespace grotius::cli
