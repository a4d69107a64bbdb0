#include "cli/render_survey.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/render_answer.hpp"
#include "cli/survey_words.hpp"

namespace grotius::cli {

namespace {

using analyse::Survey;
using analyse::SurveyRow;

constexpr std::size_t kWidth = 100;      ///< of the text, as long as the columns leave room
constexpr std::size_t kNarrowest = 34;   ///< of what stands before the columns
constexpr std::size_t kFullColumns = 4;  ///< so many columns have room for whole words

/// The length of UTF-8 text on a terminal, one column a character.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = length_of(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

/// Lines of at most `width`, all but the first indented further; a word that is longer stands
/// alone.
std::vector<std::string> wrapped(const std::string& text, std::size_t width,
                                 const std::string& indent) {
  std::vector<std::string> lines{indent};
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (begun && length_of(lines.back()) + 1 + length_of(word) > width) {
      lines.push_back(indent + "  ");
      begun = false;
    }
    lines.back() += (begun ? " " : "") + word;
    begun = true;
    at = end + 1;
  }
  return lines;
}

/// The text of a survey: a paragraph a case, a column a norm set.
class Table {
 public:
  Table(const model::Model& model, const Survey& survey) : model_(model), survey_(survey) {
    const std::size_t count = survey.columns.size();
    short_ = count > kFullColumns;
    cell_ = short_ ? 5 : 10;
    const std::size_t room = kWidth > count * cell_ ? kWidth - count * cell_ : 0;
    std::size_t widest = kNarrowest;
    for (const SurveyRow& row : survey.rows)
      widest = std::max({widest, 2 + length_of(row.question + circumstances_of(model, row)),
                         length_of(title_of(model, row))});
    label_ = std::min(widest, std::max(room, kNarrowest + 2) - 2);
  }

  std::string text() const {
    std::string text = legend();
    for (std::size_t i = 0; i < survey_.rows.size(); ++i) {
      const SurveyRow& row = survey_.rows[i];
      if (i == 0 || survey_.rows[i - 1].situation != row.situation)
        text += '\n' + line(wrapped(title_of(model_, row), label_, ""), numbers());
      text +=
          line(wrapped(row.question + circumstances_of(model_, row), label_, "  "), answers(row));
    }
    return survey_.rows.empty() ? text + "\nno question whose answer turns on norms\n" : text;
  }

 private:
  std::string legend() const {
    std::string text;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i)
      text += fmt::format("{:>2}  {}\n", i + 1, heading(survey_.columns[i]));
    if (short_) text += "con. contested, dep. depends, - silent\n";
    return text;
  }

  std::vector<std::string> numbers() const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) words.push_back(std::to_string(i + 1));
    return words;
  }

  std::vector<std::string> answers(const SurveyRow& row) const {
    std::vector<std::string> words;
    for (const auto& answer : row.answers) words.push_back(word(verdict(answer)));
    return words;
  }

  std::string word(const std::string& verdict) const {
    if (!short_ || verdict.size() <= 3) return verdict;
    if (verdict == "silent") return "-";
    return verdict.substr(0, 3) + ".";
  }

  /// The label, and on its last line the cells.
  std::string line(std::vector<std::string> label, const std::vector<std::string>& cells) const {
    if (length_of(label.back()) > label_) label.emplace_back();
    std::string text;
    for (std::size_t i = 0; i + 1 < label.size(); ++i) text += label[i] + '\n';
    text += padded(label.back(), label_) + "  ";
    for (const std::string& cell : cells) text += padded(cell, cell_);
    while (text.ends_with(' ')) text.pop_back();
    return text + '\n';
  }

  const model::Model& model_;
  const Survey& survey_;
  bool short_ = false;
  std::size_t cell_ = 0;
  std::size_t label_ = 0;
};

/// A field of a CSV line (RFC 4180).
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string survey_text(const model::Model& model, const Survey& survey) {
  return Table(model, survey).text();
}

std::string survey_csv(const model::Model& model, const Survey& survey) {
  std::string text = "case,title,question,on,with";
  for (const auto& column : survey.columns) text += "," + field(heading(column));
  text += "\r\n";
  for (const SurveyRow& row : survey.rows) {
    text += fmt::format("{},{},{},{},{}", model[row.situation].name, field(title_of(model, row)),
                        field(row.question), row.on ? to_string(*row.on) : "",
                        field(settings_of(model, row)));
    for (const auto& answer : row.answers) text += "," + verdict(answer);
    text += "\r\n";
  }
  return text;
}

std::string survey_json(const model::Model& model, const Survey& survey) {
  using nlohmann::ordered_json;
  ordered_json json;
  json["norm_sets"] = ordered_json::array();
  for (const auto& column : survey.columns) {
    ordered_json one;
    one["name"] = column.name;
    one["as_held_by"] = column.holder.has_value();
    json["norm_sets"].push_back(std::move(one));
  }
  json["rows"] = ordered_json::array();
  for (const SurveyRow& row : survey.rows) {
    ordered_json one;
    one["case"] = model[row.situation].name;
    one["title"] = title_of(model, row);
    one["question"] = row.question;
    one["on"] = row.on ? ordered_json(to_string(*row.on)) : ordered_json(nullptr);
    one["with"] = settings_of(model, row);
    one["at"] = model.sources->at(row.at);
    one["answers"] = ordered_json::array();
    for (const auto& answer : row.answers)
      one["answers"].push_back(answer ? to_json(model, *answer) : ordered_json(nullptr));
    json["rows"].push_back(std::move(one));
  }
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace grotius::cli
