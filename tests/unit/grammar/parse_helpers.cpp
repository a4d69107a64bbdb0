#include "tests/unit/grammar/parse_helpers.hpp"

namespace grotius::test {

namespace {

std::string codes_of(const Diagnostics& diagnostics) {
  std::string codes;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (!codes.empty()) codes += ' ';
    codes += diagnostic.code.id;
  }
  return codes;
}

}  // namespace

ParsedText::ParsedText(const std::string& text, const std::string& name) {
  file = parse(sources, sources.add(name, text), diagnostics);
}

std::string ParsedText::codes() const { return codes_of(diagnostics); }

std::string tree(const std::string& expression) {
  Sources sources;
  Diagnostics diagnostics;
  const auto parsed = parse_expression(sources, sources.add("query", expression), diagnostics);
  return parsed ? print(*parsed) : codes_of(diagnostics);
}

}  // namespace grotius::test
