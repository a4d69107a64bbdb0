#include "tests/golden/marked.hpp"

#include <algorithm>
#include <regex>
#include <sstream>
#include <vector>

namespace grotius::test {

namespace {

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

// The carets stand below the span, except that the first two columns are the comment's own.
std::string carets(const Sources& sources, const Span& span) {
  const std::size_t column = sources[span.source].position(span.begin).column;
  const Span shown{span.source, span.begin,
                   span.begin + static_cast<std::uint32_t>(first_line(sources.text(span)).size())};
  const std::size_t end = sources[span.source].position(shown.end).column;
  const std::size_t from = std::max<std::size_t>(column, 3);
  return std::string(from - 3, ' ') + std::string(end > from ? end - from : 1, '^');
}

std::string mark(const Sources& sources, const Diagnostic& diagnostic) {
  const std::string under = carets(sources, *diagnostic.span);
  const std::string indent = "--" + std::string(under.size() + 1, ' ');
  std::string text = "--" + under + ' ' + std::string(diagnostic.code.id) + ' ' +
                     (diagnostic.severity == Severity::warning ? "warning: " : "") +
                     diagnostic.message + '\n';
  if (!diagnostic.help.empty()) text += indent + "help: " + diagnostic.help + '\n';
  for (const Related& related : diagnostic.related) {
    text += indent + "also: " + first_line(sources.text(related.span)) + " -- " + related.message +
            '\n';
  }
  return text;
}

}  // namespace

std::string unmarked(const std::string& text) {
  static const std::regex is_mark("-- *(\\^+ [A-Z][0-9]{3} |help: |also: ).*");
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, is_mark)) result += line + '\n';
  }
  return result;
}

std::string marked(const Sources& sources, SourceId source, const Diagnostics& diagnostics) {
  std::vector<std::string> marks;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (!diagnostic.span || diagnostic.span->source != source) continue;
    const std::size_t line = sources[source].position(diagnostic.span->begin).line;
    if (marks.size() <= line) marks.resize(line + 1);
    marks[line] += mark(sources, diagnostic);
  }
  std::istringstream lines{std::string(sources[source].text())};
  std::string result;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    result += line + '\n';
    if (++number < marks.size()) result += marks[number];
  }
  return result;
}

}  // namespace grotius::test
