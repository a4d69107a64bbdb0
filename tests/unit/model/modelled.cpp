#include "tests/unit/model/modelled.hpp"

namespace grotius::test {

std::vector<std::string> Modelled::told() const {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    result.push_back(std::string(diagnostic.code.id) + " " + diagnostic.message);
  }
  return result;
}

Modelled modelled(const std::vector<std::string>& texts) {
  Modelled result;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const SourceId source = result.sources->add("file" + std::to_string(i + 1) + ".norm", texts[i]);
    result.files.push_back(parse(*result.sources, source, result.diagnostics));
  }
  result.model =
      model::from_syntax(*result.sources, result.files, result.files.size(), result.diagnostics);
  return result;
}

std::optional<model::Question> asked(Modelled& of, const std::string& text,
                                     syntax::Question question) {
  const SourceId source = of.sources->add("--query", text);
  auto expression = parse_expression(*of.sources, source, of.diagnostics);
  if (!expression) return std::nullopt;
  question.asked.push_back(std::move(*expression));
  return model::resolve_question(of.model, question, of.diagnostics);
}

}  // namespace grotius::test
