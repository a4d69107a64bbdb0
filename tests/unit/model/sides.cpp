#include "tests/unit/model/sides.hpp"

#include <stdexcept>

namespace grotius::test {
namespace {

std::vector<syntax::File> parsed(Sides& sides, const std::string& name,
                                 const std::vector<std::string>& texts) {
  std::vector<syntax::File> files;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const SourceId source = sides.sources->add(name + std::to_string(i + 1) + ".norm", texts[i]);
    files.push_back(parse(*sides.sources, source, sides.diagnostics));
  }
  return files;
}

}  // namespace

std::vector<std::string> Sides::told() const {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    result.push_back(std::string(diagnostic.code.id) + " " + diagnostic.message);
  return result;
}

Sides sides(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  Sides result;
  result.first_files = parsed(result, "old", first);
  result.second_files = parsed(result, "new", second);
  result.first =
      model::from_syntax(*result.sources, result.first_files, first.size(), result.diagnostics);
  result.second =
      model::from_syntax(*result.sources, result.second_files, second.size(), result.diagnostics);
  return result;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::out_of_range("no text " + what);
  return text.replace(at, what.size(), by);
}

}  // namespace grotius::test
