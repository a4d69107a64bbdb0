#include "cli/render_survey.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/render_answer.hpp"

namespace grotius::cli {

namespace {

using analyse::Survey;
using analyse::SurveyRow;
using analyse::Verdict;

constexpr const char* kInError = "error";

std::string word(const std::optional<analyse::Answer>& answer) {
  return answer ? std::string(analyse::name(answer->answer)) : kInError;
}

std::string settings(const model::Model& model, const SurveyRow& row) {
  std::string text;
  for (const model::Setting& setting : row.with) {
    const auto& parameter = model[setting.parameter];
    const bool individual = parameter.kind.sort.kind == model::Sort::Kind::individual;
    std::string value = "unknown";
    if (setting.value && individual)
      value = std::string(model.individuals[static_cast<std::size_t>(*setting.value)].name);
    else if (setting.value)
      value = parameter.kind.sort.kind == model::Sort::Kind::date ? to_string(Date{*setting.value})
                                                                  : std::to_string(*setting.value);
    text += (text.empty() ? "" : ", ") + std::string(parameter.name) + " = " + value;
  }
  return text;
}

std::string title_of(const model::Model& model, const SurveyRow& row) {
  const auto& situation = model[row.situation];
  return situation.title.empty() ? std::string(situation.name) : situation.title;
}

/// The norms that an answer rests on: those that stand, with their citations.
std::string grounds(const model::Model& model, const analyse::Answer& answer) {
  std::string text;
  for (const auto& norm : answer.norms) {
    if (norm.stands == analyse::InCompletions::never) continue;
    text += (text.empty() ? "" : "; ") + model.qualified(norm.norm);
    for (const auto& source : model[norm.norm].sources) text += " [" + model.cite(source) + "]";
  }
  return text;
}

/// The length of UTF-8 text on a terminal, one column a character.
std::size_t columns_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = columns_of(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

/// A field of a CSV line (RFC 4180).
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string escaped(const std::string& text) {
  std::string result;
  for (char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

constexpr const char* kStyle = R"(<style>
body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse}
th,td{border:1px solid #d0d0d0;padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:#f4f4f4}
td.yes{background:#d9f0dd}td.no{background:#f6d6d5}td.contested{background:#fbe7c6}
td.depends{background:#e3e3f7}td.silent{background:#f4f4f4;color:#666}td.unknown,td.error{background:#eee}
details summary{cursor:pointer}.norms{font-size:.85em;margin:.3rem 0 0}.of{color:#666;font-size:.85em}
</style>)";

}  // namespace

std::string survey_text(const model::Model& model, const Survey& survey) {
  // One paragraph a case, one line a question; the norm sets are columns with a number each, named below.
  std::string text;
  std::size_t widest = 0;
  for (const SurveyRow& row : survey.rows) {
    const std::string with = settings(model, row);
    widest = std::max(widest, columns_of(row.question) + (with.empty() ? 0 : 7 + columns_of(with)));
  }
  widest = std::min<std::size_t>(widest, 58);
  text += padded("", widest + 16);
  for (std::size_t i = 0; i < survey.columns.size(); ++i) text += fmt::format("{:<10}", fmt::format("[{}]", i + 1));
  text += '\n';
  std::optional<model::SituationId> last;
  for (const SurveyRow& row : survey.rows) {
    if (last != row.situation) text += (last ? "\n" : "") + title_of(model, row) + '\n';
    last = row.situation;
    const std::string with = settings(model, row);
    std::string question = row.question + (with.empty() ? "" : "  with " + with);
    if (columns_of(question) > widest) question += '\n' + std::string(widest + 2, ' ');
    text += "  " + padded(question, widest) + "  " + padded(row.on ? to_string(*row.on) : "", 10) + "  ";
    for (const auto& answer : row.answers) text += padded(word(answer), 10);
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
  }
  text += '\n';
  for (std::size_t i = 0; i < survey.columns.size(); ++i)
    text += fmt::format("[{}] {}{}\n", i + 1, survey.columns[i].holder ? "as held by " : "", survey.columns[i].name);
  return text;
}

std::string survey_csv(const model::Model& model, const Survey& survey) {
  std::string text = "case,title,question,on,with";
  for (const auto& column : survey.columns) text += "," + field(column.name);
  text += "\r\n";
  for (const SurveyRow& row : survey.rows) {
    text += field(std::string(model[row.situation].name)) + "," + field(title_of(model, row)) + "," + field(row.question) + "," +
            (row.on ? to_string(*row.on) : "") + "," + field(settings(model, row));
    for (const auto& answer : row.answers) text += "," + word(answer);
    text += "\r\n";
  }
  return text;
}

std::string survey_html(const model::Model& model, const Survey& survey) {
  std::string text = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Cases by norm sets</title>\n";
  text += std::string(kStyle) + "\n</head><body>\n<h1>Cases by norm sets</h1>\n<table>\n<thead><tr><th>Case and question</th>";
  for (const auto& column : survey.columns)
    text += "<th>" + std::string(column.holder ? "as held by " : "") + escaped(column.name) + "</th>";
  text += "</tr></thead>\n<tbody>\n";
  for (const SurveyRow& row : survey.rows) {
    const std::string with = settings(model, row);
    text += "<tr><th scope=\"row\">" + escaped(title_of(model, row)) + "<div class=\"of\">" + escaped(row.question) +
            (row.on ? ", on " + to_string(*row.on) : "") + (with.empty() ? "" : ", with " + escaped(with)) + "</div></th>";
    for (const auto& answer : row.answers) {
      const std::string verdict = word(answer);
      const std::string rests_on = answer ? grounds(model, *answer) : "";
      text += "<td class=\"" + verdict + "\">";
      text += rests_on.empty() ? verdict
                               : "<details><summary>" + verdict + "</summary><p class=\"norms\">" + escaped(rests_on) + "</p></details>";
      text += "</td>";
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n</body></html>\n";
}

std::string survey_json(const model::Model& model, const Survey& survey) {
  nlohmann::ordered_json json;
  json["norm_sets"] = nlohmann::ordered_json::array();
  for (const auto& column : survey.columns)
    json["norm_sets"].push_back({{"name", column.name}, {"as_held_by", column.holder.has_value()}});
  json["rows"] = nlohmann::ordered_json::array();
  for (const SurveyRow& row : survey.rows) {
    nlohmann::ordered_json one;
    one["case"] = model[row.situation].name;
    one["title"] = title_of(model, row);
    one["question"] = row.question;
    one["on"] = row.on ? nlohmann::ordered_json(to_string(*row.on)) : nlohmann::ordered_json();
    one["at"] = model.sources->at(row.at);
    one["answers"] = nlohmann::ordered_json::array();
    for (const auto& answer : row.answers) one["answers"].push_back(answer ? to_json(model, *answer) : nlohmann::ordered_json());
    json["rows"].push_back(std::move(one));
  }
  return json.dump() + "\n";
}

}  // namespace grotius::cli
