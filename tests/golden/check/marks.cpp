#include "tests/golden/check/marks.hpp"

#include <algorithm>
#include <sstream>

namespace grotius::test {

namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string joined(std::vector<std::string> parts, const std::string& separator, bool sort) {
  if (sort) std::sort(parts.begin(), parts.end());
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : separator) + part;
  return result;
}

std::vector<std::string> plain(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) result.push_back(name.substr(name.rfind('.') + 1));
  return result;
}

// Apart from layout: the parts of a core in any order, a date or number however it is written.
std::string essence(const std::string& word, const std::string& text) {
  std::string bare;
  for (char letter : text)
    if (std::string("() _\n").find(letter) == std::string::npos) bare += letter;
  if (word != "core") return bare;
  std::vector<std::string> parts;
  std::istringstream in(bare);
  for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
  return joined(parts, "|", true);
}

std::map<std::string, std::string> details_of(const analyse::Witness& witness) {
  std::vector<std::string> individuals;
  for (const auto& [name, type] : witness.individuals) individuals.push_back(name + ": " + type);
  std::map<std::string, std::string> result;
  result["individuals"] = joined(individuals, ", ", true);
  result["given"] = witness.given.empty() ? "nothing" : joined(witness.given, ", ", false);
  result["about"] = witness.act.value_or("");
  result["on"] = witness.on ? to_string(*witness.on) : "";
  return result;
}

std::string head(const std::string& word, analyse::FindingKind kind,
                 const std::vector<std::string>& names) {
  return word + " " + std::string(analyse::name(kind)) + " " + joined(plain(names), ", ", true);
}

Mark mark_of(const std::string& word, const analyse::Finding& finding, const Sources& sources) {
  Mark mark;
  mark.text = head(word, finding.kind, finding.names);
  if (!finding.condition.empty()) mark.text += ": " + finding.condition;
  if (finding.witness) mark.details = details_of(*finding.witness);
  std::vector<std::string> core;
  for (const analyse::CorePart& part : finding.core) core.push_back(part.text);
  mark.details["core"] = joined(core, " | ", true);
  mark.details["because"] = joined(plain(finding.because), ", ", true);
  for (const Span& span : finding.at)
    mark.lines.push_back(sources[span.source].position(span.begin).line);
  return mark;
}

bool is_detail(const std::string& line) { return line.starts_with("--   "); }

bool is_mark(const std::string& line) {
  static const char* const words[] = {"finds ",     "tolerated ", "not seen ",  "thesis ",
                                      "undecided ", "differs ",   "equivalent", "added ",
                                      "removed ",   "reworded "};
  return std::any_of(std::begin(words), std::end(words),
                     [&](const char* word) { return line.starts_with(std::string("-- ") + word); });
}

bool same(const Mark& marked, const Mark& found) {
  return essence("", marked.text) == essence("", found.text);
}

// Only these say everything about a norm set; the others are asked for one by one.
bool is_exact(const Mark& mark, bool any_not_seen) {
  if (mark.text.starts_with("not seen ")) return !any_not_seen;
  return mark.text.starts_with("finds ") || mark.text.starts_with("tolerated ") ||
         mark.text.starts_with("undecided ") || mark.text.starts_with("differs ") ||
         mark.text.starts_with("equivalent");
}

}  // namespace

std::vector<Mark> marks_in(const std::string& text) {
  std::vector<Mark> result;
  std::istringstream in(text);
  std::size_t number = 0, item = 0;
  bool in_mark = false;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (in_mark && is_detail(line)) {
      const std::string detail = trimmed(line.substr(2));
      const std::string word = detail.substr(0, detail.find(' '));
      result.back().details[word] = trimmed(detail.substr(word.size()));
      continue;
    }
    in_mark = is_mark(line);
    if (in_mark) {
      result.emplace_back();
      result.back().text = trimmed(line.substr(2));
      result.back().line = item;
    } else if (!trimmed(line).empty() && !line.starts_with("--")) {
      item = number;
    }
  }
  return result;
}

std::vector<Mark> marks_of(const analyse::Report& report, const model::Model& model,
                           const Sources& sources) {
  std::vector<Mark> result;
  for (const analyse::Finding& finding : report.findings)
    result.push_back(mark_of("finds", finding, sources));
  for (const analyse::Tolerated& tolerated : report.tolerated)
    result.push_back(mark_of("tolerated", tolerated.finding, sources));
  for (const analyse::NotSeen& one : report.not_seen) {
    result.emplace_back();
    result.back().text = head("not seen", one.kind, one.names);
  }
  for (const analyse::Undecided& one : report.undecided) {
    result.emplace_back();
    result.back().text = head("undecided", one.kind, one.names);
  }
  for (const analyse::ThesisResult& thesis : report.theses) {
    result.emplace_back();
    result.back().text = "thesis " + std::string(model[thesis.thesis].name) + " " +
                         std::string(analyse::name(thesis.result));
    if (thesis.witness) result.back().details = details_of(*thesis.witness);
  }
  return result;
}

std::vector<Mark> marks_of(const analyse::Difference& difference) {
  static const char* const questions[] = {"may", "must", "can"};
  static const char* const kinds[] = {"added", "removed", "reworded"};
  std::vector<Mark> result;
  for (const analyse::Change& change : difference.changes) {
    result.emplace_back();
    result.back().text = std::string("differs ") + questions[static_cast<int>(change.question)] +
                         " " + plain({change.action})[0] + ": " + change.from + " -> " + change.to;
    result.back().details = details_of(change.witness);
    result.back().details["norms"] = joined(plain(change.norms), ", ", true);
  }
  for (const analyse::NormChange& norm : difference.norms) {
    result.emplace_back();
    result.back().text = std::string(kinds[static_cast<int>(norm.kind)]) + " " +
                         plain({norm.norm})[0] + " changes " +
                         (norm.changes_something ? "something" : "nothing");
  }
  if (difference.equivalent()) {
    result.emplace_back();
    result.back().text = "equivalent";
  }
  return result;
}

std::vector<std::string> disagreements(const std::vector<Mark>& marked,
                                       const std::vector<Mark>& found) {
  std::vector<std::string> result;
  std::vector<bool> met(found.size(), false);
  const bool any_not_seen = std::any_of(marked.begin(), marked.end(), [](const Mark& mark) {
    return mark.text.starts_with("not seen ");
  });
  for (const Mark& mark : marked) {
    const auto fits = [&](std::size_t i) {
      const auto& lines = found[i].lines;
      return !met[i] && same(mark, found[i]) &&
             (lines.empty() || std::find(lines.begin(), lines.end(), mark.line) != lines.end());
    };
    std::size_t i = 0;
    while (i < found.size() && !fits(i)) ++i;
    const std::string place = "line " + std::to_string(mark.line) + ": ";
    if (i == found.size()) {
      result.push_back(place + "not found there: " + mark.text);
      continue;
    }
    met[i] = true;
    for (const auto& [word, text] : mark.details) {
      const auto detail = found[i].details.find(word);
      const std::string other = detail == found[i].details.end() ? "(none)" : detail->second;
      if (essence(word, text) != essence(word, other))
        result.push_back(place + mark.text + ": " + word + " " + text + ", but found " + other);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!met[i] && is_exact(found[i], any_not_seen))
      result.push_back(
          "not marked: " + found[i].text +
          (found[i].details.count("given") != 0 && !found[i].details.at("given").empty()
               ? " (given " + found[i].details.at("given") + ")"
               : "") +
          (found[i].lines.empty() ? "" : ", line " + std::to_string(found[i].lines[0])));
  return result;
}

}  // namespace grotius::test
