// A survey as one page of HTML that needs nothing else: no script, no font, no other file.

#include <fmt/format.h>

#include "cli/markup.hpp"
#include "cli/render_survey.hpp"
#include "cli/survey_words.hpp"

namespace grotius::cli {

namespace {

using analyse::Survey;
using analyse::SurveyRow;

constexpr const char* kStyle = R"(<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse }
th, td { border: 1px solid #d0d0d0; padding: .35rem .6rem; text-align: left; vertical-align: top; font-weight: normal }
thead th { position: sticky; top: 0; background: #f4f4f4; font-weight: 600; overflow-wrap: anywhere }
tbody th[colspan] { font-weight: 600; border-top: 2px solid #888 }
td.yes { background: #d9f0dd } td.no { background: #f6d6d5 } td.contested { background: #fbe7c6 }
td.depends { background: #e3e3f7 } td.silent { color: #666 } td.unknown, td.error { background: #eee }
summary { cursor: pointer } td div { font-size: .85em; margin-top: .3rem; max-width: 24rem }
</style>
)";

/// The norms that an answer rests on, with their citations, a line each: those that stand.
std::string grounds(const model::Model& model, const analyse::Answer& answer) {
  std::string text;
  std::string last;
  for (const analyse::NormInForce& norm : answer.norms) {
    if (norm.stands == analyse::InCompletions::never) continue;
    std::string line = model.qualified(norm.norm);
    for (const auto& source : model[norm.norm].sources) line += " [" + model.cite(source) + "]";
    if (norm.stands == analyse::InCompletions::sometimes) line += ", in some completions";
    if (line == last) continue;  // the same norm about other individuals
    text += "<div>" + escaped(line) + "</div>";
    last = std::move(line);
  }
  return text;
}

std::string cell(const model::Model& model, const std::optional<analyse::Answer>& answer) {
  const std::string word = verdict(answer);
  const std::string rests_on = answer ? grounds(model, *answer) : "";
  return fmt::format(
      R"(<td class="{}">{}</td>)", word,
      rests_on.empty() ? word
                       : fmt::format("<details><summary>{}</summary>{}</details>", word, rests_on));
}

}  // namespace

std::string survey_html(const model::Model& model, const Survey& survey) {
  std::string text = fmt::format(R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cases by norm sets</title>
{}</head>
<body>
<h1>Cases by norm sets</h1>
<p>Open an answer to see the norms that it rests on.</p>
<table>
<thead>
<tr><th scope="col">Case and question</th>)",
                                 kStyle);
  for (const auto& column : survey.columns)
    text += fmt::format(R"(<th scope="col">{}</th>)", escaped(heading(column)));
  text += "</tr>\n</thead>\n";
  for (std::size_t i = 0; i < survey.rows.size(); ++i) {
    const SurveyRow& row = survey.rows[i];
    if (i == 0 || survey.rows[i - 1].situation != row.situation)
      text += fmt::format("{}<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                          i == 0 ? "" : "</tbody>\n", survey.columns.size() + 1,
                          escaped(title_of(model, row)));
    text += fmt::format(R"(<tr><th scope="row">{}</th>)",
                        escaped(row.question + circumstances_of(model, row)));
    for (const auto& answer : row.answers) text += cell(model, answer);
    text += "</tr>\n";
  }
  if (!survey.rows.empty()) text += "</tbody>\n";
  return text + "</table>\n</body>\n</html>\n";
}

}  // namespace grotius::cli
